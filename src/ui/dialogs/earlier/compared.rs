//! Things of one kind of which two states differ: each with what it says now and said there, and the choice between the two.

use eframe::egui::{Label, RichText, Ui};

use crate::edit::comparison::{DayComparison, DifferentLine, RecordComparison};
use crate::model::day_record::DayRecord;
use crate::model::record::{Record, RecordKind};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::segmented::segmented_ui;
use crate::ui::widgets::{heading_ui, quiet_ui};
use crate::words::{counted_kind, kind_heading};

/// Things that are shown before somebody asks for more, so that ten years do not have to be laid out in every frame.
const SHOWN_AT_FIRST: usize = 30;

/// The words for keeping and for taking over.
pub(super) type Choices<'a> = [(bool, &'a str); 2];

/// Things of one kind that differ.
pub(super) struct ComparedKind {
    kind: RecordKind,
    things: Vec<ComparedThing>,
    /// How many of them are shown.
    shown: usize,
}

struct ComparedThing {
    name: String,
    lines: Vec<DifferentLine>,
    other: OtherState,
    is_taken: bool,
}

/// What the other state says.
enum OtherState {
    Day(Box<DayRecord>),
    Record(Box<Record>),
}

impl ComparedKind {
    /// Days and other things that differ, kind by kind.
    pub(super) fn sorted(days: Vec<DayComparison>, records: Vec<RecordComparison>, is_taken: bool) -> Vec<Self> {
        let mut kinds: Vec<Self> = Vec::new();
        let days = days.into_iter().map(|DayComparison { day, other, lines }| {
            let other = OtherState::Day(Box::new(other));
            (RecordKind::Day, ComparedThing { name: day.long(), lines, other, is_taken })
        });
        let records = records.into_iter().map(|found| {
            let kind = found.kind();
            let RecordComparison { name, other, lines } = found;
            (kind, ComparedThing { name, lines, other: OtherState::Record(Box::new(other)), is_taken })
        });
        for (kind, thing) in days.chain(records) {
            match kinds.last_mut().filter(|last| last.kind == kind) {
                Some(last) => last.things.push(thing),
                None => kinds.push(Self { kind, things: vec![thing], shown: SHOWN_AT_FIRST }),
            }
        }
        kinds
    }

    /// How many differ.
    pub(super) fn len(&self) -> usize {
        self.things.len()
    }

    /// How many differ, in words.
    pub(super) fn counted(&self) -> String {
        counted_kind(self.kind, self.things.len())
    }

    /// Whether all are to be taken over, or none is; `None` if some are.
    pub(super) fn all_are(&self) -> Option<bool> {
        [true, false].into_iter().find(|is_taken| self.things.iter().all(|thing| thing.is_taken == *is_taken))
    }

    /// Chooses for all of them.
    pub(super) fn take_all(&mut self, is_taken: bool) {
        self.things.iter_mut().for_each(|thing| thing.is_taken = is_taken);
    }

    /// How many are to be taken over.
    pub(super) fn taken_count(&self) -> (RecordKind, usize) {
        (self.kind, self.things.iter().filter(|thing| thing.is_taken).count())
    }

    /// What is to be taken over of it.
    pub(super) fn taken(&self) -> (Vec<DayRecord>, Vec<Record>) {
        let (mut days, mut records) = (Vec::new(), Vec::new());
        for thing in self.things.iter().filter(|thing| thing.is_taken) {
            match &thing.other {
                OtherState::Day(page) => days.push(DayRecord::clone(page)),
                OtherState::Record(record) => records.push(Record::clone(record)),
            }
        }
        (days, records)
    }

    /// Draws it; with a heading where other kinds stand beside it.
    pub(super) fn ui(&mut self, ui: &mut Ui, has_heading: bool, choices: &Choices<'_>) {
        if has_heading && self.things.len() > 1 {
            ui.separator();
            let heading = kind_heading(self.kind);
            ui.horizontal_wrapped(|ui| {
                heading_ui(ui, &format!("{heading}: {}", self.things.len()));
                if let Some(is_taken) = segmented_ui(ui, heading, self.all_are(), choices) {
                    self.take_all(is_taken);
                }
            });
            ui.add_space(space::ROW);
        } else if has_heading {
            ui.separator();
        }
        for (place, thing) in self.things.iter_mut().enumerate().take(self.shown) {
            ui.push_id((kind_heading(self.kind), place), |ui| thing.ui(ui, choices));
            ui.add_space(space::ROW);
        }
        let hidden = self.things.len().saturating_sub(self.shown);
        if hidden > 0 {
            quiet_ui(ui, &format!("{} more, for which the choice above counts too.", counted_kind(self.kind, hidden)));
            if ui.button(format!("Show {} more", hidden.min(SHOWN_AT_FIRST))).clicked() {
                self.shown += SHOWN_AT_FIRST;
            }
            ui.add_space(space::ROW);
        }
    }
}

impl ComparedThing {
    fn ui(&mut self, ui: &mut Ui, choices: &Choices<'_>) {
        ui.add(Label::new(RichText::new(&self.name).font(strong_font(size::BODY))).wrap());
        if let Some(is_taken) = segmented_ui(ui, &self.name, Some(self.is_taken), choices) {
            self.is_taken = is_taken;
        }
        for line in &self.lines {
            line_ui(ui, line, self.is_taken);
        }
    }
}

/// One thing with both states; the one that will stand is strong.
fn line_ui(ui: &mut Ui, line: &DifferentLine, is_taken: bool) {
    ui.add(Label::new(&line.what).wrap());
    let said = |said: &Option<String>| said.clone().unwrap_or_else(|| "nothing".to_owned());
    let state_ui = |ui: &mut Ui, words: String, stands: bool| {
        let words = RichText::new(words).size(size::CAPTION);
        let words = if stands { words.strong() } else { words.color(Palette::of(ui).quiet) };
        ui.add(Label::new(words).wrap());
    };
    ui.indent("states", |ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        state_ui(ui, format!("now: {}", said(&line.now)), !is_taken);
        state_ui(ui, format!("there: {}", said(&line.other)), is_taken);
    });
}
