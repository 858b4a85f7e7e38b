//! What is known of a medicine, in a few calm lines. The program never starts, stops or changes one.

use std::collections::BTreeSet;

use eframe::egui::Ui;

use super::{caption_ui, quiet_ui};
use crate::medicines::{self, Flare, Medicine};
use crate::model::profile::Condition;
use crate::words::count;

/// Where no medicine of the name is known.
pub const UNKNOWN: &str = "No medicine of this name is known here. You can keep it all the same.";
/// Beside what a medicine may bring out.
const ASK: &str = "Ask the person who prescribed it. Do not stop it by yourself.";
/// Marks what was not read in a source.
pub const GENERAL_KNOWLEDGE: &str = "general knowledge, not checked against a source";

/// What a class of medicines is called, with what is special about this one.
pub fn class_words(medicine: &Medicine) -> String {
    let class = medicines::class(&medicine.class).map_or("", |class| class.label.as_str());
    let note = medicine.note.as_deref().map(|note| format!(". {}", note.trim_end_matches('.')));
    format!("{class}{}", note.unwrap_or_default())
}

/// How long it may still act, in words.
pub fn carry_over_words(days: u16) -> String {
    format!("may still act for {} after the last dose", count(usize::from(days), "day", "days"))
}

/// What it may bring out in somebody with these conditions.
pub fn flares_ui(ui: &mut Ui, medicine: &Medicine, conditions: &BTreeSet<Condition>) {
    let flares = medicines::class(&medicine.class).map_or(&[][..], |class| &class.flares);
    let own: Vec<&Flare> = flares.iter().filter(|flare| conditions.contains(&flare.condition)).collect();
    for flare in &own {
        let (first, last) = flare.lag_days;
        quiet_ui(ui, &format!("{} Where it does, after {first} to {last} days. {ASK}", flare.words));
        caption_ui(ui, &source_words(&flare.source, flare.seen));
    }
}

/// Where something is from, marked where it was not read there.
pub fn source_words(source: &str, seen: bool) -> String {
    if seen || source == "general knowledge" {
        let mark = if seen { "" } else { ", not checked against a source" };
        return format!("Source: {source}{mark}");
    }
    format!("Source: {source} ({GENERAL_KNOWLEDGE})")
}
