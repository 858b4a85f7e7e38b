//! A difference with its interval in words. Its sign is a word, “higher” or “lower”, and both ends of the interval are said in
//! the same way, so that no reader has to turn a sign round. Higher and lower are said of the number: whether that is better
//! depends on what was asked, and is not for this room to say.

use super::Quantity;
use super::number::{magnitude, rounded};

/// A difference and the ends of its interval, in the unit of the outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// The estimate.
    pub estimate: f64,
    /// The low and the high end of the interval.
    pub interval: (f64, f64),
}

/// A difference in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EffectWords {
    /// `0.4 points lower`; of yes and no `12 more days in 100`.
    pub size: String,
    /// `0.1 to 0.7 lower`, `between 0.1 higher and 0.3 lower`.
    pub interval: String,
}

/// The words for above and below, and how a number is written.
struct Grammar {
    up: &'static str,
    down: &'static str,
    place: i32,
}

impl Effect {
    /// The difference for `times` as much of what it is a difference for.
    #[must_use]
    pub fn scaled(self, times: f64) -> Self {
        Self { estimate: self.estimate * times, interval: (self.interval.0 * times, self.interval.1 * times) }
    }

    /// The difference in words. The last digit is one that the answers have and that the interval leaves standing.
    pub fn words(self, of: &Quantity<'_>) -> EffectWords {
        let (up, down) = if of.yes_no { ("more", "fewer") } else { ("higher", "lower") };
        let Self { estimate, interval: (low, high) } = if of.yes_no { self.scaled(100.0) } else { self };
        let of_answers = if of.yes_no { 0 } else { of.mean_place() };
        let of_interval = if high > low { magnitude((high - low) / 6.0) } else { of_answers };
        let grammar = Grammar { up, down, place: of_answers.max(of_interval) };
        EffectWords { size: grammar.size(estimate, of), interval: grammar.interval(estimate, (low, high)) }
    }
}

