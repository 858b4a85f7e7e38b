//! Courses and events beside the series. A course keeps its real days, which may reach beyond the chart on either side and
//! beyond the days that are logged.

use crate::model::course::{Course, CourseKind, Phase};
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::time::Day;
use crate::model::trial::Trial;

/// Days that courses may add to a chart of everything, where fewer are logged.
const LEAST_ROOM: i32 = 90;

/// First and last day.
pub type Days = (Day, Day);

/// A course that touches the days of the chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Its name.
    pub label: String,
    /// Its kind, for people.
    pub kind: &'static str,
    /// First and last day on which it was taken; up to today while it goes on.
    pub during: Days,
    /// Whether it goes on.
    pub goes_on: bool,
    /// Days after it on which it may still act.
    pub after: Option<Days>,
    /// Where only some of its days are on, those; empty where all are alike, or where it must not be told apart yet.
    pub on: Vec<Days>,
}

/// Something that happened once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// When.
    pub day: Day,
    /// What, on one line.
    pub label: String,
}

/// The part of some days that lies within others.
pub fn within((from, to): Days, (first, last): Days) -> Option<Days> {
    let (from, to) = (from.max(first), to.min(last));
    (from <= to).then_some((from, to))
}

impl Span {
    /// The span of a course up to today; `None` if it goes on but has not begun.
    fn of(course: &Course, today: Day) -> Option<Self> {
        let until = course.stop.unwrap_or(today);
        let after = course.stop.zip(course.after_effect_until()).map(|(stop, until)| (stop.plus(1), until));
        (course.start <= until).then(|| Self {
            label: course.name.to_string(),
            kind: course.kind.label(),
            during: (course.start, until),
            goes_on: course.stop.is_none(),
            after: after.filter(|(from, to)| from <= to),
            on: Vec::new(),
        })
    }

    /// The span of a trial up to today; `None` if it has not begun. While it runs beside an outcome its periods are not told
    /// apart: that would be its result, read early.
    fn of_trial(trial: &Trial, beside_outcome: bool, today: Day) -> Option<Self> {
        let until = trial.end().min(today);
        let told = trial.tells_periods(beside_outcome, today);
        let on = trial.periods().filter(|(_, on)| *on && told);
        let on = on.filter_map(|(days, _)| within((days.start, days.end.plus(-1)), (trial.start, until)));
        (trial.start <= until).then(|| Self {
            label: format!("Trial of {}", trial.factor.name),
            kind: "Drawn by lot",
            during: (trial.start, until),
            goes_on: trial.is_running(today),
            after: None,
            on: on.collect(),
        })
    }

    /// From the first day to the last on which it may still act.
    pub fn whole(&self) -> Days {
        (self.during.0, self.after.map_or(self.during.1, |(_, to)| to))
    }

    /// Its name where some days are drawn, with what cannot be seen there: that it began before, or is over and may still act.
    pub fn caption(&self, shown: Days) -> String {
        if within(self.during, shown).is_none() {
            format!("{}, may still act", self.label)
        } else if self.during.0 < shown.0 {
            let start = self.during.0;
            let since = start.brief(shown.0);
            format!("{}, since {since}", self.label)
        } else {
            self.label.clone()
        }
    }

    /// Its real days in words.
    pub fn days_in_words(&self) -> String {
        let (from, to) = (self.during.0.short(), self.during.1.short());
        match self.after {
            _ if self.goes_on => format!("since {from}"),
            Some((_, until)) => format!("{from} to {to}, may still act until {}", until.short()),
            None => format!("{from} to {to}"),
        }
    }
}

/// Trials that touch some days, by their first day. `beside_outcome` says whether an outcome is shown with them.
pub fn trial_spans(diary: &Diary, shown: Days, beside_outcome: bool, today: Day) -> Vec<Span> {
    let mut trials: Vec<_> = diary.trials().collect();
    trials.sort_by_key(|trial| (trial.start, trial.id));
    let spans = trials.into_iter().filter_map(|trial| Span::of_trial(trial, beside_outcome, today));
    spans.filter(|span| within(span.whole(), shown).is_some()).collect()
}

/// Courses that touch some days, by their first day.
pub fn spans(diary: &Diary, shown: Days, today: Day) -> Vec<Span> {
    let mut courses: Vec<_> = diary.courses().collect();
    courses.sort_by_key(|course| (course.start, course.id));
    let spans = courses.into_iter().filter_map(|course| Span::of(course, today));
    spans.filter(|span| within(span.whole(), shown).is_some()).collect()
}

/// Events on some days.
pub(super) fn marks(diary: &Diary, (first, last): Days) -> Vec<Mark> {
    let mut marks = Vec::new();
    for page in diary.day_records_between(first, last) {
        for entry in page.of_kind(EntryKind::Event) {
            if let Some(text) = &entry.text {
                let label = text.as_str().lines().next().unwrap_or_default().chars().take(60).collect();
                marks.push(Mark { day: page.date, label });
            }
        }
    }
    marks
}

/// The kind of course and the part of it that a column is about; `None` for a column of anything else.
pub(super) fn course_of(key: &str) -> Option<(CourseKind, Phase)> {
    let (key, phase) = key.strip_suffix("_after").map_or((key, Phase::During), |key| (key, Phase::After));
    CourseKind::ALL.iter().find(|kind| kind.key() == key).map(|kind| (*kind, phase))
}

/// Whether a column says on which days a kind of course was taken, or may still act.
pub fn is_course(key: &str) -> bool {
    course_of(key).is_some()
}

/// Whether a day up to today lies within this part of a course of a kind.
pub(super) fn is_taken(diary: &Diary, (kind, phase): (CourseKind, Phase), day: Day, today: Day) -> bool {
    let goes_on = |course: &Course| course.stop.is_none();
    diary.courses().any(|course| course.kind == kind && course.phase(day) == phase && !(goes_on(course) && day > today))
}

/// The days of a chart of everything: the logged ones, back to the first day of a course that acts on the first of them and on
/// to where one goes on after the last. Courses add at most as many days at either end as are logged, or three months, so that
/// one taken for years leaves the answers readable.
pub fn whole_period(diary: &Diary, (first, last): Days, today: Day) -> Days {
    let room = (last.days_since(first) + 1).max(LEAST_ROOM);
    let acts = |course: &&Course, day: Day| matches!(course.phase(day), Phase::During | Phase::After);
    let starts = diary.courses().filter(|course| acts(course, first)).map(|course| course.start);
    let until = |course: &Course| course.stop.unwrap_or(today).min(today);
    let ends = diary.courses().filter(|course| acts(course, last)).map(until);
    (
        starts.min().unwrap_or(first).clamp(first.plus(-room), first),
        ends.max().unwrap_or(last).clamp(last, last.plus(room)),
    )
}

/// The first day on which anything was logged or taken.
pub fn earliest(diary: &Diary, first: Day) -> Day {
    diary.courses().map(|course| course.start).chain([first]).min().unwrap_or(first)
}
