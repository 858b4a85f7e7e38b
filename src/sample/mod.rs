//! The made-up diary behind `gutskin --demo`: 400 days of somebody with rosacea, so that every view has something to show and
//! so that anybody can check what the analysis finds against what was put in.
//!
//! Nothing in it is anybody's. It is drawn from a seed, the same on every computer, and goes through the same door as every
//! other edit.
//!
//! She eats: on most days meals and drinks are picked from the food table, on some they stand in words with numbers typed by
//! hand, never both of one day. Menus are chosen after wishes drawn for the day (dairy or not, so much fibre and so on), so that
//! nothing of them goes along with anything else by design, and what acts on skin and gut is what the foods answer in the day
//! table: a unit of alcohol is what the glasses hold, a day with dairy one on which a food has it.
//!
//! What goes along with what, and nothing else ([`EFFECTS`], [`STEPS`] and [`FOLLOWS`] are the same as constants):
//!
//! | factor | days later | size, for one unit of the factor | on |
//! | --- | --- | --- | --- |
//! | `stress` (point) | 1, 2 | +0.16, +0.08 grade | `redness` |
//! | `dairy` (yes) | 2, 3, 4 | +1.0, +1.4, +0.8 spots | `inflamed` |
//! | `sleep_hours` (hour) | 0, 1 | −0.55, −0.30 point | `itch` |
//! | `alcohol_units` (unit) | 0, 1 | +0.35, +0.20 episode | `flushes` |
//! | `fibre_g` (gram) | 1 | −0.09 point | `bloating` |
//! | serum on the cheeks | 14 days after its start to 14 after its end | −0.6 grade | `redness` |
//! | antibiotic | 2 days after its start to 7 after its end | +1.3 steps | `stool` |
//!
//! Some outcomes follow another on the same day and so whatever acts on it: `skin_pain` and `itch_wakings` the itch, `gut_pain`
//! and `wind` the bloating, `flare` the redness.
//!
//! Sizes are those of the feeling behind the answer; rounding to the scale and the scale's ends take a little of them away.
//! Without any bearing on skin or gut: `coffee_cups`, `spicy`, `gluten`, `sugary`, `ultra_processed`, `plants`,
//! `fermented`, `water_ml`, `activity_min`, `sun_min`, `period`, `screen_hours`, the probiotic, the prescribed cream and the
//! supplement. Three snares are laid on purpose: sweets follow stress on the same day, and ultra-processed foods and added sugars
//! follow sweets, so they go before redness without mattering to it; most days with lactose or much saturated fat are days with
//! dairy, and it is dairy that matters; and redness is higher in winter, as is everything else that knows a season.
//!
//! Two trials are among it, one over and one running. What they switch has no bearing on anything, so the result of the first is
//! that no difference was shown.

mod body;
mod courses;
mod kitchen;
mod larder;
mod life;
mod meals;
mod menus;
mod page;
mod photos;
mod served;
mod trials;
mod words;

pub use body::{EFFECTS, Effect, FOLLOWS, Follow, STEPS, Step};
pub use photos::{DrawnPhoto, drawn_photos};

use std::collections::{BTreeMap, BTreeSet};

use crate::edit::{Command, CommandError, plan};
use crate::model::course::Course;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::pantry::Pantry;
use crate::model::profile::{Condition, Profile, SafetyQuestion, Sex};
use crate::model::text::Name;
use crate::model::time::Day;
use crate::model::trackable::{Aggregate, Direction, Key, Kind, Role, Trackable};
use crate::model::trial::Trial;
use life::Habit;
use menus::Kitchen;

/// The seed of the sample that everybody gets to see.
pub const SEED: u64 = 1;
/// Days the sample spans, today included.
pub const DAYS: usize = 400;

