//! Reference intakes for adults. Population references, not therapy.

use crate::model::profile::{Profile, SafetyQuestion, Sex};
use crate::model::settings::Reference;

/// A daily reference with where it comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Intake {
    /// Amount a day, in the unit of the trackable.
    pub amount: f64,
    /// Source in a few words.
    pub source: &'static str,
}

/// Fibre, g a day. EFSA adequate intake 25 g (21 g from 15 to 17 years); US 38 g for men, 25 g for women to 50, then 30 and 21
/// (IOM, NBK56068). Where the sex is not known the lower one is used.
pub fn fibre_g(profile: &Profile, reference: Reference, year: i32) -> Intake {
    let age = profile.age_in(year);
    match reference {
        Reference::Efsa => {
            let amount = if age.is_some_and(|age| age < 18) { 21.0 } else { 25.0 };
            Intake { amount, source: "EFSA adequate intake" }
        }
        Reference::Us => {
            let amount = match (profile.sex, age) {
                (Some(Sex::Male), Some(age)) if age > 50 => 30.0,
                (Some(Sex::Male), _) => 38.0,
                (_, Some(age)) if age > 50 => 21.0,
                (_, Some(age)) if age < 19 => 26.0,
                _ => 25.0,
            };
            Intake { amount, source: "US adequate intake" }
        }
    }
}

/// Total water from drinks and food, ml a day. EFSA 2.5 l for men, 2.0 l for women, 0.3 l more in pregnancy
/// (doi:10.2903/j.efsa.2010.1459); US 3.7 and 2.7 l (IOM, NBK56068). Where the sex is not known the lower one is used.
pub fn water_ml(profile: &Profile, reference: Reference) -> Intake {
    let male = profile.sex == Some(Sex::Male);
    let more = if profile.says_yes(SafetyQuestion::Pregnant) { 300.0 } else { 0.0 };
    match reference {
        Reference::Efsa => Intake { amount: if male { 2500.0 } else { 2000.0 } + more, source: "EFSA adequate intake" },
        Reference::Us => Intake { amount: if male { 3700.0 } else { 2700.0 }, source: "US adequate intake" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_follow_sex_age_and_source() {
        let man = Profile { sex: Some(Sex::Male), birth_year: Some(1960), ..Profile::default() };
        let unknown = Profile::default();
        assert_eq!(fibre_g(&man, Reference::Us, 2026).amount, 30.0);
        assert_eq!(fibre_g(&unknown, Reference::Us, 2026).amount, 25.0);
        assert_eq!(fibre_g(&man, Reference::Efsa, 2026).amount, 25.0);
        assert_eq!(water_ml(&man, Reference::Efsa).amount, 2500.0);
        assert_eq!(water_ml(&unknown, Reference::Efsa).amount, 2000.0);
    }
}
