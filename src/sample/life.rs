//! How the made-up person lives: sleep, stress, food and drink, day by day, before any of it acts on skin or gut. What is
//! eaten is chosen in [`super::menus`] after the wishes drawn here.
//!
//! Moods carry over from day to day, weekends differ from weekdays, and a diet change lasts as long as its course.

use std::collections::BTreeMap;

use super::menus::{Kitchen, Menu, Wishes};
use crate::model::course::{Course, CourseKind, Phase};
use crate::model::time::Day;
use crate::rng::Rng;

/// Days lived before the first day of the diary, so that the first days have a yesterday.
pub(super) const BEFORE: usize = 30;

/// How diligently somebody writes things down.
pub(super) struct Habit {
    /// Share of days without any entry, besides the two long gaps.
    pub(super) missed_share: f64,
    /// Whether the two long gaps (ten days, a week) occur and cards are left out on some days.
    pub(super) gaps: bool,
}

impl Habit {
    /// Like most people.
    pub(super) const USUAL: Self = Self { missed_share: 0.105, gaps: true };
    /// Like nobody.
    pub(super) const COMPLETE: Self = Self { missed_share: 0.0, gaps: false };
}

/// One day as it was, whether or not anybody wrote it down. Every number is as it would be answered.
pub(super) struct Lived {
    /// The day.
    pub(super) day: Day,
    values: BTreeMap<&'static str, f64>,
    /// What was eaten and drunk.
    pub(super) menu: Menu,
    /// Forms of the day's stools, in order.
    pub(super) stools: Vec<f64>,
}

impl Lived {
    /// The value of a trackable; 0 for what this person never has.
    pub(super) fn get(&self, key: &str) -> f64 {
        self.values.get(key).copied().unwrap_or(0.0)
    }

    /// Whether a yes/no trackable is yes.
    pub(super) fn is(&self, key: &str) -> bool {
        self.get(key) > 0.5
    }

    pub(super) fn set(&mut self, key: &'static str, value: f64) {
        self.values.insert(key, value);
    }
}

/// Carries over from day to day: a first-order autoregression around 0 with standard deviation 1.
pub(super) struct Drift {
    carried: f64,
    now: f64,
}

impl Drift {
    /// `carried` is the share that stays until the next day, 0 to 1.
    pub(super) fn new(carried: f64) -> Self {
        Self { carried, now: 0.0 }
    }

    pub(super) fn next(&mut self, rng: &mut Rng) -> f64 {
        self.now = self.carried * self.now + (1.0 - self.carried * self.carried).sqrt() * rng.gauss();
        self.now
    }
}

/// A wave of the year from -1 in July to 1 in January: two parabolas, which a computer draws the same everywhere.
pub(super) fn winter(day: Day) -> f64 {
    let month = f64::from(day.month()) - 1.0 + f64::from(day.day_of_month()) / 31.0;
    let turn = ((month + 2.5) / 12.0).fract() * 2.0;
    let half = turn.fract();
    let bow = 4.0 * half * (1.0 - half);
    if turn < 1.0 { bow } else { -bow }
}

/// Rounds and keeps within the ends of a scale.
pub(super) fn answer(value: f64, least: f64, most: f64) -> f64 {
    value.round().clamp(least, most)
}

/// Rounds to a step and keeps within the ends of a scale.
pub(super) fn answer_in(step: f64, value: f64, least: f64, most: f64) -> f64 {
    ((value / step).round() * step).clamp(least, most)
}

/// Lives the days up to today, [`BEFORE`] more than asked for.
pub(super) fn lived(seed: u64, today: Day, days: usize, courses: &[Course], kitchen: &Kitchen) -> Vec<Lived> {
    let total = i32::try_from(days + BEFORE).unwrap_or(i32::MAX);
    let mut rng = Rng::new(seed, 1);
    let mut menus = Rng::new(seed, 4);
    let mut moods = Moods { stress: Drift::new(0.55), mood: Drift::new(0.6), sleep: Drift::new(0.25) };
    let mut lived: Vec<Lived> = Vec::new();
    for ago in (0..total).rev() {
        let (mut now, wishes) = live(today.plus(-ago), &mut rng, &mut moods, courses);
        let yesterday = lived.last().map(|before| before.menu.clone()).unwrap_or_default();
        now.menu = kitchen.menu(&mut menus, &wishes, &yesterday);
        for (key, value) in now.menu.answers() {
            now.set(key, value);
        }
        lived.push(now);
    }
    lived
}

struct Moods {
    stress: Drift,
    mood: Drift,
    sleep: Drift,
}

