//! How each series is drawn: colour, mark and dash. They go with its key, on the screen and on paper alike, so that nobody has
//! to learn anew which line is which. This file alone decides it.
//!
//! Six styles stand beside each other and differ in all three, so that they are told apart in grey and with any colour vision.
//! Each key has a style of its own choice. Where two that are shown together want the same one, one of them gives way, and from
//! then on keeps what it got: a series that joins, goes or changes its place never changes how another is drawn.

use serde::{Deserialize, Serialize};

use super::scene::{Color, Shape, palette};

/// How many styles there are; more than a chart has series.
pub const SLOTS: usize = 6;

/// How a series is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeriesStyle {
    /// Its number, 0 to 5.
    pub slot: usize,
    /// Colour on paper; a dark theme has its own for each slot.
    pub color: Color,
    /// Shape of the mark of a day.
    pub shape: Shape,
    /// Dashes and gaps of its mean, in points.
    pub dash: &'static [f32],
}

/// Shape and dashes of each slot.
const MARKS: [(Shape, &[f32]); SLOTS] = [
    (Shape::Circle, &[]),
    (Shape::Square, &[7.0, 3.0]),
    (Shape::Triangle, &[2.0, 2.5]),
    (Shape::Diamond, &[8.0, 3.0, 2.0, 3.0]),
    (Shape::TriangleDown, &[14.0, 4.0]),
    (Shape::TriangleRight, &[8.0, 3.0, 2.0, 3.0, 2.0, 3.0]),
];

/// The slots that keys want, one line a slot. Like keys, this is a promise: a key never moves to another line. Those often
/// looked at together stand on different ones; a key that is on none of them takes one by its letters.
const WANTED: [&[&str]; SLOTS] = [
    &["redness", "wind", "water_ml", "stool_count", "palms", "antibiotic"],
    &["itch", "inflamed", "gut_pain", "fibre_g", "alcohol_units", "urgency", "probiotic"],
    &["skin_pain", "nodules", "bloating", "mood", "coffee_cups", "plants", "supplement"],
    &["dryness", "comedones", "flushes", "stool", "sleep_quality", "dairy", "topical"],
    &["sleep_hours", "skin_today", "reflux", "activity_min", "sugary", "prescribed"],
    &["stress", "flare", "gut_today", "wakings", "sun_min", "ultra_processed", "diet"],
];

impl SeriesStyle {
    /// The style of a slot.
    pub fn of_slot(slot: usize) -> Self {
        let slot = slot % SLOTS;
        let (shape, dash) = MARKS[slot];
        Self { slot, color: palette::SERIES[slot], shape, dash }
    }
}

/// The slot a key wants.
fn wanted(key: &str) -> usize {
    WANTED.iter().position(|keys| keys.contains(&key)).unwrap_or_else(|| {
        // FNV-1a: the same on every computer and in every version.
        let hash = key.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        hash as usize % SLOTS
    })
}

/// Which key has which slot. Kept from look to look, and handed on with what is saved, so that a file is drawn as the window is.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SeriesStyles {
    /// The key that has each slot, or had it last.
    owners: [Option<String>; SLOTS],
}

impl SeriesStyles {
    /// Gives a slot to each of some keys shown together that has none. None of them shares one, as long as there are enough,
    /// and those that had one keep it. The order of the keys plays no part.
    pub fn show_together<K: AsRef<str>>(&mut self, keys: &[K]) {
        let mut keys: Vec<&str> = keys.iter().map(AsRef::as_ref).collect();
        keys.sort_unstable();
        keys.dedup();
        let is_free = |styles: &Self, slot: usize| !styles.owner(slot).is_some_and(|owner| keys.contains(&owner));
        let new: Vec<&str> = keys.iter().copied().filter(|key| self.slot(key).is_none()).collect();
        // Of two that want the same one the first by its letters has it.
        for key in &new {
            if is_free(self, wanted(key)) {
                self.give(wanted(key), key);
            }
        }
        for key in &new {
            if self.slot(key).is_none() {
                let next = || (1..SLOTS).map(|step| (wanted(key) + step) % SLOTS);
                let never_had = next().find(|slot| self.owner(*slot).is_none());
                if let Some(slot) = never_had.or_else(|| next().find(|slot| is_free(self, *slot))) {
                    self.give(slot, key);
                }
            }
        }
    }

