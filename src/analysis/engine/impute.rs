//! Missing days of a factor: its conditional mean given its own other days, never anything of the outcome.
//!
//! Weekday means shrunk by four days, then a first-order autoregression through the gap (regression calibration; an
//! outcome's missing days are never filled).

use super::Cells;

/// Days that pull a weekday's mean towards the mean of all.
const SHRINK_DAYS: f64 = 4.0;

/// Fills a series. `weekday` is that of the first day, 0 = Monday. A series without an answer stays 0.
pub fn impute(cells: &Cells, weekday: usize) -> Vec<f64> {
    let logged: Vec<f64> = cells.iter().flatten().copied().collect();
    if logged.is_empty() {
        return vec![0.0; cells.len()];
    }
    let mean = logged.iter().sum::<f64>() / logged.len() as f64;
    let weekdays = weekday_means(cells, weekday, mean);
    let usual = |day: usize| mean + weekdays[(day + weekday) % 7];
    let rest: Vec<Option<f64>> =
        cells.iter().enumerate().map(|(day, cell)| cell.map(|value| value - usual(day))).collect();
    let phi = carried(&rest);
    let before = nearest_before(&rest);
    let after = nearest_after(&rest);
    (0..cells.len())
        .map(|day| match cells[day] {
            Some(value) => value,
            None => usual(day) + between(phi, before[day], after[day]),
        })
        .collect()
}

fn weekday_means(cells: &Cells, weekday: usize, mean: f64) -> [f64; 7] {
    let mut sums = [0.0; 7];
    let mut counts = [0.0; 7];
    for (day, value) in cells.iter().enumerate().filter_map(|(day, cell)| cell.map(|value| (day, value))) {
        sums[(day + weekday) % 7] += value;
        counts[(day + weekday) % 7] += 1.0;
    }
    std::array::from_fn(
        |k| if counts[k] > 0.0 { (sums[k] - mean * counts[k]) / (counts[k] + SHRINK_DAYS) } else { 0.0 },
    )
}

/// How much carries over from one day to the next.
fn carried(rest: &[Option<f64>]) -> f64 {
    let products: Vec<f64> = rest.windows(2).filter_map(|pair| Some(pair[0]? * pair[1]?)).collect();
    let squares: Vec<f64> = rest.iter().flatten().map(|value| value * value).collect();
    let variance = squares.iter().sum::<f64>() / squares.len() as f64;
    if products.len() <= 5 || variance <= 0.0 {
        return 0.0;
    }
    (products.iter().sum::<f64>() / products.len() as f64 / variance).clamp(0.0, 0.98)
}

/// For each day the last logged value before it and how many days ago.
fn nearest_before(rest: &[Option<f64>]) -> Vec<Option<(i32, f64)>> {
    let mut last: Option<(i32, f64)> = None;
    rest.iter()
        .map(|cell| {
            last = match (cell, last) {
                (Some(value), _) => Some((0, *value)),
                (None, Some((days, value))) => Some((days + 1, value)),
                (None, None) => None,
            };
            last
        })
        .collect()
}

fn nearest_after(rest: &[Option<f64>]) -> Vec<Option<(i32, f64)>> {
    let mut reversed = rest.to_vec();
    reversed.reverse();
    let mut found = nearest_before(&reversed);
    found.reverse();
    found
}

fn between(phi: f64, before: Option<(i32, f64)>, after: Option<(i32, f64)>) -> f64 {
    if phi <= 1e-6 {
        return 0.0;
    }
    match (before, after) {
        (Some((a, left)), Some((b, right))) => {
            let whole = 1.0 - phi.powi(2 * (a + b));
            (phi.powi(a) * (1.0 - phi.powi(2 * b)) * left + phi.powi(b) * (1.0 - phi.powi(2 * a)) * right) / whole
        }
        (Some((days, value)), None) | (None, Some((days, value))) => phi.powi(days) * value,
        (None, None) => 0.0,
    }
}
