//! A meal that is eaten again and again, logged with one click.

use serde::{Deserialize, Serialize};

use super::food_line::FoodLine;
use super::text::Name;
use super::time::ClockTime;

/// Number of a meal template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TemplateId(pub u32);

impl TemplateId {
    /// A template that has no number yet; keeping it gives it one.
    pub const NEW: Self = Self(0);
}

/// A meal that is eaten again and again. Logging it copies its lines, so that a later change of it leaves past days alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MealTemplate {
    /// Number.
    pub id: TemplateId,
    /// Name; a meal logged from it bears it.
    pub name: Name,
    /// Usual time, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<ClockTime>,
    /// What is eaten.
    pub foods: Vec<FoodLine>,
}
