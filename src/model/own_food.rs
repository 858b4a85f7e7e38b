//! A food of one's own, as the diary keeps it. What it may hold is checked in `foods`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::food_line::FoodId;
use super::food_tags::Tags;
use super::nutrient::Nutrient;
use super::text::Name;

/// A food of one's own. A nutrient that is not in the list is unknown, not zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnFood {
    /// Number, from [`FoodId::FIRST_OWN`].
    pub id: FoodId,
    /// Name.
    pub name: Name,
    /// Amounts in 100 g, carbohydrate with its fibre.
    pub per_100g: BTreeMap<Nutrient, f64>,
    /// Weight of one portion in grams.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portion_grams: Option<f64>,
    /// Grams in a millilitre.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub density: Option<f64>,
    /// Whether it is drunk rather than eaten.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_drink: bool,
    /// Keys of its plants with their percent of the weight.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub plants: BTreeMap<String, f64>,
    /// Ferments, dairy and the like.
    #[serde(default)]
    pub tags: Tags,
    /// The food of the table it was copied from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copied_from: Option<FoodId>,
    /// No longer offered. Days on which it was eaten keep its values.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

impl OwnFood {
    /// An own food with nothing known of it but its name.
    pub fn blank(id: FoodId, name: Name) -> Self {
        Self {
            id,
            name,
            per_100g: BTreeMap::new(),
            portion_grams: None,
            density: None,
            is_drink: false,
            plants: BTreeMap::new(),
            tags: Tags::default(),
            copied_from: None,
            hidden: false,
        }
    }
}
