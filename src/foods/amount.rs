//! How an amount of food is written. One rounding for every number of foods, so that a total, a list and a page never differ in
//! their last digit.

use crate::model::locale::Locale;
use crate::words::rounded;

/// An amount as shown: two decimals below 1, one below 100, none above, and no zeros that say nothing.
pub fn amount(value: f64) -> String {
    let decimals = match value.abs() {
        small if small < 1.0 => 2,
        small if small < 100.0 => 1,
        _ => 0,
    };
    rounded(value, -decimals)
}

/// Millilitres as shown: in what drinks are measured in here, with its unit.
pub fn volume(millilitres: f64) -> String {
    let unit = Locale::current().volume;
    format!("{} {}", amount(millilitres / unit.millilitres()), unit.label())
}

/// A share as shown: `43 %`.
pub fn percent(share: f64) -> String {
    format!("{} %", rounded(share * 100.0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_goes_away_from_zero_as_it_is_written_and_not_as_it_is_kept() {
        let shown = [
            (8.25, "8.3"),
            (-8.25, "−8.3"),
            // Neither is a binary number: kept a little below and a little above.
            (8.35, "8.4"),
            (8.45, "8.5"),
            (1.005, "1"),
            (0.285, "0.29"),
            (0.1 + 0.2, "0.3"),
            // 8.25 as it comes out of a sum.
            (8.249_999_999_999_998, "8.3"),
            (8.249, "8.2"),
        ];
        for (value, text) in shown {
            assert_eq!(amount(value), text, "{value}");
        }
    }

    #[test]
    fn no_digit_is_shown_that_says_nothing() {
        let shown =
            [(0.0, "0"), (-0.001, "0"), (0.5, "0.5"), (12.0, "12"), (99.96, "100"), (104.5, "105"), (2_500.4, "2500")];
        for (value, text) in shown {
            assert_eq!(amount(value), text, "{value}");
        }
        assert_eq!(percent(0.425), "43 %");
    }
}
