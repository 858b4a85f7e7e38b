//! What is eaten and drunk on which day.
//!
//! A day begins with wishes drawn by chance: dairy or not, gluten or not, chilli or not, so much fibre, so many sweets and live
//! ferments. A few menus that fit are drawn, and the one nearest to the wishes is eaten, so that what a day holds goes along with
//! nothing but the wish. What acts on skin and gut is then what the dishes hold, by the rules of the day table.

use std::rc::Rc;

use super::kitchen::{BREAKFASTS, COFFEE, DINNERS, Dish, GLASSES, LIVE, LUNCHES, SIDES, SWEETS, TEAS, WATER};
use super::larder::pantry;
use super::served::{Holds, Served, Timed, presence};
use crate::columns::food_answers;
use crate::foods::pantry::Pantry;
use crate::foods::tags::Presence;
use crate::foods::totals::Totals;
use crate::rng::Rng;

/// Menus drawn for a day.
const DRAWN: usize = 24;
/// Grams of alcohol in a unit.
const GRAMS_A_UNIT: f64 = 8.0;

/// What a day should hold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wishes {
    pub(super) dairy: bool,
    pub(super) gluten: bool,
    pub(super) spicy: bool,
    pub(super) fibre: f64,
    pub(super) sugary: u32,
    pub(super) live: u32,
    pub(super) water_ml: f64,
    pub(super) coffees: u32,
    /// Units.
    pub(super) alcohol: f64,
}

/// What a day held.
#[derive(Clone, Default)]
pub(super) struct Menu {
    /// Dishes, and sweet or sour drinks, with the hour of each.
    pub(super) eaten: Vec<Timed>,
    /// Water, coffee, tea, with the hour of each.
    pub(super) drunk: Vec<Timed>,
    /// Wine, beer and cider of the evening.
    pub(super) glasses: Vec<Rc<Served>>,
}

impl Menu {
    /// What it answers of the day, as the day table does.
    pub(super) fn answers(&self) -> Vec<(&'static str, f64)> {
        let mut totals = Totals::default();
        let timed = self.eaten.iter().chain(&self.drunk).map(|(_, served)| served);
        timed.chain(&self.glasses).for_each(|served| totals.merge(&served.totals));
        food_answers::answers(&totals, true).filter_map(|(key, value)| Some((key, value?))).collect()
    }
}

/// Everything that can be served.
pub(super) struct Kitchen {
    /// What the person keeps of food.
    pub(super) pantry: Pantry,
    breakfasts: Vec<Rc<Served>>,
    lunches: Vec<Rc<Served>>,
    dinners: Vec<Rc<Served>>,
    sweets: Vec<Rc<Served>>,
    live: Vec<Rc<Served>>,
    sides: Vec<Rc<Served>>,
    glasses: Vec<Rc<Served>>,
    teas: Vec<Rc<Served>>,
    coffee: Rc<Served>,
    water: Rc<Served>,
}

impl Kitchen {
    /// Opens it: works out once what every dish holds.
    pub(super) fn open() -> Self {
        let pantry = pantry();
        let served = |dishes: &[Dish]| -> Vec<Rc<Served>> {
            dishes.iter().map(|dish| Rc::new(Served::of(&pantry, dish.name, dish.foods))).collect()
        };
        let drink = |food: u32, grams: f64| Rc::new(Served::of(&pantry, "", &[(food, grams)]));
        Self {
            breakfasts: served(BREAKFASTS),
            lunches: served(LUNCHES),
            dinners: served(DINNERS),
            sweets: served(SWEETS),
            live: served(LIVE),
            sides: served(SIDES),
            glasses: GLASSES.iter().map(|(food, grams)| drink(*food, *grams)).collect(),
            teas: TEAS.iter().map(|food| drink(*food, 250.0)).collect(),
            coffee: drink(COFFEE, 200.0),
            water: drink(WATER, 250.0),
            pantry,
        }
    }

