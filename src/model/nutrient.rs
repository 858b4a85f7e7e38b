//! What is counted in a food: 21 nutrients and two estimates, each with its unit.

use serde::{Deserialize, Serialize};

/// Something a food holds, always counted per 100 g of the edible part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning; units are in `unit`")]
pub enum Nutrient {
    Energy,
    Water,
    Protein,
    Fat,
    SaturatedFat,
    /// Total carbohydrate, fibre included.
    Carbohydrate,
    Sugars,
    AddedSugars,
    Fibre,
    Sodium,
    Zinc,
    Selenium,
    /// Retinol activity equivalents.
    VitaminA,
    VitaminC,
    /// D2 and D3 together.
    VitaminD,
    /// Alpha-tocopherol.
    VitaminE,
    Ala,
    Epa,
    Dha,
    Caffeine,
    Alcohol,
    /// An estimate by rule, not a measurement.
    Fructan,
    /// An estimate by rule, not a measurement.
    Lactose,
}

/// Key of the column, name for people, unit, and how many steps of the packed table make one unit.
type Facts = (&'static str, &'static str, &'static str, f64);

impl Nutrient {
    /// How many there are.
    pub const COUNT: usize = 23;

    /// All, in the order of the packed table.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Energy,
        Self::Water,
        Self::Protein,
        Self::Fat,
        Self::SaturatedFat,
        Self::Carbohydrate,
        Self::Sugars,
        Self::AddedSugars,
        Self::Fibre,
        Self::Sodium,
        Self::Zinc,
        Self::Selenium,
        Self::VitaminA,
        Self::VitaminC,
        Self::VitaminD,
        Self::VitaminE,
        Self::Ala,
        Self::Epa,
        Self::Dha,
        Self::Caffeine,
        Self::Alcohol,
        Self::Fructan,
        Self::Lactose,
    ];

    const FACTS: [Facts; Self::COUNT] = [
        ("energy_kcal", "energy", "kcal", 1.0),
        ("water_g", "water", "g", 10.0),
        ("protein_g", "protein", "g", 100.0),
        ("fat_g", "fat", "g", 100.0),
        ("sat_fat_g", "saturated fat", "g", 100.0),
        ("carbs_g", "carbohydrate", "g", 100.0),
        ("sugars_g", "sugars", "g", 100.0),
        ("added_sugars_g", "added sugars", "g", 100.0),
        ("fibre_g", "fibre", "g", 10.0),
        ("sodium_mg", "sodium", "mg", 1.0),
        ("zinc_mg", "zinc", "mg", 100.0),
        ("selenium_ug", "selenium", "µg", 10.0),
        ("vit_a_rae_ug", "vitamin A", "µg", 1.0),
        ("vit_c_mg", "vitamin C", "mg", 10.0),
        ("vit_d_ug", "vitamin D", "µg", 10.0),
        ("vit_e_mg", "vitamin E", "mg", 100.0),
        ("ala_g", "omega-3 ALA", "g", 1000.0),
        ("epa_g", "omega-3 EPA", "g", 1000.0),
        ("dha_g", "omega-3 DHA", "g", 1000.0),
        ("caffeine_mg", "caffeine", "mg", 1.0),
        ("alcohol_g", "alcohol", "g", 10.0),
        ("fructan_est_g", "fructan (estimate)", "g", 100.0),
        ("lactose_est_g", "lactose (estimate)", "g", 10.0),
    ];

    /// Place in [`Self::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }

    fn facts(self) -> Facts {
        Self::FACTS.get(self.index()).copied().unwrap_or(("", "", "", 1.0))
    }

    /// Key, as in the header of the food table: `fibre_g`.
    pub fn key(self) -> &'static str {
        self.facts().0
    }

    /// Name for people, in the middle of a sentence.
    pub fn label(self) -> &'static str {
        self.facts().1
    }

    /// Unit: kcal, g, mg or µg.
    pub fn unit(self) -> &'static str {
        self.facts().2
    }

    /// Steps of the packed table that make one unit.
    pub fn steps_per_unit(self) -> f64 {
        self.facts().3
    }

    /// The one with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|nutrient| nutrient.key() == key)
    }

    /// Grams in one unit; `None` for energy, which has no weight.
    pub fn grams_per_unit(self) -> Option<f64> {
        match self.unit() {
            "g" => Some(1.0),
            "mg" => Some(1e-3),
            "µg" => Some(1e-6),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_the_list_is_the_order_of_the_enum() {
        for (index, nutrient) in Nutrient::ALL.into_iter().enumerate() {
            assert_eq!(nutrient.index(), index);
            assert_eq!(Nutrient::from_key(nutrient.key()), Some(nutrient));
        }
        assert_eq!(Nutrient::Fibre.unit(), "g");
        assert_eq!(Nutrient::VitaminA.grams_per_unit(), Some(1e-6));
        assert_eq!(Nutrient::Energy.grams_per_unit(), None);
    }
}
