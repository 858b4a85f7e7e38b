//! The page of one finding: the sentence, lag by lag, the days compared, both series, the days behind it, what could not be told
//! from it, what studies say, and what the person decides about it.

use std::rc::Rc;

use eframe::egui::{self, RichText, Ui};
use egui_extras::{Column, TableBuilder};

use super::figures::{Figures, Of};
use super::finding_card::caption_ui;
use super::literature;
use crate::analysis::insights::behind::{Behind, behind};
use crate::analysis::insights::{Finding, words};
use crate::columns::DayTable;
use crate::edit::Command;
use crate::evidence::related::Pair;
use crate::model::diary::Diary;
use crate::model::pair_mark::PairMark;
use crate::model::prespecified::{MOST_SUSPECTS, PrespecifiedPair};
use crate::model::trial::TrialSubject;
use crate::report::figure::{lag_curve, spread, timeline};
use crate::ui::command::{Destination, TrialStart, UiCommands};
use crate::ui::drafts::{Drafts, Field, HandOver};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::note_field::{self, NoteField};
use crate::ui::widgets::{card, focus};
use crate::words::{Period, chance};
use crate::workspace::Workspace;
use crate::workspace::jobs::insights::Answer;

/// Name of the field for the person's words.
const NOTE: &str = "Note on this finding";
/// Height of the list of days.
const DAYS_HEIGHT: f32 = 240.0;
const ROW_HEIGHT: f32 = 24.0;

/// Shows the page; gives whether to go back to the list.
pub fn finding_page_ui(
    ui: &mut Ui,
    finding: &Finding,
    answer: &Answer,
    workspace: &Workspace,
    figures: &mut Figures,
    (drafts, commands): (&mut Drafts, &mut UiCommands),
) -> bool {
    let table = &answer.table;
    let back = ui.link("‹ All insights").clicked();
    let title = words::pair_title(&finding.factor, &finding.outcome, table);
    ui.label(RichText::new(&title).font(strong_font(size::VIEW)));
    card::plain_ui(ui, |ui| {
        ui.label(words::sentence(finding, table));
        ui.label(RichText::new(words::grade(finding.grade)).color(Palette::of(ui).accent));
        caption_ui(ui, words::CONFOUNDING);
        ui.add_space(space::TIGHT);
        decide_ui(ui, finding, (workspace, table), drafts, commands);
    });
    let of = |name| Of { answer: answer.number, name, about: format!("{} {}", finding.factor, finding.outcome) };
    card::plain_ui(ui, |ui| {
        figures.ui(ui, of("lags"), commands, |width| lag_curve::draw(finding, table, width));
        caption_ui(ui, &words::other_windows(&finding.claim));
        caption_ui(ui, &format!("q {} over all pairs tested together.", chance(finding.claim.q)));
    });
    let lags = (finding.claim.lag, finding.claim.lag_end);
    let behind = behind(table, &finding.factor, &finding.outcome, lags, answer.insights.days);
    card::plain_ui(ui, |ui| {
        if !figures.ui(ui, of("spread"), commands, |width| spread::draw(finding, &behind, table, width)) {
            caption_ui(ui, "There are no days with more and with less of it to compare.");
        }
    });
    card::plain_ui(ui, |ui| {
        let days = answer.insights.days;
        let styles = figures.styles().clone();
        figures.ui(ui, of("timeline"), commands, |width| {
            timeline::draw(finding, workspace.diary(), (table, days), &styles, width)
        });
    });
    card::plain_ui(ui, |ui| days_ui(ui, finding, answer, &behind, commands));
    rivals_ui(ui, finding, answer);
    let (factor, outcome, effect) = (finding.factor.as_str(), finding.outcome.as_str(), finding.claim.effect);
    literature::literature_ui(ui, workspace, table, Pair { factor, outcome, effect, lags });
    back
}

/// What the person decides: nothing of it changes what is found.
fn decide_ui(
    ui: &mut Ui,
    finding: &Finding,
    (workspace, table): (&Workspace, &DayTable),
    drafts: &mut Drafts,
    commands: &mut UiCommands,
) {
    let mark = workspace.diary().settings().mark_of(&finding.factor, &finding.outcome);
    let decide = |mark: PairMark, commands: &mut UiCommands| commands.edit(Command::MarkPair { mark });
    ui.horizontal_wrapped(|ui| {
        let (words, hint) = if mark.hidden {
            ("Show in the list again", "It stands with the other findings again")
        } else {
            ("Hide", "It is folded away at the foot of the list; what is found stays the same")
        };
        if ui.button(words).on_hover_text(hint).clicked() {
            decide(PairMark { hidden: !mark.hidden, ..mark.clone() }, commands);
        }
        let mut to_test = mark.to_test;
        let hint = "Keeps the pair for a trial: one change at a time, switched on and off at random";
        if ui.checkbox(&mut to_test, "Test this").on_hover_text(hint).changed() {
            decide(PairMark { to_test, ..mark.clone() }, commands);
        }
        if to_test
            && ui.button("Plan a trial…").on_hover_text("Leads to the planner with this pair filled in").clicked()
        {
            commands.go(Destination::PlanTrial(TrialStart {
                name: words::label(table, &finding.factor),
                subject: Some(TrialSubject::Column(finding.factor.clone())),
                outcome: Some(finding.outcome.clone()),
                ..TrialStart::default()
            }));
        }
        suspect_ui(ui, finding, workspace, commands);
    });
    let shown = mark.note.as_ref().map(ToString::to_string).unwrap_or_default();
    let field = NoteField { label: NOTE, shown: &shown, hint: "Your note on this finding", rows: 2 };
    let pair = (finding.factor.clone(), finding.outcome.clone());
    let writable = workspace.read_only().is_none();
    let typed = ui.push_id(&pair, |ui| ui.add_enabled_ui(writable, |ui| field.ui(ui, drafts)).inner).inner;
    if typed.changed {
        let ask = move |text: &str, diary: &Diary| {
            let mark = diary.settings().mark_of(&pair.0, &pair.1);
            Ok(Some(Command::MarkPair { mark: PairMark { note: note_field::read(text)?, ..mark } }))
        };
        drafts.ask(typed.id, Field { name: NOTE.to_owned(), ..Field::default() }, HandOver::Pause, Rc::new(ask));
    }
    if ui.link("show both in the plot").clicked() {
        commands.go(Destination::Series(finding.factor.clone()));
        commands.go(Destination::Series(finding.outcome.clone()));
    }
}

