//! A questionnaire that others made: its items, how many are answered, and its sum. It asks about weeks, so a day on which it is
//! not due only says when it is, and can be answered all the same.

use eframe::egui::{RichText, Ui};

use super::Form;
use crate::edit::{Command, Place};
use crate::evidence::instruments::{Instrument, Standing, instrument, last_before, standing};
use crate::model::diary::Diary;
use crate::model::entry::{Card, Entry};
use crate::model::questionnaire::Questionnaire;
use crate::model::trackable::Trackable;
use crate::model::value::Value;
use crate::ui::theme::{size, strong_font};
use crate::ui::widgets::score_row::ScoreRow;
use crate::ui::widgets::{caption_ui, quiet_ui};
use crate::words::rounded;

/// The questionnaire that a card asks.
pub(super) fn on(card: Card) -> Option<Questionnaire> {
    Questionnaire::ALL.into_iter().find(|questionnaire| questionnaire.kind().card() == card)
}

/// Whether a card asks a questionnaire of which something was hidden: a part of it has no sum.
pub(super) fn is_hidden(card: Card, diary: &Diary) -> bool {
    let hidden = |item: &Trackable| diary.catalogue().get(item.key.as_str()).is_some_and(|known| known.hidden);
    on(card).is_some_and(|questionnaire| questionnaire.items().any(hidden))
}

impl Form<'_> {
    /// The day's answers.
    fn answered(&self, questionnaire: Questionnaire) -> Option<&Entry> {
        self.page.and_then(|page| page.main_entry(questionnaire.kind(), None))
    }

    /// What the head of its card says while it is folded.
    pub(super) fn questionnaire_summary(&self, questionnaire: Questionnaire) -> String {
        let name = questionnaire.name();
        match (standing(self.table, questionnaire, self.day), self.answered(questionnaire)) {
            (Standing::Answered(score), _) => format!("{name} {}", rounded(score, 0)),
            (_, Some(entry)) => {
                format!("{name}, {} of {} answered", entry.answers.iter().count(), questionnaire.items().count())
            }
            (Standing::Due, None) => format!("{name}, due"),
            (Standing::Recent { next, .. }, None) => format!("{name}, next from {}", next.brief(self.day)),
        }
    }

    pub(super) fn questionnaire_ui(&mut self, ui: &mut Ui, questionnaire: Questionnaire) {
        let Some(instrument) = instrument(questionnaire) else { return };
        let early = (self.day, questionnaire.kind());
        let is_open = self.answered(questionnaire).is_some() || self.state.early.contains(&early);
        if let Standing::Recent { on, score, next } = standing(self.table, questionnaire, self.day)
            && !is_open
        {
            let (name, on, next) = (questionnaire.name(), on.brief(self.day), next.brief(self.day));
            let (score, days) = (rounded(score, 0), questionnaire.days_apart());
            let period = &instrument.period;
            quiet_ui(
                ui,
                &format!(
                    "{name} {score} on {on}. It asks about {period}: every {days} days is enough, next from {next}."
                ),
            );
            if ui.link("answer it on this day all the same").on_hover_text(format!("Answer the {name} now")).clicked() {
                self.state.early.insert(early);
            }
            return;
        }
        instruction_ui(ui, instrument);
        self.items_ui(ui, instrument);
        self.sum_ui(ui, instrument);
        caption_ui(ui, &format!("{} {}", instrument.credit, instrument.terms));
    }

    /// A row an item.
    fn items_ui(&mut self, ui: &mut Ui, instrument: &Instrument) {
        let kind = instrument.questionnaire.kind();
        let entry = self.answered(instrument.questionnaire);
        let place = entry.map_or(Place::Main { kind, region: None }, |entry| Place::Entry(entry.id));
        let answers: Vec<Option<f64>> = instrument
            .questionnaire
            .items()
            .map(|item| entry.and_then(|entry| entry.answers.get(item.key.as_str())).map(Value::as_number))
            .collect();
        let most = most(instrument.questionnaire);
        for ((number, item), value) in instrument.questionnaire.items().enumerate().zip(answers) {
            let words = instrument.words.as_ref().and_then(|words| words.items.get(number));
            let label = words.map_or(item.label.as_str(), String::as_str);
            let row = |ui: &mut Ui| ScoreRow::new(label, 0..=most, value).sentence().ui(ui);
            if let Some(answer) = ui.push_id(item.key.as_str(), row).inner {
                let (day, key, value) = (self.day, item.key.clone(), answer.and_then(Value::number));
                self.commands.edit(Command::Answer { day, place, key, value });
            }
        }
    }

    /// The sum, and how it differs from the last; or how many answers it needs.
    fn sum_ui(&mut self, ui: &mut Ui, instrument: &Instrument) {
        let questionnaire = instrument.questionnaire;
        let Standing::Answered(score) = standing(self.table, questionnaire, self.day) else {
            let (answered, all) = (self.answered(questionnaire), questionnaire.items().count());
            let answered = answered.map_or(0, |entry| entry.answers.iter().count());
            quiet_ui(ui, &format!("{answered} of {all} answered. The sum needs all of them."));
            return;
        };
        ui.horizontal(|ui| {
            let words = format!("{} {}", questionnaire.name(), rounded(score, 0));
            ui.label(RichText::new(words).font(strong_font(size::TITLE)));
            let (low, high) = &instrument.score_ends;
            caption_ui(ui, &format!("0 {low}, {} {high}", questionnaire.most_points()));
        });
        if let Some((on, before)) = last_before(self.table, questionnaire, self.day) {
            quiet_ui(ui, &change(instrument, score - before, &on.brief(self.day)));
        }
    }
}

/// What stands above the items: how to answer, and what the numbers mean.
fn instruction_ui(ui: &mut Ui, instrument: &Instrument) {
    let Instrument { questionnaire, period, ends, without_words, .. } = instrument;
    if let Some(words) = &instrument.words {
        quiet_ui(ui, &words.instruction);
        let answers = words.answers.iter().enumerate();
        let numbered: Vec<_> = answers.map(|(number, answer)| format!("{number} {}", answer.to_lowercase())).collect();
        caption_ui(ui, &numbered.join(" · "));
    } else {
        quiet_ui(ui, &format!("{}, about {period}. {without_words}", questionnaire.name()));
        caption_ui(ui, &format!("0 {} · {} {}", ends.0, most(*questionnaire), ends.1));
    }
}

/// The highest answer.
fn most(questionnaire: Questionnaire) -> u8 {
    let highest = questionnaire.items().map(|item| item.kind.range().1).fold(0.0, f64::max);
    (0..=10).rev().find(|number| f64::from(*number) <= highest).unwrap_or(0)
}

/// `8 more than on 6 Nov. A change below 10 may be nothing.`
fn change(instrument: &Instrument, change: f64, before: &str) -> String {
    let size = rounded(change.abs(), 0);
    let words = match change {
        0.0 => format!("As on {before}."),
        change if change > 0.0 => format!("{size} more than on {before}."),
        _ => format!("{size} less than on {before}."),
    };
    match instrument.meaningful_change {
        Some(least) if change != 0.0 && change.abs() < f64::from(least) => {
            format!("{words} A change below {least} may be nothing.")
        }
        _ => words,
    }
}
