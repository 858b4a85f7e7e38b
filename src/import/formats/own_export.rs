//! A whole diary: as `gutskin export` writes it in RON or JSON, or a full copy out of a diary’s folder.

use super::text_head;
use crate::import::{Confidence, ForeignDiary, ImportError, Importer, OwnThings, Source, Standing, Warnings};
use crate::model::export::{EXPORT_FORMAT, Export, WHOLE_FORMAT, WholeFile};
use crate::model::record::{NEWEST_SCHEMA, Record};
use crate::model::ron_text;
use crate::model::text::excerpt_of;

/// What an encrypted file says that it is.
const SEALED_FORMAT: &str = "gutskin/sealed";

/// A whole diary in RON.
pub(super) struct ExportRon;
/// A whole diary in JSON.
pub(super) struct ExportJson;
/// A full copy out of the backups of a diary.
pub(super) struct FullCopy;

impl Importer for ExportRon {
    fn name(&self) -> &'static str {
        "RON saved by Gutskin"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["ron"]
    }

    fn sniff(&self, head: &[u8]) -> Confidence {
        if ron_format(head) == Some(EXPORT_FORMAT) { Confidence::Sure } else { Confidence::No }
    }

    fn read(&self, source: &Source<'_>, _: &mut Warnings) -> Result<ForeignDiary, ImportError> {
        let text = source.text()?;
        refuse_newer(source, text)?;
        let export = ron_text::read::<Export>(text)
            .map_err(|error| unreadable(source, error.span.start.line, &error.code.to_string()))?;
        said(source, export)
    }
}

impl Importer for FullCopy {
    fn name(&self) -> &'static str {
        "a full copy of a diary"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["ron"]
    }

    fn sniff(&self, head: &[u8]) -> Confidence {
        // One that is encrypted is known too, so that it is not called unknown.
        let is_one = matches!(ron_format(head), Some(WHOLE_FORMAT | SEALED_FORMAT));
        if is_one { Confidence::Sure } else { Confidence::No }
    }

    fn read(&self, source: &Source<'_>, _: &mut Warnings) -> Result<ForeignDiary, ImportError> {
        let text = source.text()?;
        refuse_newer(source, text)?;
        if ron_format(source.head()) == Some(SEALED_FORMAT) {
            let reason = "this file is encrypted; open the diary that it is of and export that as RON or JSON, or read \
                          it with a program for age, as the README says";
            return Err(source.refused(1, reason.to_owned()));
        }
        let whole = ron_text::read::<WholeFile>(text).map_err(|error| {
            let reason = excerpt_of(&error.code.to_string(), 200);
            let line = error.span.start.line.max(1) as u64;
            source.refused(line, format!("{reason}; mend this line, or take an earlier copy"))
        })?;
        said(source, whole.into_export())
    }
}

impl Importer for ExportJson {
    fn name(&self) -> &'static str {
        "JSON saved by Gutskin"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["json"]
    }

    fn sniff(&self, head: &[u8]) -> Confidence {
        let text = text_head(head).trim_start();
        let is_ours = text.starts_with('{') && format_of(text) == EXPORT_FORMAT;
        if is_ours { Confidence::Sure } else { Confidence::No }
    }

    fn read(&self, source: &Source<'_>, _: &mut Warnings) -> Result<ForeignDiary, ImportError> {
        let text = source.text()?;
        refuse_newer(source, text)?;
        let export = serde_json::from_str::<Export>(text)
            .map_err(|error| unreadable(source, error.line(), &error.to_string()))?;
        said(source, export)
    }
}

/// What the field `format` of a RON value says; `None` if the head is not that of a value in parentheses.
pub(super) fn ron_format(head: &[u8]) -> Option<&str> {
    let text = text_head(head);
    let is_preface = |line: &&str| line.is_empty() || line.starts_with("//") || line.starts_with("#!");
    let first = text.lines().map(str::trim).find(|line| !is_preface(line))?;
    let after_name = first.trim_start_matches(|sign: char| sign.is_ascii_alphanumeric() || sign == '_');
    after_name.starts_with('(').then(|| format_of(text))
}

/// What the field `format` near the head says.
fn format_of(text: &str) -> &str {
    let after =
        text.split_once("format").map(|(_, after)| after.trim_start_matches([':', ' ', '"'])).unwrap_or_default();
    after.split('"').next().unwrap_or_default()
}

/// The schema number near the head, read before the rest, since a newer file may not be readable otherwise.
pub(super) fn refuse_newer(source: &Source<'_>, text: &str) -> Result<(), ImportError> {
    let head: String = text.chars().take(600).collect();
    let after = head.split_once("schema").map(|(_, after)| after.trim_start_matches(['"', ':', ' ']));
    let digits: String = after.unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
    match digits.parse() {
        Ok(schema) if schema > NEWEST_SCHEMA => Err(ImportError::Newer { path: source.path.to_path_buf(), schema }),
        _ => Ok(()),
    }
}

fn unreadable(source: &Source<'_>, line: usize, reason: &str) -> ImportError {
    let reason = excerpt_of(reason, 200);
    let way_out = "only a whole diary written by “gutskin export” can be read, so mend this line or export again";
    source.refused(line.max(1) as u64, format!("{reason}; {way_out}"))
}

fn said(source: &Source<'_>, export: Export) -> Result<ForeignDiary, ImportError> {
    if export.format != EXPORT_FORMAT {
        let reason = format!("this is not a whole diary: its format must be “{EXPORT_FORMAT}”; export it again");
        return Err(source.refused(1, reason));
    }
    let (mut trials, mut photos, mut decisions) = (Vec::new(), Vec::new(), Vec::new());
    for record in export.records {
        match record {
            Record::Trial(trial) => trials.push(*trial),
            Record::Photo(photo) => photos.push(*photo),
            Record::Decision(decision) => decisions.push(decision),
            _ => {}
        }
    }
    let own = OwnThings {
        trials,
        photos,
        decisions,
        pages: export.pages,
        courses: export.courses,
        trackables: export.trackables,
        pantry: export.pantry,
        trial_answers: Vec::new(),
        settings: Some(export.settings),
        profile: Some(export.profile),
    };
    Ok(ForeignDiary { own, standing: Standing::Adds, ..ForeignDiary::default() })
}
