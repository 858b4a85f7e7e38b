//! The list of insights: what the look was, findings by outcome, what could not be told apart, the map, what is missing.

use eframe::egui::{CollapsingHeader, RichText, Ui};

use super::figures::Figures;
use super::{finding_card, lag_map, suspects};
use crate::analysis::insights::{Analysed, EVERY_DAYS, Finding, coverage, words};
use crate::analysis::logging_habit::{self, LoggingHabit};
use crate::report::doctor::MOST_FINDINGS;
use crate::ui::command::UiCommands;
use crate::ui::theme::{Palette, size, strong_font};
use crate::ui::widgets::card;
use crate::ui::widgets::quiet_ui;
use crate::workspace::Workspace;
use crate::workspace::jobs::insights::{Answer, Check};

/// Shows the list; gives the pair whose page is to be opened.
pub fn overview_ui(
    ui: &mut Ui,
    answer: &Answer,
    workspace: &Workspace,
    map_of: &mut Option<String>,
    figures: &mut Figures,
    commands: &mut UiCommands,
) -> Option<(String, String)> {
    head_ui(ui, answer);
    let mut opened = None;
    let settings = workspace.diary().settings();
    let is_hidden = |finding: &&Finding| settings.mark_of(&finding.factor, &finding.outcome).hidden;
    let (hidden, shown): (Vec<&Finding>, Vec<&Finding>) = answer.insights.findings.iter().partition(is_hidden);
    let (first, further) = shown.split_at(shown.len().min(MOST_FINDINGS));
    let mut list = |ui: &mut Ui, findings: &[&Finding]| {
        for (outcome, findings) in by_outcome(findings) {
            let label = words::label(&answer.table, outcome);
            ui.label(RichText::new(label).font(strong_font(size::BODY)).color(Palette::of(ui).quiet));
            for finding in findings {
                let mark = settings.mark_of(&finding.factor, &finding.outcome);
                if finding_card::finding_card_ui(ui, finding, &answer.table, &mark) {
                    opened = Some((finding.factor.clone(), finding.outcome.clone()));
                }
            }
        }
    };
    list(ui, first);
    for (name, id, findings) in [("Further findings", "further", further), ("Hidden by you", "hidden", &hidden[..])] {
        if !findings.is_empty() {
            fold_ui(ui, &format!("{name} ({})", findings.len()), id, |ui| list(ui, findings));
        }
    }
    opened = opened.or(suspects::suspects_ui(ui, answer, commands));
    separate_ui(ui, answer);
    habits_ui(ui, answer);
    lag_map::lag_map_ui(ui, answer, map_of, figures, commands);
    untested_ui(ui, answer);
    opened
}

/// Findings by outcome; the outcome of the best finding first.
fn by_outcome<'a>(findings: &[&'a Finding]) -> Vec<(&'a str, Vec<&'a Finding>)> {
    let mut groups: Vec<(&str, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|(outcome, _)| *outcome == finding.outcome) {
            Some((_, group)) => group.push(finding),
            None => groups.push((&finding.outcome, vec![finding])),
        }
    }
    groups
}

fn fold_ui(ui: &mut Ui, title: &str, id: &str, add: impl FnOnce(&mut Ui)) {
    CollapsingHeader::new(RichText::new(title).font(strong_font(size::BODY))).id_salt(id).show(ui, add);
}

fn head_ui(ui: &mut Ui, answer: &Answer) {
    let insights = &answer.insights;
    if insights.days == 0 {
        card::plain_ui(ui, |ui| {
            ui.label(RichText::new("Too early to tell").font(strong_font(size::TITLE)));
            let words = format!(
                "The first look comes after {EVERY_DAYS} days of diary; you have {}. Log what you can, gaps are fine: the \
                 search knows what is missing. It looks on fixed days only, because looking every day would make chance \
                 look like a pattern.",
                insights.days_in_all
            );
            ui.label(words);
            if let Some(line) = insights.analysed.and_then(Analysed::words) {
                ui.label(line);
            }
        });
        return;
    }
    if !insights.findings.is_empty() {
        quiet_ui(ui, words::CONFOUNDING);
    }
    fold_ui(ui, "How this was tested", "method", |ui| method_ui(ui, answer));
    if insights.pairs_tested == 0 {
        card::plain_ui(ui, |ui| {
            ui.label(RichText::new("Too little to compare yet").font(strong_font(size::TITLE)));
            ui.label("No outcome and factor have enough answers and changes yet. What each one needs is listed below.");
        });
    } else if insights.findings.is_empty() {
        card::plain_ui(ui, |ui| {
            ui.label(words::nothing_found(insights.days));
            ui.label("That does not mean that nothing matters: it means that this diary cannot tell it from chance.");
        });
    }
}

