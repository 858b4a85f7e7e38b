//! The numbers a day or a week of foods adds up to, one by one: name, what it is now in words, and the foods behind it.

use super::amount::volume;
use super::nutrient::Nutrient;
use super::pantry::Pantry;
use super::tags::{Fodmap, Level, Presence, Tag};
use super::totals::{TagCount, Totals};
use crate::model::food_line::FoodLine;
use crate::words::capital;

/// A number foods add up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DietMetric {
    /// The sum of a nutrient.
    Nutrient(Nutrient),
    /// EPA and DHA together.
    EpaAndDha,
    /// Water drunk as water.
    WaterDrunk,
    /// Water in all other drinks and foods.
    WaterElsewhere,
    /// Different plants.
    Plants,
    /// Foods with a tag.
    Tagged(Tag),
    /// Portions with much added sugar.
    Sugary,
    /// Foods of high glycaemic class.
    HighGlycaemic,
    /// The highest level of a FODMAP group.
    Fodmap(Fodmap),
}

/// Figures that belong together.
#[derive(Debug, Clone, Copy)]
pub struct FigureGroup {
    /// Heading.
    pub heading: &'static str,
    /// The figures.
    pub figures: &'static [DietMetric],
}

/// All figures but energy, which is shown only to who asks for it.
pub const GROUPS: &[FigureGroup] = &[
    FigureGroup {
        heading: "Fibre and water",
        figures: &[
            DietMetric::Nutrient(Nutrient::Fibre),
            DietMetric::WaterDrunk,
            DietMetric::WaterElsewhere,
            DietMetric::Nutrient(Nutrient::Water),
        ],
    },
    FigureGroup {
        heading: "Plants and ferments",
        figures: &[
            DietMetric::Plants,
            DietMetric::Tagged(Tag::LiveCultures),
            DietMetric::Tagged(Tag::Fermented),
            DietMetric::Tagged(Tag::Prebiotic),
            DietMetric::Tagged(Tag::UltraProcessed),
        ],
    },
    FigureGroup {
        heading: "Vitamins, minerals, omega-3",
        figures: &[
            DietMetric::Nutrient(Nutrient::VitaminA),
            DietMetric::Nutrient(Nutrient::VitaminC),
            DietMetric::Nutrient(Nutrient::VitaminD),
            DietMetric::Nutrient(Nutrient::VitaminE),
            DietMetric::Nutrient(Nutrient::Zinc),
            DietMetric::Nutrient(Nutrient::Selenium),
            DietMetric::Nutrient(Nutrient::Ala),
            DietMetric::EpaAndDha,
        ],
    },
    FigureGroup {
        heading: "Sugars, fat, salt, coffee, alcohol",
        figures: &[
            DietMetric::Nutrient(Nutrient::Sugars),
            DietMetric::Nutrient(Nutrient::AddedSugars),
            DietMetric::Sugary,
            DietMetric::Nutrient(Nutrient::SaturatedFat),
            DietMetric::Nutrient(Nutrient::Sodium),
            DietMetric::Nutrient(Nutrient::Caffeine),
            DietMetric::Nutrient(Nutrient::Alcohol),
        ],
    },
    FigureGroup {
        heading: "Milk, gluten, FODMAP groups and more, by rule and uncertain",
        figures: &[
            DietMetric::Tagged(Tag::Dairy),
            DietMetric::Tagged(Tag::Gluten),
            DietMetric::Tagged(Tag::Spicy),
            DietMetric::Tagged(Tag::Histamine),
            DietMetric::HighGlycaemic,
            DietMetric::Fodmap(Fodmap::Fructan),
            DietMetric::Fodmap(Fodmap::Gos),
            DietMetric::Fodmap(Fodmap::Lactose),
            DietMetric::Fodmap(Fodmap::Fructose),
            DietMetric::Fodmap(Fodmap::Sorbitol),
            DietMetric::Fodmap(Fodmap::Mannitol),
            DietMetric::Fodmap(Fodmap::PolyolSweetener),
        ],
    },
];

