//! How long what somebody wants to try acts on once it is left off, as far as a card or the table of medicines says. A person may
//! know better, so this is only where the planner starts.

use super::library;
use crate::medicines;
use crate::model::diary::Diary;
use crate::model::trial::TrialSubject;

/// Of the days after which a change is to be looked for, one half-life: after three of them seven eighths are there.
const HALF_LIVES_TO_LOOK: u16 = 3;

/// Days after which half of it is gone again, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lingering {
    /// Days; 0 if it is gone within a day.
    pub half_life_days: u16,
    /// Who says so, in words.
    pub source: String,
}

/// What is known of a factor; `None` where neither a card nor the table of medicines speaks of it.
pub fn lingering(subject: Option<&TrialSubject>, diary: &Diary) -> Option<Lingering> {
    match subject? {
        TrialSubject::Column(key) => of_cards(key),
        TrialSubject::Course(id) => {
            let course = diary.course(*id)?;
            let medicine = medicines::recognise(course.name.as_str())?.medicine;
            let days = medicine.carry_over_days();
            let source = format!("By the table of medicines {} may act on for {days} days.", medicine.name);
            Some(Lingering { half_life_days: days / HALF_LIVES_TO_LOOK, source })
        }
    }
}

fn of_cards(key: &str) -> Option<Lingering> {
    let rows = library::cards().iter().flat_map(|card| &card.relates);
    let days = rows.filter(|row| row.is_of_factor(key)).map(|row| row.lag_days.1).max()?;
    let source = format!("By the evidence cards its effect is looked for up to {days} days later.");
    Some(Lingering { half_life_days: days / HALF_LIVES_TO_LOOK, source })
}