/// Everything a made-up person wrote down.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// Pages, by day; unlogged days are not among them.
    pub pages: Vec<DayRecord>,
    /// Courses, by their first day.
    pub courses: Vec<Course>,
    /// The person's own trackables.
    pub trackables: Vec<Trackable>,
    /// Own foods, recipes, kept meals and favourites.
    pub pantry: Pantry,
    /// What the person says about themselves.
    pub profile: Profile,
    /// Trials, by their first day.
    pub trials: Vec<Trial>,
}

/// The sample diary of a seed, ending today: today's page holds what a morning knows, yesterday's is complete.
///
/// # Errors
/// [`CommandError`] if a made-up page breaks a rule of the diary, which the tests rule out.
pub fn diary(seed: u64, today: Day) -> Result<Diary, CommandError> {
    sample(seed, today).into_diary(today)
}

/// The same, before it becomes a diary.
pub fn sample(seed: u64, today: Day) -> Sample {
    made(seed, today, DAYS, &Habit::USUAL)
}

/// A sample in which no day, card or answer is missing, over any number of days, to check an analysis against [`EFFECTS`].
/// Courses lie within the last [`DAYS`].
pub fn complete(seed: u64, today: Day, days: usize) -> Sample {
    made(seed, today, days, &Habit::COMPLETE)
}

fn made(seed: u64, today: Day, days: usize, habit: &Habit) -> Sample {
    let courses = courses::courses(today);
    let kitchen = Kitchen::open();
    let lived = body::felt(seed, life::lived(seed, today, days, &courses, &kitchen), &courses);
    Sample {
        pages: page::pages(seed, &lived, habit),
        courses,
        trackables: own_trackables(),
        pantry: kitchen.pantry,
        profile: profile(today),
        trials: trials::trials(seed, today),
    }
}

impl Sample {
    /// The edits that make it.
    pub fn into_commands(self) -> Vec<Command> {
        let Self { pages, courses, trackables, pantry, profile, trials } = self;
        let (source, pantry) = ("the sample diary".to_owned(), Box::new(pantry));
        let import = Command::Import { source, pages, courses, trackables, pantry, replace: false };
        let trials = trials.into_iter().map(|trial| Command::BringTrial { trial: Box::new(trial), course: None });
        [import, Command::SetProfile { profile }].into_iter().chain(trials).collect()
    }

    /// Plays the sample into an empty diary, through the same checks as every edit.
    ///
    /// # Errors
    /// [`CommandError`] naming the day that breaks a rule.
    pub fn into_diary(self, today: Day) -> Result<Diary, CommandError> {
        let mut diary = Diary::default();
        for command in self.into_commands() {
            for change in plan(&diary, command, today)? {
                change.apply(&mut diary);
            }
        }
        Ok(diary)
    }
}

fn own_trackables() -> Vec<Trackable> {
    let own = |key: &str, label: &str, kind, direction, role| {
        Some(Trackable {
            key: Key::new(key).ok()?,
            label: Name::new(label).ok()?,
            kind,
            direction,
            role,
            carried_by: EntryKind::Own,
            aggregate: Aggregate::Last,
            hidden: false,
            body_system: None,
        })
    };
    let screen = own("screen_hours", "Screen in the evening", Kind::Duration, Direction::Neutral, Role::Factor);
    let energy = own("energy", "Energy", Kind::Score, Direction::BetterUp, Role::Context);
    screen.into_iter().chain(energy).collect()
}

fn profile(today: Day) -> Profile {
    let answered = |question: &SafetyQuestion| (*question, *question == SafetyQuestion::FoodReaction);
    // One question stays open, as people leave one open.
    let asked = SafetyQuestion::ALL.iter().filter(|question| **question != SafetyQuestion::KidneyStoneOrCalcium);
    Profile {
        conditions: BTreeSet::from([Condition::Rosacea]),
        birth_year: u16::try_from(today.year() - 36).ok().filter(|year| *year >= 1900),
        sex: Some(Sex::Female),
        safety: asked.map(answered).collect::<BTreeMap<_, _>>(),
        ..Profile::default()
    }
}
