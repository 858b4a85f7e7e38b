//! Dates that can be compared: what was started, stopped, or happened once; and what else changed around such a date.

use crate::model::course::{CourseId, Phase};
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::time::Day;

/// Days around a change in which another one may be behind the same step.
pub const NEAR_DAYS: i32 = 14;

/// What kind of change a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OccasionKind {
    /// The first day of a course or diet phase.
    Start(CourseId),
    /// The first day without it.
    Stop(CourseId),
    /// Something that happened once.
    Event,
}

/// A date that can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// The first day of the change.
    pub day: Day,
    /// What it is.
    pub kind: OccasionKind,
    /// In words: "Amoxicillin started".
    pub label: String,
}

/// Something else that changed near a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherChange {
    /// When.
    pub day: Day,
    /// In words: "Vitamin D stopped".
    pub label: String,
}

/// Every date of the diary that can be compared, oldest first.
pub fn occasions(diary: &Diary) -> Vec<Occasion> {
    let mut found = Vec::new();
    for course in diary.courses() {
        let label = |what: &str| format!("{} {what}", course.name);
        found.push(Occasion { day: course.start, kind: OccasionKind::Start(course.id), label: label("started") });
        if let Some(stop) = course.stop {
            found.push(Occasion { day: stop.plus(1), kind: OccasionKind::Stop(course.id), label: label("stopped") });
        }
    }
    for page in diary.day_records() {
        for entry in page.entries.iter().filter(|entry| entry.kind == EntryKind::Event) {
            let label = entry.text.as_ref().map_or_else(|| "An event".to_owned(), |text| first_line(&text.to_string()));
            found.push(Occasion { day: page.date, kind: OccasionKind::Event, label });
        }
    }
    found.sort_by_key(|occasion| occasion.day);
    found
}

/// What else changed within [`NEAR_DAYS`] of an occasion: other courses and events, the end of their after-effect windows, and
/// the season.
pub fn what_else(diary: &Diary, occasion: &Occasion) -> Vec<OtherChange> {
    let near = |day: Day| day.days_since(occasion.day).abs() <= NEAR_DAYS;
    let mut found: Vec<OtherChange> = occasions(diary)
        .into_iter()
        .filter(|other| other != occasion && near(other.day))
        .map(|other| OtherChange { day: other.day, label: other.label })
        .collect();
    for course in diary.courses() {
        if let Some(until) = course.after_effect_until()
            && course.phase(until) == Phase::After
            && near(until.plus(1))
        {
            let label = format!("{} may have stopped acting", course.name);
            found.push(OtherChange { day: until.plus(1), label });
        }
    }
    found.extend(
        season_border(occasion.day)
            .filter(|day| near(*day))
            .map(|day| OtherChange { day, label: "the season changed".to_owned() }),
    );
    found.sort_by_key(|other| other.day);
    found
}

/// The nearest first of March, June, September or December, where seasons of weather begin on either half of the earth.
fn season_border(day: Day) -> Option<Day> {
    let years = [day.year(), day.year() + 1];
    let borders = years.iter().flat_map(|year| [3, 6, 9, 12].map(|month| Day::from_ymd(*year, month, 1)));
    borders.flatten().min_by_key(|border| border.days_since(day).abs())
}

fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(60).collect();
    if line.chars().count() > 60 {
        short.push('…');
    }
    short
}
