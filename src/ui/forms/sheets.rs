//! A sheet of a clinicians' score: its signs, with what the places of the day give it already, and the score as soon as there is one,
//! else what is missing for it.

use eframe::egui::{RichText, Ui};

use super::Form;
use crate::columns::{CoveredPart, SheetReading, ihs4_counts, ihs4_severity};
use crate::edit::{Command, Place};
use crate::model::entry::EntryKind;
use crate::model::region::{BodyPart, Region};
use crate::model::score_sheet::{ScoreSheet, SheetData, SheetItem};
use crate::model::value::Value;
use crate::ui::theme::{size, strong_font};
use crate::ui::widgets::score_row::ScoreRow;
use crate::ui::widgets::{caption_ui, heading_ui, quiet_ui};
use crate::words::{all_of, capital, rounded};

/// How many places are named before the rest is counted.
const NAMED: usize = 6;

impl Form<'_> {
    pub(super) fn sheet_ui(&mut self, ui: &mut Ui, sheet: &SheetData) {
        heading_ui(ui, &sheet.name);
        quiet_ui(ui, &sheet.about);
        let reading = SheetReading::on(sheet.sheet, self.page, self.diary.catalogue());
        for item in sheet.items.iter().filter(|item| item.part.is_none()) {
            self.level_ui(ui, item);
        }
        for part in BodyPart::ALL {
            // A part that is clear, or of which not all is said yet, asks nothing.
            let Some(covered) = reading.part(part).filter(|covered| covered.band > 0) else { continue };
            if sheet.items_of(part).next().is_some() {
                caption_ui(ui, &part_words(covered));
            }
            sheet.items_of(part).for_each(|item| self.level_ui(ui, item));
        }
        self.sheet_score_ui(ui, sheet, &reading);
        caption_ui(ui, &sheet.credit);
    }

    fn level_ui(&mut self, ui: &mut Ui, item: &SheetItem) {
        let Some(known) = self.diary.catalogue().get(&item.key) else { return };
        let kind = EntryKind::SkinWeek;
        let entry = self.page.and_then(|page| page.main_entry(kind, None));
        let place = entry.map_or(Place::Main { kind, region: None }, |entry| Place::Entry(entry.id));
        let value = entry.and_then(|entry| entry.answers.get(&item.key)).map(Value::as_number);
        let most = u8::try_from(item.most).unwrap_or(u8::MAX);
        let row = |ui: &mut Ui| ScoreRow::new(&item.short, 0..=most, value).on_one_line().ui(ui);
        if let Some(answer) = ui.push_id(&item.key, row).inner {
            let (day, key) = (self.day, known.key.clone());
            self.commands.edit(Command::Answer { day, place, key, value: answer.and_then(Value::number) });
        }
    }

    /// The score, or what is missing for it.
    fn sheet_score_ui(&self, ui: &mut Ui, sheet: &SheetData, reading: &SheetReading) {
        if let Some(score) = self.table.number(&sheet.key, self.day) {
            let words = match (sheet.sheet, sheet.most) {
                (ScoreSheet::Ihs4, _) => format!("{} {}, {}", sheet.name, rounded(score, 0), ihs4_severity(score)),
                (_, Some(most)) => format!("{} {} of {most}", sheet.name, rounded(score, -1)),
                _ => format!("{} {}", sheet.name, rounded(score, -1)),
            };
            ui.label(RichText::new(words).font(strong_font(size::TITLE)));
            return;
        }
        quiet_ui(ui, &self.missing_for(sheet, reading));
    }

    fn missing_for(&self, sheet: &SheetData, reading: &SheetReading) -> String {
        if let Some(range) = reading.range.filter(|range| range.low < range.high) {
            let (low, high) = (rounded(range.low, 0), rounded(range.high, 0));
            return format!(
                "{} {low} to {high}: the kinds of spots that were not answered leave it open. Spots with pus make the difference \
                 most often.",
                sheet.name
            );
        }
        let catalogue = self.diary.catalogue();
        if sheet.sheet == ScoreSheet::Ihs4 {
            let is_missing = |key: &&str| self.table.number(key, self.day).is_none();
            let missing = ihs4_counts().into_iter().filter(is_missing);
            let names = missing.filter_map(|key| Some(catalogue.get(key)?.label.to_string().to_lowercase()));
            return format!("{} needs {} of today as well.", sheet.name, all_of(&names.collect::<Vec<_>>()));
        }
        if reading.unknown.is_empty() {
            return format!("{} needs all signs{}.", sheet.name, complaints(sheet.sheet));
        }
        let asked = if sheet.sheet == ScoreSheet::Gags { "What there is on" } else { "How much is covered of" };
        format!(
            "{asked} {} is not said. Choose the places on the body map, or tick “No signs anywhere else today”.",
            places(&reading.unknown)
        )
    }
}

/// What a score needs beside its signs.
fn complaints(sheet: ScoreSheet) -> &'static str {
    match sheet {
        ScoreSheet::Scorad => ", and itch and sleep lost to itch on two of the last three days",
        _ => "",
    }
}

/// `Arms and hands, 11 % covered`.
fn part_words(covered: CoveredPart) -> String {
    let name = covered.part.label();
    format!("{}, {} % covered", capital(name), rounded(covered.percent, 0))
}

/// The first places by name, the rest by number.
fn places(unknown: &[Region]) -> String {
    let mut names: Vec<String> = unknown.iter().take(NAMED).map(|region| region.label().to_lowercase()).collect();
    if let Some(more) = unknown.len().checked_sub(NAMED).filter(|more| *more > 0) {
        names.push(if more == 1 { "one more place".to_owned() } else { format!("{more} more places") });
    }
    all_of(&names)
}
