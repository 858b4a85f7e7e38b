//! Treatment beneath the skin: what was running in the weeks the map looks back, and when it may still have acted.

use super::reading::WEEKS;
use crate::medicines;
use crate::model::course::{Course, CourseKind};
use crate::model::diary::Diary;
use crate::model::time::Day;

/// The kinds of treatment that have a lane, top to bottom.
const KINDS: [CourseKind; 3] = [CourseKind::Topical, CourseKind::Prescribed, CourseKind::Antibiotic];

/// One kind of treatment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreatmentLane {
    /// The kind.
    pub kind: CourseKind,
    /// The courses of the last weeks, by their first day.
    pub courses: Vec<LaneCourse>,
}

/// A course in its lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneCourse {
    /// Its name.
    pub name: String,
    /// First day.
    pub first: Day,
    /// Last day; `None` while it goes on.
    pub last: Option<Day>,
    /// Last day on which it may still act after that.
    pub acts_until: Option<Day>,
}

/// The first day the map looks back to.
pub fn first_day(day: Day) -> Day {
    let weeks = i32::try_from(WEEKS).unwrap_or(i32::MAX);
    day.plus(1 - 7 * weeks)
}

/// The lanes on a day; those without a course are there and empty, since none is known, too, is to be said.
pub(super) fn lanes(diary: &Diary, day: Day) -> Vec<TreatmentLane> {
    let from = first_day(day);
    let acts = |course: &&Course| course.start <= day && acts_until(course).is_none_or(|until| until >= from);
    let of_kind = |kind: CourseKind| {
        let mut courses: Vec<&Course> = diary.courses().filter(|course| course.kind == kind).filter(acts).collect();
        courses.sort_by_key(|course| (course.start, course.id));
        let courses = courses.into_iter().map(|course| LaneCourse {
            name: course.name.to_string(),
            first: course.start,
            last: course.stop.filter(|stop| *stop <= day),
            acts_until: acts_until(course),
        });
        TreatmentLane { kind, courses: courses.collect() }
    };
    KINDS.into_iter().map(of_kind).collect()
}

/// The last day on which a course may still act: what the person said, or, where that was left as it is for its kind, what is
/// known of the medicine.
fn acts_until(course: &Course) -> Option<Day> {
    let known = || {
        let medicine = medicines::recognise(course.name.as_str())?.medicine;
        medicine.carry_over_days.or_else(|| Some(medicines::class(&medicine.class)?.carry_over_days))
    };
    let is_usual = course.after_effect_days == course.kind.usual_after_effect_days();
    let days = is_usual.then(known).flatten().unwrap_or(course.after_effect_days);
    course.stop.map(|stop| stop.plus(i32::from(days)))
}

impl TreatmentLane {
    /// What stands in a lane without a course. One that is long over may well be entered, so it speaks of these weeks alone.
    pub fn empty_words() -> String {
        format!("none entered for these {WEEKS} weeks")
    }

    /// The lane in words: "Serum or cream: Azelaic serum, running since 3 Nov".
    pub fn words(&self, day: Day) -> String {
        let courses: Vec<String> = self.courses.iter().map(|course| course.words(day)).collect();
        let said = if courses.is_empty() { Self::empty_words() } else { courses.join("; ") };
        format!("{}: {said}", self.kind.label())
    }
}

impl LaneCourse {
    fn words(&self, day: Day) -> String {
        let name = &self.name;
        match (self.last, self.acts_until) {
            (None, _) => format!("{name}, running since {}", self.first.short()),
            (Some(_), Some(until)) if until >= day => format!("{name}, over, may still act until {}", until.short()),
            (Some(last), _) => format!("{name}, until {}", last.short()),
        }
    }
}
