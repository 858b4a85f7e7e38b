//! What the numbers of a series are: their unit, and the step in which they were answered. A number is said with no more
//! digits than the answers behind it have.

use super::number::{magnitude, rounded};

/// Steps in which people answer and machines count, the coarsest first.
const STEPS: [f64; 10] = [100.0, 50.0, 10.0, 5.0, 1.0, 0.5, 0.25, 0.1, 0.05, 0.01];
/// Steps that a series without one of its own, a computed one, is given over its range: a hundred, to a power of ten.
const STEPS_OF_RANGE: f64 = 100.0;

/// What the numbers of a series are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quantity<'a> {
    /// Unit behind a number; empty if there is none.
    pub unit: &'a str,
    /// Whether it holds only yes and no. Differences of it are days in 100.
    pub yes_no: bool,
    /// The step in which it was answered.
    pub step: f64,
}

/// The step in which some answers were given: the coarsest of the usual ones that all of them are multiples of, or else a share
/// of their range. 1 where there is none but 0.
pub fn step_of(answers: impl Iterator<Item = f64> + Clone) -> f64 {
    if answers.clone().all(|value| value == 0.0) {
        return 1.0;
    }
    let fits = |step: &f64| answers.clone().all(|value| (value / step - (value / step).round()).abs() < 1e-6);
    STEPS.into_iter().find(fits).unwrap_or_else(|| {
        let ends = answers.fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        10_f64.powi(magnitude((ends.1 - ends.0) / STEPS_OF_RANGE))
    })
}

impl Quantity<'_> {
    /// A single answer, without its unit, with the digits of its step.
    pub fn answer(&self, value: f64) -> String {
        let decimals = (0..6).find(|decimals| (self.step * 10_f64.powi(*decimals)).fract().abs() < 1e-6);
        rounded(value, -decimals.unwrap_or(6))
    }

    /// A mean or a middle of answers, without its unit: half a step can be seen in it, and no more.
    pub fn mean(&self, value: f64) -> String {
        rounded(value, self.mean_place())
    }

    /// A number that was put into letters, with the unit.
    pub fn with_unit(&self, number: &str) -> String {
        let is_one = number.rsplit(' ').next() == Some("1");
        let unit = if is_one { self.unit.strip_suffix('s').unwrap_or(self.unit) } else { self.unit };
        format!("{number} {unit}").trim_end().to_owned()
    }

    /// The last place of a mean, as a power of ten.
    pub(super) fn mean_place(&self) -> i32 {
        if self.yes_no { -2 } else { magnitude(self.step * 0.4 * (1.0 + 1e-9)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(answers: &[f64]) -> f64 {
        step_of(answers.iter().copied())
    }

    #[test]
    fn the_step_of_answers_is_found_in_them() {
        for (answers, expected) in [
            (&[0.0, 3.0, 10.0][..], 1.0),
            (&[0.5, 3.0, 10.0], 0.5),
            (&[7.25, 8.0], 0.25),
            (&[71.3, 70.0], 0.1),
            (&[250.0, 1500.0], 50.0),
            (&[0.0, 0.0], 1.0),
            (&[], 1.0),
            // Worked out, over a range of 50: tenths.
            (&[16.666_666_67, 33.333_333_33, 66.666_666_67], 0.1),
        ] {
            assert_eq!(step(answers), expected, "{answers:?}");
        }
    }

    #[test]
    fn an_answer_has_its_own_digits_and_a_mean_one_more() {
        for (step, value, answer, mean) in [
            (1.0, 3.0, "3", "3"),
            (1.0, 3.267, "3", "3.3"),
            (0.5, 3.5, "3.5", "3.5"),
            (0.25, 7.25, "7.25", "7.3"),
            (0.1, 71.3, "71.3", "71.3"),
            (50.0, 1786.4, "1786", "1790"),
            (0.1, 33.333_333, "33.3", "33.33"),
        ] {
            let quantity = Quantity { unit: "", yes_no: false, step };
            assert_eq!((quantity.answer(value).as_str(), quantity.mean(value).as_str()), (answer, mean), "{step}");
        }
    }

    #[test]
    fn one_of_something_is_not_several() {
        let points = Quantity { unit: "points", yes_no: false, step: 1.0 };
        assert_eq!((points.with_unit("1"), points.with_unit("0.6")), ("1 point".to_owned(), "0.6 points".to_owned()));
        assert_eq!(points.with_unit("less than 1"), "less than 1 point");
        assert_eq!(Quantity { unit: "", ..points }.with_unit("3"), "3");
    }
}
