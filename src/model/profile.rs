//! The profile: what the person chose to say about themselves. All of it may stay unanswered.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// A skin condition the person entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Condition {
    Acne,
    Rosacea,
    AtopicDermatitis,
    Psoriasis,
}

impl Condition {
    /// All conditions.
    pub const ALL: &'static [Self] = &[Self::Acne, Self::Rosacea, Self::AtopicDermatitis, Self::Psoriasis];

    /// Name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Acne => "Acne",
            Self::Rosacea => "Rosacea",
            Self::AtopicDermatitis => "Eczema (atopic dermatitis)",
            Self::Psoriasis => "Psoriasis",
        }
    }
}

/// Sex, for reference intakes only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Sex {
    Female,
    Male,
}

macro_rules! questions {
    ($($variant:ident $text:literal),* $(,)?) => {
        /// A plain question that decides which ideas must not be shown.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[allow(missing_docs, reason = "the question is the meaning")]
        pub enum SafetyQuestion { $($variant),* }

        impl SafetyQuestion {
            /// All questions, in the order they are asked.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The question as asked.
            pub fn text(self) -> &'static str {
                match self { $(Self::$variant => $text),* }
            }
        }
    };
}

questions! {
    FoodWorry "Has food or weight worry ever taken over your life?",
    EatingDisorder "Has anyone treated you for an eating disorder?",
    Pregnancy "Are you pregnant, trying for a baby, or breastfeeding?",
    OralRetinoid "Do you take isotretinoin, acitretin or alitretinoin by mouth?",
    WeakImmunity "Is your immune system weakened (biologic, methotrexate, ciclosporin, chemotherapy, transplant, HIV), or do you have a central line or a damaged heart valve?",
    BowelOrSwallowing "Do you have a narrowed or inflamed bowel, recent bowel surgery, or trouble swallowing?",
    FluidLimit "Do you have heart, kidney or liver failure, low sodium, or a limit on fluids?",
    BloodThinner "Do you take blood thinners, or have a bleeding disorder, atrial fibrillation or fish allergy?",
    FoodReaction "Have you ever had an immediate reaction to a food?",
    Underweight "Are you underweight?",
    KidneyStoneOrCalcium "Have you had kidney stones, sarcoidosis or high calcium?",
    Smoking "Do you smoke?",
}

/// What the person said about themselves.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// Conditions entered; never guessed.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub conditions: BTreeSet<Condition>,
    /// Year of birth, 1900 to now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birth_year: Option<u16>,
    /// Sex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Answers to the safety questions; a question that is not here was not answered.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub safety: BTreeMap<SafetyQuestion, bool>,
}

impl Profile {
    /// The answer to a safety question; `None` if not answered.
    pub fn safety(&self, question: SafetyQuestion) -> Option<bool> {
        self.safety.get(&question).copied()
    }

    /// Whether a question was answered yes.
    pub fn says_yes(&self, question: SafetyQuestion) -> bool {
        self.safety(question) == Some(true)
    }

    /// Why the energy of foods is kept hidden whatever the settings say; `None` if it may be shown to who asks. A question on
    /// food worry that was skipped counts as yes.
    pub fn energy_is_hidden(&self, year: i32) -> Option<&'static str> {
        let worry = [SafetyQuestion::FoodWorry, SafetyQuestion::EatingDisorder];
        if worry.iter().any(|question| self.safety(*question) != Some(false)) {
            return Some("it stays hidden unless both questions about food worry in the profile are answered no");
        }
        if self.age_in(year).is_some_and(|age| age < 18) {
            return Some("it stays hidden below the age of 18");
        }
        let other = [SafetyQuestion::Pregnancy, SafetyQuestion::Underweight];
        let said = other.iter().any(|question| self.says_yes(*question));
        said.then_some("it stays hidden for what you said in the profile")
    }

    /// Age in whole years in a given year, as far as the year of birth tells.
    pub fn age_in(&self, year: i32) -> Option<i32> {
        self.birth_year.map(|born| year - i32::from(born)).filter(|age| (0..=130).contains(age))
    }
}