/// A day without its food, and what is wished to eat and drink.
fn live(day: Day, rng: &mut Rng, moods: &mut Moods, courses: &[Course]) -> (Lived, Wishes) {
    let mut lived = Lived { day, values: BTreeMap::new(), menu: Menu::default(), stools: Vec::new() };
    rest_and_mind(&mut lived, rng, moods);
    let more_plants =
        courses.iter().any(|course| course.kind == CourseKind::Diet && course.phase(day) == Phase::During);
    let wishes = wishes(&lived, rng, more_plants);
    move_about(&mut lived, rng);
    (lived, wishes)
}

/// The night before this day, then stress and mood.
fn rest_and_mind(lived: &mut Lived, rng: &mut Rng, moods: &mut Moods) {
    // The nights to Saturday and to Sunday are the late ones.
    let late = matches!(lived.day.weekday(), 5 | 6);
    let hours = answer_in(0.25, 7.2 + if late { 0.4 } else { 0.0 } + moods.sleep.next(rng), 3.5, 10.5);
    let bed = answer_in(0.25, 23.0 + if late { 1.2 } else { 0.0 } + 0.5 * rng.gauss(), 21.0, 27.0);
    lived.set("sleep_hours", hours);
    lived.set("bed_time", bed);
    lived.set("wake_time", bed + hours + 0.25);
    lived.set("sleep_quality", answer(6.0 + 0.8 * (hours - 7.2) + 1.1 * rng.gauss(), 0.0, 10.0));
    lived.set("wakings", answer(1.2 + rng.gauss(), 0.0, 6.0));
    let workday = if lived.day.weekday() < 5 { 0.5 } else { -0.8 };
    let stress = answer(4.6 + workday + 1.8 * moods.stress.next(rng), 0.0, 10.0);
    lived.set("stress", stress);
    lived.set("mood", answer(6.2 - 0.4 * (stress - 4.6) + 1.2 * moods.mood.next(rng), 0.0, 10.0));
    lived.set("energy", answer(5.5 + 0.5 * (hours - 7.2) + 1.3 * rng.gauss(), 0.0, 10.0));
    lived.set("screen_hours", answer_in(0.5, 2.0 + 0.9 * rng.gauss(), 0.0, 6.0));
}

/// What is wished to eat and drink. Sweets follow the day's stress and matter to nothing: comfort eating.
fn wishes(lived: &Lived, rng: &mut Rng, more_plants: bool) -> Wishes {
    let night_out = matches!(lived.day.weekday(), 4 | 5);
    let alcohol = match (night_out, rng.unit()) {
        (true, chance) if chance < 0.75 => 2.0 + rng.below(4) as f64,
        (false, chance) if chance < 0.25 => 1.0 + rng.below(2) as f64,
        _ => 0.0,
    };
    let extra = if more_plants { 7.0 } else { 0.0 };
    Wishes {
        alcohol,
        coffees: count(2.2 + rng.gauss(), 6),
        water_ml: answer_in(250.0, 1_500.0 + 420.0 * rng.gauss(), 250.0, 3_500.0),
        fibre: answer(21.0 + extra + 7.0 * rng.gauss(), 8.0, 60.0),
        live: count(0.8 + 0.8 * rng.gauss(), 3),
        sugary: count(1.5 + 0.35 * (lived.get("stress") - 4.6) + 0.8 * rng.gauss(), 5),
        dairy: rng.chance(0.45),
        gluten: rng.chance(0.8),
        spicy: rng.chance(0.3),
    }
}

/// A whole number of things.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to a handful")]
fn count(value: f64, most: u8) -> u32 {
    answer(value, 0.0, f64::from(most)) as u32
}

fn move_about(lived: &mut Lived, rng: &mut Rng) {
    let moved = if rng.chance(0.2) { 0.0 } else { 35.0 + 25.0 * rng.gauss() };
    lived.set("activity_min", answer_in(5.0, moved, 0.0, 180.0));
    let sun = (35.0 - 30.0 * winter(lived.day)) * rng.unit() * 2.0;
    lived.set("sun_min", answer_in(5.0, sun, 0.0, 240.0));
    lived.set("sweating", f64::from(u8::from(lived.get("activity_min") > 50.0 && rng.chance(0.6))));
    lived.set("period", f64::from(u8::from(lived.day.number().rem_euclid(28) < 5)));
    lived.set("nsaid", f64::from(u8::from(rng.chance(if lived.is("period") { 0.35 } else { 0.05 }))));
    lived.set("antihistamine", f64::from(u8::from(rng.chance(0.08))));
    lived.set("emollient", answer(1.4 + 0.6 * rng.gauss(), 0.0, 4.0));
}