    /// The style of a key.
    pub fn of(&self, key: &str) -> SeriesStyle {
        SeriesStyle::of_slot(self.slot(key).unwrap_or_else(|| wanted(key)))
    }

    fn slot(&self, key: &str) -> Option<usize> {
        self.owners.iter().position(|owner| owner.as_deref() == Some(key))
    }

    fn owner(&self, slot: usize) -> Option<&str> {
        self.owners.get(slot).and_then(Option::as_deref)
    }

    fn give(&mut self, slot: usize, key: &str) {
        if let Some(owner) = self.owners.get_mut(slot) {
            *owner = Some(key.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::catalogue::Catalogue;
    use crate::model::course::CourseKind;

    /// Keys of own trackables that want the same slot.
    fn rivals() -> [String; 3] {
        let mut keys = (0..).map(|number| format!("own_{number}")).filter(|key| wanted(key) == wanted("redness"));
        std::array::from_fn(|_| keys.next().unwrap())
    }

    fn slots(styles: &SeriesStyles, keys: &[&str]) -> Vec<usize> {
        keys.iter().map(|key| styles.of(key).slot).collect()
    }

    #[test]
    fn every_slot_differs_from_every_other_in_colour_mark_and_dash() {
        for one in 0..SLOTS {
            for other in 0..one {
                let (one, other) = (SeriesStyle::of_slot(one), SeriesStyle::of_slot(other));
                assert!(one.color != other.color && one.shape != other.shape && one.dash != other.dash);
            }
        }
    }

    #[test]
    fn every_key_named_here_exists_and_stands_once() {
        let derived = ["stool_count", "skin_today", "gut_today"];
        let mut seen = std::collections::BTreeSet::new();
        for key in WANTED.iter().copied().flatten() {
            let is_course = CourseKind::ALL.iter().any(|kind| kind.key() == *key);
            assert!(Catalogue::default().get(key).is_some() || derived.contains(key) || is_course, "no key {key}");
            assert!(seen.insert(key), "{key} stands twice");
        }
    }

    #[test]
    fn keys_that_want_the_same_slot_get_different_ones_whatever_their_order() {
        let rivals = rivals();
        let [a, b, c] = rivals.each_ref().map(String::as_str);
        let of = |keys: &[&str]| {
            let mut styles = SeriesStyles::default();
            styles.show_together(keys);
            slots(&styles, &[a, b, c, "itch"])
        };
        let given = of(&[a, b, c, "itch"]);
        assert_eq!(given, of(&["itch", c, a, b]));
        assert_eq!(given[3], wanted("itch"), "who is alone in its wish has it");
        let mut sorted = given.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), 4, "{given:?}");
    }

    #[test]
    fn who_joins_goes_or_moves_changes_no_other() {
        let rivals = rivals();
        let [a, b, c] = rivals.each_ref().map(String::as_str);
        let mut styles = SeriesStyles::default();
        styles.show_together(&["redness", b]);
        let before = slots(&styles, &["redness", b]);
        styles.show_together(&[a, c, b, "redness"]);
        assert_eq!(slots(&styles, &["redness", b]), before);
        styles.show_together(&[b]);
        assert_eq!(slots(&styles, &[b]), before[1..], "alone it stays as it was");
        styles.show_together(&["redness", b]);
        assert_eq!(slots(&styles, &["redness", b]), before, "back again as it was");
    }

    #[test]
    fn there_is_always_a_slot_for_what_is_shown_now() {
        let mut styles = SeriesStyles::default();
        for first in 0..40 {
            let shown: Vec<String> = (first..first + 4).map(|number| format!("own_{number}")).collect();
            let before: Vec<_> = shown.iter().take(3).map(|key| styles.of(key).slot).collect();
            styles.show_together(&shown);
            let mut slots: Vec<usize> = shown.iter().map(|key| styles.of(key).slot).collect();
            assert!(first == 0 || slots[..3] == before[..], "{first}");
            slots.sort_unstable();
            slots.dedup();
            assert_eq!(slots.len(), 4, "{shown:?}");
        }
    }
}
