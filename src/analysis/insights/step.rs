//! One typical step of a factor, so that sizes are said in natural units and never in standard deviations.

use crate::analysis::quantile::quantile;

/// The interquartile range of the logged days, rounded to 1, 2 or 5 times a power of ten; 1 if there is no range or the factor
/// is yes or no.
pub fn typical(cells: &[Option<f64>]) -> f64 {
    let mut values: Vec<f64> = cells.iter().flatten().copied().collect();
    values.sort_by(f64::total_cmp);
    if values.is_empty() || values.iter().all(|value| *value == 0.0 || *value == 1.0) {
        return 1.0;
    }
    let range = quantile(&values, 0.75) - quantile(&values, 0.25);
    if range <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(range.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|times| times * power);
    steps.into_iter().min_by(|a, b| (a / range).ln().abs().total_cmp(&(b / range).ln().abs())).unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_in_the_unit_of_the_factor() {
        let cells = |values: &[f64]| values.iter().map(|value| Some(*value)).collect::<Vec<_>>();
        assert_eq!(typical(&cells(&[0.0, 1.0, 1.0, 0.0])), 1.0);
        // Quartiles 15 and 25: a range of 10 g.
        assert_eq!(typical(&cells(&[10.0, 15.0, 20.0, 25.0, 30.0])), 10.0);
        // Quartiles 3 and 6: a range of 3 points is nearer to 2 than to 5 on a scale of ratios.
        assert_eq!(typical(&cells(&[1.0, 3.0, 5.0, 6.0, 9.0])), 2.0);
        assert_eq!(typical(&[]), 1.0);
    }
}
