//! The page of one finding: the sentence, lag by lag, the days compared, both series, the days behind it, what could not be told
//! from it, what studies say, and what the person decides about it.

use std::rc::Rc;

use eframe::egui::{self, RichText, Ui};

use super::figures::{Figures, Of};
use super::finding_card::{self, caption_ui};
use super::{days_behind, literature};
use crate::analysis::insights::behind::behind;
use crate::analysis::insights::{Finding, words};
use crate::analysis::photo_limits::limits_of;
use crate::columns::DayTable;
use crate::edit::Command;
use crate::evidence::related::Pair;
use crate::model::diary::Diary;
use crate::model::pair_mark::PairMark;
use crate::model::prespecified::{MOST_SUSPECTS, PrespecifiedPair};
use crate::model::trial::TrialSubject;
use crate::report::figure::{lag_curve, scatter, spread, timeline};
use crate::ui::command::{Destination, TrialStart, UiCommands};
use crate::ui::drafts::{Drafts, Field, HandOver};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::card;
use crate::ui::widgets::note_field::{self, NoteField};
use crate::words::chance;
use crate::workspace::Workspace;
use crate::workspace::jobs::insights::Answer;

/// Name of the field for the person's words.
const NOTE: &str = "Note on this finding";

/// Shows the head, which stays while the page scrolls; gives whether to go back to the list.
pub fn finding_head_ui(ui: &mut Ui, finding: &Finding, table: &DayTable) -> bool {
    let back = ui.link("‹ All insights").clicked();
    let title = RichText::new(words::heading(finding, table)).font(strong_font(size::VIEW));
    ui.add(egui::Label::new(title).wrap());
    finding_card::grade_badge_ui(ui, finding.grade);
    ui.add_space(space::TIGHT);
    back
}

/// Shows the page under its head; `all_days` is whether all days behind it are listed.
pub fn finding_page_ui(
    ui: &mut Ui,
    finding: &Finding,
    answer: &Answer,
    workspace: &Workspace,
    figures: &mut Figures,
    all_days: &mut bool,
    (drafts, commands): (&mut Drafts, &mut UiCommands),
) {
    let table = &answer.table;
    card::plain_ui(ui, |ui| {
        ui.label(words::sentence(finding, table));
        ui.label(RichText::new(words::grade(finding.grade)).color(Palette::of(ui).accent));
        caption_ui(ui, words::CONFOUNDING);
        if let Some(limits) = limits_of(&finding.outcome) {
            caption_ui(ui, limits);
        }
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
        if !figures.ui(ui, of("scatter"), commands, |width| scatter::draw(finding, &behind, table, width)) {
            caption_ui(ui, "There are too few days to draw against each other.");
        }
    });
    card::plain_ui(ui, |ui| {
        let days = answer.insights.days;
        let styles = figures.styles().clone();
        figures.ui(ui, of("timeline"), commands, |width| {
            timeline::draw(finding, workspace.diary(), (table, days), &styles, width)
        });
    });
    card::plain_ui(ui, |ui| days_behind::days_behind_ui(ui, finding, answer, &behind, all_days, commands));
    rivals_ui(ui, finding, answer);
    let (factor, outcome, effect) = (finding.factor.as_str(), finding.outcome.as_str(), finding.claim.effect);
    literature::literature_ui(ui, workspace, table, Pair { factor, outcome, effect, lags });
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
