//! Courses: added, changed, stopped, deleted, and the rules they obey.

use super::change::Change;
use super::error::CommandError;
use crate::model::course::{Course, CourseId};
use crate::model::diary::Diary;
use crate::model::record::{Record, RecordKey};
use crate::model::time::Day;

/// The longest course, in days.
const LONGEST_DAYS: i32 = 40 * 366;

pub(super) fn add(diary: &Diary, course: Course) -> Result<Vec<Change>, CommandError> {
    put(diary, Course { id: diary.next_course_id(), ..course })
}

pub(super) fn amend(diary: &Diary, course: Course) -> Result<Vec<Change>, CommandError> {
    diary.course(course.id).ok_or(CommandError::NoCourse)?;
    put(diary, course)
}

pub(super) fn stop(diary: &Diary, id: CourseId, on: Day) -> Result<Vec<Change>, CommandError> {
    let course = diary.course(id).ok_or(CommandError::NoCourse)?.clone();
    put(diary, Course { stop: Some(on), ..course })
}

pub(super) fn remove(diary: &Diary, id: CourseId) -> Result<Vec<Change>, CommandError> {
    diary.course(id).ok_or(CommandError::NoCourse)?;
    Ok(vec![Change::delete(diary, RecordKey::Course(id))])
}

fn put(diary: &Diary, course: Course) -> Result<Vec<Change>, CommandError> {
    check(&course)?;
    Ok(Change::put(diary, Record::Course(course)).unless_nothing())
}

/// Checks a course: it ends after it starts and within a lifetime, and its words are short.
///
/// # Errors
/// [`CommandError::Course`].
pub(super) fn check(course: &Course) -> Result<(), CommandError> {
    let wrong = |reason: &str| Err(CommandError::Course(format!("{}: {reason}", course.name)));
    if let Some(stop) = course.stop {
        if stop < course.start {
            return wrong("the last day lies before the first; swap them or clear the last day");
        }
        if stop.days_since(course.start) > LONGEST_DAYS {
            return wrong("this lasts over 40 years; please check the years");
        }
    }
    if course.after_effect_days > 365 {
        return wrong("the time it may still act after the last day can be at most 365 days");
    }
    if course.dose.chars().count() > 100 || course.schedule.chars().count() > 100 {
        return wrong("dose and schedule may each have 100 characters; put the rest into the note");
    }
    Ok(())
}

/// What a step calls a course.
pub(super) fn name(diary: &Diary, id: CourseId) -> String {
    diary.course(id).map_or_else(|| "a course".to_owned(), |course| course.name.to_string())
}
