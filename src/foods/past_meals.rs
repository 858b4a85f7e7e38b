//! Meals a person had before, each once, those eaten often and lately first: what is offered to be logged again.

use std::collections::HashMap;

use crate::model::entry::{Entry, EntryKind};
use crate::model::food_line::{FoodId, FoodLine};
use crate::model::text::Note;
use crate::model::time::{ClockTime, Day};

/// Days after which a past meal counts half.
const HALF_LIFE_DAYS: f64 = 30.0;
/// Foods that a title names.
const NAMED: usize = 3;

/// A meal that was eaten before.
#[derive(Debug, Clone, PartialEq)]
pub struct PastMeal {
    /// The name it was given, if any.
    pub text: Option<Note>,
    /// Time of the last one.
    pub at: Option<ClockTime>,
    /// Foods and amounts of the last one.
    pub foods: Vec<FoodLine>,
    /// The last day.
    pub last: Day,
    /// How often it was eaten.
    pub times: u32,
    weight: f64,
}

impl PastMeal {
    /// Its name, or the foods in it.
    pub fn title(&self) -> String {
        title(self.text.as_ref(), &self.foods)
    }
}

/// The different meals among entries, as of a day: the same foods are the same meal, with the amounts of the last time.
pub fn past_meals<'a>(entries: impl Iterator<Item = (Day, &'a Entry)>, today: Day) -> Vec<PastMeal> {
    let mut meals: HashMap<Vec<FoodId>, PastMeal> = HashMap::new();
    for (day, entry) in entries.filter(|(_, entry)| entry.kind == EntryKind::Meal && !entry.foods.is_empty()) {
        let mut foods: Vec<FoodId> = entry.foods.iter().map(|line| line.food).collect();
        foods.sort_unstable();
        let weight = (-f64::from(today.days_since(day).max(0)) / HALF_LIFE_DAYS).exp2();
        let of_this = || PastMeal {
            text: entry.text.clone(),
            at: entry.at,
            foods: entry.foods.clone(),
            last: day,
            times: 0,
            weight: 0.0,
        };
        let meal = meals.entry(foods).or_insert_with(of_this);
        if day >= meal.last {
            *meal = PastMeal { times: meal.times, weight: meal.weight, ..of_this() };
        }
        meal.times += 1;
        meal.weight += weight;
    }
    let mut meals: Vec<PastMeal> = meals.into_values().collect();
    meals.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(b.last.cmp(&a.last)).then(a.title().cmp(&b.title())));
    meals
}

/// The name of a meal, or of the foods in it: `Porridge, blueberries, kefir + 2`.
pub fn title(text: Option<&Note>, foods: &[FoodLine]) -> String {
    if let Some(text) = text {
        return text.as_str().lines().next().unwrap_or_default().chars().take(60).collect();
    }
    let names: Vec<String> = foods.iter().take(NAMED).map(|line| short_name(line.name.as_str())).collect();
    let more = foods.len().saturating_sub(NAMED);
    let names = names.join(", ");
    if more > 0 { format!("{names} + {more}") } else { names }
}

/// A food's name up to its first comma, bracket or stroke: `Blueberries`.
pub fn short_name(name: &str) -> String {
    name.split([',', '(', '/']).next().unwrap_or(name).trim().chars().take(28).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::entry::EntryId;
    use crate::model::text::Name;

    fn meal(foods: &[(u32, f64)]) -> Entry {
        let line = |(food, grams): &(u32, f64)| FoodLine {
            food: FoodId(*food),
            grams: *grams,
            name: Name::new(&format!("Food {food}, plain")).unwrap(),
        };
        Entry {
            id: EntryId(1),
            kind: EntryKind::Meal,
            at: None,
            region: None,
            answers: crate::model::answers::Answers::default(),
            text: None,
            foods: foods.iter().map(line).collect(),
        }
    }

    #[test]
    fn the_same_foods_are_one_meal_with_the_last_amounts_and_the_frequent_come_first() {
        let day = |number| Day::from_ymd(2026, 3, number).unwrap();
        let (once, early, late) = (meal(&[(9, 10.0)]), meal(&[(1, 50.0), (2, 80.0)]), meal(&[(2, 90.0), (1, 60.0)]));
        let entries = [(day(1), &early), (day(9), &once), (day(8), &late)];
        let meals = past_meals(entries.into_iter(), day(10));
        assert_eq!(meals.len(), 2);
        assert_eq!((meals[0].times, meals[0].last), (2, day(8)));
        assert_eq!(meals[0].foods, late.foods);
        assert_eq!(meals[0].title(), "Food 2, Food 1");
        assert_eq!(meals[1].title(), "Food 9");
    }
}
