//! GAGS, 0 to 44: the worst spot of six places, 0 none, 1 comedones, 2 inflamed spots, 3 spots with pus, 4 deep lumps, times 2 for forehead
//! and cheeks, 1 for nose and chin, 3 for chest and upper back (Doshi, Zaheer and Stiller 1997,
//! doi:10.1046/j.1365-4362.1997.00099.x). Of what nobody answered all is possible, so that the score is a range; only one that is a
//! single number is a cell.

use super::IndexSpec;
use crate::columns::day_facts::DayFacts;
use crate::columns::spec::{Role, Scale};
use crate::model::body_system::BodySystem;
use crate::model::region::Region;
use crate::model::skin_places::SkinPlaces;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "gags",
    label: "GAGS (0 to 44)",
    scale: Scale::Points,
    role: Role::Outcome,
    body_system: Some(BodySystem::Skin),
    cell: |window| {
        let range = gags(&spots(window.day)?).ok()?;
        (range.low == range.high).then_some(range.low)
    },
    ..IndexSpec::PLAIN
};

/// Kinds of spots by their grade, 1 to 4.
pub(in crate::columns) const SPOTS: [&str; 4] = ["comedones", "inflamed", "pustules", "nodules"];

/// Places with their weight; chest and upper back are one.
const PLACES: [(&[Region], f64); 6] = [
    (&[Region::Forehead], 2.0),
    (&[Region::RightCheek], 2.0),
    (&[Region::LeftCheek], 2.0),
    (&[Region::Nose], 1.0),
    (&[Region::Chin], 1.0),
    (&[Region::Chest, Region::UpperBack], 3.0),
];

/// Between which numbers a score lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreRange {
    /// At least so much.
    pub low: f64,
    /// At most so much.
    pub high: f64,
}

/// What the day says of the four kinds of spots; `None` if nothing is said of any place.
fn spots(day: &DayFacts<'_>) -> Option<[SkinPlaces; 4]> {
    // Most days of most people say nothing of single places.
    if day.entries().iter().all(|entry| entry.region.is_none()) {
        return None;
    }
    let spots = SPOTS.map(|key| day.skin_places(key).unwrap_or_default());
    spots.iter().any(|places| places.places().next().is_some()).then_some(spots)
}

/// The score from the four kinds of spots.
///
/// # Errors
/// The places of which nothing is said at all.
pub(in crate::columns) fn gags(spots: &[SkinPlaces; 4]) -> Result<ScoreRange, Vec<Region>> {
    let places = PLACES.iter().flat_map(|(regions, _)| regions.iter().copied());
    let is_silent = |region: &Region| spots.iter().all(|places| places.value(*region).is_none());
    let silent: Vec<Region> = places.filter(is_silent).collect();
    if !silent.is_empty() {
        return Err(silent);
    }
    let mut range = ScoreRange { low: 0.0, high: 0.0 };
    for (regions, weight) in PLACES {
        let worst = |may_be: bool| {
            let grades = regions.iter().flat_map(|region| {
                spots.iter().zip(1_u8..).filter(move |(places, _)| match places.value(*region) {
                    Some(count) => count > 0.0,
                    None => may_be,
                })
            });
            grades.map(|(_, grade)| f64::from(grade)).fold(0.0, f64::max)
        };
        range.low += weight * worst(false);
        range.high += weight * worst(true);
    }
    Ok(range)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::trackable::Direction;

    fn said(rest_is_clear: bool, counts: &[(Region, f64)]) -> SkinPlaces {
        SkinPlaces::new(rest_is_clear, counts.iter().copied(), Direction::WorseUp)
    }

    /// Forehead 2 x 2, right cheek 2 x 3, left 2 x 1, nose 0, chin 1 x 4, trunk 0.
    #[test]
    fn the_worked_example() {
        let spots = [
            said(true, &[(Region::LeftCheek, 5.0), (Region::Forehead, 9.0)]),
            said(true, &[(Region::Forehead, 3.0), (Region::RightCheek, 2.0)]),
            said(true, &[(Region::RightCheek, 1.0)]),
            said(true, &[(Region::Chin, 1.0)]),
        ];
        assert_eq!(gags(&spots), Ok(ScoreRange { low: 16.0, high: 16.0 }));
    }

    #[test]
    fn what_nobody_said_of_pus_leaves_a_range_and_silent_places_leave_no_score() {
        let clear = || said(true, &[]);
        let everywhere = |count| PLACES.iter().flat_map(|(regions, _)| regions.iter()).map(move |it| (*it, count));
        let inflamed: Vec<_> = everywhere(1.0).collect();
        let spots = [clear(), said(false, &inflamed), said(false, &[]), clear()];
        assert_eq!(gags(&spots), Ok(ScoreRange { low: 22.0, high: 33.0 }), "2 or 3 times 11");
        let forehead = [(Region::Forehead, 1.0)];
        let spots = [said(false, &forehead), said(false, &[]), said(false, &[]), said(false, &[])];
        let silent = gags(&spots).unwrap_err();
        assert!(silent.contains(&Region::Chest) && !silent.contains(&Region::Forehead), "{silent:?}");
    }
}
