//! The shipped table of safety rules, read once.

use std::sync::OnceLock;

use serde::Deserialize;

use super::flag::Source;
use super::level::{Level, LevelMeaning, Silenced};
use super::when::When;
use crate::foods::tags::Tag;
use crate::medicines::{FoodWith, RuleLevel};

/// A rule over the diary.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its number on the safety page.
    pub number: u16,
    /// Stable id.
    pub id: String,
    /// When it is raised and how urgent it is then, the most urgent first. The last one holds whenever one before it does.
    pub raises: Vec<(Level, When)>,
    /// A second level whose words hold, too.
    #[serde(default)]
    pub also: Option<Level>,
    /// What to know and do. `{name}`, `{n}`, `{day}`, `{limit}` and the help lines are filled in.
    pub words: String,
    /// Where it is from.
    pub source: Vec<Source>,
    /// Whether it has the crisis screen behind it.
    #[serde(default)]
    pub crisis: bool,
    /// Whether words of support stand in place of the number for stress and rest.
    #[serde(default)]
    pub offers_support: bool,
    /// What it silences beyond its level.
    #[serde(default)]
    pub keeps_closed: Silenced,
}

/// How rules of the table of medicines become flags.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MedicineRules {
    /// The level that each of theirs becomes, with its number on the safety page.
    pub levels: Vec<(u16, RuleLevel, Level)>,
    /// Column that a trigger about mood reads.
    pub mood: String,
    /// Column that a trigger about alcohol reads.
    pub alcohol: String,
    /// Column that a trigger about sun reads.
    pub sun: String,
    /// Days looked back for sun.
    pub sun_days: i32,
    /// Days looked back for a food.
    pub food_days: i32,
    /// Days looked back for a warning sign.
    pub warning_days: i32,
    /// Levels at which a rule about pregnancy, or plans for it, keeps the gates of pregnancy closed.
    pub close_pregnancy_gates: Vec<Level>,
}

/// How an upper limit becomes a flag.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitRule {
    /// Its number on the safety page.
    pub number: u16,
    /// Stable id; that of the flag has the key of the nutrient behind a point.
    pub id: String,
    /// How urgent it is.
    pub level: Level,
    /// Last days over which the mean is taken.
    pub of: i32,
    /// Answered days needed.
    pub answered: usize,
    /// Nutrients whose column holds readable doses of pills already.
    pub columns_with_pills: Vec<String>,
    /// Nutrients that another rule speaks of while a condition holds.
    pub unless: Vec<(String, When)>,
}

/// Which foods are meant by one word of the rules.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FoodGroup {
    /// The word.
    pub food: FoodWith,
    /// Whole words of a food's name, one of which must stand in it.
    #[serde(default)]
    pub names: Vec<String>,
    /// Whole words that rule it out.
    #[serde(default)]
    pub except: Vec<String>,
    /// Groups of the food table that count as a whole.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Tags that count as a whole, where it is sure that a food has them.
    #[serde(default)]
    pub tags: Vec<Tag>,
}

/// What stands where a help line was not filled in, and the words of the crisis screen.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Crisis {
    /// In place of the person's emergency number.
    pub emergency_number: String,
    /// In place of the person's crisis line.
    pub crisis_line: String,
    /// In place of somebody whom the person trusts.
    pub person: String,
    /// First line of the screen.
    pub heading: String,
    /// The lines below it.
    pub lines: Vec<String>,
    /// One more line where a medicine runs that can lower mood.
    pub medicine_line: String,
    /// The two buttons: safe for now, hide.
    pub buttons: (String, String),
}

/// Everything.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Version of the table.
    pub version: u32,
    /// What each level means.
    pub levels: Vec<LevelMeaning>,
    /// The rules over the diary.
    pub rules: Vec<Rule>,
    /// How rules about medicines become flags; `None` only if the table cannot be read.
    pub medicines: Option<MedicineRules>,
    /// How upper limits become flags; `None` only if the table cannot be read.
    pub limit: Option<LimitRule>,
    /// Foods that rules name.
    pub foods: Vec<FoodGroup>,
    /// The crisis screen.
    pub crisis: Crisis,
}

/// The text of the shipped table.
pub const TEXT: &str = include_str!("../../../assets/evidence/rules.ron");

/// The table that ships with the program.
pub fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        // The file is part of the program; the test below proves that it reads.
        ron::from_str(TEXT).unwrap_or_else(|error| {
            log::error!("the table of safety rules cannot be read: {error}");
            Table {
                version: 0,
                levels: Vec::new(),
                rules: Vec::new(),
                medicines: None,
                limit: None,
                foods: Vec::new(),
                crisis: Crisis::default(),
            }
        })
    })
}

impl Table {
    /// How urgent the tick of a warning sign is by itself.
    pub fn urgency_of(&self, sign: &str) -> Option<Level> {
        let raises = self.rules.iter().flat_map(|rule| &rule.raises);
        raises.filter(|(_, when)| *when == When::Ticked(sign.to_owned())).map(|(level, _)| *level).min()
    }

    /// Which foods a word of the rules means.
    pub fn food(&self, food: FoodWith) -> Option<&FoodGroup> {
        self.foods.iter().find(|group| group.food == food)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_reads() {
        let read: Result<Table, _> = ron::from_str(TEXT);
        assert!(read.is_ok(), "{read:?}");
    }
}
