//! A whole diary, as `gutskin export` writes it in RON or JSON. RON may also be one file of a diary's own folder.

use std::path::Path;

use super::{ImportError, Preview, own_file, source_name};
use crate::edit::{Command, plan};
use crate::model::diary::Diary;
use crate::model::export::{EXPORT_FORMAT, Export};
use crate::model::profile::Profile;
use crate::model::record::NEWEST_SCHEMA;
use crate::model::ron_text;
use crate::model::settings::Settings;
use crate::model::text::excerpt_of;
use crate::model::time::Day;

/// Reads RON.
pub(super) fn preview_ron(path: &Path, text: &str, diary: &Diary, today: Day) -> Result<Preview, ImportError> {
    refuse_newer(path, text)?;
    if let Some(preview) = own_file::preview(path, text, diary, today)? {
        return Ok(preview);
    }
    let export = ron_text::read::<Export>(text)
        .map_err(|error| ImportError::refused(path, error.span.start.line.max(1), way_out(&error.code.to_string())))?;
    preview(path, export, diary, today)
}

/// Reads JSON.
pub(super) fn preview_json(path: &Path, text: &str, diary: &Diary, today: Day) -> Result<Preview, ImportError> {
    refuse_newer(path, text)?;
    let export = serde_json::from_str::<Export>(text)
        .map_err(|error| ImportError::refused(path, error.line().max(1), way_out(&error.to_string())))?;
    preview(path, export, diary, today)
}

fn way_out(reason: &str) -> String {
    let reason = excerpt_of(reason, 200);
    format!("{reason}; only a whole diary written by “gutskin export” can be read, so mend this line or export again")
}

/// The schema number near the head, read before the rest, since a newer file may not be readable otherwise.
fn refuse_newer(path: &Path, text: &str) -> Result<(), ImportError> {
    let head: String = text.chars().take(600).collect();
    let after = head.split_once("schema").map(|(_, after)| after.trim_start_matches(['"', ':', ' ']));
    let digits: String = after.unwrap_or_default().chars().take_while(char::is_ascii_digit).collect();
    match digits.parse() {
        Ok(schema) if schema > NEWEST_SCHEMA => Err(ImportError::Newer { path: path.to_path_buf(), schema }),
        _ => Ok(()),
    }
}

fn preview(path: &Path, export: Export, diary: &Diary, today: Day) -> Result<Preview, ImportError> {
    if export.format != EXPORT_FORMAT {
        let reason = format!("this is not a whole diary: its format must be “{EXPORT_FORMAT}”; export it again");
        return Err(ImportError::refused(path, 1, reason));
    }
    let mut preview = Preview { source: source_name(path), ..Preview::default() };
    for page in &export.pages {
        preview.cover(page.date);
        preview.answers += page.entries.iter().map(|entry| entry.answers.len()).sum::<usize>();
        preview.texts += page.entries.iter().filter(|entry| entry.text.is_some()).count();
    }
    preview.courses = export.courses.len();
    preview.trackables = export.trackables.len();
    preview.foods = export.pantry.items().count();
    let mut steps = about_the_person(&mut preview, export.profile, export.settings, diary);
    let is_empty = export.pages.is_empty() && export.courses.is_empty() && export.trackables.is_empty();
    if !(is_empty && export.pantry.is_empty()) {
        let command = Command::Import {
            source: preview.source.clone(),
            pages: export.pages,
            courses: export.courses,
            trackables: export.trackables,
            pantry: Box::new(export.pantry),
            replace: false,
        };
        let changes = plan(diary, command.clone(), today);
        let changes = changes.map_err(|error| ImportError::refused(path, 1, error.to_string()))?;
        let days = changes.iter().filter(|change| change.day().is_some()).count();
        let same = preview.days.saturating_sub(days);
        if same > 0 {
            preview.remarks.push(format!("{same} of these days say nothing new"));
        }
        if !changes.is_empty() {
            steps.push(command);
        }
    }
    preview.command = Command::of_steps(&format!("import {}", preview.source), steps);
    Ok(preview)
}

/// Profile and settings come along only where the diary has none of its own yet.
fn about_the_person(preview: &mut Preview, profile: Profile, settings: Settings, diary: &Diary) -> Vec<Command> {
    let mut steps = Vec::new();
    if settings != Settings::default() && settings != *diary.settings() {
        if *diary.settings() == Settings::default() {
            preview.remarks.push("settings come along".to_owned());
            steps.push(Command::SetSettings { settings });
        } else {
            preview.remarks.push("settings are left out, since this diary has its own".to_owned());
        }
    }
    if profile != Profile::default() && profile != *diary.profile() {
        if *diary.profile() == Profile::default() {
            preview.remarks.push("the profile comes along".to_owned());
            steps.push(Command::SetProfile { profile });
        } else {
            preview.remarks.push("the profile is left out, since this diary has its own".to_owned());
        }
    }
    steps
}