/// Adds the pair to the suspects. What it was found on does not count for it, so the list starts anew.
fn suspect_ui(ui: &mut Ui, finding: &Finding, workspace: &Workspace, commands: &mut UiCommands) {
    let mut pairs = workspace.diary().settings().suspects.as_ref().map(|kept| kept.pairs.clone()).unwrap_or_default();
    let pair = PrespecifiedPair::new(&finding.factor, &finding.outcome);
    if pairs.contains(&pair) {
        caption_ui(ui, "among your suspects");
        return;
    }
    let room = pairs.len() < MOST_SUSPECTS;
    let hint = "Starts your list of suspects anew with this pair in it. The days up to today do not count for the list, \
                since you have seen what they show.";
    let full = "Six suspects are the most. Take one off the list first.";
    let button = ui.add_enabled(room, egui::Button::new("Make it a suspect"));
    if button.on_hover_text(hint).on_disabled_hover_text(full).clicked() {
        pairs.push(pair);
        commands.edit(Command::NamePairs { pairs });
    }
}

/// Every day that was compared; a click opens it.
fn days_ui(ui: &mut Ui, finding: &Finding, answer: &Answer, behind: &Behind, commands: &mut UiCommands) {
    let label = |key: &str| words::label(&answer.table, key);
    let title = format!("The {} days behind it", behind.days.len());
    ui.label(RichText::new(title).font(strong_font(size::TITLE)));
    caption_ui(ui, "Days on which the outcome and all days of the window before it are logged. A click opens the day.");
    let table = &answer.table;
    let of = |key: &str| table.column(key).map(crate::columns::Column::quantity);
    let (factor, outcome) = (of(&finding.factor), of(&finding.outcome));
    let period = Period::new(table.first, table.day(table.days.saturating_sub(1)));
    ui.push_id("days behind", |ui| {
        let columns = TableBuilder::new(ui)
            .striped(true)
            .max_scroll_height(DAYS_HEIGHT)
            .min_scrolled_height(DAYS_HEIGHT)
            .column(Column::exact(110.0))
            .column(Column::remainder().at_least(120.0))
            .column(Column::remainder().at_least(120.0));
        let head = columns.header(ROW_HEIGHT, |mut row| {
            let factor = format!("{}, {}", label(&finding.factor), window_words(finding));
            for name in ["Day".to_owned(), factor, label(&finding.outcome)] {
                row.col(|ui| {
                    ui.add(egui::Label::new(RichText::new(name).font(strong_font(size::CAPTION))).truncate());
                });
            }
        });
        head.body(|body| {
            // Newest first.
            body.rows(ROW_HEIGHT, behind.days.len(), |mut row| {
                let Some(day) = behind.days.get(behind.days.len() - 1 - row.index()) else { return };
                let date = answer.table.day(day.row);
                row.col(|ui| {
                    let link = focus::followed(ui, |ui| ui.link(period.day(date)));
                    if link.on_hover_text(format!("Open {}", date.short())).clicked() {
                        commands.go(Destination::Day(date));
                    }
                });
                let side = if day.more { "more" } else { "less" };
                row.col(|ui| {
                    ui.label(format!("{} ({side})", factor.map_or_else(String::new, |of| of.mean(day.factor))));
                });
                row.col(|ui| {
                    ui.label(outcome.map_or_else(String::new, |of| of.answer(day.outcome)));
                });
            });
        });
    });
}

fn window_words(finding: &Finding) -> String {
    match (finding.claim.lag, finding.claim.lag_end) {
        (0, 0) => "same day".to_owned(),
        (1, 1) => "day before".to_owned(),
        (from, to) if from == to => format!("{from} days before"),
        (from, to) => format!("mean of {from} to {to} days before"),
    }
}

/// What failed beside it, and what it could not be told from.
fn rivals_ui(ui: &mut Ui, finding: &Finding, answer: &Answer) {
    let same = answer.insights.cannot_separate.iter().filter(|pair| pair.outcome == finding.outcome);
    let beaten: Vec<String> = same
        .filter(|pair| pair.rival == finding.factor || pair.factor == finding.factor)
        .map(|pair| words::cannot_separate(pair, &answer.table))
        .collect();
    card::plain_ui(ui, |ui| {
        ui.label(RichText::new("What moved with it").font(strong_font(size::TITLE)));
        if beaten.is_empty() {
            ui.label("No other factor you log stood out alone and then failed beside this one.");
        }
        for words in beaten {
            ui.label(words);
        }
        caption_ui(ui, words::CONFOUNDING);
    });
}
