//! The step of the gut-skin story a card belongs to.

use serde::Deserialize;

/// A step of the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Mechanism {
    MicrobiotaBalance,
    IntestinalBarrier,
    SystemicInflammation,
    NutrientAbsorption,
    NeuroStress,
    Stress,
    Sleep,
    DietFibre,
    Diversity,
    FermentedProbiotic,
    Hydration,
    ProcessedFood,
    GlycaemicDairy,
    Alcohol,
    AntibioticsRecovery,
    BowelRegularity,
    TopicalCare,
    SunWeather,
    Other,
}

impl Mechanism {
    /// Whether it is about what one eats or drinks, which red flags silence.
    pub fn is_diet(self) -> bool {
        !matches!(self, Self::Stress | Self::Sleep | Self::NeuroStress | Self::TopicalCare | Self::SunWeather)
    }
}
