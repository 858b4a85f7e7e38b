//! How much of a day's food belongs to the groups by which a Mediterranean way of eating is known, and how many of seven points a
//! week of such days makes. The seven stand for the items of the usual screeners that single foods can tell (Martínez-González
//! 2012, doi:10.1371/journal.pone.0043134); the amounts are our own step. Mixed dishes are not taken apart, so it is "at least".

use std::iter::Sum;

use super::pantry::Part;

/// Days with a meal that a week needs before it has points.
pub const NEEDED_DAYS: usize = 5;
/// The most points.
pub const MOST_POINTS: f64 = 7.0;

/// The group of oils and spreadable fats.
const FATS: &str = "Fats & oils";
/// Words in the name of olive oil.
const OLIVE_OIL: &str = "olive oil";

/// Grams of the groups that count.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct MediterraneanGrams {
    /// Olive oil.
    pub olive_oil: f64,
    /// All other fats and oils.
    pub other_fats: f64,
    /// Vegetables.
    pub vegetables: f64,
    /// Fruit.
    pub fruit: f64,
    /// Beans and lentils.
    pub beans: f64,
    /// Fish and seafood.
    pub fish: f64,
    /// Nuts and seeds.
    pub nuts: f64,
    /// Meat, cured meat and sausage. Poultry is not among it.
    pub meat: f64,
}

impl MediterraneanGrams {
    /// Adds a food.
    pub(super) fn add(&mut self, part: &Part<'_>) {
        let counted = match part.group() {
            Some(FATS) if part.name().to_lowercase().contains(OLIVE_OIL) => &mut self.olive_oil,
            Some(FATS) => &mut self.other_fats,
            Some("Vegetables") => &mut self.vegetables,
            Some("Fruit") => &mut self.fruit,
            Some("Beans & lentils") => &mut self.beans,
            Some("Fish & seafood") => &mut self.fish,
            Some("Nuts & seeds") => &mut self.nuts,
            Some("Meat" | "Cured meat & sausage") => &mut self.meat,
            _ => return,
        };
        *counted += part.grams;
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            olive_oil: self.olive_oil + other.olive_oil,
            other_fats: self.other_fats + other.other_fats,
            vegetables: self.vegetables + other.vegetables,
            fruit: self.fruit + other.fruit,
            beans: self.beans + other.beans,
            fish: self.fish + other.fish,
            nuts: self.nuts + other.nuts,
            meat: self.meat + other.meat,
        }
    }
}

impl Sum for MediterraneanGrams {
    fn sum<I: Iterator<Item = Self>>(days: I) -> Self {
        days.fold(Self::default(), Self::plus)
    }
}

/// Points of a week, 0 to 7, from its days with a meal; `None` with fewer than [`NEEDED_DAYS`] of them. One point each for: olive
/// oil on 3 days, and more of it than of all other fats and oils; 160 g of vegetables a day; 160 g of fruit a day; 50 g of beans
/// or lentils on 3 days; 70 g of fish or seafood on 2 days; 15 g of nuts or seeds on 3 days; 30 g of meat or sausage on at most 2
/// days.
pub fn points(days: &[MediterraneanGrams]) -> Option<f64> {
    if days.len() < NEEDED_DAYS {
        return None;
    }
    let week: MediterraneanGrams = days.iter().copied().sum();
    let mean = |grams: f64| grams / days.len() as f64;
    let on_days = |grams: fn(&MediterraneanGrams) -> f64, least: f64| {
        days.iter().filter(|day| grams(day) > 0.0 && grams(day) >= least).count()
    };
    let kept = [
        on_days(|day| day.olive_oil, 0.0) >= 3 && week.olive_oil > week.other_fats,
        mean(week.vegetables) >= 160.0,
        mean(week.fruit) >= 160.0,
        on_days(|day| day.beans, 50.0) >= 3,
        on_days(|day| day.fish, 70.0) >= 2,
        on_days(|day| day.nuts, 15.0) >= 3,
        on_days(|day| day.meat, 30.0) <= 2,
    ];
    Some(kept.into_iter().filter(|kept| *kept).count() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A day that keeps all seven.
    const FULL: MediterraneanGrams = MediterraneanGrams {
        olive_oil: 20.0,
        other_fats: 5.0,
        vegetables: 160.0,
        fruit: 160.0,
        beans: 50.0,
        fish: 70.0,
        nuts: 15.0,
        meat: 0.0,
    };
    const NONE: MediterraneanGrams = MediterraneanGrams {
        olive_oil: 0.0,
        other_fats: 0.0,
        vegetables: 0.0,
        fruit: 0.0,
        beans: 0.0,
        fish: 0.0,
        nuts: 0.0,
        meat: 200.0,
    };

    #[test]
    fn a_week_has_points_from_five_days_with_a_meal() {
        assert_eq!(points(&[FULL; 4]), None);
        assert_eq!(points(&[FULL; 5]), Some(7.0));
        assert_eq!(points(&[NONE; 7]), Some(0.0));
    }

    #[test]
    fn each_point_turns_at_its_mark() {
        let with = |change: fn(&mut MediterraneanGrams)| {
            let mut day = FULL;
            change(&mut day);
            points(&[day; 7])
        };
        assert_eq!(with(|day| day.other_fats = 20.0), Some(6.0), "as much of other fats");
        assert_eq!(with(|day| day.vegetables = 159.0), Some(6.0));
        assert_eq!(with(|day| day.fruit = 159.0), Some(6.0));
        assert_eq!(with(|day| day.beans = 49.0), Some(6.0));
        assert_eq!(with(|day| day.fish = 69.0), Some(6.0));
        assert_eq!(with(|day| day.nuts = 14.0), Some(6.0));
        assert_eq!(with(|day| day.meat = 30.0), Some(6.0));
        assert_eq!(with(|day| day.meat = 29.0), Some(7.0));
    }

    #[test]
    fn points_by_days_count_days_and_not_their_sum() {
        let big = MediterraneanGrams { beans: 500.0, fish: 500.0, nuts: 500.0, olive_oil: 500.0, ..NONE };
        let week = [big, NONE, NONE, NONE, NONE, NONE, NONE];
        assert_eq!(points(&week), Some(0.0), "one day of each");
        // Fish needs two days; meat on two days is still few.
        let two = [big, big, MediterraneanGrams { meat: 0.0, ..NONE }, MediterraneanGrams { meat: 0.0, ..NONE }, NONE];
        assert_eq!(points(&two), Some(1.0));
    }
}
