//! What a trial that runs keeps back: a finding about what it switches and what it is judged by would be its result, read early.

use super::words::pair_title;
use super::{Insights, PrespecifiedState};
use crate::columns::DayTable;
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::model::trial::TrialSubject;

/// A pair of which nothing is said while a trial runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptBack {
    /// Key of what is switched.
    pub factor: String,
    /// Key of what the trial looks at: its main outcome, or one that is watched.
    pub outcome: String,
    /// The first day of the trial.
    pub since: Day,
    /// Its last day.
    pub until: Day,
}

/// The pairs of the trials that run on a day.
pub fn kept_back(diary: &Diary, today: Day) -> Vec<KeptBack> {
    let mut pairs = Vec::new();
    for trial in diary.trials().filter(|trial| trial.is_running(today)) {
        let factor = match &trial.factor.subject {
            Some(TrialSubject::Column(key)) => key.clone(),
            Some(TrialSubject::Course(id)) => match diary.course(*id) {
                Some(course) => course.kind.key().to_owned(),
                None => continue,
            },
            None => continue,
        };
        let outcomes = std::iter::once(&trial.outcome).chain(&trial.watched);
        pairs.extend(outcomes.map(|outcome| KeptBack {
            factor: factor.clone(),
            outcome: outcome.clone(),
            since: trial.start,
            until: trial.end(),
        }));
    }
    pairs
}

/// Whether a key is that of an outcome, or of the same in a single place.
fn is_same_or_place(key: &str, outcome: &str) -> bool {
    key.strip_prefix(outcome).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

impl Insights {
    /// Takes the pairs out of everything that was found.
    pub fn keep_back(&mut self, pairs: Vec<KeptBack>) {
        let is_kept = |factor: &str, outcome: &str| pairs.iter().any(|pair| pair.is_of(factor, outcome));
        self.findings.retain(|it| !is_kept(&it.factor, &it.outcome));
        self.cannot_separate.retain(|it| !is_kept(&it.factor, &it.outcome));
        self.lag_rows.retain(|it| !is_kept(&it.factor, &it.outcome));
        if let Some(suspects) = &mut self.suspects {
            for suspect in suspects.results.iter_mut().filter(|it| is_kept(&it.factor, &it.outcome)) {
                suspect.state = PrespecifiedState::KeptBack;
            }
        }
        self.kept_back = pairs;
    }
}

impl KeptBack {
    /// Whether it is this pair, of the whole skin or of a single place.
    pub fn is_of(&self, factor: &str, outcome: &str) -> bool {
        self.factor == factor && is_same_or_place(outcome, &self.outcome)
    }

    /// Whether a column is what the trial is judged by, on the whole skin or in a single place.
    pub fn is_judged_by(&self, key: &str) -> bool {
        is_same_or_place(key, &self.outcome)
    }

    /// Why nothing is said of it.
    pub fn words(&self, table: &DayTable) -> String {
        format!(
            "{} are in a trial that runs until {}. What goes along between them is said after that, so that its result is not \
             read early.",
            pair_title(&self.factor, &self.outcome, table),
            self.until.short()
        )
    }
}
