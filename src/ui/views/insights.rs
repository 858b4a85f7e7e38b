//! The Insights view: what goes along with what, how many days later, how sure, and what could not be told. It is worked out on
//! a thread of its own; while that runs, the old result stays, dimmed.

mod before_after;
mod figures;
mod finding_card;
mod finding_page;
mod lag_map;
mod literature;
mod overview;
mod suspects;

use std::sync::Arc;

use eframe::egui::{self, RichText, Ui};

use self::before_after::BeforeAfterPage;
use self::figures::Figures;
use crate::analysis::insights::{
    Analysed, EVERY_DAYS, Finding, Insights, Memory, SelfCheck, of_diary_with, self_check_with,
};
use crate::analysis::logging_habit::{LoggingHabit, TooFew, logging_habit};
use crate::columns::{Column, DayTable};
use crate::model::suspects::Suspects;
use crate::model::time::Day;
use crate::report::series_style::SeriesStyles;
use crate::ui::drafts::Drafts;
use crate::ui::job::Job;
use crate::ui::request::Outbox;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::{focus, segmented};
use crate::workspace::{Wake, Workspace};

/// What the insights were last asked of.
struct Asked {
    /// Rises with every question.
    number: u64,
    /// The part that is analysed.
    table: Arc<DayTable>,
    analysed: Option<Analysed>,
    suspects: Option<Suspects>,
}

impl Asked {
    /// Whether nothing that the looks use differs. Days after the newest look do not count.
    fn is_still(&self, table: &Arc<DayTable>, analysed: Option<Analysed>, suspects: Option<&Suspects>) -> bool {
        let used = |table: &DayTable| table.days / EVERY_DAYS * EVERY_DAYS;
        let days = used(table);
        let same = |(a, b): (&Column, &Column)| {
            a.key == b.key && a.role == b.role && a.cells.get(..days) == b.cells.get(..days)
        };
        let (old, new) = (&self.table, table);
        let left_out = |analysed: Option<Analysed>| analysed.map(|it| (it.older, it.newer));
        self.suspects.as_ref() == suspects
            && left_out(self.analysed) == left_out(analysed)
            && (Arc::ptr_eq(old, new)
                || (old.first == new.first
                    && used(old) == days
                    && old.columns.len() == new.columns.len()
                    && old.columns.iter().zip(&new.columns).all(same)))
    }
}

/// A result and the table it was worked out from: the part that is analysed.
struct Answer {
    /// Number of the question.
    of: u64,
    table: Arc<DayTable>,
    insights: Insights,
    check: Check,
    /// For every tested outcome, whether logging depends on it.
    habits: Vec<(String, Result<LoggingHabit, TooFew>)>,
}

/// Where the self-check stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Check {
    Waits,
    /// The diary is too short for one.
    None,
    Done(SelfCheck),
}

impl Answer {
    fn finding(&self, (factor, outcome): (&str, &str)) -> Option<&Finding> {
        self.insights.findings.iter().find(|finding| finding.factor == factor && finding.outcome == outcome)
    }
}

/// What the view shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    Patterns,
    BeforeAfter,
}

/// What the view remembers.
#[derive(Default)]
pub struct InsightsView {
    answer: Option<Answer>,
    job: Option<Job<Option<Answer>>>,
    /// The self-check comes after what it checks, since it takes longer.
    checking: Option<Job<Option<SelfCheck>>>,
    asked: Option<Asked>,
    revision: Option<u64>,
    map_of: Option<String>,
    /// The pair whose page is open.
    page: Option<(String, String)>,
    figures: Figures,
    part: Part,
    before_after: BeforeAfterPage,
    /// What was worked out before, so that an edit costs only the looks it touches.
    memory: Arc<Memory>,
}

