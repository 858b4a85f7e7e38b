//! What the program's own short scales share. They run from 0 to 100, higher is worse; they are for following oneself over
//! time, have not been tested like clinic scores, and cannot be compared with them.
//!
//! Missing is missing: what nobody answered has no part in a score. The weights of what was answered are stretched to make
//! a whole, and a day with fewer than half of the parts has no score at all.

/// A number as a share of the most it can be.
pub(super) fn share(value: f64, most: f64) -> f64 {
    (value / most).clamp(0.0, 1.0)
}

/// The weighted mean of the parts that are there, times 100; `None` with fewer than `needed`.
pub(super) fn weighted(parts: &[(f64, Option<f64>)], needed: usize) -> Option<f64> {
    let there: Vec<(f64, f64)> = parts.iter().filter_map(|(weight, part)| Some((*weight, (*part)?))).collect();
    let whole: f64 = there.iter().map(|(weight, _)| weight).sum();
    let sum: f64 = there.iter().map(|(weight, part)| weight * part).sum();
    // Rounded where no scale can tell any more, so that 40 is not written as 40.00000000000001.
    (there.len() >= needed && whole > 0.0).then(|| (1e11 * sum / whole).round() / 1e9)
}

#[cfg(test)]
pub(super) fn is(found: Option<f64>, by_hand: f64) {
    assert!(found.is_some_and(|found| (found - by_hand).abs() < 1e-8), "{found:?} is not {by_hand}");
}
