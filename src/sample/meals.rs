//! How meals and drinks are written down: picked from the table, or on some days in words and numbers. Never both of one day,
//! since what foods say and what is typed adds up.

use super::page::{Writer, clock, number};
use super::served::{Served, Timed};
use crate::model::answers::Answers;
use crate::model::entry::{Entry, EntryKind};
use crate::model::food_line::FoodLine;
use crate::model::text::Note;
use crate::model::time::ClockTime;
use crate::words::round_to;

/// Hours between which drinks of a timed day stand together.
const TIMES: [(f64, f64); 4] = [(0.0, 11.0), (11.0, 15.0), (15.0, 19.0), (19.0, 24.0)];
/// When the glasses of an evening are drunk.
const EVENING: f64 = 20.5;

impl Writer<'_> {
    /// Meals by their foods, with their times; a dish has its name.
    pub(super) fn meals(&mut self) {
        for (hour, served) in self.lived.menu.eaten.clone() {
            let is_dish = served.lines.len() > 1;
            let text = Some(served.name).filter(|_| is_dish).and_then(|name| Note::new(name).ok());
            self.foods(served.kind, clock(hour), text, served.lines.clone());
        }
    }

    /// Meals in words, and what the person reckons the day held.
    pub(super) fn meals_in_words(&mut self) {
        let totals = ["fibre_g", "plants", "fermented", "ultra_processed", "sugary"];
        let typed = totals.map(|key| (key, number(round_to(self.lived.get(key), 0))));
        let tags = ["dairy", "gluten", "spicy"].map(|key| self.yes(key));
        self.add(EntryKind::Meal, None, None, &[&typed[..], &tags[..]].concat(), None);
        for (hour, served) in self.lived.menu.eaten.clone() {
            if served.kind == EntryKind::Meal {
                self.add(EntryKind::Meal, clock(hour), None, &[], Some(served.name));
            }
        }
    }

    /// Drinks by their foods: one after another without a time on most days, else as they were drunk.
    pub(super) fn drinks(&mut self) {
        let menu = &self.lived.menu;
        let glasses = menu.glasses.iter().map(|glass| (EVENING, glass.clone()));
        let drunk: Vec<Timed> = menu.drunk.iter().cloned().chain(glasses).collect();
        if self.rng.chance(0.7) {
            self.foods(EntryKind::Drink, None, None, poured(drunk.iter().map(|(_, drink)| &**drink)));
        } else {
            for (from, to) in TIMES {
                let here = || drunk.iter().filter(|(hour, _)| (from..to).contains(hour));
                let at = here().next().and_then(|(hour, _)| clock(*hour));
                self.foods(EntryKind::Drink, at, None, poured(here().map(|(_, drink)| &**drink)));
            }
        }
        // What was not drunk is said: a drink that is not there is no "none".
        let none = ["coffee_cups", "alcohol_units"].into_iter().filter(|key| self.lived.get(key) == 0.0);
        let none: Vec<_> = none.map(|key| (key, number(0.0))).collect();
        self.add(EntryKind::Drink, None, None, &none, None);
    }

    /// Drinks as numbers of the day.
    pub(super) fn drinks_in_numbers(&mut self) {
        let units = number(round_to(self.lived.get("alcohol_units"), -1));
        let all = [self.num("water_ml"), self.num("coffee_cups"), ("alcohol_units", units)];
        self.add(EntryKind::Drink, None, None, &all, None);
    }

    fn foods(&mut self, kind: EntryKind, at: Option<ClockTime>, text: Option<Note>, foods: Vec<FoodLine>) {
        let answers = Answers::default();
        self.push(Entry { id: self.page.next_id(), kind, at, region: None, answers, text, foods });
    }
}

/// The lines of drinks: water is poured into one line and stands first, of the others each is a line of its own.
fn poured<'s>(drinks: impl Iterator<Item = &'s Served>) -> Vec<FoodLine> {
    let (mut water, mut lines): (Option<FoodLine>, Vec<FoodLine>) = (None, Vec::new());
    for drink in drinks {
        for line in &drink.lines {
            match &mut water {
                Some(water) if drink.is_water() => water.grams += line.grams,
                None if drink.is_water() => water = Some(line.clone()),
                _ => lines.push(line.clone()),
            }
        }
    }
    water.into_iter().chain(lines).collect()
}