impl InsightsView {
    /// Shows the view.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        (workspace, wake, styles): (&Workspace, &Wake, &SeriesStyles),
        drafts: &mut Drafts,
        outbox: &mut Outbox,
    ) {
        self.figures.follow(styles);
        self.refresh(workspace, wake);
        if self.page.is_none() {
            self.head_ui(ui);
        }
        if self.part == Part::BeforeAfter {
            let area = egui::ScrollArea::vertical().id_salt("before and after").auto_shrink(false);
            focus::scrolled(ui, area, |ui| {
                ui.set_max_width(ui.available_width() - space::ROW);
                ui.spacing_mut().item_spacing.y = space::ROW;
                self.before_after.show(ui, workspace, &mut self.figures, outbox);
            });
            return;
        }
        let Some(answer) = &self.answer else {
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
        focus::scrolled(ui, area, |ui| {
            if self.job.is_some() {
                ui.set_opacity(0.6);
            }
            ui.set_max_width(ui.available_width() - space::ROW);
            ui.spacing_mut().item_spacing.y = space::ROW;
            goes_to = match page {
                Some(finding) => {
                    let back = finding_page::show(ui, finding, answer, workspace, &mut self.figures, (drafts, outbox));
                    back.then_some(None)
                }
                None => overview::show(ui, answer, workspace, &mut self.map_of, &mut self.figures, outbox).map(Some),
            };
        });
        if let Some(page) = goes_to {
            self.page = page;
        }
    }

    /// Shows the days before and after what happened on a day.
    pub fn compare(&mut self, workspace: &Workspace, day: Day, words: &str) {
        self.before_after.choose(workspace, day, words);
        (self.part, self.page) = (Part::BeforeAfter, None);
    }

    fn head_ui(&mut self, ui: &mut Ui) {
        ui.label(RichText::new("Insights").font(strong_font(size::VIEW)));
        let parts = [(Part::Patterns, "Patterns"), (Part::BeforeAfter, "Before and after")];
        if let Some(part) = segmented::show(ui, "Insights", Some(self.part), &parts) {
            self.part = part;
        }
        ui.add_space(space::TIGHT);
    }

    /// Starts the work anew when what the looks use has changed.
    fn refresh(&mut self, workspace: &Workspace, wake: &Wake) {
        if let Some(answer) = self.job.as_ref().and_then(Job::poll) {
            self.job = None;
            if let Ok(Some(answer)) = answer {
                self.answer = Some(answer);
            }
        }
        self.follow_check(wake);
        if self.revision == Some(workspace.revision()) {
            return;
        }
        self.revision = Some(workspace.revision());
        let whole = workspace.table();
        let suspects = workspace.diary().settings().suspects.clone();
        let analysed = Analysed::of(&whole);
        let table = DayTable::shared_main_part(&whole);
        if self.asked.as_ref().is_some_and(|asked| asked.is_still(&table, analysed, suspects.as_ref())) {
            return;
        }
        if let Some(job) = self.job.take() {
            job.stop();
        }
        if let Some(job) = self.checking.take() {
            job.stop();
        }
        let of = self.asked.as_ref().map_or(0, |asked| asked.number + 1);
        self.asked = Some(Asked { number: of, table: table.clone(), analysed, suspects: suspects.clone() });
        let memory = self.memory.clone();
        self.job = Some(Job::start(wake.clone(), move |ticket| {
            let insights = of_diary_with(&whole, suspects.as_ref(), &memory, &|done| ticket.tell(done))?;
            let habits = outcomes(&insights).into_iter().map(|outcome| {
                let habit = logging_habit(&table, &outcome, insights.days);
                (outcome, habit)
            });
            let habits = habits.collect();
            Some(Answer { of, table, insights, check: Check::Waits, habits })
        }));
    }

    /// Takes the self-check over when it is done, and starts it for a result that has none yet.
    fn follow_check(&mut self, wake: &Wake) {
        let Some(answer) = &mut self.answer else { return };
        if let Some(done) = self.checking.as_ref().and_then(Job::poll) {
            self.checking = None;
            answer.check = done.ok().flatten().map_or(Check::None, Check::Done);
        }
        if self.job.is_none() && self.checking.is_none() && answer.check == Check::Waits {
            let (table, days, memory) = (answer.table.clone(), answer.insights.days, self.memory.clone());
            self.checking = Some(Job::start(wake.clone(), move |ticket| {
                let check = self_check_with(&table, days, &memory, &|done| ticket.tell(done))?;
                (check.shifts > 0).then_some(check)
            }));
        }
    }

    fn waiting_ui(&self, ui: &mut Ui) {
        let Some(job) = &self.job else { return };
        ui.horizontal(|ui| {
            ui.add(egui::ProgressBar::new(job.done()).desired_width(220.0));
            let (shown, asked) = (self.answer.as_ref().map(|it| it.of), self.asked.as_ref().map(|it| it.number));
            let words = if shown.is_some() && shown != asked {
                "Working it out anew; below is the last result."
            } else {
                "Working it out. You can go on logging."
            };
            ui.label(RichText::new(words).color(Palette::of(ui).quiet));
        });
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(150));
    }
}

/// Every tested outcome once.
fn outcomes(insights: &Insights) -> Vec<String> {
    let mut found: Vec<String> = insights.lag_rows.iter().map(|row| row.outcome.clone()).collect();
    found.dedup();
    found
}
