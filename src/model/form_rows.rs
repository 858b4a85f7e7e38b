//! Which rows the forms show first and how warning signs are grouped: a list beside the program, read once, so that what a day
//! asks for can be changed without touching how it is drawn.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::catalogue::Catalogue;
use super::entry::EntryKind;
use super::profile::{Condition, Profile};
use super::trackable::Trackable;

/// The rows of the forms, as listed in `assets/forms/rows.ron`.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormRows {
    /// Keys that everybody is asked for first.
    always: BTreeSet<String>,
    /// Keys that somebody who named no condition is asked for first.
    without_condition: BTreeSet<String>,
    /// Keys that come first with a condition.
    of_condition: BTreeMap<Condition, BTreeSet<String>>,
    /// Other words for a row, and the key it stands for.
    pub words: BTreeMap<String, String>,
    /// Warning signs by where they show: heading, then keys.
    pub warning_signs: Vec<(String, Vec<String>)>,
}

impl FormRows {
    /// The rows that come with the program.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<FormRows> = OnceLock::new();
        // The list is read whole by the test below, so nothing is ever left out here.
        BUILT_IN.get_or_init(|| ron::from_str(include_str!("../../assets/forms/rows.ron")).unwrap_or_default())
    }

    /// Whether a row is asked for without opening More: what a day of this person is about, what the person made themselves, and
    /// everything of cards that are not part of an ordinary day.
    pub fn is_essential(&self, known: &Trackable, profile: &Profile) -> bool {
        let (key, conditions) = (known.key.as_str(), &profile.conditions);
        let of_conditions = || conditions.iter().filter_map(|condition| self.of_condition.get(condition));
        !is_sorted(known.carried_by)
            || !Catalogue::is_built_in(key)
            || self.always.contains(key)
            || (conditions.is_empty() && self.without_condition.contains(key))
            || of_conditions().any(|keys| keys.contains(key))
    }
}

/// Whether the rows of a kind of entry are sorted into first ones and others.
fn is_sorted(kind: EntryKind) -> bool {
    use EntryKind::{Drink, GutCheck, Meal, Mind, SkinCheck, Sleep, Stool};
    matches!(kind, SkinCheck | Stool | GutCheck | Meal | Drink | Sleep | Mind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::builtin;
    use crate::model::trackable::Role;

    fn known(key: &str) -> Option<&'static Trackable> {
        builtin::trackables().iter().find(|known| known.key.as_str() == key)
    }

    #[test]
    fn every_row_that_is_listed_is_there_and_every_condition_has_four_of_its_own() {
        let rows = FormRows::built_in();
        assert!(rows.words.values().all(|key| known(key).is_some()));
        let listed = rows.of_condition.values().chain([&rows.always, &rows.without_condition]).flatten();
        for key in listed {
            assert!(known(key).is_some(), "{key} is no trackable");
        }
        for condition in Condition::ALL {
            assert_eq!(rows.of_condition.get(condition).map(BTreeSet::len), Some(4), "{}", condition.label());
        }
    }

    #[test]
    fn every_warning_sign_stands_in_one_group() {
        let rows = FormRows::built_in();
        let grouped: Vec<&String> = rows.warning_signs.iter().flat_map(|(_, keys)| keys).collect();
        for sign in builtin::trackables().iter().filter(|known| known.role == Role::Warning) {
            let times = grouped.iter().filter(|key| key.as_str() == sign.key.as_str()).count();
            assert_eq!(times, 1, "{}", sign.key);
        }
        assert!(grouped.iter().all(|key| known(key).is_some()));
    }

    #[test]
    fn a_condition_brings_its_rows_and_what_is_not_of_an_ordinary_day_is_never_put_away() {
        let rows = FormRows::built_in();
        let with = |conditions: &[Condition]| {
            let profile = Profile { conditions: conditions.iter().copied().collect(), ..Profile::default() };
            move |key: &str| known(key).is_some_and(|known| rows.is_essential(known, &profile))
        };
        assert!(with(&[])("itch") && !with(&[])("flushes"));
        assert!(with(&[Condition::Rosacea])("flushes") && !with(&[Condition::Rosacea])("itch"));
        assert!(with(&[Condition::Rosacea, Condition::AtopicDermatitis])("itch"));
        assert!(with(&[Condition::Rosacea])("stool") && !with(&[])("fibre_g"));
        assert!(with(&[])("sun_min") && with(&[])("warn_mole"));
    }
}
