//! For whom an intake is looked up.

use serde::Deserialize;

use super::table::{Row, SexOf};
use crate::model::profile::{Profile, SafetyQuestion, Sex};

/// The age that is taken where the year of birth is not known: within the rows for adults of 19 to 50.
const UNKNOWN_AGE: u16 = 35;

/// What changes an intake for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum State {
    Usual,
    Pregnant,
    Breastfeeding,
}

/// Whom a limit is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// Years; `None` if the year of birth is not known.
    pub age: Option<u16>,
    /// Sex, if it was said.
    pub sex: Option<Sex>,
    /// Pregnant or breastfeeding.
    pub state: State,
}

impl Person {
    /// The person of a profile in a year. Who is trying for a baby has the state [`State::Usual`]: the rules about that stand elsewhere.
    pub fn in_year(profile: &Profile, year: i32) -> Self {
        let state = if profile.says_yes(SafetyQuestion::Pregnant) {
            State::Pregnant
        } else if profile.says_yes(SafetyQuestion::Breastfeeding) {
            State::Breastfeeding
        } else {
            State::Usual
        };
        let age = profile.age_in(year).and_then(|age| u16::try_from(age).ok());
        Self { age, sex: profile.sex, state }
    }

    /// Their row: that of their state if there is one, else the usual; then that of their sex, else that for anybody. Where the sex
    /// is not known the lower of the two stands.
    pub(super) fn row(self, rows: &[Row]) -> Option<&Row> {
        let age = self.age.unwrap_or(UNKNOWN_AGE);
        let at = |state: State| {
            rows.iter().filter(move |row| row.state == state && (row.ages.0..=row.ages.1).contains(&age))
        };
        let own = match self.state {
            State::Usual => None,
            // Rows of pregnancy and breastfeeding are those of women, whatever the profile says of the sex.
            state => at(state).next(),
        };
        own.or_else(|| {
            let of_sex = |sex: SexOf| at(State::Usual).find(|row| row.sex == sex);
            let anybody = of_sex(SexOf::Any);
            match self.sex {
                Some(Sex::Female) => of_sex(SexOf::Female).or(anybody),
                Some(Sex::Male) => of_sex(SexOf::Male).or(anybody),
                None => at(State::Usual).min_by(|a, b| a.amount.total_cmp(&b.amount)),
            }
        })
    }
}
