//! Situations of a person that decide what may be shown: from the profile, and from the medicines that run. A profile answer "no"
//! never overrules a course.

use serde::Deserialize;

use crate::medicines::{self, ClassId, Match};
use crate::model::course::{Course, CourseId, Phase};
use crate::model::diary::Diary;
use crate::model::profile::{Condition, Profile, SafetyQuestion};
use crate::model::time::Day;

/// Below this age somebody is a minor.
const ADULT_AGE: i32 = 18;

/// What may hold of a person.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
pub enum Situation {
    /// Pregnant.
    Pregnant,
    /// Trying for a baby.
    TryingToConceive,
    /// Breastfeeding.
    Breastfeeding,
    /// Below 18. An age that is not known counts as adult.
    Minor,
    /// A worry about food or an eating disorder, now or before; a question that was skipped counts as yes.
    EatingDisorder,
    /// Underweight.
    Underweight,
    /// Kidney disease.
    Kidney,
    /// A limit on fluids.
    FluidLimit,
    /// Kidney stones, sarcoidosis or high calcium.
    StoneOrCalcium,
    /// Blood thinners or a tendency to bleed.
    Bleeding,
    /// A weakened immune system, by the profile or by a running medicine.
    Immunosuppressed,
    /// A narrowed or inflamed bowel, or trouble swallowing.
    Bowel,
    /// An allergy to a food, or an immediate reaction to one.
    FoodAllergy,
    /// Smokes.
    Smoker,
    /// Has a condition.
    Has(Condition),
    /// A medicine of this class runs.
    Medicine(ClassId),
}

/// A course with the medicine it is.
#[derive(Debug, Clone, Copy)]
pub struct MedicineCourse<'a> {
    /// The course.
    pub course: &'a Course,
    /// The medicine.
    pub found: Match,
}

/// Whom something is to be shown to: the profile and the courses of a day, looked up once.
#[derive(Debug)]
pub struct Person<'a> {
    /// What they said about themselves.
    pub profile: &'a Profile,
    /// The day.
    pub today: Day,
    /// All courses that name a known medicine, whenever they ran.
    pub medicines: Vec<MedicineCourse<'a>>,
}

impl<'a> Person<'a> {
    /// The person of a diary on a day.
    pub fn on(diary: &'a Diary, today: Day) -> Self {
        let known = |course: &'a Course| {
            let found = medicines::recognise(course.name.as_str())?;
            Some(MedicineCourse { course, found })
        };
        Self { profile: diary.profile(), today, medicines: diary.courses().filter_map(known).collect() }
    }

    /// Age in whole years, as far as the year of birth tells.
    pub fn age(&self) -> Option<i32> {
        self.profile.age_in(self.today.year())
    }

    /// The medicines that run on the day.
    pub fn running(&self) -> impl Iterator<Item = &MedicineCourse<'a>> {
        self.medicines.iter().filter(|medicine| medicine.course.phase(self.today) == Phase::During)
    }

    /// The class of a course; `None` if it names no known medicine.
    pub fn class_of(&self, course: CourseId) -> Option<&'static ClassId> {
        let medicine = self.medicines.iter().find(|medicine| medicine.course.id == course)?;
        Some(&medicine.found.medicine.class)
    }

    /// Whether a medicine of a class runs.
    pub fn takes(&self, class: &ClassId) -> bool {
        self.running().any(|medicine| medicine.found.medicine.class == *class)
    }

    /// Whether a situation holds.
    pub fn is(&self, situation: &Situation) -> bool {
        let says = |question| self.profile.says_yes(question);
        match situation {
            Situation::Pregnant => says(SafetyQuestion::Pregnant),
            Situation::TryingToConceive => says(SafetyQuestion::Trying),
            Situation::Breastfeeding => says(SafetyQuestion::Breastfeeding),
            Situation::Minor => self.age().is_some_and(|age| age < ADULT_AGE),
            Situation::EatingDisorder => self.may_have_food_worries(),
            Situation::Underweight => says(SafetyQuestion::Underweight),
            Situation::Kidney => says(SafetyQuestion::Kidney),
            Situation::FluidLimit => says(SafetyQuestion::FluidLimit),
            Situation::StoneOrCalcium => says(SafetyQuestion::KidneyStoneOrCalcium),
            Situation::Bleeding => says(SafetyQuestion::BloodThinner),
            Situation::Immunosuppressed => says(SafetyQuestion::WeakImmunity) || self.weakens_immunity(),
            Situation::Bowel => says(SafetyQuestion::BowelOrSwallowing),
            Situation::FoodAllergy => says(SafetyQuestion::FoodReaction) || says(SafetyQuestion::FoodAllergy),
            Situation::Smoker => says(SafetyQuestion::Smoking),
            Situation::Has(condition) => self.profile.conditions.contains(condition),
            Situation::Medicine(class) => self.takes(class),
        }
    }

    /// Whether food or weight worries are said, or nobody said that there are none: a question that was skipped counts as yes.
    pub fn may_have_food_worries(&self) -> bool {
        let questions = [SafetyQuestion::FoodWorry, SafetyQuestion::EatingDisorder];
        questions.iter().any(|question| self.profile.safety(*question) != Some(false))
    }

    fn weakens_immunity(&self) -> bool {
        let mut classes = self.running().filter_map(|medicine| medicines::class(&medicine.found.medicine.class));
        classes.any(|class| class.immunosuppressant)
    }
}