impl Grammar {
    fn way(&self, above: bool) -> &'static str {
        if above { self.up } else { self.down }
    }

    /// A size without a sign. What is not 0 is not said to be 0.
    fn some(&self, size: f64) -> String {
        let text = rounded(size.abs(), self.place);
        if text == "0" && size != 0.0 { format!("less than {}", self.unit_of_place()) } else { text }
    }

    /// One unit of the last place.
    fn unit_of_place(&self) -> String {
        rounded(10_f64.powi(self.place), self.place)
    }

    fn size(&self, estimate: f64, of: &Quantity<'_>) -> String {
        let (size, way) = (self.some(estimate), self.way(estimate > 0.0));
        match (of.yes_no, estimate == 0.0) {
            (true, true) => "as many days in 100".to_owned(),
            (true, false) => format!("{size} {way} {} in 100", if size == "1" { "day" } else { "days" }),
            (false, true) => format!("neither {} nor {}", self.up, self.down),
            (false, false) => format!("{} {way}", of.with_unit(&size)),
        }
    }

    /// The interval along the way of the estimate, its nearer end first.
    fn interval(&self, estimate: f64, (low, high): (f64, f64)) -> String {
        let above = estimate >= 0.0;
        let (near, far) = if above { (low, high) } else { (-high, -low) };
        let (way, back) = (self.way(above), self.way(!above));
        if near < 0.0 && far < 0.0 {
            return self.one_side(-far, -near, back);
        }
        if near >= 0.0 {
            return self.one_side(near, far, way);
        }
        // No difference at all lies within it, so that an end may be said to be 0.
        let [near, far] = [near, far].map(|end| rounded(end.abs(), self.place));
        match (near.as_str(), far.as_str()) {
            ("0", "0") => format!("less than {} either way", self.unit_of_place()),
            ("0", _) => format!("between 0 and {far} {way}"),
            (_, "0") => format!("between {near} {back} and 0"),
            _ => format!("between {near} {back} and {far} {way}"),
        }
    }

    fn one_side(&self, near: f64, far: f64, way: &str) -> String {
        let (near, far) = (self.some(near), self.some(far));
        match (near.as_str(), far.as_str()) {
            ("0", "0") => far,
            _ if near == far => format!("{far} {way}"),
            _ => format!("{near} to {far} {way}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Points that were answered in whole steps.
    const POINTS: Quantity<'_> = Quantity { unit: "points", yes_no: false, step: 1.0 };

    fn said(estimate: f64, low: f64, high: f64, of: &Quantity<'_>) -> String {
        let words = Effect { estimate, interval: (low, high) }.words(of);
        format!("{} ({})", words.size, words.interval)
    }

    #[test]
    fn the_interval_turns_round_with_the_sign() {
        for (estimate, low, high, expected) in [
            (0.6, 0.2, 1.0, "0.6 points higher (0.2 to 1 higher)"),
            (-0.4, -0.7, -0.1, "0.4 points lower (0.1 to 0.7 lower)"),
            (-0.1, -0.3, 0.1, "0.1 points lower (between 0.1 higher and 0.3 lower)"),
            (0.1, -0.1, 0.3, "0.1 points higher (between 0.1 lower and 0.3 higher)"),
            (1.0, 0.6, 1.4, "1 point higher (0.6 to 1.4 higher)"),
            // No width, no difference, and an estimate beside its interval.
            (-0.4, -0.4, -0.4, "0.4 points lower (0.4 lower)"),
            (0.0, 0.0, 0.0, "neither higher nor lower (0)"),
            (0.0, -0.3, 0.3, "neither higher nor lower (between 0.3 lower and 0.3 higher)"),
            (0.1, -0.6, -0.2, "0.1 points higher (0.2 to 0.6 lower)"),
            // Touching 0 from either side.
            (0.3, 0.0, 0.6, "0.3 points higher (0 to 0.6 higher)"),
            (-0.3, -0.6, 0.0, "0.3 points lower (0 to 0.6 lower)"),
        ] {
            assert_eq!(said(estimate, low, high, &POINTS), expected);
        }
    }

    #[test]
    fn no_digit_is_said_that_the_answers_do_not_have() {
        for (estimate, low, high, expected) in [
            (-0.0852, -0.1401, -0.0303, "0.1 points lower (less than 0.1 to 0.1 lower)"),
            (-0.0213, -0.0401, -0.0103, "less than 0.1 points lower (less than 0.1 lower)"),
            (0.04, -0.02, 0.1, "less than 0.1 points higher (between 0 and 0.1 higher)"),
            (0.01, -0.02, 0.04, "less than 0.1 points higher (less than 0.1 either way)"),
            (0.06, -0.9, 0.04, "0.1 points higher (between 0.9 lower and 0)"),
            // A wide interval leaves no tenth standing.
            (2.34, -4.21, 8.89, "2 points higher (between 4 lower and 9 higher)"),
        ] {
            assert_eq!(said(estimate, low, high, &POINTS), expected);
        }
        let grams = Quantity { unit: "g", step: 0.1, ..POINTS };
        assert_eq!(said(1.2345, 1.2012, 1.2678, &grams), "1.23 g higher (1.2 to 1.27 higher)");
        assert_eq!(said(31.2, 11.0, 51.4, &grams), "31 g higher (11 to 51 higher)");
        let millilitres = Quantity { unit: "ml", step: 50.0, ..POINTS };
        assert_eq!(said(-241.7, -442.4, -41.1, &millilitres), "240 ml lower (40 to 440 lower)");
    }

    #[test]
    fn of_yes_and_no_the_difference_is_days_in_a_hundred() {
        let flares = Quantity { unit: "", yes_no: true, step: 1.0 };
        assert_eq!(said(0.12, 0.02, 0.22, &flares), "12 more days in 100 (2 to 22 more)");
        assert_eq!(said(-0.01, -0.08, 0.06, &flares), "1 fewer day in 100 (between 6 more and 8 fewer)");
        assert_eq!(said(0.0, -0.1, 0.1, &flares), "as many days in 100 (between 10 fewer and 10 more)");
    }

    #[test]
    fn for_twice_as_much_the_difference_is_twice_as_large() {
        let effect = Effect { estimate: -0.2, interval: (-0.35, -0.05) }.scaled(2.0);
        assert_eq!((effect.estimate, effect.interval), (-0.4, (-0.7, -0.1)));
    }
}
