//! How much an index hangs on its weights, which are our judgement: its range when any one of them moves by 0.10.

use super::evaluate::Combined;

/// How far a weight is moved.
const STEP: f64 = 0.10;

/// The least and the most that an index of parts can be when one weight moves up or down by 0.10 and the others are rescaled, so
/// that all together stay what they were; whole numbers. `None` where the index is no number.
pub(super) fn range(parts: &[(f64, Option<f64>)]) -> Option<(f64, f64)> {
    let whole = Combined::of_parts(parts.iter().copied()).whole()?;
    let total: f64 = parts.iter().map(|(weight, _)| weight).sum();
    let mut range = (whole, whole);
    for (moved, (weight, _)) in parts.iter().enumerate() {
        for step in [-STEP, STEP] {
            let new = (weight + step * total).clamp(0.0, total);
            let others = total - weight;
            if others <= 0.0 {
                continue;
            }
            let rescaled = parts
                .iter()
                .enumerate()
                .map(|(at, (weight, value))| (if at == moved { new } else { weight * (total - new) / others }, *value));
            // What is there does not change, so the number stays one even where the moved weight takes coverage below the mark.
            let there: Vec<(f64, Option<f64>)> = rescaled.filter(|(_, value)| value.is_some()).collect();
            if let Some(value) = Combined::of_parts(there.into_iter()).whole() {
                range = (range.0.min(value), range.1.max(value));
            }
        }
    }
    Some(range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_one_weight_by_a_tenth_moves_an_index_by_hand() {
        // 0.5 each of 1 and 0: 50. With 0.6 and 0.4 it is 60, with 0.4 and 0.6 40.
        assert_eq!(range(&[(0.5, Some(1.0)), (0.5, Some(0.0))]), Some((40.0, 60.0)));
        // Equal values leave nothing to the weights.
        assert_eq!(range(&[(0.7, Some(0.3)), (0.3, Some(0.3))]), Some((30.0, 30.0)));
        assert_eq!(range(&[(1.0, Some(0.42))]), Some((42.0, 42.0)));
        assert_eq!(range(&[(0.5, None), (0.5, Some(1.0))]), None, "half is not covered");
    }
}
