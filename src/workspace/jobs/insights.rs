//! The insights of a diary, worked out beside it: begun anew when what they use has changed, followed by their self-check. Until
//! the new result is there, the last one stays.

use std::sync::Arc;

use super::Job;
use crate::analysis::insights::{
    Analysed, EVERY_DAYS, Finding, Insights, KeptBack, SearchCache, SelfCheck, kept_back, of_diary_with,
    self_check_with,
};
use crate::analysis::logging_habit::{LoggingHabit, TooFew, logging_habit};
use crate::columns::{Column, DayTable};
use crate::model::prespecified::PrespecifiedPairs;
use crate::model::time::Day;
use crate::workspace::{Wake, Workspace};

/// What the insights were last asked of.
struct Asked {
    /// Rises with every question.
    number: u64,
    /// The part that is analysed.
    table: Arc<DayTable>,
    analysed: Option<Analysed>,
    suspects: Option<PrespecifiedPairs>,
    kept_back: Vec<KeptBack>,
}

impl Asked {
    /// Whether nothing that the looks use differs. Days after the newest look do not count.
    fn is_still(
        &self,
        table: &Arc<DayTable>,
        analysed: Option<Analysed>,
        suspects: Option<&PrespecifiedPairs>,
        kept_back: &[KeptBack],
    ) -> bool {
        let used = |table: &DayTable| table.days / EVERY_DAYS * EVERY_DAYS;
        let days = used(table);
        let same = |(a, b): (&Column, &Column)| {
            a.key == b.key && a.role == b.role && a.cells.get(..days) == b.cells.get(..days)
        };
        let (old, new) = (&self.table, table);
        let left_out = |analysed: Option<Analysed>| analysed.map(|it| (it.older, it.newer));
        self.suspects.as_ref() == suspects
            && self.kept_back == kept_back
            && left_out(self.analysed) == left_out(analysed)
            && (Arc::ptr_eq(old, new)
                || (old.first == new.first
                    && used(old) == days
                    && old.columns.len() == new.columns.len()
                    && old.columns.iter().zip(&new.columns).all(same)))
    }
}

/// A result and the table it was worked out from: the part that is analysed.
pub struct Answer {
    /// Number of the question it answers; rises with every question.
    pub number: u64,
    /// The part of the day table that is analysed.
    pub table: Arc<DayTable>,
    /// What was found.
    pub insights: Insights,
    /// Where the self-check stands.
    pub check: Check,
    /// For every tested outcome, whether logging depends on it.
    pub habits: Vec<(String, Result<LoggingHabit, TooFew>)>,
}

/// Where the self-check stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// It is yet to come.
    Waits,
    /// The diary is too short for one.
    None,
    /// Its result.
    Done(SelfCheck),
}

impl Answer {
    /// The finding of a pair of factor and outcome, by their keys.
    pub fn finding(&self, (factor, outcome): (&str, &str)) -> Option<&Finding> {
        self.insights.findings.iter().find(|finding| finding.factor == factor && finding.outcome == outcome)
    }
}

/// Works the insights of one diary out.
#[derive(Default)]
pub struct InsightsWorker {
    answer: Option<Answer>,
    job: Option<Job<Option<Answer>>>,
    /// The self-check comes after what it checks, since it takes longer.
    checking: Option<Job<Option<SelfCheck>>>,
    asked: Option<Asked>,
    of: Option<(u64, Day)>,
    /// What was worked out before, so that an edit costs only the looks it touches.
    memory: Arc<SearchCache>,
}

impl InsightsWorker {
    /// The newest result.
    pub fn answer(&self) -> Option<&Answer> {
        self.answer.as_ref()
    }

    /// While a new result is being worked out, the share that is done, 0 to 1.
    pub fn progress(&self) -> Option<f32> {
        self.job.as_ref().map(Job::progress)
    }

    /// Whether the newest result answers an earlier question than the last one.
    pub fn is_behind(&self) -> bool {
        let (shown, asked) = (self.answer.as_ref().map(|it| it.number), self.asked.as_ref().map(|it| it.number));
        shown.is_some() && shown != asked
    }

