//! Which rows the forms show first and how warning signs are grouped: a list beside the program, read once, so that what a day
//! asks for can be changed without touching how it is drawn.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::builtin;
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
    /// How many rows the skin card asks first at most.
    most_skin_rows: usize,
    /// Keys that come first with a condition, the most important first.
    of_condition: BTreeMap<Condition, Vec<String>>,
    /// Keys of what is looked at once a week with a condition.
    weekly: BTreeMap<Condition, Vec<String>>,
    /// Keys that are asked of places of the skin alone, and come first with a condition.
    of_places: BTreeMap<Condition, Vec<String>>,
    /// Keys that are asked of the whole alone.
    of_the_whole: BTreeSet<String>,
    /// Conditions whose places are finer than arm and leg.
    finer_places: BTreeSet<Condition>,
    /// Keys that stand beside the map of the body.
    beside_map: BTreeSet<String>,
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
        let listed = |rows: &BTreeMap<Condition, Vec<String>>| {
            conditions.iter().filter_map(|condition| rows.get(condition)).flatten().any(|row| row == key)
        };
        !is_sorted(known.carried_by)
            || !Catalogue::is_built_in(key)
            || self.always.contains(key)
            || (conditions.is_empty() && self.without_condition.contains(key))
            || self.of_conditions(profile).contains(&key)
            || listed(&self.weekly)
            || listed(&self.of_places)
    }

    /// The keys that the conditions of a person bring to the skin card, most important first: several conditions take turns, until
    /// the card asks as much as it may.
    pub fn of_conditions(&self, profile: &Profile) -> Vec<&str> {
        let lists: Vec<&Vec<String>> =
            profile.conditions.iter().filter_map(|condition| self.of_condition.get(condition)).collect();
        let longest = lists.iter().map(|list| list.len()).max().unwrap_or(0);
        let mut found: Vec<&str> = Vec::new();
        for key in (0..longest).flat_map(|rank| lists.iter().filter_map(move |list| list.get(rank))) {
            if !found.contains(&key.as_str()) && !self.always.contains(key) {
                found.push(key);
            }
        }
        let is_skin = |key: &&String| builtin::find(key).is_some_and(|known| known.carried_by == EntryKind::SkinCheck);
        found.truncate(self.most_skin_rows.saturating_sub(self.always.iter().filter(is_skin).count()));
        found
    }

    /// Whether a row is asked of a place of the skin, or of the whole of it.
    pub fn is_asked_of(&self, key: &str, is_place: bool) -> bool {
        let is_of_places = || self.of_places.values().flatten().any(|row| row == key);
        !self.beside_map.contains(key) && if is_place { !self.of_the_whole.contains(key) } else { !is_of_places() }
    }

    /// Whether the map of the body begins with finer places.
    pub fn begins_with_finer_places(&self, profile: &Profile) -> bool {
        profile.conditions.iter().any(|condition| self.finer_places.contains(condition))
    }

    /// Whether anything is to be looked at once a week.
    pub fn has_weekly(&self, profile: &Profile) -> bool {
        profile.conditions.iter().any(|condition| self.weekly.contains_key(condition))
    }
}

/// Whether the rows of a kind of entry are sorted into first ones and others.
fn is_sorted(kind: EntryKind) -> bool {
    use EntryKind::{Drink, GutCheck, Meal, Mind, SkinCheck, SkinWeek, Sleep, Stool};
    matches!(kind, SkinCheck | SkinWeek | Stool | GutCheck | Meal | Drink | Sleep | Mind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::trackable::Role;

    fn known(key: &str) -> Option<&'static Trackable> {
        builtin::trackables().iter().find(|known| known.key.as_str() == key)
    }

    #[test]
    fn every_row_that_is_listed_is_there_and_every_condition_has_its_own() {
        let rows = FormRows::built_in();
        assert!(rows.words.values().all(|key| known(key).is_some()));
        let lists = [&rows.of_condition, &rows.weekly, &rows.of_places];
        let of_conditions = lists.iter().flat_map(|list| list.values().flatten());
        let sets = [&rows.always, &rows.without_condition, &rows.of_the_whole, &rows.beside_map];
        for key in of_conditions.chain(sets.into_iter().flatten()) {
            assert!(known(key).is_some(), "{key} is no trackable");
        }
        for condition in Condition::ALL {
            let daily = rows.of_condition.get(condition).map_or(0, Vec::len);
            assert!((5..=6).contains(&daily) && rows.weekly.contains_key(condition), "{}", condition.label());
        }
    }

    #[test]
    fn two_conditions_take_turns_and_the_skin_card_asks_at_most_nine_rows() {
        let rows = FormRows::built_in();
        for one in Condition::ALL {
            for other in Condition::ALL {
                let profile = Profile { conditions: [*one, *other].into(), ..Profile::default() };
                let asked = builtin::trackables().iter().filter(|known| known.carried_by == EntryKind::SkinCheck);
                let asked: Vec<&str> = asked
                    .filter(|known| rows.is_essential(known, &profile) && rows.is_asked_of(known.key.as_str(), false))
                    .map(|known| known.key.as_str())
                    .collect();
                assert!(asked.len() <= 9, "{asked:?}");
                for condition in [one, other] {
                    let first = &rows.of_condition[condition][..3];
                    assert!(first.iter().all(|key| asked.contains(&key.as_str())), "{condition:?}: {asked:?}");
                }
            }
        }
    }

    #[test]
    fn how_much_is_covered_is_asked_of_a_place_and_a_flare_of_the_whole() {
        let rows = FormRows::built_in();
        assert!(rows.is_asked_of("cover", true) && !rows.is_asked_of("cover", false));
        assert!(!rows.is_asked_of("flare", true) && rows.is_asked_of("flare", false));
        assert!(rows.is_asked_of("redness", true) && rows.is_asked_of("redness", false));
        assert!(!rows.is_asked_of("rest_clear", false), "it stands beside the map");
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
