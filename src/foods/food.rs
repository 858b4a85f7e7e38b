//! One food of the built-in table.

use super::nutrient::Nutrient;
use super::portion::Portion;
use super::tags::Tags;
use crate::model::food_line::FoodId;

/// What the packed table writes where nothing is known.
pub(super) const UNKNOWN: u16 = u16::MAX;

/// Where a food's values come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FoodSource {
    /// USDA FNDDS 2021-2023.
    Fndds,
    /// USDA SR Legacy 2018 with SR26.
    Sr,
    /// Ciqual 2017, Anses.
    Ciqual,
    /// `CoFID` 2015, Public Health England.
    Cofid,
    /// Computed from other rows of the table.
    Recipe,
}

impl FoodSource {
    /// All, with the key of the food table, in the order of the packed table.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Fndds, "fndds2123"),
        (Self::Sr, "sr"),
        (Self::Ciqual, "ciqual2017"),
        (Self::Cofid, "cofid2015"),
        (Self::Recipe, "recipe"),
    ];

    /// Name for the detail page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Fndds => "USDA FNDDS 2021-2023",
            Self::Sr => "USDA SR Legacy 2018",
            Self::Ciqual => "Anses Ciqual 2017",
            Self::Cofid => "CoFID 2015, Public Health England",
            Self::Recipe => "computed from other foods of the table",
        }
    }
}

/// Place of a plant in [`super::table::FoodTable::plants`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlantId(pub u16);

/// How much of a food's weight is one plant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlantShare {
    /// Which plant.
    pub plant: PlantId,
    /// Percent of the ingredients' weight.
    pub percent: f32,
}

/// One food of the built-in table.
#[derive(Debug, Clone)]
pub struct Food {
    /// Number; never changes.
    pub id: FoodId,
    /// Name for people.
    pub name: &'static str,
    /// Group, such as `Cheese`.
    pub group: &'static str,
    /// Where the values come from.
    pub source: FoodSource,
    /// The one plant it stands for; `None` for animal foods, dishes, juice and refined foods.
    pub plant: Option<PlantId>,
    /// Plants in it, dishes included.
    pub plants: Box<[PlantShare]>,
    /// Ferments, dairy and the like.
    pub tags: Tags,
    /// How common it is, 1 to 99: a hint for the order of search hits.
    pub prior: u8,
    /// Household measures.
    pub portions: Box<[Portion]>,
    /// Further names.
    pub aliases: Box<[&'static str]>,
    pub(super) steps: [u16; Nutrient::COUNT],
    pub(super) density_steps: u16,
}

impl Food {
    /// Amount in 100 g; `None` if nobody measured it, which is not zero.
    pub fn per_100g(&self, nutrient: Nutrient) -> Option<f64> {
        let steps = *self.steps.get(nutrient.index())?;
        (steps != UNKNOWN).then(|| f64::from(steps) / nutrient.steps_per_unit())
    }

    /// Grams in a millilitre as poured or filled; `None` if a volume cannot be turned into grams.
    pub fn density(&self) -> Option<f64> {
        (self.density_steps != UNKNOWN).then(|| f64::from(self.density_steps) / 1000.0)
    }

    /// The measure offered first.
    pub fn default_portion(&self) -> Option<&Portion> {
        self.portions.iter().find(|portion| portion.is_default)
    }

    /// Whether it is drunk rather than eaten.
    pub fn is_drink(&self) -> bool {
        const DRINKS: &[&str] =
            &["Water", "Coffee", "Tea", "Juice", "Soft drinks", "Alcoholic drinks", "Smoothies & grain drinks"];
        DRINKS.contains(&self.group)
    }
}
