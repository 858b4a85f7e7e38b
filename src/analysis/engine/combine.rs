//! From many p-values to one, and from one p-value a pair to a false-discovery rate over all pairs.

use std::f64::consts::PI;

/// Weighted Cauchy combination (Liu & Xie 2020, doi:10.1080/01621459.2018.1554485). Weights sum to 1.
pub fn cauchy(p_values: impl IntoIterator<Item = f64>, weights: impl IntoIterator<Item = f64>) -> f64 {
    let term = |(p, weight): (f64, f64)| {
        let p = p.clamp(1e-300, 1.0 - 1e-12);
        // The tangent of (0.5 - p) pi is 1 / tan(p pi), which keeps its digits for small p.
        weight / (p * PI).tan()
    };
    let sum: f64 = p_values.into_iter().zip(weights).map(term).sum();
    if sum > 0.0 { (1.0 / sum).atan() / PI } else { 0.5 - sum.atan() / PI }
}

/// Adjusted p-values of Benjamini & Hochberg (1995, doi:10.1111/j.2517-6161.1995.tb02031.x), in the order given.
///
/// All pairs count the same. Weights for pairs with an evidence card, or by how much their days can tell, were measured and
/// found no more at the same error (`tests/benches/error_rates.rs` says how much).
pub fn benjamini_hochberg(p_values: &[f64]) -> Vec<f64> {
    let count = p_values.len() as f64;
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    let mut adjusted = vec![1.0; p_values.len()];
    let mut least = 1.0_f64;
    for (rank, index) in order.iter().enumerate().rev() {
        least = least.min(p_values[*index] * count / (rank + 1) as f64);
        adjusted[*index] = least;
    }
    adjusted
}
