//! An entry: one thing logged at one moment.

use serde::{Deserialize, Serialize};

use super::answers::Answers;
use super::food_line::FoodLine;
use super::region::Region;
use super::text::Note;
use super::time::ClockTime;

/// Number of an entry within its day. Given out rising, so a later entry has a higher one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(pub u32);

/// What kind of thing was logged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntryKind {
    /// A look at the skin, whole or one region.
    SkinCheck,
    /// What of the skin changes slowly and is looked at once a week.
    SkinWeek,
    /// One stool.
    Stool,
    /// How the gut felt.
    GutCheck,
    /// Something eaten.
    Meal,
    /// Something drunk.
    Drink,
    /// A night's sleep or a nap.
    Sleep,
    /// Stress and mood.
    Mind,
    /// Answers to the WHO-5.
    WellBeing,
    /// Answers to the PSS-4.
    PerceivedStress,
    /// A single dose of something.
    Dose,
    /// Movement, sun, cycle.
    Activity,
    /// Something that happened once.
    Event,
    /// Free words.
    Note,
    /// The person's own trackables.
    Own,
    /// A warning sign that was ticked.
    Warning,
}

impl EntryKind {
    /// All kinds, in the order of the forms.
    pub const ALL: &'static [Self] = &[
        Self::SkinCheck,
        Self::SkinWeek,
        Self::Stool,
        Self::GutCheck,
        Self::Meal,
        Self::Drink,
        Self::Sleep,
        Self::Mind,
        Self::WellBeing,
        Self::PerceivedStress,
        Self::Dose,
        Self::Activity,
        Self::Event,
        Self::Note,
        Self::Own,
        Self::Warning,
    ];

    /// Name for people, in the middle of a sentence.
    pub fn label(self) -> &'static str {
        match self {
            Self::SkinCheck => "skin check",
            Self::SkinWeek => "weekly skin check",
            Self::Stool => "stool",
            Self::GutCheck => "gut check",
            Self::Meal => "meal",
            Self::Drink => "drink",
            Self::Sleep => "sleep",
            Self::Mind => "mind",
            Self::WellBeing => "well-being",
            Self::PerceivedStress => "perceived stress",
            Self::Dose => "dose",
            Self::Activity => "activity",
            Self::Event => "event",
            Self::Note => "note",
            Self::Own => "own",
            Self::Warning => "warning sign",
        }
    }

    /// The kind of entry whose words a key stands for, where tables and commands name words rather than answers.
    pub fn of_words(key: &str) -> Option<Self> {
        [Self::Note, Self::Event, Self::Meal, Self::Dose].into_iter().find(|kind| kind.label() == key)
    }

    /// The card of the form that shows it.
    pub fn card(self) -> Card {
        match self {
            Self::SkinCheck => Card::Skin,
            Self::SkinWeek => Card::Week,
            Self::Stool | Self::GutCheck => Card::Gut,
            Self::Meal | Self::Drink => Card::Food,
            Self::Sleep => Card::Sleep,
            Self::Mind => Card::Mind,
            Self::WellBeing => Card::Fortnight,
            Self::PerceivedStress => Card::Month,
            Self::Dose => Card::Medicines,
            Self::Activity => Card::Activity,
            Self::Event | Self::Note => Card::Notes,
            Self::Own => Card::Own,
            Self::Warning => Card::Warnings,
        }
    }
}

/// A card of the logging form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the headings")]
pub enum Card {
    Skin,
    Gut,
    Food,
    Sleep,
    Mind,
    Week,
    Fortnight,
    Month,
    Medicines,
    Activity,
    Notes,
    Own,
    Warnings,
}

impl Card {
    /// All cards, top to bottom.
    pub const ALL: &'static [Self] = &[
        Self::Skin,
        Self::Gut,
        Self::Food,
        Self::Sleep,
        Self::Mind,
        Self::Notes,
        Self::Week,
        Self::Fortnight,
        Self::Month,
        Self::Medicines,
        Self::Activity,
        Self::Own,
        Self::Warnings,
    ];

    /// Whether a day can take it over from the day before. Words and warning signs are of one day alone, and a questionnaire is
    /// answered anew.
    pub fn can_be_copied(self) -> bool {
        !matches!(self, Self::Warnings | Self::Notes | Self::Week | Self::Fortnight | Self::Month)
    }

    /// Heading.
    pub fn label(self) -> &'static str {
        match self {
            Self::Skin => "Skin",
            Self::Gut => "Gut",
            Self::Food => "Food & drink",
            Self::Sleep => "Sleep",
            Self::Mind => "Mind",
            Self::Week => "Skin, once a week",
            Self::Fortnight => "Every two weeks",
            Self::Month => "Once a month",
            Self::Medicines => "Medicines & courses",
            Self::Activity => "Activity, sun, cycle",
            Self::Notes => "Events & notes",
            Self::Own => "Own",
            Self::Warnings => "Warning signs",
        }
    }
}

/// One thing logged at one moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Number within the day.
    pub id: EntryId,
    /// What kind of thing.
    pub kind: EntryKind,
    /// Wall-clock time; `None` speaks of the whole day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<ClockTime>,
    /// Place on the body; `None` speaks of the whole skin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// Answers given.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    pub answers: Answers,
    /// Words: a note, the name of an event, what a meal was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Note>,
    /// Foods of a meal or drink, each with its grams and the name it had then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub foods: Vec<FoodLine>,
}

impl Entry {
    /// Whether it speaks of the whole day and not of one moment or one thing.
    pub fn is_of_the_whole_day(&self) -> bool {
        let names_one_thing =
            matches!(self.kind, EntryKind::Meal | EntryKind::Drink | EntryKind::Dose | EntryKind::Event);
        self.at.is_none()
            && self.kind != EntryKind::Stool
            && self.foods.is_empty()
            && !(names_one_thing && self.text.is_some())
    }

    /// Whether it says anything at all.
    pub fn is_blank(&self) -> bool {
        self.answers.is_empty() && self.text.is_none() && self.foods.is_empty()
    }
}
