//! How red skin is in a photo: CIELAB a* after the light was evened out by a card that is in every photo of the series, alone and
//! against calm skin beside it. It is a number of one set-up, with an error that the person's own repeats tell; it is no measure of
//! disease, and within its error it says nothing.

use super::lab::lab;
use crate::model::photo::{Photo, SkinColors, Swatch};

/// Gains of a channel that are believed. Beyond them the light was another.
const GAINS: std::ops::RangeInclusive<f64> = 0.5..=2.0;
/// Share of clipped pixels of a square that is borne.
const MOST_CLIPPED: f32 = 0.01;
/// Pairs of repeats from which an error is worked out.
pub const LEAST_PAIRS: usize = 5;
/// Times the standard deviation within: 95 of 100 differences of two photos of one skin lie within it (1.96 sqrt 2).
const LIMIT: f64 = 2.77;

/// How red skin is in one photo, in units of CIELAB.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Redness {
    /// a* of the skin.
    pub a: f64,
    /// a* of the skin less that of calm skin: steadier, since both share the light.
    pub gap: f64,
}

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NoRedness {
    /// Nobody showed where the card and the skin are.
    #[error("the squares for card, skin and calm skin are not set")]
    NoSquares,
    /// A square is burnt out or black.
    #[error("a square is burnt out or too dark to be measured")]
    Clipped,
    /// The light was another than in the first photo of the series.
    #[error("the light is too far from that of the first photo")]
    OtherLight,
    /// Another set-up than the first photo of the series.
    #[error("another set-up than the first photo: colours cannot be compared")]
    OtherSetUp,
}

/// How red the skin of a photo is, with the card as it was in the first photo of its series and set-up.
///
/// # Errors
/// [`NoRedness`].
pub fn redness(photo: &Photo, first: &Photo) -> Result<Redness, NoRedness> {
    let (Some(colors), Some(reference)) = (&photo.colors, &first.colors) else { return Err(NoRedness::NoSquares) };
    if photo.id != first.id && !photo.is_comparable_with(first) {
        return Err(NoRedness::OtherSetUp);
    }
    evened(colors, &reference.card)
}

/// The same from colours alone: each channel is multiplied by what brings the card to the colour it had.
fn evened(colors: &SkinColors, reference: &Swatch) -> Result<Redness, NoRedness> {
    let squares = [&colors.card, &colors.skin, &colors.calm, reference];
    if squares.iter().any(|square| square.clipped > MOST_CLIPPED) {
        return Err(NoRedness::Clipped);
    }
    let mut gains = [0.0; 3];
    for ((gain, card), wanted) in gains.iter_mut().zip(colors.card.mean).zip(reference.mean) {
        *gain = f64::from(wanted) / f64::from(card);
        if !GAINS.contains(gain) {
            return Err(NoRedness::OtherLight);
        }
    }
    let a_of = |swatch: &Swatch| {
        let [red, green, blue] = swatch.mean.map(f64::from);
        let [of_red, of_green, of_blue] = gains;
        lab([red * of_red, green * of_green, blue * of_blue]).a
    };
    let a = a_of(&colors.skin);
    Ok(Redness { a, gap: a - a_of(&colors.calm) })
}

/// How far two photos of one skin at one moment lie apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RepeatError {
    /// Standard deviation within a pair, `sqrt(sum d^2 / 2n)` (Bland and Altman 1996).
    pub within: f64,
    /// Pairs that it comes from.
    pub pairs: usize,
}

impl RepeatError {
    /// The difference that two photos must have before it is more than the error of photos.
    pub fn limit(self) -> f64 {
        LIMIT * self.within
    }
}

/// The error of repeats, from differences within pairs. `None` below [`LEAST_PAIRS`].
pub fn repeat_error(differences: &[f64]) -> Option<RepeatError> {
    let pairs = differences.len();
    let sum: f64 = differences.iter().map(|difference| difference * difference).sum();
    (pairs >= LEAST_PAIRS).then(|| RepeatError { within: (sum / (2.0 * pairs as f64)).sqrt(), pairs })
}

#[cfg(test)]
mod tests {
    use super::super::lab::linear;
    use super::*;
    use crate::model::photo::PhotoPoint;

    fn swatch(color: [u8; 3]) -> Swatch {
        #[expect(clippy::cast_possible_truncation, reason = "shares of 1")]
        let mean = color.map(|channel| linear(channel) as f32);
        Swatch { at: PhotoPoint { x: 0.5, y: 0.5 }, mean, clipped: 0.0 }
    }

    /// A colour as a lamp that turns a grey of 200 into (212, 198, 170) shows it.
    fn under_lamp(color: [u8; 3]) -> Swatch {
        let mut swatch = swatch(color);
        let (card, lit) = ([200_u8; 3].map(linear), [212, 198, 170].map(linear));
        for (channel, (grey, turned)) in swatch.mean.iter_mut().zip(card.into_iter().zip(lit)) {
            #[expect(clippy::cast_possible_truncation, reason = "shares of 1")]
            let gain = (turned / grey) as f32;
            *channel *= gain;
        }
        swatch
    }

    const SKIN: [u8; 3] = [214, 150, 130];
    const CALM: [u8; 3] = [222, 172, 152];

    #[test]
    fn the_vector_of_the_skin_page_comes_out() {
        let found = lab(SKIN.map(linear));
        assert!((found.l - 67.82).abs() < 0.01 && (found.a - 21.57).abs() < 0.01 && (found.b - 20.19).abs() < 0.01);
        assert!((lab(CALM.map(linear)).a - 15.50).abs() < 0.01);
    }

    #[test]
    fn a_lamp_moves_a_as_a_flare_would_and_the_card_takes_it_out() {
        let colors = SkinColors { card: under_lamp([200; 3]), skin: under_lamp(SKIN), calm: under_lamp(CALM) };
        let raw = evened(&colors, &colors.card).unwrap();
        assert!((raw.a - 25.41).abs() < 0.01 && (raw.gap - 6.47).abs() < 0.01, "{raw:?}");
        let corrected = evened(&colors, &swatch([200; 3])).unwrap();
        assert!((corrected.a - 21.57).abs() < 0.01 && (corrected.gap - 6.07).abs() < 0.01, "{corrected:?}");
    }

    #[test]
    fn what_cannot_be_measured_is_refused() {
        let colors = SkinColors { card: swatch([200; 3]), skin: swatch(SKIN), calm: swatch(CALM) };
        let burnt = SkinColors { skin: Swatch { clipped: 0.2, ..swatch(SKIN) }, ..colors };
        assert_eq!(evened(&burnt, &swatch([200; 3])), Err(NoRedness::Clipped));
        // In linear light 200 is 0.578 and 100 is 0.127: four times darker.
        assert_eq!(evened(&colors, &swatch([100; 3])), Err(NoRedness::OtherLight));
        let black = SkinColors { card: swatch([0; 3]), ..colors };
        assert_eq!(evened(&black, &swatch([200; 3])), Err(NoRedness::OtherLight));
    }

    #[test]
    fn five_pairs_tell_the_error_and_four_do_not() {
        // sum of squares 1 + 1 + 4 + 4 + 0 = 10, over 10: within 1, so differences below 2.77 say nothing.
        let error = repeat_error(&[1.0, -1.0, 2.0, -2.0, 0.0]).unwrap();
        assert_eq!((error.within, error.pairs), (1.0, 5));
        assert!((error.limit() - 2.77).abs() < 1e-9);
        assert_eq!(repeat_error(&[1.0; 4]), None);
    }
}
