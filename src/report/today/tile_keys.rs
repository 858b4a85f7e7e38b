//! Which tiles a person sees: a list beside the program, read once.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::model::profile::{Condition, Profile};

/// The keys of the tiles, as listed in `assets/forms/today.ron`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TileKeys {
    always: Vec<String>,
    without_condition: String,
    drawn_without_condition: String,
    of_condition: BTreeMap<Condition, String>,
}

fn built_in() -> &'static TileKeys {
    static BUILT_IN: OnceLock<TileKeys> = OnceLock::new();
    // The list is read whole by the test below, so nothing is ever left out here.
    BUILT_IN.get_or_init(|| ron::from_str(include_str!("../../../assets/forms/today.ron")).unwrap_or_default())
}

/// The keys of a person's tiles, in order. With several conditions the first of the list decides.
pub(super) fn tile_keys(profile: &Profile) -> Vec<&'static str> {
    let keys = built_in();
    let last = own_sign(profile).unwrap_or(&keys.without_condition);
    keys.always.iter().chain([last]).map(String::as_str).collect()
}

/// The keys of the series that are drawn below the tiles: the first tile, and the sign of the person's condition or, where none is
/// said, what the skin is asked first.
pub(super) fn drawn_keys(profile: &Profile) -> Vec<String> {
    let keys = built_in();
    let sign = own_sign(profile).unwrap_or(&keys.drawn_without_condition);
    keys.always.iter().take(1).chain([sign]).cloned().collect()
}

/// The sign that the first condition of the list is about.
fn own_sign(profile: &Profile) -> Option<&'static String> {
    let mut own = Condition::ALL.iter().filter(|condition| profile.conditions.contains(condition));
    own.find_map(|condition| built_in().of_condition.get(condition))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns;
    use crate::model::catalogue::Catalogue;

    #[test]
    fn every_condition_has_a_sign_and_every_tile_a_column() {
        let keys = built_in();
        assert_eq!(keys.always.len(), 2);
        let catalogue = Catalogue::default();
        let is_column = columns::keys(&catalogue);
        let all = keys
            .always
            .iter()
            .chain([&keys.without_condition, &keys.drawn_without_condition])
            .chain(keys.of_condition.values());
        for key in all {
            assert!(is_column(key), "{key} is no column");
        }
        assert!(Condition::ALL.iter().all(|condition| keys.of_condition.contains_key(condition)));
    }
}
