//! The order of numbers: quantiles, with straight lines between them (type 7 of Hyndman and Fan 1996, doi:10.2307/2684934).

/// A quantile of values that are sorted, `share` from 0 to 1; 0 of none.
pub fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = share * sorted.len().saturating_sub(1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place within the values")]
    let below = at.floor() as usize;
    let low = sorted.get(below).copied().unwrap_or(0.0);
    let high = sorted.get(below + 1).copied().unwrap_or(low);
    low + (high - low) * (at - at.floor())
}

/// The middle value, or the mean of the two middle ones; `None` of none.
pub fn median(values: Vec<f64>) -> Option<f64> {
    quartiles(values).map(|[_, middle, _]| middle)
}

/// The three quartiles, lowest first; `None` of no values.
pub fn quartiles(mut values: Vec<f64>) -> Option<[f64; 3]> {
    values.sort_unstable_by(f64::total_cmp);
    (!values.is_empty()).then(|| [0.25, 0.5, 0.75].map(|share| quantile(&values, share)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assert_eq!(median(vec![4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(median(vec![4.0, 1.0, 3.0]), Some(3.0));
        assert_eq!(median(Vec::new()), None);
    }

    #[test]
    fn quartiles_lie_on_the_line_between_their_neighbours() {
        // Places 1, 2 and 3 of 0 to 4; then places 0.75, 1.5 and 2.25 of 0 to 3.
        assert_eq!(quartiles(vec![25.0, 10.0, 15.0, 30.0, 20.0]), Some([15.0, 20.0, 25.0]));
        assert_eq!(quartiles(vec![1.0, 2.0, 3.0, 4.0]), Some([1.75, 2.5, 3.25]));
    }
}
