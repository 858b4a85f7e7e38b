//! The catalogue: the built-in trackables with the person's changes, and the person's own.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::body_system::BodySystem;
use super::builtin;
use super::entry::EntryKind;
use super::trackable::{Key, Trackable};

/// All trackables of a diary. Only what differs from the built-in ones is kept.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Catalogue {
    /// Own trackables, and built-in ones that were renamed or hidden.
    changed: BTreeMap<Key, Trackable>,
}

impl Catalogue {
    /// The trackable with a key, hidden or not.
    pub fn get(&self, key: &str) -> Option<&Trackable> {
        self.changed.get(key).or_else(|| builtin::find(key))
    }

    /// All trackables: the built-in ones in the order of the forms, then own ones by key.
    pub fn iter(&self) -> impl Iterator<Item = &Trackable> {
        let built_in = builtin::trackables().iter().map(|known| self.changed.get(&known.key).unwrap_or(known));
        built_in.chain(self.changed.values().filter(|trackable| !Self::is_built_in(trackable.key.as_str())))
    }

    /// The trackables an entry of a kind carries that the forms show.
    pub fn shown_for(&self, kind: EntryKind) -> impl Iterator<Item = &Trackable> {
        self.iter().filter(move |trackable| trackable.carried_by == kind && !trackable.hidden)
    }

    /// What an outcome is about: as the person said, else as it comes with the program. Of an own one from before this could
    /// be said, the kind of entry that carries it is all there is to go by.
    pub fn body_system(known: &Trackable) -> BodySystem {
        let built_in = || builtin::body_system(known.key.as_str());
        known.body_system.or_else(built_in).unwrap_or_else(|| BodySystem::of_carrier(known.carried_by))
    }

    /// Whether a key comes with the program.
    pub fn is_built_in(key: &str) -> bool {
        builtin::find(key).is_some()
    }

    /// What differs from the built-in catalogue.
    pub fn changed(&self) -> impl Iterator<Item = &Trackable> {
        self.changed.values()
    }

    /// The changed or own trackable with a key.
    pub fn changed_entry(&self, key: &Key) -> Option<&Trackable> {
        self.changed.get(key)
    }

    /// Puts a trackable in the place of the one with its key.
    pub(crate) fn put(&mut self, trackable: Trackable) {
        self.changed.insert(trackable.key.clone(), trackable);
    }

    /// Takes away what differs: a built-in trackable is as it comes with the program again, an own one is gone.
    pub(crate) fn remove(&mut self, key: &Key) {
        self.changed.remove(key);
    }

    /// The known keys that look most like a mistyped one, at most three.
    pub fn nearest_keys(&self, typed: &str) -> Vec<String> {
        let typed: String = typed.chars().take(40).collect();
        let mut ranked: Vec<(usize, &str)> =
            self.iter().map(|known| (edit_distance(&typed, known.key.as_str()), known.key.as_str())).collect();
        ranked.sort_unstable();
        let near =
            ranked.into_iter().filter(|(distance, key)| *distance <= 2.max(key.len() / 3) || key.contains(&typed));
        near.take(3).map(|(_, key)| key.to_owned()).collect()
    }
}

/// Levenshtein distance in characters.
fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, right) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(left != *right);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_finds_its_key() {
        let catalogue = Catalogue::default();
        assert_eq!(catalogue.nearest_keys("rednes").first().map(String::as_str), Some("redness"));
        assert!(catalogue.nearest_keys("sleep").contains(&"sleep_hours".to_owned()));
        assert!(catalogue.nearest_keys("zzzzzzzzzzzzzz").is_empty());
    }
}
