//! Many tests at once: what each p-value of a family is worth beside the others. The engine's own way is in
//! [`combine`](gutskin::analysis::engine::combine).

use gutskin::analysis::engine::combine::benjamini_hochberg;

/// Adjusted p-values of Benjamini & Yekutieli (2001, doi:10.1214/aos/1013699998), in the order given: a false-discovery rate
/// that holds however the tests depend on each other.
pub fn benjamini_yekutieli(p_values: &[f64]) -> Vec<f64> {
    let harmonic: f64 = (1..=p_values.len()).map(|rank| 1.0 / rank as f64).sum();
    benjamini_hochberg(p_values).into_iter().map(|q| (q * harmonic).min(1.0)).collect()
}

/// Adjusted p-values of Holm (1979, Scandinavian Journal of Statistics 6, 65-70, jstor.org/stable/4615733), in the order given:
/// the chance of even one false claim.
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|a, b| p_values[*a].total_cmp(&p_values[*b]));
    let mut adjusted = vec![1.0; p_values.len()];
    let mut most = 0.0_f64;
    for (rank, index) in order.iter().enumerate() {
        most = most.max(p_values[*index] * (p_values.len() - rank) as f64).min(1.0);
        adjusted[*index] = most;
    }
    adjusted
}

/// One p-value for the claim that not all of a family are chance (Simes 1986, doi:10.1093/biomet/73.3.751); 1 without tests.
pub fn simes(p_values: &[f64]) -> f64 {
    benjamini_hochberg(p_values).into_iter().fold(1.0, f64::min)
}
