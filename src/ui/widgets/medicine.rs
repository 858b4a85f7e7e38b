//! What is known of a medicine, in a few calm lines. The program never starts, stops or changes one.

use std::collections::BTreeSet;

use eframe::egui::{Label, RichText, Ui};

use super::{caption_ui, quiet_ui};
use crate::evidence::card::Direction;
use crate::evidence::safety::{Flag, Level, Mark, Source};
use crate::evidence::wording::Chip;
use crate::medicines::{self, Flare, Medicine};
use crate::model::profile::Condition;
use crate::ui::theme::Palette;
use crate::words::count;

/// Where no medicine of the name is known.
pub const NOT_KNOWN: &str = "No medicine of this name is known here.";
/// Beside what a medicine may bring out.
const ASK: &str = "Ask the person who prescribed it. Do not stop it by yourself.";
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

/// What a rule says of it: how soon first, unless it is only good to know; then where it is from.
pub fn said_ui(ui: &mut Ui, flag: &Flag) {
    if flag.level == Level::Know {
        quiet_ui(ui, &flag.words);
    } else {
        let words = format!("{}. {}", flag.level.words(), flag.words);
        let palette = Palette::of(ui);
        let color = if flag.level <= Level::Today { palette.danger } else { palette.attention };
        ui.add(Label::new(RichText::new(words).color(color)).wrap());
    }
    caption_ui(ui, &format!("Source: {}", flag.source_words()));
}

/// What it may bring out in somebody with these conditions.
pub fn flares_ui(ui: &mut Ui, medicine: &Medicine, conditions: &BTreeSet<Condition>) {
    let flares = medicines::class(&medicine.class).map_or(&[][..], |class| &class.flares);
    let own: Vec<&Flare> = flares.iter().filter(|flare| conditions.contains(&flare.condition)).collect();
    for flare in &own {
        let (first, last) = flare.lag_days;
        let certainty = Chip { certainty: flare.certainty, direction: Direction::Harms }.words();
        let words = format!("{} ({certainty}; after {first} to {last} days). {ASK}", flare.words.trim_end_matches('.'));
        quiet_ui(ui, &words);
        caption_ui(ui, &format!("Source: {}", source_words(&flare.source, flare.seen)));
    }
}

/// Where something is from, marked where it was not read there.
fn source_words(source: &str, seen: bool) -> String {
    Source { words: source.to_owned(), mark: if seen { Mark::Verified } else { Mark::General } }.in_words()
}