    /// The menu of a day, after the one of the day before.
    pub(super) fn menu(&self, rng: &mut Rng, wishes: &Wishes, yesterday: &Menu) -> Menu {
        let mut best: Option<(f64, Vec<Timed>)> = None;
        let suiting = |dishes: &[Rc<Served>]| -> Vec<Rc<Served>> {
            dishes.iter().filter(|dish| dish.suits(wishes)).cloned().collect()
        };
        let slots = [(7.5, suiting(&self.breakfasts)), (12.5, suiting(&self.lunches)), (18.75, suiting(&self.dinners))];
        let (sweets, live) = (suiting(&self.sweets), suiting(&self.live));
        for _ in 0..DRAWN {
            let eaten = self.drawn(rng, wishes, &slots, (&sweets, &live));
            let distance = distance(&eaten, wishes, yesterday);
            if best.as_ref().is_none_or(|(least, _)| distance < *least) {
                best = Some((distance, eaten));
            }
        }
        let mut eaten = best.map(|(_, eaten)| eaten).unwrap_or_default();
        eaten.sort_by(|a, b| a.0.total_cmp(&b.0));
        Menu { eaten, drunk: self.drunk(rng, wishes), glasses: self.glasses(rng, wishes) }
    }

    /// One menu: three meals, then sweets and ferments as wished, then fruit and nuts up to the wished fibre.
    fn drawn(
        &self,
        rng: &mut Rng,
        wishes: &Wishes,
        slots: &[(f64, Vec<Rc<Served>>)],
        (sweets, live): (&[Rc<Served>], &[Rc<Served>]),
    ) -> Vec<Timed> {
        let mut eaten: Vec<Timed> = Vec::new();
        for (hour, dishes) in slots {
            eaten.extend(usual(rng, dishes).map(|dish| (hour + rng.between(0.0, 0.75), dish.clone())));
        }
        for _ in Holds::of_all(&eaten).sugary..wishes.sugary {
            eaten.extend(rng.pick(sweets).map(|dish| (rng.between(14.5, 17.0), dish.clone())));
        }
        for _ in Holds::of_all(&eaten).live..wishes.live {
            eaten.extend(rng.pick(live).map(|dish| (rng.between(20.25, 21.5), dish.clone())));
        }
        for hour in [10.0, 15.5, 20.5] {
            let missing = wishes.fibre - Holds::of_all(&eaten).fibre;
            let Some(side) = usual(rng, &self.sides).filter(|side| side.holds.fibre < missing + 1.5) else { continue };
            eaten.push((hour + rng.between(0.0, 1.0), side.clone()));
        }
        eaten
    }

    fn drunk(&self, rng: &mut Rng, wishes: &Wishes) -> Vec<Timed> {
        let mut drunk = Vec::new();
        let mut poured = 0.0;
        while poured + 125.0 < wishes.water_ml {
            poured += 250.0;
            drunk.push((rng.between(8.0, 21.0), self.water.clone()));
        }
        for cup in 0..wishes.coffees {
            drunk.push((8.0 + 2.5 * f64::from(cup) + rng.between(0.0, 0.75), self.coffee.clone()));
        }
        if rng.chance(0.6) {
            drunk.extend(rng.pick(&self.teas).map(|tea| (rng.between(16.0, 21.5), tea.clone())));
        }
        drunk.sort_by(|a, b| a.0.total_cmp(&b.0));
        drunk
    }

    /// Glasses up to the wished units, of one kind on most evenings.
    fn glasses(&self, rng: &mut Rng, wishes: &Wishes) -> Vec<Rc<Served>> {
        let suiting: Vec<&Rc<Served>> = self.glasses.iter().filter(|glass| glass.suits(wishes)).collect();
        let (mut glasses, mut units) = (Vec::new(), 0.0);
        let mut now = rng.pick(&suiting).copied();
        while let Some(glass) = now.filter(|_| units + 0.5 < wishes.alcohol && glasses.len() < 6) {
            units += glass.holds.alcohol / GRAMS_A_UNIT;
            glasses.push(glass.clone());
            if rng.chance(0.25) {
                now = rng.pick(&suiting).copied();
            }
        }
        glasses
    }
}

/// One of several, the first more often than the last: people have their usual dishes.
fn usual<'a, T>(rng: &mut Rng, dishes: &'a [T]) -> Option<&'a T> {
    let known = rng.below(dishes.len()) + 1;
    let liked = rng.below(known) + 1;
    rng.pick(dishes.get(..liked)?)
}

