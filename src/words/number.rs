//! A number in letters: how it is rounded, its minus sign, and what is never written.

use crate::model::locale::Locale;

/// Digits a number is taken to have. What lies beyond is left over from arithmetic: 8.249999999999998 means 8.25.
const DIGITS: i32 = 12;
/// Digits of a number that is written as it is.
const PLAIN_DIGITS: i32 = 6;

/// A number rounded to a power of ten, half away from zero as people round: with place −1 8.25 is 8.3, with place 1 125 is 130.
/// No zeros at its end, no negative zero; `−` is the minus sign of print, and the decimal mark that of the [`Locale`].
pub fn rounded(value: f64, place: i32) -> String {
    marked(&digits(value, place)).replace('-', "−")
}

/// The same number for other programs: `-` and a point, wherever it is read.
pub fn digits(value: f64, place: i32) -> String {
    let Some(units) = units(value, place) else { return value.to_string() };
    let text = with_point(units, place);
    if value < 0.0 && units != 0 { format!("-{text}") } else { text }
}

/// A number written with a point, with the decimal mark of the [`Locale`].
pub fn marked(number: &str) -> String {
    Locale::current().decimal_mark.write(number)
}

/// The same rounding, as a number.
pub fn round_to(value: f64, place: i32) -> f64 {
    let text = units(value, place).map(|units| with_point(units, place));
    let size: Option<f64> = text.and_then(|text| text.parse().ok());
    match size {
        Some(0.0) => 0.0,
        Some(size) => size.copysign(value),
        None => value,
    }
}

/// The size of a number in units of a place. `None` for infinities, and for numbers far beyond any answer.
fn units(value: f64, place: i32) -> Option<i128> {
    let scientific = format!("{:.*e}", usize::try_from(DIGITS - 1).unwrap_or(0), value.abs());
    let (digits, power) = scientific.split_once('e')?;
    let digits: i128 = digits.replace('.', "").parse().ok()?;
    let power: i32 = power.parse().ok().filter(|power| (-300..=24).contains(power))?;
    let shift = power + 1 - DIGITS - place;
    let ten = |power: i32| u32::try_from(power).ok().and_then(|power| 10_i128.checked_pow(power));
    if shift >= 0 {
        ten(shift).and_then(|ten| digits.checked_mul(ten))
    } else {
        Some(ten(-shift).map_or(0, |ten| (2 * digits + ten) / (2 * ten)))
    }
}

/// So many units of a power of ten, written out.
fn with_point(units: i128, place: i32) -> String {
    let decimals = usize::try_from(-place).unwrap_or(0);
    if decimals == 0 {
        let zeros = if units == 0 { 0 } else { usize::try_from(place).unwrap_or(0) };
        return format!("{units}{}", "0".repeat(zeros));
    }
    let digits = format!("{units:0>width$}", width = decimals + 1);
    let (whole, fraction) = digits.split_at(digits.len() - decimals);
    format!("{whole}.{fraction}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A number as it is, with at most six digits that count: a tick of an axis, a share.
pub fn plain(value: f64) -> String {
    rounded(value, magnitude(value) + 1 - PLAIN_DIGITS)
}

/// The power of ten of the first digit of a number; 0 for 0.
pub(super) fn magnitude(value: f64) -> i32 {
    let power = value.abs().log10().floor();
    #[expect(clippy::cast_possible_truncation, reason = "the logarithm of a finite number lies within 400")]
    if power.is_finite() { power as i32 } else { 0 }
}

/// A p or q: two decimals, three where two would say 0.00, and no pretence below a thousandth.
pub fn chance(p: f64) -> String {
    match p {
        p if p < 0.001 => "under 0.001".to_owned(),
        p if p < 0.01 => rounded(p, -3),
        p => rounded(p, -2),
    }
}

/// A share of 1 in percent: `35 %`.
pub fn percent(share: f64) -> String {
    format!("{} %", rounded(100.0 * share, 0))
}

/// `1 day`, `2 days`: a count with its noun.
pub fn count(how_many: usize, one: &str, many: &str) -> String {
    match how_many {
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::locale::DecimalMark;

    #[test]
    fn people_read_their_own_decimal_mark_and_programs_always_a_point() {
        let comma = Locale { decimal_mark: DecimalMark::Comma, ..Locale::PLAIN };
        let written = comma.during(|| (rounded(-8.25, -1), plain(0.5), digits(-8.25, -1), round_to(8.25, -1)));
        assert_eq!(written, ("−8,3".to_owned(), "0,5".to_owned(), "-8.3".to_owned(), 8.3));
        assert_eq!((rounded(-8.25, -1), rounded(1e4, 0)), ("−8.3".to_owned(), "10000".to_owned()));
    }

    #[test]
    fn numbers_are_rounded_as_people_round_and_never_a_negative_zero() {
        for (value, place, text) in [
            (8.25, -1, "8.3"),
            (8.35, -1, "8.4"),
            (-8.25, -1, "−8.3"),
            (0.285, -2, "0.29"),
            (1.005, -2, "1.01"),
            (8.249_999_999_999_998, -1, "8.3"),
            (8.249, -1, "8.2"),
            (0.5, 0, "1"),
            (2.5, 0, "3"),
            (-0.04, -1, "0"),
            (0.04, -1, "0"),
            (0.05, -1, "0.1"),
            (9.96, -1, "10"),
            (3.0, -1, "3"),
            (100.0, -2, "100"),
            (125.0, 1, "130"),
            (4.0, 1, "0"),
            (1534.4, 0, "1534"),
            (1e9, -2, "1000000000"),
            (1e-12, -2, "0"),
            (0.0, -2, "0"),
        ] {
            assert_eq!(rounded(value, place), text, "{value} to 10^{place}");
            assert_eq!(round_to(value, place), text.replace('−', "-").parse::<f64>().unwrap(), "{value} to 10^{place}");
        }
        assert_eq!((rounded(f64::INFINITY, 0), rounded(1e30, 0).len()), ("inf".to_owned(), 31));
    }

    #[test]
    fn a_plain_number_is_written_as_it_is() {
        for (value, text) in [(0.25, "0.25"), (0.1 + 0.2, "0.3"), (-2.0, "−2"), (1500.0, "1500"), (0.0, "0")] {
            assert_eq!(plain(value), text);
        }
    }

    #[test]
    fn a_chance_has_no_more_digits_than_it_is_worth() {
        for (p, text) in [(2e-7, "under 0.001"), (0.0042, "0.004"), (0.031, "0.03"), (0.2, "0.2"), (1.0, "1")] {
            assert_eq!(chance(p), text);
        }
        assert_eq!(percent(0.125), "13 %");
    }
}
