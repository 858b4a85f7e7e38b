//! What is said of a food beside its nutrients: ferments, dairy, gluten, FODMAP groups, processing. All of it is by rule and
//! uncertain; nothing here is a measurement and nothing is a verdict on the food.

use serde::{Deserialize, Serialize};

/// Whether a food has something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Presence {
    #[default]
    No,
    /// It depends on the product or the recipe.
    Maybe,
    Yes,
}

/// A class of three.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Level {
    Low,
    Moderate,
    High,
}

impl Level {
    /// The word for it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
        }
    }
}

/// A group of short carbohydrates that some guts take up badly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Fodmap {
    Fructan,
    Gos,
    Lactose,
    /// Fructose in excess of glucose.
    Fructose,
    Sorbitol,
    Mannitol,
    PolyolSweetener,
}

impl Fodmap {
    /// All groups, in the order of the packed table.
    pub const ALL: [Self; 7] = [
        Self::Fructan,
        Self::Gos,
        Self::Lactose,
        Self::Fructose,
        Self::Sorbitol,
        Self::Mannitol,
        Self::PolyolSweetener,
    ];

    /// Key, as in the food table.
    pub fn key(self) -> &'static str {
        match self {
            Self::Fructan => "fructan",
            Self::Gos => "gos",
            Self::Lactose => "lactose",
            Self::Fructose => "fructose",
            Self::Sorbitol => "sorbitol",
            Self::Mannitol => "mannitol",
            Self::PolyolSweetener => "polyol_sweetener",
        }
    }
}

/// A fibre or starch that feeds gut bacteria.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Prebiotic {
    Inulin,
    Gos,
    ResistantStarch,
    BetaGlucan,
    /// Of wheat, rye and barley.
    Fructan,
}

impl Prebiotic {
    /// All kinds, in the order of the packed table.
    pub const ALL: [Self; 5] = [Self::Inulin, Self::Gos, Self::ResistantStarch, Self::BetaGlucan, Self::Fructan];

    /// Key, as in the food table.
    pub fn key(self) -> &'static str {
        match self {
            Self::Inulin => "inulin",
            Self::Gos => "gos",
            Self::ResistantStarch => "resistant_starch",
            Self::BetaGlucan => "beta_glucan",
            Self::Fructan => "fructan",
        }
    }
}

/// How a processing class was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum NovaBasis {
    GroupRule,
    KeywordRule,
    Manual,
    /// The person said so, of an own food.
    Own,
}

/// All tags of a food.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tags {
    /// Made by fermentation.
    pub fermented: bool,
    /// Live cultures at the time of eating.
    pub live_cultures: Presence,
    /// Prebiotic kinds it is rich in.
    pub prebiotic: Vec<Prebiotic>,
    /// Processing class 1 to 4 (NOVA, doi:10.1017/S1368980018003762); `None` = unknown.
    pub nova: Option<u8>,
    /// How the class was found.
    pub nova_basis: NovaBasis,
    /// Milk in it.
    pub dairy: Presence,
    /// Gluten in it.
    pub gluten: Presence,
    /// Level of FODMAPs at a usual portion; `None` = unknown.
    pub fodmap_level: Option<Level>,
    /// Groups present: high, or moderate.
    pub fodmap: Vec<(Fodmap, Level)>,
    /// Biogenic amines by rule; `None` = nothing known. Uncertain.
    pub histamine: Option<Level>,
    /// Hot with chilli or pepper.
    pub spicy: bool,
    /// Glycaemic index class (doi:10.1093/ajcn/nqab233); `None` = unknown.
    pub gi_class: Option<Level>,
}

impl Default for Tags {
    fn default() -> Self {
        Self {
            fermented: false,
            live_cultures: Presence::No,
            prebiotic: Vec::new(),
            nova: None,
            nova_basis: NovaBasis::Own,
            // Nobody said that there is none.
            dairy: Presence::Maybe,
            gluten: Presence::Maybe,
            fodmap_level: None,
            fodmap: Vec::new(),
            histamine: None,
            spicy: false,
            gi_class: None,
        }
    }
}

/// One tag to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Tag {
    Fermented,
    LiveCultures,
    Prebiotic,
    UltraProcessed,
    Dairy,
    Gluten,
    HighFodmap,
    Histamine,
    Spicy,
}

impl Tag {
    /// All tags, as a filter row shows them.
    pub const ALL: [Self; 9] = [
        Self::Fermented,
        Self::LiveCultures,
        Self::Prebiotic,
        Self::UltraProcessed,
        Self::Dairy,
        Self::Gluten,
        Self::HighFodmap,
        Self::Histamine,
        Self::Spicy,
    ];

    /// Name for people; the uncertain ones say so.
    pub fn label(self) -> &'static str {
        match self {
            Self::Fermented => "fermented",
            Self::LiveCultures => "live cultures",
            Self::Prebiotic => "rich in prebiotics",
            Self::UltraProcessed => "ultra-processed (NOVA 4, by rule)",
            Self::Dairy => "dairy",
            Self::Gluten => "gluten",
            Self::HighFodmap => "high FODMAP (uncertain)",
            Self::Histamine => "histamine (uncertain)",
            Self::Spicy => "spicy",
        }
    }
}

impl Tags {
    /// Whether the food has a tag.
    pub fn has(&self, tag: Tag) -> Presence {
        let yes = |yes: bool| if yes { Presence::Yes } else { Presence::No };
        let level = |level: Option<Level>| match level {
            Some(Level::High) => Presence::Yes,
            Some(Level::Moderate) => Presence::Maybe,
            Some(Level::Low) | None => Presence::No,
        };
        match tag {
            Tag::Fermented => yes(self.fermented),
            Tag::LiveCultures => self.live_cultures,
            Tag::Prebiotic => yes(!self.prebiotic.is_empty()),
            Tag::UltraProcessed => yes(self.nova == Some(4)),
            Tag::Dairy => self.dairy,
            Tag::Gluten => self.gluten,
            Tag::HighFodmap => level(self.fodmap_level),
            Tag::Histamine => level(self.histamine),
            Tag::Spicy => yes(self.spicy),
        }
    }
}
