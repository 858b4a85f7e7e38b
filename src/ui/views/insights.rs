//! The Insights view: what goes along with what, how many days later, how sure, and what could not be told. It is worked out on
//! a thread of its own; while that runs, the old result stays, dimmed.

mod figures;
mod finding_card;
mod finding_page;
mod lag_map;
mod literature;
mod overview;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use eframe::egui::{self, RichText, Ui};

use self::figures::Figures;
use crate::analysis::day_table::DayTable;
use crate::analysis::insights::{EVERY_DAYS, Finding, Insights, SelfCheck, of_diary, self_check};
use crate::ui::job::Job;
use crate::ui::request::Outbox;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::workspace::{Wake, Workspace};

/// A result and the table it was worked out from.
struct Answer {
    of: u64,
    table: Arc<DayTable>,
    insights: Insights,
    check: Option<SelfCheck>,
}

impl Answer {
    fn finding(&self, (factor, outcome): (&str, &str)) -> Option<&Finding> {
        self.insights.findings.iter().find(|finding| finding.factor == factor && finding.outcome == outcome)
    }
}

/// What the view remembers.
#[derive(Default)]
pub struct InsightsView {
    answer: Option<Answer>,
    job: Option<Job<Option<Answer>>>,
    asked_for: Option<u64>,
    revision: Option<u64>,
    map_of: Option<String>,
    /// The pair whose page is open.
    page: Option<(String, String)>,
    figures: Figures,
}

impl InsightsView {
    /// Shows the view.
    pub fn show(&mut self, ui: &mut Ui, workspace: &Workspace, wake: &Wake, outbox: &mut Outbox) {
        self.refresh(workspace, wake);
        let Some(answer) = &self.answer else {
            ui.label(RichText::new("Insights").font(strong_font(size::VIEW)));
            self.waiting_ui(ui);
            return;
        };
        if self.job.is_some() {
            self.waiting_ui(ui);
        }
        let page = self.page.as_ref().and_then(|(factor, outcome)| answer.finding((factor, outcome)));
        // The list and each page scroll by themselves.
        let area = egui::ScrollArea::vertical().id_salt(("insights", &self.page)).auto_shrink(false);
        let mut goes_to = None;
        area.show(ui, |ui| {
            if self.job.is_some() {
                ui.set_opacity(0.6);
            }
            ui.set_max_width(ui.available_width() - space::ROW);
            ui.spacing_mut().item_spacing.y = space::ROW;
            goes_to = match page {
                Some(finding) => {
                    let back = finding_page::show(ui, finding, answer, workspace, &mut self.figures, outbox);
                    back.then_some(None)
                }
                None => overview::show(ui, answer, workspace, &mut self.map_of, &mut self.figures, outbox).map(Some),
            };
        });
        if let Some(page) = goes_to {
            self.page = page;
        }
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
