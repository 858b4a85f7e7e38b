//! One file of a diary's own folder, for example one that was edited by hand and put aside: what it says takes the place of
//! what the diary says. What it says nothing about stays.

use std::path::Path;

use serde::de::DeserializeOwned;

use super::{ImportError, Preview, source_name};
use crate::edit::{Command, plan};
use crate::model::diary::Diary;
use crate::model::files::{CatalogFile, CoursesFile, FoodsFile, MonthFile, SettingsFile};
use crate::model::ron_text;
use crate::model::time::{Day, Month};

/// Reads the file if it is one of a diary's folder; `None` for anything else.
pub(super) fn preview(path: &Path, text: &str, diary: &Diary, today: Day) -> Result<Option<Preview>, ImportError> {
    let mut preview = Preview { source: source_name(path), ..Preview::default() };
    let steps = match format_of(text) {
        "gutskin/month" => month(read(path, text)?, path, diary, &mut preview)?,
        "gutskin/courses" => courses(read(path, text)?, diary, &mut preview),
        "gutskin/catalog" => trackables(read(path, text)?, diary, &mut preview),
        "gutskin/foods" => foods(&read(path, text)?, diary, &mut preview),
        "gutskin/settings" => about_the_person(read(path, text)?, diary, &mut preview),
        _ => return Ok(None),
    };
    preview.command = Command::of_steps(&format!("import {}", preview.source), steps);
    if let Some(command) = preview.command.clone() {
        plan(diary, command, today).map_err(|error| ImportError::refused(path, 1, error.to_string()))?;
    }
    Ok(Some(preview))
}

/// What the field `format` near the head says.
fn format_of(text: &str) -> &str {
    let after =
        text.split_once("format").map(|(_, after)| after.trim_start_matches([':', ' ', '"'])).unwrap_or_default();
    after.split('"').next().unwrap_or_default()
}

fn read<T: DeserializeOwned>(path: &Path, text: &str) -> Result<T, ImportError> {
    ron_text::read(text).map_err(|error| {
        let reason: String = error.code.to_string().chars().filter(|sign| !sign.is_control()).take(200).collect();
        ImportError::refused(path, error.span.start.line.max(1), format!("{reason}; mend this line and try again"))
    })
}

fn month(file: MonthFile, path: &Path, diary: &Diary, preview: &mut Preview) -> Result<Vec<Command>, ImportError> {
    let month = file.month;
    if let Some(wrong) = file.wrong(month) {
        return Err(ImportError::refused(path, 1, format!("{wrong}; mend this and try again")));
    }
    let total = file.days.len();
    let stay = diary.pages().filter(|page| Month::of(page.date) == month);
    let stay = stay.filter(|page| file.days.iter().all(|told| told.date != page.date)).count();
    let says_the_same = |day| diary.page(day).map(AsRef::as_ref);
    let differ =
        file.days.into_iter().filter(|page| says_the_same(page.date).is_none_or(|now| !now.says_the_same(page)));
    let pages: Vec<_> = differ.collect();
    for page in &pages {
        preview.cover(page.date);
        preview.answers += page.entries.iter().map(|entry| entry.answers.len()).sum::<usize>();
        preview.texts += page.entries.iter().filter(|entry| entry.text.is_some()).count();
    }
    let replaced = pages.iter().filter(|page| diary.page(page.date).is_some()).count();
    let mut remark = |count: usize, words: &str| {
        if count > 0 {
            preview.remarks.push(format!("{count} {words}"));
        }
    };
    remark(replaced, "of these days take the place of what the diary says");
    remark(total - pages.len(), "days of the file say nothing new");
    remark(stay, "days of this month are not in the file and stay as they are");
    if pages.is_empty() {
        return Ok(Vec::new());
    }
    let (source, courses, trackables) = (preview.source.clone(), Vec::new(), Vec::new());
    Ok(vec![Command::Import { source, pages, courses, trackables, pantry: Box::default(), replace: true }])
}

fn courses(file: CoursesFile, diary: &Diary, preview: &mut Preview) -> Vec<Command> {
    let differ = file.courses.into_iter().filter(|course| diary.course(course.id) != Some(course));
    let steps: Vec<Command> = differ
        .map(|course| match diary.course(course.id) {
            Some(_) => Command::AmendCourse { course },
            None => Command::AddCourse { course },
        })
        .collect();
    preview.courses = steps.len();
    steps
}

fn trackables(file: CatalogFile, diary: &Diary, preview: &mut Preview) -> Vec<Command> {
    let mut differ = file.trackables;
    differ.retain(|trackable| diary.catalogue().changed_entry(&trackable.key) != Some(trackable));
    let steps: Vec<Command> = differ.into_iter().map(|trackable| Command::PutTrackable { trackable }).collect();
    preview.trackables = steps.len();
    steps
}

fn foods(file: &FoodsFile, diary: &Diary, preview: &mut Preview) -> Vec<Command> {
    let differ = file.pantry.items().filter(|item| diary.pantry().get(item.id()).as_ref() != Some(item));
    let steps: Vec<Command> = differ.map(|item| Command::KeepInPantry { item }).collect();
    preview.foods = steps.len();
    steps
}

fn about_the_person(file: SettingsFile, diary: &Diary, preview: &mut Preview) -> Vec<Command> {
    let mut steps = Vec::new();
    if file.settings != *diary.settings() {
        preview.remarks.push("the settings take the place of those of the diary".to_owned());
        steps.push(Command::SetSettings { settings: file.settings });
    }
    if file.profile != *diary.profile() {
        preview.remarks.push("the profile takes the place of that of the diary".to_owned());
        steps.push(Command::SetProfile { profile: file.profile });
    }
    steps
}
