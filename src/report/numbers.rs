//! Numbers as people read them, the same in every chart, table and sentence.

/// A number with at most one decimal below 100 and none above; `−` is the minus sign of print.
pub fn number(value: f64) -> String {
    let text = if value.abs() >= 100.0 { format!("{value:.0}") } else { format!("{value:.1}") };
    let text = text.strip_suffix(".0").unwrap_or(&text);
    match text.strip_prefix('-') {
        Some("0") => "0".to_owned(),
        Some(rest) => format!("−{rest}"),
        None => text.to_owned(),
    }
}

/// Hours since midnight as a time on the clock; hours past 24 are the small hours after.
pub fn clock(hours: f64) -> String {
    let minutes = (hours * 60.0).round().rem_euclid(1440.0);
    format!("{:02.0}:{:02.0}", (minutes / 60.0).floor(), minutes % 60.0)
}

/// `one day`, `2 days`: a count with its noun.
pub fn count(how_many: usize, one: &str, many: &str) -> String {
    match how_many {
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_never_a_negative_zero() {
        for (value, text) in [(3.0, "3"), (7.25, "7.2"), (-0.04, "0"), (-2.5, "−2.5"), (1534.4, "1534"), (99.96, "100")]
        {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn a_bed_time_after_midnight_reads_as_a_time() {
        assert_eq!(clock(24.5), "00:30");
        assert_eq!(clock(23.999), "00:00");
        assert_eq!(clock(7.25), "07:15");
    }
}
