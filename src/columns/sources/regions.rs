//! Single places of the skin: a column a trackable and place, while it is answered for it, and one for the difference between two
//! sides that were both answered for. What is an outcome of the whole skin is one of each of its places; the difference is shown,
//! not searched, since it moves with both of them.

use super::trackables::{as_context, with_role};
use crate::columns::contents::Contents;
use crate::columns::spec::{ColumnSpec, Origin};
use crate::columns::window::SourceColumn;
use crate::model::region::Region;
use crate::model::trackable::Trackable;

/// What stands behind the key of a left place in the key of its difference from the right one.
const MINUS_RIGHT: &str = "_minus_right";

/// The columns of all places that were answered for, in catalogue and body order, then those of the differences.
pub(in crate::columns) fn columns(contents: &Contents) -> Vec<SourceColumn> {
    let places = contents.regions.iter().enumerate();
    let single = places.filter_map(|(index, (place, region))| {
        let known = contents.trackables.get(*place)?;
        let column = SourceColumn::new(spec(known, *region), move |window| window.day.region(index));
        Some(SourceColumn { only_if_answered: true, ..column })
    });
    let sides = contents.regions.iter().filter_map(|(place, left)| {
        let right = left.twin().filter(|right| left < right && contents.regions.contains(&(*place, *right)))?;
        let (known, place, left) = (contents.trackables.get(*place)?, *place, *left);
        Some(SourceColumn::new(difference(known, left), move |window| window.day.left_minus_right(place, left, right)))
    });
    single.chain(sides).collect()
}

/// Whether the part of a key behind its point names a place, or the difference of two.
pub(in crate::columns) fn is_part(part: &str) -> bool {
    Region::from_key(part).is_some() || is_difference(part)
}

/// Whether a key is that of the difference of two sides, which follows from their answers.
pub fn is_difference_of_sides(key: &str) -> bool {
    key.split_once('.').is_some_and(|(_, part)| is_difference(part))
}

fn is_difference(part: &str) -> bool {
    part.strip_suffix(MINUS_RIGHT).and_then(Region::from_key).is_some_and(Region::is_left_of_two)
}

fn spec(known: &Trackable, region: Region) -> ColumnSpec {
    let key = format!("{}.{}", known.key, region.key());
    let label = format!("{}, {}", known.label, region.label().to_lowercase());
    ColumnSpec { place: Some(region), ..with_role(as_context(key, label, known), known) }
}

fn difference(known: &Trackable, left: Region) -> ColumnSpec {
    let key = format!("{}.{}{MINUS_RIGHT}", known.key, left.key());
    let label = format!("{}, {} minus right", known.label, left.label().to_lowercase());
    ColumnSpec { place: Some(left), origin: Origin::Computed, ..as_context(key, label, known) }
}