/// How far a menu is from the wishes. What is there or not weighs most; the same dish on two days in a row weighs a little.
fn distance(eaten: &[Timed], wishes: &Wishes, yesterday: &Menu) -> f64 {
    let holds = Holds::of_all(eaten);
    let differs = |wished: bool, has: Presence| if has == presence(wished) { 0.0 } else { 100.0 };
    let apart = |wished: u32, has: u32| 4.0 * f64::from(wished.abs_diff(has));
    let repeated = |dish: &Rc<Served>| yesterday.eaten.iter().any(|(_, before)| Rc::ptr_eq(dish, before));
    differs(wishes.dairy, holds.dairy)
        + differs(wishes.gluten, holds.gluten)
        + differs(wishes.spicy, holds.spicy)
        + apart(wishes.sugary, holds.sugary)
        + apart(wishes.live, holds.live)
        + (wishes.fibre - holds.fibre).abs()
        + eaten.iter().filter(|(_, dish)| repeated(dish)).count() as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foods::nutrient::Nutrient;

    #[test]
    fn every_dish_is_served_whole_and_says_what_a_day_is_chosen_by() {
        let kitchen = Kitchen::open();
        let lists = [
            (BREAKFASTS, &kitchen.breakfasts),
            (LUNCHES, &kitchen.lunches),
            (DINNERS, &kitchen.dinners),
            (SWEETS, &kitchen.sweets),
            (LIVE, &kitchen.live),
            (SIDES, &kitchen.sides),
        ];
        for (dish, served) in lists.iter().flat_map(|(dishes, served)| dishes.iter().zip(*served)) {
            assert_eq!(served.lines.len(), dish.foods.len(), "{}: a food is not in the table", dish.name);
            let totals = &served.totals;
            assert!(totals.sum(Nutrient::Fibre).is_complete() && totals.nova_unknown == 0, "{}", dish.name);
            assert_eq!(totals.sugary.maybe, 0, "{}: sugary or not", dish.name);
            assert!(totals.alcohol_from_drinks.is_complete(), "{}", dish.name);
        }
        assert!(kitchen.sweets.iter().all(|sweet| sweet.holds.sugary == 1));
        assert!(kitchen.live.iter().all(|live| live.holds.live == 1));
        let none = Wishes {
            dairy: false,
            gluten: false,
            spicy: false,
            fibre: 0.0,
            sugary: 0,
            live: 0,
            water_ml: 0.0,
            coffees: 0,
            alcohol: 0.0,
        };
        assert!(kitchen.sides.iter().all(|side| side.suits(&none) && side.holds.sugary == 0 && side.holds.live == 0));
        for dishes in [&kitchen.breakfasts, &kitchen.lunches, &kitchen.dinners, &kitchen.sweets, &kitchen.live] {
            assert!(dishes.iter().any(|dish| dish.suits(&none)), "something without dairy, gluten and chilli");
        }
    }

    #[test]
    fn a_day_holds_what_was_wished_for() {
        let kitchen = Kitchen::open();
        let (mut rng, mut yesterday) = (Rng::new(3, 4), Menu::default());
        let mut missed = 0;
        for place in 0..400_u32 {
            let of = |bit: u32| place & bit != 0;
            let wishes = Wishes {
                dairy: of(1),
                gluten: of(2),
                spicy: of(4),
                fibre: 14.0 + f64::from(place % 18),
                sugary: place % 4,
                live: place % 3,
                water_ml: 1_500.0,
                coffees: place % 5,
                alcohol: f64::from(place % 6),
            };
            let menu = kitchen.menu(&mut rng, &wishes, &yesterday);
            let holds = Holds::of_all(&menu.eaten);
            assert_eq!(holds.dairy, presence(wishes.dairy), "day {place}");
            assert_eq!(holds.gluten, presence(wishes.gluten), "day {place}");
            missed += u32::from((holds.fibre - wishes.fibre).abs() > 4.0 || holds.sugary != wishes.sugary);
            let answers: std::collections::BTreeMap<_, _> = menu.answers().into_iter().collect();
            assert_eq!(answers["dairy"], f64::from(u8::from(wishes.dairy)), "day {place}");
            assert_eq!(answers["water_ml"], 1_500.0);
            assert!((answers.get("alcohol_units").copied().unwrap_or(0.0) - wishes.alcohol).abs() < 2.0);
            yesterday = menu;
        }
        assert!(missed < 100, "{missed} of 400 days are far from the wishes");
    }
}