impl DietMetric {
    /// Name for people.
    pub fn label(self) -> String {
        match self {
            Self::Nutrient(Nutrient::Water) => "All water together".to_owned(),
            Self::Nutrient(nutrient) => capital(nutrient.label()),
            Self::EpaAndDha => "Omega-3 EPA and DHA".to_owned(),
            Self::WaterDrunk => "Water".to_owned(),
            Self::WaterElsewhere => "Water in other drinks and foods".to_owned(),
            Self::Plants => "Different plants".to_owned(),
            Self::Sugary => "Sugary foods and drinks".to_owned(),
            Self::Tagged(Tag::LiveCultures) => "Live ferments".to_owned(),
            Self::Tagged(Tag::UltraProcessed) => "Ultra-processed, by rule".to_owned(),
            Self::Tagged(Tag::Fermented) => "Fermented, live or not".to_owned(),
            Self::Tagged(tag) => capital(tag.label()),
            Self::HighGlycaemic => "High glycaemic class".to_owned(),
            Self::Fodmap(group) => format!("FODMAP: {}", group.key().replace('_', " ")),
        }
    }

    /// What it is, in words; a sum with an unknown part says so.
    pub fn words(self, totals: &Totals) -> String {
        match self {
            Self::Nutrient(Nutrient::Water) => totals.all_water().words("ml"),
            Self::Nutrient(nutrient) => totals.sum(nutrient).words(nutrient.unit()),
            Self::EpaAndDha => totals.epa_and_dha().words("g"),
            Self::WaterDrunk if totals.waters == 0 => "none logged".to_owned(),
            Self::WaterDrunk => volume(totals.water_drunk),
            Self::WaterElsewhere => totals.water_elsewhere.words("ml"),
            Self::Plants => totals.plants().len().to_string(),
            Self::Tagged(Tag::UltraProcessed) => match totals.nova_known {
                0 => "unknown".to_owned(),
                known => format!("{} of {known} foods", totals.ultra_processed),
            },
            Self::Tagged(Tag::LiveCultures) => portions(totals.live_cultures, "live"),
            Self::Sugary => portions(totals.sugary, "sugary"),
            Self::Tagged(tag) => counted(count(totals, tag)),
            Self::HighGlycaemic => foods(totals.gi_classes[2]),
            Self::Fodmap(group) => match totals.fodmap(group) {
                None | Some(Level::Low) => "none known".to_owned(),
                Some(level) => level.label().to_owned(),
            },
        }
    }

    /// Whether a line has a part in it; an unknown value has.
    fn has_part(self, totals: &Totals) -> bool {
        let sum = |sum: super::totals::Sum| sum.known > 0.0 || sum.unknown > 0;
        match self {
            Self::Nutrient(nutrient) => sum(totals.sum(nutrient)),
            Self::EpaAndDha => sum(totals.epa_and_dha()),
            Self::WaterDrunk => totals.waters > 0,
            Self::WaterElsewhere => sum(totals.water_elsewhere),
            Self::Plants => totals.plants().len() > 0,
            Self::Tagged(Tag::UltraProcessed) => totals.ultra_processed > 0 || totals.nova_unknown > 0,
            Self::Sugary => totals.sugary.presence() != Presence::No,
            Self::Tagged(tag) => count(totals, tag).presence() != Presence::No,
            Self::HighGlycaemic => totals.gi_classes[2] > 0,
            Self::Fodmap(group) => totals.fodmap(group).is_some_and(|level| level > Level::Low),
        }
    }

    /// For the order of the foods behind it.
    fn size(self, totals: &Totals) -> f64 {
        match self {
            Self::Nutrient(nutrient) => totals.sum(nutrient).known,
            Self::EpaAndDha => totals.epa_and_dha().known,
            Self::WaterDrunk => totals.water_drunk,
            Self::WaterElsewhere => totals.water_elsewhere.known,
            Self::Sugary => totals.sum(Nutrient::AddedSugars).known,
            Self::Plants => totals.plants().len() as f64,
            _ => 0.0,
        }
    }

    /// The words for one food behind the number.
    fn part_words(self, totals: &Totals) -> String {
        match self {
            Self::Plants => totals.plants().map(|(_, plant)| plant.key).collect::<Vec<_>>().join(", "),
            Self::Tagged(Tag::UltraProcessed) if totals.ultra_processed == 0 => "class unknown".to_owned(),
            Self::Tagged(Tag::UltraProcessed) => "by rule".to_owned(),
            Self::Tagged(tag) if count(totals, tag).yes == 0 => "depends on the product".to_owned(),
            Self::Sugary => format!("added sugars {}", totals.sum(Nutrient::AddedSugars).words("g")),
            Self::Tagged(_) | Self::HighGlycaemic => String::new(),
            Self::Fodmap(group) => totals.fodmap(group).map_or("", Level::label).to_owned(),
            other => other.words(totals),
        }
    }