    /// Takes in what is done, and starts the work anew when what the looks use has changed.
    pub fn refresh(&mut self, workspace: &Workspace, wake: &Wake) {
        if let Some(answer) = self.job.as_ref().and_then(Job::poll) {
            self.job = None;
            if let Ok(Some(answer)) = answer {
                self.answer = Some(answer);
            }
        }
        self.follow_check(wake);
        // A trial is over when its last day is, whether or not anything was logged since.
        let now = Some((workspace.revision(), workspace.today()));
        if self.of == now {
            return;
        }
        self.of = now;
        let whole = workspace.table();
        let suspects = workspace.diary().settings().suspects.clone();
        let kept = kept_back(workspace.diary(), workspace.today());
        let analysed = Analysed::of(&whole);
        let table = DayTable::shared_main_part(&whole);
        if self.asked.as_ref().is_some_and(|asked| asked.is_still(&table, analysed, suspects.as_ref(), &kept)) {
            return;
        }
        self.cancel();
        let number = self.asked.as_ref().map_or(0, |asked| asked.number + 1);
        self.asked =
            Some(Asked { number, table: table.clone(), analysed, suspects: suspects.clone(), kept_back: kept.clone() });
        let memory = self.memory.clone();
        self.job = Some(Job::start(wake.clone(), move |progress| {
            let go_on = |share| progress.report(share).is_continue();
            let mut insights = of_diary_with(&whole, suspects.as_ref(), &memory, &go_on)?;
            insights.keep_back(kept);
            let habits = outcomes(&insights).into_iter().map(|outcome| {
                let habit = logging_habit(&table, &outcome, insights.days);
                (outcome, habit)
            });
            let habits = habits.collect();
            Some(Answer { number, table, insights, check: Check::Waits, habits })
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
            self.checking = Some(Job::start(wake.clone(), move |progress| {
                let go_on = |share| progress.report(share).is_continue();
                let check = self_check_with(&table, days, &memory, &go_on)?;
                (check.shifts > 0).then_some(check)
            }));
        }
    }

    fn cancel(&mut self) {
        if let Some(job) = self.job.take() {
            job.cancel();
        }
        if let Some(job) = self.checking.take() {
            job.cancel();
        }
    }
}

impl Drop for InsightsWorker {
    fn drop(&mut self) {
        self.cancel();
    }
}

/// Every tested outcome once.
fn outcomes(insights: &Insights) -> Vec<String> {
    let mut found: Vec<String> = insights.lag_rows.iter().map(|row| row.outcome.clone()).collect();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};

    use super::*;
    use crate::edit::{Command, Place};
    use crate::model::entry::EntryKind;
    use crate::model::text::Note;

    type Tested = Result<(), Box<dyn std::error::Error>>;

    fn woken() -> (Wake, Receiver<()>) {
        let (send, wakes) = channel();
        (Arc::new(move || send.send(()).unwrap_or_default()), wakes)
    }

    #[test]
    fn insights_come_with_their_self_check_and_words_alone_do_not_start_them_anew() -> Tested {
        let (wake, wakes) = woken();
        let mut workspace = Workspace::open_sample(Arc::new(|| {}))?;
        let mut worker = InsightsWorker::default();
        worker.refresh(&workspace, &wake);
        assert!(worker.answer().is_none() && worker.progress().is_some());
        wakes.recv()?;
        worker.refresh(&workspace, &wake);
        assert!(worker.answer().is_some_and(|answer| answer.check == Check::Waits));
        assert!(worker.progress().is_none() && !worker.is_behind());
        let (day, place) = (workspace.today(), Place::Main { kind: EntryKind::Note, region: None });
        workspace.submit(Command::Write { day, place, text: Some(Note::new("calm")?) })?;
        worker.refresh(&workspace, &wake);
        assert!(worker.progress().is_none(), "a note is no answer");
        wakes.recv()?;
        worker.refresh(&workspace, &wake);
        assert!(worker.answer().is_some_and(|answer| matches!(answer.check, Check::Done(_))));
        Ok(())
    }
}
