//! The profile: what the person chose to say about themselves. All of it may stay unanswered.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::text::Name;
use super::time::Day;

/// A skin condition the person entered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Condition {
    Acne,
    Rosacea,
    AtopicDermatitis,
    Psoriasis,
    HidradenitisSuppurativa,
}

impl Condition {
    /// All conditions.
    pub const ALL: &'static [Self] =
        &[Self::Acne, Self::Rosacea, Self::AtopicDermatitis, Self::Psoriasis, Self::HidradenitisSuppurativa];

    /// Name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Acne => "Acne",
            Self::Rosacea => "Rosacea",
            Self::AtopicDermatitis => "Eczema (atopic dermatitis)",
            Self::Psoriasis => "Psoriasis",
            Self::HidradenitisSuppurativa => "Hidradenitis suppurativa",
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

impl Sex {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Female, Self::Male];

    /// The word for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }
}

/// A plain question that decides which ideas must not be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the question is the meaning")]
pub enum SafetyQuestion {
    FoodWorry,
    EatingDisorder,
    /// Pregnant, trying or breastfeeding in one: not asked any more, but its answer stands until they are asked apart.
    Pregnancy,
    OralRetinoid,
    WeakImmunity,
    BowelOrSwallowing,
    FluidLimit,
    BloodThinner,
    FoodReaction,
    Underweight,
    KidneyStoneOrCalcium,
    Smoking,
    Pregnant,
    Trying,
    Breastfeeding,
    Kidney,
    FoodAllergy,
    PastAntibioticDiarrhoea,
}

impl SafetyQuestion {
    /// All questions, in the order they are asked.
    pub const ALL: &'static [Self] = &[
        Self::Pregnant,
        Self::Trying,
        Self::Breastfeeding,
        Self::FoodWorry,
        Self::EatingDisorder,
        Self::Underweight,
        Self::OralRetinoid,
        Self::WeakImmunity,
        Self::BowelOrSwallowing,
        Self::FluidLimit,
        Self::Kidney,
        Self::KidneyStoneOrCalcium,
        Self::BloodThinner,
        Self::FoodReaction,
        Self::FoodAllergy,
        Self::PastAntibioticDiarrhoea,
        Self::Smoking,
    ];

    /// The question as asked.
    pub fn text(self) -> &'static str {
        match self {
            Self::FoodWorry => "Has food or weight worry ever taken over your life?",
            Self::EatingDisorder => "Has anyone treated you for an eating disorder?",
            Self::Pregnancy => "Are you pregnant, trying for a baby, or breastfeeding?",
            Self::OralRetinoid => "Do you take isotretinoin, acitretin or alitretinoin by mouth?",
            Self::WeakImmunity => {
                "Is your immune system weakened (biologic, methotrexate, ciclosporin, chemotherapy, transplant, HIV), or do you \
                 have a central line or a damaged heart valve?"
            }
            Self::BowelOrSwallowing => {
                "Do you have a narrowed or inflamed bowel, recent bowel surgery, or trouble swallowing?"
            }
            Self::FluidLimit => "Do you have heart or liver failure, low sodium, or a limit on fluids?",
            Self::BloodThinner => "Do you take blood thinners, or have a bleeding disorder or atrial fibrillation?",
            Self::FoodReaction => "Have you ever had an immediate reaction to a food?",
            Self::Underweight => "Are you underweight?",
            Self::KidneyStoneOrCalcium => "Have you had kidney stones, sarcoidosis or high calcium?",
            Self::Smoking => "Do you smoke?",
            Self::Pregnant => "Are you pregnant?",
            Self::Trying => "Are you trying for a baby?",
            Self::Breastfeeding => "Are you breastfeeding?",
            Self::Kidney => "Do you have kidney disease?",
            Self::FoodAllergy => "Are you allergic to fish or another food?",
            Self::PastAntibioticDiarrhoea => {
                "Have antibiotics given you diarrhoea before, or have you had C. difficile?"
            }
        }
    }

    /// Its name in the rules.
    pub fn key(self) -> &'static str {
        match self {
            Self::FoodWorry => "food_worry",
            Self::EatingDisorder => "eating_disorder",
            Self::Pregnancy => "pregnancy",
            Self::OralRetinoid => "oral_retinoid",
            Self::WeakImmunity => "weak_immunity",
            Self::BowelOrSwallowing => "bowel_or_swallowing",
            Self::FluidLimit => "fluid_limit",
            Self::BloodThinner => "blood_thinner",
            Self::FoodReaction => "food_reaction",
            Self::Underweight => "underweight",
            Self::KidneyStoneOrCalcium => "kidney_stone_or_calcium",
            Self::Smoking => "smoking",
            Self::Pregnant => "pregnant",
            Self::Trying => "trying",
            Self::Breastfeeding => "breastfeeding",
            Self::Kidney => "kidney",
            Self::FoodAllergy => "food_allergy",
            Self::PastAntibioticDiarrhoea => "past_antibiotic_diarrhoea",
        }
    }

    /// The question with a name.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().chain(&[Self::Pregnancy]).copied().find(|question| question.key() == key)
    }

    /// The older question that asked for this among other things: its answer stands until this one is answered.
    fn asked_within(self) -> Option<Self> {
        match self {
            Self::Pregnant | Self::Trying | Self::Breastfeeding => Some(Self::Pregnancy),
            Self::Kidney => Some(Self::FluidLimit),
            Self::FoodAllergy => Some(Self::BloodThinner),
            _ => None,
        }
    }

    /// Whether programs that know only the schemas before 3 have not heard of it.
    fn is_since_schema_3(self) -> bool {
        self.asked_within().is_some() || self == Self::PastAntibioticDiarrhoea
    }
}