/// What the look was, what it used, and what checks it.
fn method_ui(ui: &mut Ui, answer: &Answer) {
    let insights = &answer.insights;
    let at = |days: usize| answer.table.first.plus(i32::try_from(days).unwrap_or(i32::MAX) - 1);
    let next = at(insights.days + EVERY_DAYS);
    quiet_ui(
        ui,
        &format!(
            "Looked at after {} days, on {}. {} pairs were tested together. The next look is on {}.",
            insights.days,
            at(insights.days).short(),
            insights.pairs_tested,
            next.short()
        ),
    );
    if let Some(line) = insights.analysed.and_then(Analysed::words) {
        quiet_ui(ui, &line);
    }
    if let Some(line) = coverage::line(&coverage::coverage(insights, &answer.table), &answer.table) {
        quiet_ui(ui, &line);
    }
    for pair in &insights.kept_back {
        quiet_ui(ui, &pair.words(&answer.table));
    }
    if insights.pairs_tested > 0 {
        match answer.check {
            Check::Waits => {
                quiet_ui(ui, "Self-check: the same search on your diary with skin and gut moved by weeks is running.");
            }
            Check::Done(check) => quiet_ui(
                ui,
                &format!(
                    "Self-check: the same search on your diary with skin and gut moved by weeks found a pattern in {} of {} runs.",
                    check.with_claims, check.shifts
                ),
            ),
            Check::None => {}
        }
    }
}

fn separate_ui(ui: &mut Ui, answer: &Answer) {
    if answer.insights.cannot_separate.is_empty() {
        return;
    }
    let title = format!("Cannot be told apart ({})", answer.insights.cannot_separate.len());
    fold_ui(ui, &title, "separate", |ui| {
        for pair in &answer.insights.cannot_separate {
            ui.label(words::cannot_separate(pair, &answer.table));
        }
    });
}

/// Whether bad days are written down more often, outcome by outcome; what stands out comes first.
fn habits_ui(ui: &mut Ui, answer: &Answer) {
    let standing_out = answer.habits.iter().filter(|(_, habit)| habit.as_ref().is_ok_and(LoggingHabit::stands_out));
    let count = standing_out.count();
    if answer.habits.is_empty() {
        return;
    }
    let title = match count {
        0 => "Are bad days logged more often?".to_owned(),
        count => format!("Are bad days logged more often? ({count} stand out)"),
    };
    fold_ui(ui, &title, "habits", |ui| {
        quiet_ui(
            ui,
            "If somebody writes mostly on bad days, averages look worse than life was, and what goes along with writing can look like what goes along with the skin.",
        );
        let mut habits: Vec<_> = answer.habits.iter().collect();
        habits.sort_by_key(|(_, habit)| !habit.as_ref().is_ok_and(LoggingHabit::stands_out));
        for (outcome, habit) in habits {
            let Some(column) = answer.table.column(outcome) else { continue };
            ui.label(match habit {
                Ok(found) => logging_habit::sentence(found, column),
                Err(missing) => logging_habit::too_few(missing, &column.label),
            });
        }
    });
}

fn untested_ui(ui: &mut Ui, answer: &Answer) {
    let mut reasons: Vec<String> =
        answer.insights.not_tested.iter().map(|pair| words::not_tested(pair, &answer.table)).collect();
    reasons.sort();
    reasons.dedup();
    if reasons.is_empty() {
        return;
    }
    let title = format!("Not tested, and what is missing ({} pairs)", answer.insights.not_tested.len());
    fold_ui(ui, &title, "untested", |ui| {
        for reason in reasons {
            ui.label(reason);
        }
    });
}
