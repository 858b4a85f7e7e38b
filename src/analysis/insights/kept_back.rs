//! What a trial that runs keeps back: a finding about what it switches and what it is judged by would be its result, read early.

use super::words::pair_title;
use super::{Insights, PrespecifiedState};
use crate::columns::{DayTable, is_reckoned_from, photo_measure};
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

/// Whether a column would tell of an outcome: it is the same, on the whole skin or in a single place, one of the two is reckoned
/// from the other, or both are read off the same photos in the same way.
fn tells_of(key: &str, outcome: &str) -> bool {
    let answer = key.split('.').next().unwrap_or(key);
    let is_same_measure = photo_measure(answer).is_some_and(|measure| photo_measure(outcome) == Some(measure));
    answer == outcome || is_same_measure || is_reckoned_from(answer, outcome) || is_reckoned_from(outcome, answer)
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
    /// Whether it is this pair, or one whose outcome tells of this one's.
    pub fn is_of(&self, factor: &str, outcome: &str) -> bool {
        self.factor == factor && tells_of(outcome, &self.outcome)
    }

    /// Whether a column tells of what the trial is judged by: the same, in a single place, or a score that holds it.
    pub fn is_judged_by(&self, key: &str) -> bool {
        tells_of(key, &self.outcome)
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
