//! A dish on the table: its foods, what they add up to, and in short what a menu is chosen by.

use std::rc::Rc;

use super::larder::lines;
use super::menus::Wishes;
use crate::foods::nutrient::Nutrient;
use crate::foods::pantry::Pantry;
use crate::foods::tags::Presence;
use crate::foods::totals::Totals;
use crate::model::entry::EntryKind;
use crate::model::food_line::FoodLine;

/// A dish and the hour it was eaten at.
pub(super) type Timed = (f64, Rc<Served>);

/// A dish as it is served.
pub(super) struct Served {
    /// Its name.
    pub(super) name: &'static str,
    /// A meal, or a drink.
    pub(super) kind: EntryKind,
    /// Its foods.
    pub(super) lines: Vec<FoodLine>,
    /// What it adds up to.
    pub(super) totals: Totals,
    /// The same in short.
    pub(super) holds: Holds,
}

/// What a menu is chosen by.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Holds {
    pub(super) fibre: f64,
    pub(super) alcohol: f64,
    pub(super) dairy: Presence,
    pub(super) gluten: Presence,
    pub(super) spicy: Presence,
    pub(super) sugary: u32,
    pub(super) live: u32,
}

impl Holds {
    fn of(totals: &Totals) -> Self {
        Self {
            fibre: totals.sum(Nutrient::Fibre).known,
            alcohol: totals.alcohol_from_drinks.known,
            dairy: totals.dairy.presence(),
            gluten: totals.gluten.presence(),
            spicy: presence(totals.spicy > 0),
            sugary: totals.sugary.yes,
            live: totals.live_cultures.yes,
        }
    }

    fn and(self, other: Self) -> Self {
        Self {
            fibre: self.fibre + other.fibre,
            alcohol: self.alcohol + other.alcohol,
            dairy: self.dairy.max(other.dairy),
            gluten: self.gluten.max(other.gluten),
            spicy: self.spicy.max(other.spicy),
            sugary: self.sugary + other.sugary,
            live: self.live + other.live,
        }
    }

    /// What dishes hold together.
    pub(super) fn of_all(eaten: &[Timed]) -> Self {
        eaten.iter().fold(Self::default(), |all, (_, dish)| all.and(dish.holds))
    }
}

impl Served {
    /// Serves foods by their numbers and grams.
    pub(super) fn of(pantry: &Pantry, name: &'static str, foods: &[(u32, f64)]) -> Self {
        let lines = lines(pantry, foods);
        let totals = Totals::of(pantry, &lines);
        let mut is_drink = true;
        for line in &lines {
            pantry.each_part(line.food, line.grams, &mut |part| is_drink &= part.is_drink());
        }
        let kind = if is_drink { EntryKind::Drink } else { EntryKind::Meal };
        let holds = Holds::of(&totals);
        Self { name, kind, lines, totals, holds }
    }

    /// Whether it is a drink of water.
    pub(super) fn is_water(&self) -> bool {
        self.totals.waters > 0
    }

    /// Whether nothing in it goes against the wishes.
    pub(super) fn suits(&self, wishes: &Wishes) -> bool {
        let Holds { dairy, gluten, spicy, .. } = self.holds;
        let pairs = [(dairy, wishes.dairy), (gluten, wishes.gluten), (spicy, wishes.spicy)];
        pairs.iter().all(|(has, wished)| *wished || *has == Presence::No)
    }
}

/// Yes or no as a presence.
pub(super) fn presence(there: bool) -> Presence {
    if there { Presence::Yes } else { Presence::No }
}
