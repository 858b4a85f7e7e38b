//! One file of a diary's own folder, for example one that was edited by hand and put aside: what it says takes the place of
//! what the diary says.

use serde::de::DeserializeOwned;

use super::own_export::{refuse_newer, ron_format};
use crate::import::{Confidence, ForeignDiary, ImportError, Importer, OwnThings, Source, Standing, Warnings};
use crate::model::files::{CatalogFile, CoursesFile, FoodsFile, MonthFile, SettingsFile};
use crate::model::ron_text;
use crate::model::text::excerpt_of;
use crate::model::time::Month;

/// What one kind of file says: its things, and its month if it is of one.
type Reader = fn(&Source<'_>, &str) -> Result<(OwnThings, Option<Month>), ImportError>;

/// The kinds of files, by what their field `format` says.
const READERS: &[(&str, Reader)] = &[
    ("gutskin/month", month),
    ("gutskin/courses", |source, text| {
        let CoursesFile { courses, .. } = read(source, text)?;
        Ok((OwnThings { courses, ..OwnThings::default() }, None))
    }),
    ("gutskin/catalog", |source, text| {
        let CatalogFile { trackables, .. } = read(source, text)?;
        Ok((OwnThings { trackables, ..OwnThings::default() }, None))
    }),
    ("gutskin/foods", |source, text| {
        let FoodsFile { pantry, .. } = read(source, text)?;
        Ok((OwnThings { pantry, ..OwnThings::default() }, None))
    }),
    ("gutskin/settings", |source, text| {
        let SettingsFile { settings, profile, .. } = read(source, text)?;
        Ok((OwnThings { settings: Some(settings), profile: Some(profile), ..OwnThings::default() }, None))
    }),
];

/// A RON file of a diary's folder.
pub(super) struct OwnFile;

impl Importer for OwnFile {
    fn name(&self) -> &'static str {
        "a file of a diary’s folder"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["ron"]
    }

    fn sniff(&self, head: &[u8]) -> Confidence {
        if reader(head).is_some() { Confidence::Sure } else { Confidence::No }
    }

    fn read(&self, source: &Source<'_>, _: &mut Warnings) -> Result<ForeignDiary, ImportError> {
        let text = source.text()?;
        refuse_newer(source, text)?;
        let read = reader(source.head()).ok_or_else(|| ImportError::UnknownKind(source.path.to_path_buf()))?;
        let (own, month) = read(source, text)?;
        Ok(ForeignDiary { own, standing: Standing::Replaces { month }, ..ForeignDiary::default() })
    }
}

fn reader(head: &[u8]) -> Option<Reader> {
    let format = ron_format(head)?;
    READERS.iter().find(|(known, _)| *known == format).map(|(_, reader)| *reader)
}

fn read<T: DeserializeOwned>(source: &Source<'_>, text: &str) -> Result<T, ImportError> {
    ron_text::read(text).map_err(|error| {
        let reason = excerpt_of(&error.code.to_string(), 200);
        source.refused(error.span.start.line.max(1) as u64, format!("{reason}; mend this line and try again"))
    })
}

fn month(source: &Source<'_>, text: &str) -> Result<(OwnThings, Option<Month>), ImportError> {
    let file: MonthFile = read(source, text)?;
    if let Some(wrong) = file.wrong(file.month) {
        return Err(source.refused(1, format!("{wrong}; mend this and try again")));
    }
    Ok((OwnThings { pages: file.days, ..OwnThings::default() }, Some(file.month)))
}
