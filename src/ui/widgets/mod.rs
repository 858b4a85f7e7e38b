//! Inputs of the window. Each is one click, works by keyboard, has an accessible name, and shows plainly when nobody answered.

pub mod aim_bar;
pub mod body_map;
pub mod card;
pub mod cell;
pub mod certainty_dots;
pub mod choice;
pub mod cover_row;
pub mod day_field;
pub mod exportable_figure;
pub mod focus;
pub mod medicine;
pub mod month_grid;
pub mod note_field;
pub mod path_field;
pub mod row_focus;
pub mod scene_ink;
pub mod score_row;
pub mod segmented;
pub mod sign;
pub mod stepper;
pub mod stool_row;
pub mod typed_field;
pub mod yes_no;

use eframe::egui::{Label, RichText, Ui};

use super::theme::{Palette, size, strong_font};

/// Width of the label of a row whose input stands beside it, in points.
pub const LABEL: f32 = 120.0;

/// A heading within a view or a card.
pub fn heading_ui(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(strong_font(size::TITLE)));
}

/// A quiet line that wraps.
pub fn quiet_ui(ui: &mut Ui, words: &str) {
    ui.add(Label::new(RichText::new(words).color(Palette::of(ui).quiet)).wrap());
}

/// A small quiet line: a heading inside a card, or a word on what stands above it.
pub fn caption_ui(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
}

/// What an input reports: `None` nothing happened, `Some(None)` cleared to missing, `Some(Some(value))` answered.
pub type Edited<T> = Option<Option<T>>;
