//! What the indices have to know of a person that stands in no column: what they said of themselves, and their courses.

use std::collections::BTreeSet;

use crate::intakes::{self, Intake};
use crate::medicines::{self, MedicineClass};
use crate::model::course::{Course, CourseKind, Phase};
use crate::model::diary::Diary;
use crate::model::profile::{Profile, SafetyQuestion};
use crate::model::settings::Reference;
use crate::model::time::Day;

/// Below this age somebody is a minor. An age that is not known counts as adult.
const ADULT_AGE: i32 = 18;

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
    /// A prescribed course runs of the class of medicines whose name is the key of this column.
    Prescribed(&'static str),
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
            Self::Prescribed(_) => "left out, since they are prescribed for you",
        }
    }
}

/// What of a diary the indices go by, beside columns.
pub(in crate::columns) struct Person {
    profile: Profile,
    authority: Reference,
    courses: Vec<Taken>,
}

/// A course, and what is known of its medicine.
struct Taken {
    course: Course,
    class: Option<&'static MedicineClass>,
    /// The nutrient of the table of upper limits that it brings, and how much a day where that can be read.
    pill: Option<(&'static str, f64)>,
}

/// What is known of the person on one day.
pub(in crate::columns) struct PersonOnDay<'a> {
    person: &'a Person,
    day: Day,
    whose: intakes::Person,
}

impl Taken {
    fn new(course: &Course) -> Self {
        let class =
            medicines::recognise(course.name.as_str()).and_then(|found| medicines::class(&found.medicine.class));
        let nutrient = class.and_then(|class| class.counts_as.as_deref());
        let pill = nutrient.and_then(|nutrient| Some((nutrient, intakes::daily_dose(course, nutrient)?)));
        Self { course: course.clone(), class, pill }
    }
}

impl Person {
    /// Of a diary.
    pub fn in_diary(diary: &Diary) -> Self {
        Self {
            profile: diary.profile().clone(),
            authority: diary.settings().reference,
            courses: diary.courses().map(Taken::new).collect(),
        }
    }

    /// Somebody of whom nothing is known.
    pub fn unknown() -> Self {
        Self { profile: Profile::default(), authority: Reference::default(), courses: Vec::new() }
    }

    /// Whether a diary still says the same of the person.
    pub fn fits(&self, diary: &Diary) -> bool {
        self.profile == *diary.profile()
            && self.authority == diary.settings().reference
            && self.courses.iter().map(|taken| &taken.course).eq(diary.courses())
    }

    /// What is known on a day.
    pub fn on(&self, day: Day) -> PersonOnDay<'_> {
        PersonOnDay { person: self, day, whose: intakes::Person::in_year(&self.profile, day.year()) }
    }

    /// The amount of a nutrient of the table of upper limits that pills bring on a day, in its unit; `None` where none is readable.
    pub fn pills(&self, nutrient: &str, day: Day) -> Option<f64> {
        let taken = self.courses.iter().filter(|taken| taken.course.phase(day) == Phase::During);
        let doses = taken.filter_map(|taken| taken.pill.filter(|(of, _)| *of == nutrient));
        doses.map(|(_, dose)| dose).reduce(|a, b| a + b)
    }
}

impl PersonOnDay<'_> {
    fn running(&self) -> impl Iterator<Item = &Taken> {
        self.person.courses.iter().filter(|taken| taken.course.phase(self.day) == Phase::During)
    }

    /// Whether a situation holds.
    pub fn is_in(&self, situation: Situation) -> bool {
        let says = |question| self.person.profile.says_yes(question);
        match situation {
            Situation::FluidLimit => says(SafetyQuestion::FluidLimit),
            Situation::Kidney => says(SafetyQuestion::Kidney),
            Situation::Pregnant => says(SafetyQuestion::Pregnant),
            Situation::TryingToConceive => says(SafetyQuestion::Trying),
            Situation::Breastfeeding => says(SafetyQuestion::Breastfeeding),
            Situation::Minor => self.person.profile.age_in(self.day.year()).is_some_and(|age| age < ADULT_AGE),
            Situation::Immunosuppressed => {
                let weakens = |taken: &Taken| taken.class.is_some_and(|class| class.immunosuppressant);
                says(SafetyQuestion::WeakImmunity) || self.running().any(weakens)
            }
            Situation::Prescribed(column) => self.running().any(|taken| {
                let is_counted = taken.class.is_some_and(|class| class.class.as_str().eq_ignore_ascii_case(column));
                taken.course.kind == CourseKind::Prescribed && is_counted
            }),
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

    /// Days since the last course of an antibiotic by mouth or drip stopped, 0 while one runs; `None` if there was none before this
    /// day. A cream is none, whatever kind of course somebody chose for it.
    pub fn days_since_antibiotic(&self) -> Option<i32> {
        let antibiotics = self.person.courses.iter().filter(|taken| {
            let is_cream = taken.class.is_some_and(|class| class.kind == CourseKind::Topical);
            taken.course.kind == CourseKind::Antibiotic && !is_cream
        });
        let since = antibiotics.filter_map(|taken| match taken.course.phase(self.day) {
            Phase::Before => None,
            Phase::During => Some(0),
            Phase::After | Phase::Over => taken.course.stop.map(|stop| self.day.days_since(stop)),
        });
        since.min()
    }

    /// What is enough of a nutrient a day: by the authority chosen in the settings or, where that names nothing, by the other.
    pub fn reference(&self, nutrient: &str) -> Option<Intake> {
        let of = |authority| intakes::reference(nutrient, &self.whose, authority);
        let other = if self.person.authority == Reference::Efsa { Reference::Us } else { Reference::Efsa };
        of(self.person.authority).or_else(|| of(other))
    }

    /// The most a day of a nutrient that is unlikely to harm.
    pub fn upper(&self, nutrient: &str) -> Option<Intake> {
        intakes::upper(nutrient, &self.whose)
    }

    /// The nutrients of the table of upper limits that pills bring at any time, each once.
    pub fn nutrients_of_pills(&self) -> BTreeSet<&'static str> {
        self.person.courses.iter().filter_map(|taken| taken.pill).map(|(nutrient, _)| nutrient).collect()
    }

    /// The mean amount a day of a nutrient that pills brought in the last days, those without any counted as such; 0 without a
    /// readable one.
    pub fn pills_in(&self, nutrient: &str, days: usize) -> f64 {
        let days = i32::try_from(days).unwrap_or(1).max(1);
        let doses = (0..days).filter_map(|ago| self.person.pills(nutrient, self.day.plus(-ago)));
        doses.sum::<f64>() / f64::from(days)
    }
}
