//! What the scores by parts of the body share: the share of each part that is covered, and the band that it falls into.

use crate::columns::day_facts::DayFacts;
use crate::model::region::{BodyPart, Region};
use crate::model::skin_places::SkinPlaces;

/// Key of the answer how much of a place is covered, in percent of the place.
pub(in crate::columns) const COVER: &str = "cover";

/// Upper ends, in percent, of the bands 1 to 5 of PASI and EASI (Fredriksson and Pettersson 1978, doi:10.1159/000250839; Hanifin
/// and others 2001, doi:10.1034/j.1600-0625.2001.100102.x). Nothing is 0, all above is 6.
const BANDS: [f64; 5] = [10.0, 30.0, 50.0, 70.0, 90.0];

/// The band of a covered share in percent, 0 to 6.
pub(in crate::columns) fn band(percent: f64) -> u32 {
    if percent <= 0.0 {
        return 0;
    }
    BANDS.iter().fold(1, |band, end| band + u32::from(percent >= *end))
}

/// How much of a part of the body is covered, in percent of the part.
///
/// # Errors
/// Its places of which nothing is said.
pub(in crate::columns) fn covered(places: &SkinPlaces, part: BodyPart) -> Result<f64, Vec<Region>> {
    places.covered_percent(part.finest())
}

/// A score of four parts of the body: the weight of each times the sum of its signs times its band. A part that is clear needs no
/// signs. `None` if a place or a sign of a covered part is not answered.
pub(super) fn by_parts(
    day: &DayFacts<'_>,
    weights: &[(BodyPart, f64); 4],
    signs: impl Fn(BodyPart) -> Option<f64>,
) -> Option<f64> {
    // Most days have no sheet.
    if !BodyPart::ALL.into_iter().any(|part| signs(part).is_some()) {
        return None;
    }
    let places = day.skin_places(COVER)?;
    let part_score = |(part, weight): &(BodyPart, f64)| match band(covered(&places, *part).ok()?) {
        0 => Some(0.0),
        band => Some(weight * signs(*part)? * f64::from(band)),
    };
    let sum = weights.iter().map(part_score).sum::<Option<f64>>()?;
    // Rounded where no scale can tell any more.
    Some((1e9 * sum).round() / 1e9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_the_bands_belong_to_the_band_above() {
        let bands = [0.0, 0.1, 9.9, 10.0, 29.9, 30.0, 49.9, 50.0, 69.9, 70.0, 89.9, 90.0, 100.0].map(band);
        assert_eq!(bands, [0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
    }
}
