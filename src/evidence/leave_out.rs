//! Leaving one food out for a while and eating it again: who is not offered it, and the course it becomes. The rules are those
//! of the safety page, section 2: one food or one group, four weeks at most, with a planned return.

use std::collections::BTreeSet;

use super::gate;
use super::safety::{Flag, silences};
use crate::foods::pantry::Pantry;
use crate::foods::tags::{Presence, Tag};
use crate::model::course::{Course, CourseId, CourseKind, Phase};
use crate::model::diary::Diary;
use crate::model::food_line::FoodId;
use crate::model::text::{LONGEST_NAME, Name, Note};
use crate::model::time::Day;

/// The longest time something is left out, in days.
pub const MOST_DAYS: u16 = 28;
/// The time offered first, in days.
pub const USUAL_DAYS: u16 = 14;
/// Groups that can be left out. Those found by an uncertain rule are not among them.
pub const GROUPS: &[Tag] = &[Tag::Dairy, Tag::Gluten, Tag::Spicy, Tag::UltraProcessed];

/// Days that are looked at for how many different foods are eaten.
const RANGE_DAYS: i32 = 14;
/// Fewer different foods than this are a short list.
const FEWEST_FOODS: usize = 15;
/// Days with foods that are needed to speak of a short list.
const NEEDED_DAYS: usize = 10;

/// What is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct LeftOut {
    /// Its name in the middle of a sentence.
    pub name: String,
    /// Whether it holds gluten or may hold it.
    pub gluten: bool,
}

impl LeftOut {
    /// One food.
    pub fn food(pantry: &Pantry, id: FoodId) -> Option<Self> {
        let gluten = pantry.presence(id, Tag::Gluten) == Presence::Yes;
        Some(Self { name: pantry.name(id)?.to_owned(), gluten })
    }

    /// One group.
    pub fn group(tag: Tag) -> Self {
        let name = match tag {
            Tag::UltraProcessed => "ultra-processed foods",
            Tag::Spicy => "spicy foods",
            tag => tag.label(),
        };
        Self { name: name.to_owned(), gluten: tag == Tag::Gluten }
    }
}

/// Why nothing is left out now, each reason a calm sentence; empty if it may be offered.
pub fn against(diary: &Diary, flags: &[Flag], today: Day) -> Vec<String> {
    let own = gate::against_leaving_out(diary.profile(), today).into_iter().map(str::to_owned);
    let mut reasons: Vec<String> = own.collect();
    if silences(flags).trials {
        reasons
            .push("A sign that a doctor should look at stands at the top of the window. That comes first.".to_owned());
    }
    let diets = diary.courses().filter(|course| course.kind == CourseKind::Diet);
    if let Some(course) = diets.into_iter().find(|course| matches!(course.phase(today), Phase::Before | Phase::During))
    {
        let until =
            course.stop.map_or_else(|| "has no last day yet".to_owned(), |stop| format!("runs until {}", stop.short()));
        reasons.push(format!(
            "One change at a time: {} {until}. With two at once nobody could tell which of them mattered.",
            course.name
        ));
    }
    if let Some(foods) = short_list(diary, today) {
        reasons.push(format!(
            "In the last {RANGE_DAYS} days {foods} different foods were logged. When the list is this short, adding \
             something back does more good than leaving something out."
        ));
    }
    reasons
}

/// How many different foods were eaten lately, if that is few and enough days are logged to say so.
fn short_list(diary: &Diary, today: Day) -> Option<usize> {
    let mut foods = BTreeSet::new();
    let mut days = 0;
    for page in diary.day_records_between(today.plus(1 - RANGE_DAYS), today) {
        let eaten: Vec<FoodId> = page.entries.iter().flat_map(|entry| &entry.foods).map(|line| line.food).collect();
        days += usize::from(!eaten.is_empty());
        foods.extend(eaten);
    }
    (days >= NEEDED_DAYS && foods.len() < FEWEST_FOODS).then_some(foods.len())
}

/// Why no course was made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LeaveOutError {
    /// Too short or too long.
    #[error("a whole number of days from 1 to {MOST_DAYS} is needed here")]
    Days,
    /// Gluten without a test.
    #[error(
        "a test for coeliac disease only tells while gluten is eaten, so it comes first; please ask your doctor for it"
    )]
    CoeliacTestFirst,
}

/// The course it becomes: a change of diet with its last day, and the return written down.
///
/// # Errors
/// [`LeaveOutError`] if the days are not 1 to [`MOST_DAYS`], or gluten goes without a test for coeliac disease before.
pub fn course(what: &LeftOut, start: Day, days: u16, tested: bool, id: CourseId) -> Result<Course, LeaveOutError> {
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(LeaveOutError::Days);
    }
    if what.gluten && !tested {
        return Err(LeaveOutError::CoeliacTestFirst);
    }
    let stop = start.plus(i32::from(days) - 1);
    let short: String = what.name.chars().take(LONGEST_NAME - "Without ".len()).collect();
    let name = Name::new(&format!("Without {short}")).map_err(|_| LeaveOutError::Days)?;
    Ok(Course {
        id,
        kind: CourseKind::Diet,
        name,
        start,
        stop: Some(stop),
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: CourseKind::Diet.usual_after_effect_days(),
        note: Note::new(&back_again(what, stop)).ok(),
    })
}

/// How it comes back, in words.
pub fn back_again(what: &LeftOut, stop: Day) -> String {
    let day = |after: i32| stop.plus(after).short();
    format!(
        "Planned return of {}: a little on {}, half a portion on {}, a usual portion on {}, and on with it from there. Log \
         skin and gut on these days as on all others.",
        what.name,
        day(1),
        day(3),
        day(5)
    )
}
