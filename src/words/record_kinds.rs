//! Kinds of records in a sentence: how many of each, and the two of which a diary has one.

use super::list::all_of;
use super::number::count;
use crate::model::record::RecordKind;

/// “1 course”, “3 courses”; settings and what somebody said about themselves are there once.
pub fn counted_kind(kind: RecordKind, number: usize) -> String {
    match kind {
        RecordKind::Settings => "the settings".to_owned(),
        RecordKind::Profile => "“About you”".to_owned(),
        RecordKind::Day => count(number, "day", "days"),
        RecordKind::Course => count(number, "course", "courses"),
        RecordKind::Trackable => count(number, "own or renamed thing to track", "own or renamed things to track"),
        RecordKind::PantryItem => count(number, "own food, recipe or kept meal", "own foods, recipes and kept meals"),
        RecordKind::Decision => count(number, "decision", "decisions"),
        RecordKind::Trial => count(number, "trial", "trials"),
        RecordKind::Photo => count(number, "photo", "photos"),
    }
}

/// “2 days, 1 course and the settings”; “0 days” of nothing.
pub fn counted_kinds(kinds: impl IntoIterator<Item = (RecordKind, usize)>) -> String {
    let some: Vec<String> =
        kinds.into_iter().filter(|(_, number)| *number > 0).map(|(kind, number)| counted_kind(kind, number)).collect();
    if some.is_empty() { counted_kind(RecordKind::Day, 0) } else { all_of(&some) }
}

/// The kind as a heading over all of its things.
pub fn kind_heading(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Day => "Days",
        RecordKind::Course => "Courses",
        RecordKind::Trackable => "Own and renamed things to track",
        RecordKind::PantryItem => "Own foods, recipes and kept meals",
        RecordKind::Decision => "Decisions",
        RecordKind::Trial => "Trials",
        RecordKind::Photo => "Photos",
        RecordKind::Settings => "Settings",
        RecordKind::Profile => "About you",
    }
}