/// Whom to call, in the person's own words. The program rings nobody.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct HelpLines {
    /// The emergency number where the person is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emergency_number: Option<Name>,
    /// A crisis line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crisis_line: Option<Name>,
    /// Somebody near whom the person trusts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<Name>,
}

/// Days after which a pregnancy that was said is asked about again: ten months, as long as any pregnancy lasts.
const PREGNANCY_HOLDS_DAYS: i32 = 304;

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
    /// The day on which a pregnancy was said; it is asked again after ten months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pregnancy_said: Option<Day>,
    /// Whether the person asked for the one idea about weight.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub weight_topic: bool,
    /// Whom to call.
    #[serde(skip_serializing_if = "is_default")]
    pub help_lines: HelpLines,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Profile {
    /// The answer to a safety question; `None` if not answered. Where it was once asked within another question, that one's answer
    /// stands until it is answered itself.
    pub fn safety(&self, question: SafetyQuestion) -> Option<bool> {
        let own = self.safety.get(&question);
        own.or_else(|| self.safety.get(&question.asked_within()?)).copied()
    }

    /// Answers a safety question, or takes its answer back. An answer that was given within an older question which is not asked
    /// any more goes over to all that it answered, so that one of them can be taken back alone.
    pub fn answer(&mut self, question: SafetyQuestion, answer: Option<bool>) {
        if let Some(older) = question.asked_within().filter(|older| !SafetyQuestion::ALL.contains(older))
            && let Some(said) = self.safety.remove(&older)
        {
            let within = SafetyQuestion::ALL.iter().filter(|asked| asked.asked_within() == Some(older));
            for asked in within {
                self.safety.entry(*asked).or_insert(said);
            }
        }
        match answer {
            Some(answer) => self.safety.insert(question, answer),
            None => self.safety.remove(&question),
        };
    }

    /// Whether a pregnancy was said so long ago that it has to be asked about again.
    pub fn asks_about_pregnancy_again(&self, today: Day) -> bool {
        let is_old = |said: Day| today.days_since(said) >= PREGNANCY_HOLDS_DAYS;
        self.says_yes(SafetyQuestion::Pregnant) && self.pregnancy_said.is_some_and(is_old)
    }

    /// Whether it names a condition that came with schema 5.
    pub fn needs_schema_5(&self) -> bool {
        self.conditions.contains(&Condition::HidradenitisSuppurativa)
    }

    /// Whether anything in it came with schema 3.
    pub fn needs_schema_3(&self) -> bool {
        self.safety.keys().any(|question| question.is_since_schema_3())
            || self.pregnancy_said.is_some()
            || self.weight_topic
            || !is_default(&self.help_lines)
    }

    /// Pregnant, trying for a baby or breastfeeding, as far as it was said.
    pub fn expects_or_nurses(&self) -> bool {
        use SafetyQuestion::{Breastfeeding, Pregnant, Trying};
        [Pregnant, Trying, Breastfeeding].iter().any(|question| self.says_yes(*question))
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
        let said = self.expects_or_nurses() || self.says_yes(SafetyQuestion::Underweight);
        said.then_some("it stays hidden for what you said in the profile")
    }

    /// Age in whole years in a given year, as far as the year of birth tells.
    pub fn age_in(&self, year: i32) -> Option<i32> {
        self.birth_year.map(|born| year - i32::from(born)).filter(|age| (0..=130).contains(age))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_answer_of_an_older_question_can_be_taken_back_alone() {
        let mut profile = Profile::default();
        profile.safety.insert(SafetyQuestion::Pregnancy, true);
        profile.answer(SafetyQuestion::Breastfeeding, None);
        assert_eq!(profile.safety(SafetyQuestion::Breastfeeding), None);
        assert_eq!(profile.safety(SafetyQuestion::Pregnant), Some(true));
        assert_eq!(profile.safety(SafetyQuestion::Trying), Some(true));
        profile.answer(SafetyQuestion::Pregnant, Some(false));
        assert_eq!(profile.safety(SafetyQuestion::Pregnant), Some(false));
    }

    #[test]
    fn a_pregnancy_is_asked_about_again_after_ten_months_and_not_before() {
        let said = Day::from_number(20_000);
        let profile =
            Profile { safety: [(SafetyQuestion::Pregnant, true)].into(), pregnancy_said: said, ..Profile::default() };
        let after = |days| said.is_some_and(|said| profile.asks_about_pregnancy_again(said.plus(days)));
        assert!(!after(303));
        assert!(after(304));
        let not_any_more = Profile { safety: [(SafetyQuestion::Pregnant, false)].into(), ..profile.clone() };
        assert!(said.is_some_and(|said| !not_any_more.asks_about_pregnancy_again(said.plus(400))));
    }
}