    /// The foods behind the number, most first: each line with what it adds, in words.
    pub fn behind<'a>(
        self,
        pantry: &Pantry,
        lines: impl IntoIterator<Item = &'a FoodLine>,
    ) -> Vec<(&'a FoodLine, String)> {
        let each = lines.into_iter().map(|line| (line, Totals::of(pantry, [line])));
        let mut parts: Vec<(&FoodLine, Totals)> = each.filter(|(_, totals)| self.has_part(totals)).collect();
        parts.sort_by(|(_, a), (_, b)| self.size(b).total_cmp(&self.size(a)));
        parts.into_iter().map(|(line, totals)| (line, self.part_words(&totals))).collect()
    }
}

fn count(totals: &Totals, tag: Tag) -> TagCount {
    let all = |yes| TagCount { yes, maybe: 0 };
    match tag {
        Tag::Fermented => all(totals.fermented),
        Tag::LiveCultures => totals.live_cultures,
        Tag::Prebiotic => all(totals.prebiotic),
        Tag::UltraProcessed => all(totals.ultra_processed),
        Tag::Dairy => totals.dairy,
        Tag::Gluten => totals.gluten,
        Tag::Histamine => totals.histamine,
        Tag::Spicy => all(totals.spicy),
        Tag::HighFodmap => TagCount::default(),
    }
}

fn counted(count: TagCount) -> String {
    match (count.yes, count.maybe) {
        (yes, 0) => foods(yes),
        (0, maybe) => format!("perhaps {}", foods(maybe)),
        (yes, maybe) => format!("{}, perhaps {maybe} more", foods(yes)),
    }
}

/// Portions of a kind: `1 portion`, `1 portion, 2 more may be live`, `none, 1 may be live`.
pub fn portions(count: TagCount, kind: &str) -> String {
    let sure = match count.yes {
        0 => "none".to_owned(),
        1 => "1 portion".to_owned(),
        many => format!("{many} portions"),
    };
    match (count.yes, count.maybe) {
        (_, 0) => sure,
        (0, maybe) => format!("{sure}, {maybe} may be {kind}"),
        (_, maybe) => format!("{sure}, {maybe} more may be {kind}"),
    }
}

fn foods(count: u32) -> String {
    match count {
        0 => "none".to_owned(),
        1 => "1 food".to_owned(),
        many => format!("{many} foods"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::foods::meal_line::line;
    use crate::model::food_line::FoodId;
    use crate::model::text::Name;

    #[test]
    fn each_number_opens_the_foods_behind_it_and_says_what_is_unknown() {
        let pantry = Pantry::default();
        let food = |number, grams| line(&pantry, FoodId(number), grams).unwrap();
        let stranger = FoodLine { food: FoodId(4), grams: 10.0, name: Name::new("Gone").unwrap() };
        let meal = [food(63_203_010, 150.0), food(57_602_100, 60.0), food(1_019_865, 200.0), stranger];
        let totals = Totals::of(&pantry, &meal);
        // 2.4 * 1.5 + 10.1 * 0.6 + 0, as in the table of hand-worked meals.
        let fibre = DietMetric::Nutrient(Nutrient::Fibre);
        assert_eq!(fibre.words(&totals), "at least 9.7 g, 1 of 4 foods unknown");
        let behind = fibre.behind(&pantry, &meal);
        let names: Vec<&str> = behind.iter().map(|(line, _)| line.name.as_str()).collect();
        assert_eq!(names.len(), 3, "kefir has no fibre: {names:?}");
        assert!(names[0].to_lowercase().contains("oat"), "{names:?}");
        assert_eq!(behind[2].1, "unknown");
        assert_eq!(DietMetric::Tagged(Tag::Fermented).words(&totals), "1 food");
        assert_eq!(DietMetric::Plants.words(&totals), "2");
        assert_eq!(DietMetric::Plants.behind(&pantry, &meal)[0].1, "blueberry");
        assert_eq!(DietMetric::Fodmap(Fodmap::Lactose).words(&totals), "high");
        assert!(DietMetric::Tagged(Tag::Gluten).words(&totals).starts_with("perhaps"));
    }

    #[test]
    fn every_figure_has_words_and_energy_is_none_of_them() {
        let all = GROUPS.iter().flat_map(|group| group.figures);
        assert!(all.clone().all(|figure| *figure != DietMetric::Nutrient(Nutrient::Energy)));
        for figure in all {
            assert!(!figure.label().is_empty());
            assert!(!figure.words(&Totals::default()).is_empty(), "{figure:?}");
        }
    }
}
