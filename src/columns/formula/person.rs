//! What the indices have to know of a person that stands in no column: what they said of themselves, and their courses.

use crate::model::course::{Course, CourseKind, Phase};
use crate::model::diary::Diary;
use crate::model::profile::{Profile, SafetyQuestion};
use crate::model::settings::Reference;
use crate::model::time::Day;

/// When a part of an index is left out, so that its weight goes to the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::columns) enum Situation {
    /// A limit on fluids.
    FluidLimit,
    /// Kidney disease.
    Kidney,
    /// Pregnant.
    Pregnant,
    /// Trying for a baby.
    TryingToConceive,
    /// Breastfeeding.
    Breastfeeding,
    /// Below 18.
    Minor,
    /// Weak immune system, by what was said or by a medicine.
    Immunosuppressed,
    /// Anti-inflammatory painkillers are prescribed.
    PrescribedPainkiller,
}

impl Situation {
    /// Why a part is left out, in words.
    pub fn why(self) -> &'static str {
        match self {
            Self::FluidLimit => "left out, since your fluids may be limited",
            Self::Kidney => "left out, since you said something about your kidneys",
            Self::Pregnant => "left out in pregnancy",
            Self::TryingToConceive => "left out while trying for a baby",
            Self::Breastfeeding => "left out while breastfeeding",
            Self::Minor => "left out below 18",
            Self::Immunosuppressed => "left out, since your immune system may be weakened",
            Self::PrescribedPainkiller => "left out, since they are prescribed for you",
        }
    }
}

/// What of a diary the indices go by, beside columns.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::columns) struct Person {
    profile: Profile,
    reference: Reference,
    courses: Vec<Course>,
}

/// What is known of the person on one day.
pub(in crate::columns) struct PersonOnDay<'a> {
    person: &'a Person,
    day: Day,
}

impl Person {
    /// Of a diary.
    pub fn in_diary(diary: &Diary) -> Self {
        Self {
            profile: diary.profile().clone(),
            reference: diary.settings().reference,
            courses: diary.courses().cloned().collect(),
        }
    }

    /// Somebody of whom nothing is known.
    pub fn unknown() -> Self {
        Self { profile: Profile::default(), reference: Reference::default(), courses: Vec::new() }
    }

    /// Whether a diary still says the same of the person.
    pub fn fits(&self, diary: &Diary) -> bool {
        self.profile == *diary.profile()
            && self.reference == diary.settings().reference
            && self.courses.iter().eq(diary.courses())
    }

    /// What is known on a day.
    pub fn on(&self, day: Day) -> PersonOnDay<'_> {
        PersonOnDay { person: self, day }
    }
}

impl PersonOnDay<'_> {
    /// Whether a situation holds.
    pub fn is_in(&self, situation: Situation) -> bool {
        let says = |question| self.person.profile.says_yes(question);
        match situation {
            Situation::FluidLimit | Situation::Kidney => says(SafetyQuestion::FluidLimit),
            Situation::Pregnant | Situation::TryingToConceive | Situation::Breastfeeding => {
                says(SafetyQuestion::Pregnancy)
            }
            Situation::Minor => self.person.profile.age_in(self.day.year()).is_some_and(|age| age < 18),
            Situation::Immunosuppressed => says(SafetyQuestion::WeakImmunity),
            Situation::PrescribedPainkiller => false,
        }
    }

    /// The first of some situations that holds.
    pub fn first_of(&self, situations: &[Situation]) -> Option<Situation> {
        situations.iter().copied().find(|situation| self.is_in(*situation))
    }

    /// Whether food or weight may be a worry: a question that was skipped counts as yes.
    pub fn may_have_food_worries(&self) -> bool {
        let asked = [SafetyQuestion::FoodWorry, SafetyQuestion::EatingDisorder];
        asked.iter().any(|question| self.person.profile.safety(*question) != Some(false))
    }

    /// Whether the profile says that the person does not smoke.
    pub fn says_no_smoking(&self) -> bool {
        self.person.profile.safety(SafetyQuestion::Smoking) == Some(false)
    }

    /// Whether the profile says that something is wrong with the bowel.
    pub fn has_bowel_disease(&self) -> bool {
        self.person.profile.says_yes(SafetyQuestion::BowelOrSwallowing)
    }

    /// Days since the last course of an antibiotic stopped, 0 while one runs; `None` if there was none before this day.
    pub fn days_since_antibiotic(&self) -> Option<i32> {
        let antibiotics = self.person.courses.iter().filter(|course| course.kind == CourseKind::Antibiotic);
        let since = antibiotics.filter_map(|course| match course.phase(self.day) {
            Phase::Before => None,
            Phase::During => Some(0),
            Phase::After | Phase::Over => course.stop.map(|stop| self.day.days_since(stop)),
        });
        since.min()
    }
}
