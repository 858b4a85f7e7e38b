//! The Insights view: what goes along with what, how many days later, how sure, and what could not be told. It is worked out on
//! a thread of its own; while that runs, the old result stays, dimmed.

mod finding_card;
mod lag_map;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use eframe::egui::{self, CollapsingHeader, RichText, Ui};

use crate::analysis::day_table::DayTable;
use crate::analysis::insights::{EVERY_DAYS, Insights, SelfCheck, of_diary, self_check, words};
use crate::report::findings::MOST_FINDINGS;
use crate::ui::job::Job;
use crate::ui::request::Outbox;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::card;
use crate::workspace::{Wake, Workspace};

/// A result and the table it was worked out from.
struct Answer {
    of: u64,
    table: Arc<DayTable>,
    insights: Insights,
    check: Option<SelfCheck>,
}

/// What the view remembers.
#[derive(Default)]
pub struct InsightsView {
    answer: Option<Answer>,
    job: Option<Job<Option<Answer>>>,
    asked_for: Option<u64>,
    revision: Option<u64>,
    map_of: Option<String>,
}

impl InsightsView {
    /// Shows the view.
    pub fn show(&mut self, ui: &mut Ui, workspace: &Workspace, wake: &Wake, outbox: &mut Outbox) {
        self.refresh(workspace, wake);
        ui.label(RichText::new("Insights").font(strong_font(size::VIEW)));
        let Some(answer) = &self.answer else {
            self.waiting_ui(ui);
            return;
        };
        if self.job.is_some() {
            self.waiting_ui(ui);
        }
        let dimmed = self.job.is_some();
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            if dimmed {
                ui.set_opacity(0.6);
            }
            ui.spacing_mut().item_spacing.y = space::ROW;
            head_ui(ui, answer);
            let (first, further) = answer.insights.findings.split_at(answer.insights.findings.len().min(MOST_FINDINGS));
            for finding in first {
                finding_card::show(ui, finding, &answer.table, outbox);
            }
            if !further.is_empty() {
                let title = format!("Further findings ({})", further.len());
                let title = RichText::new(title).font(strong_font(size::BODY));
                CollapsingHeader::new(title).id_salt("further").show(ui, |ui| {
                    for finding in further {
                        finding_card::show(ui, finding, &answer.table, outbox);
                    }
                });
            }
            separate_ui(ui, answer);
            lag_map::show(ui, &answer.insights, &answer.table, &mut self.map_of);
            untested_ui(ui, answer);
        });
    }

    /// Starts the work anew when what the looks use has changed.
    fn refresh(&mut self, workspace: &Workspace, wake: &Wake) {
        if let Some(answer) = self.job.as_ref().and_then(Job::poll) {
            self.job = None;
            if let Ok(Some(answer)) = answer {
                self.answer = Some(answer);
            }
        }
        if self.revision == Some(workspace.revision()) {
            return;
        }
        self.revision = Some(workspace.revision());
        let table = workspace.table();
        let of = fingerprint(&table);
        if self.asked_for == Some(of) {
            return;
        }
        if let Some(job) = self.job.take() {
            job.stop();
        }
        self.asked_for = Some(of);
        self.job = Some(Job::start(wake.clone(), move |ticket| {
            let insights = of_diary(&table, &|done| ticket.tell(done * 0.5))?;
            let check = self_check(&table, insights.days, &|done| ticket.tell(0.5 + done * 0.5))?;
            let check = (check.shifts > 0).then_some(check);
            Some(Answer { of, table, insights, check })
        }));
    }

    fn waiting_ui(&self, ui: &mut Ui) {
        let Some(job) = &self.job else { return };
        ui.horizontal(|ui| {
            ui.add(egui::ProgressBar::new(job.done()).desired_width(220.0));
            let words = if self.answer.as_ref().is_some_and(|answer| Some(answer.of) != self.asked_for) {
                "Working it out anew; below is the last result."
            } else {
                "Working it out. You can go on logging."
            };
            ui.label(RichText::new(words).color(Palette::of(ui).quiet));
        });
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(150));
    }
}

/// Changes when anything the looks use changes. Days after the newest look do not count.
fn fingerprint(table: &DayTable) -> u64 {
    let used = table.days / EVERY_DAYS * EVERY_DAYS;
    let mut hasher = DefaultHasher::new();
    (table.first.number(), used).hash(&mut hasher);
    for column in &table.columns {
        column.key.hash(&mut hasher);
        for cell in column.cells.iter().take(used) {
            cell.map(f64::to_bits).hash(&mut hasher);
        }
    }
    hasher.finish()
}

fn quiet(ui: &mut Ui, words: &str) {
    ui.add(egui::Label::new(RichText::new(words).color(Palette::of(ui).quiet)).wrap());
}

fn head_ui(ui: &mut Ui, answer: &Answer) {
    let insights = &answer.insights;
    let at = |days: usize| answer.table.first.plus(i32::try_from(days).unwrap_or(i32::MAX) - 1);
    if insights.days == 0 {
        card::plain(ui, |ui| {
            ui.label(RichText::new("Too early to tell").font(strong_font(size::TITLE)));
            let words = format!(
                "The first look comes after {EVERY_DAYS} days of diary; you have {}. Log what you can, gaps are fine: the \
                 search knows what is missing. It looks on fixed days only, because looking every day would make chance \
                 look like a pattern.",
                insights.days_in_all
            );
            ui.label(words);
        });
        return;
    }
    let next = at(insights.days + EVERY_DAYS);
    quiet(
        ui,
        &format!(
            "Looked at after {} days, on {}. {} pairs were tested together. The next look is on {}.",
            insights.days,
            at(insights.days).short(),
            insights.pairs_tested,
            next.short()
        ),
    );
    if let Some(check) = answer.check.filter(|_| insights.pairs_tested > 0) {
        quiet(
            ui,
            &format!(
                "Self-check: the same search on your diary with skin and gut moved by weeks found a pattern in {} of {} runs.",
                check.with_claims, check.shifts
            ),
        );
    }
    if insights.pairs_tested == 0 {
        card::plain(ui, |ui| {
            ui.label(RichText::new("Too little to compare yet").font(strong_font(size::TITLE)));
            ui.label("No outcome and factor have enough answers and changes yet. What each one needs is listed below.");
        });
    } else if insights.findings.is_empty() {
        card::plain(ui, |ui| {
            ui.label(words::nothing_found(insights.days));
            ui.label("That does not mean that nothing matters: it means that this diary cannot tell it from chance.");
        });
    }
}

fn separate_ui(ui: &mut Ui, answer: &Answer) {
    if answer.insights.cannot_separate.is_empty() {
        return;
    }
    let title = format!("Cannot be told apart ({})", answer.insights.cannot_separate.len());
    CollapsingHeader::new(RichText::new(title).font(strong_font(size::BODY))).id_salt("separate").show(ui, |ui| {
        for pair in &answer.insights.cannot_separate {
            ui.label(words::cannot_separate(pair, &answer.table));
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
    CollapsingHeader::new(RichText::new(title).font(strong_font(size::BODY))).id_salt("untested").show(ui, |ui| {
        for reason in reasons {
            ui.label(reason);
        }
    });
}
