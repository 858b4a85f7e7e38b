//! A series with mean 0 and deviation 1 on its logged days: the form in which a noise model is fitted to it.

use super::Cells;

/// Spreads within these are reckoned with as they are.
const ORDINARY: std::ops::RangeInclusive<f64> = 1e-6..=1e18;
/// The largest power of two that a series is multiplied by; its inverse is a number, too.
const MOST_BITS: f64 = 1000.0;

/// What a series is multiplied by so that squares of it are neither 0 nor infinite: 1 unless its spread is absurdly small or
/// large. It is a power of two, so that multiplying by it and dividing by it again changes no digit.
pub fn exact_scale(cells: &Cells) -> f64 {
    let (least, most) = cells.iter().flatten().fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), value| {
        (f64::min(least, *value), f64::max(most, *value))
    });
    let spread = most - least;
    if !spread.is_finite() || spread <= 0.0 || ORDINARY.contains(&spread) {
        return 1.0;
    }
    (-spread.log2().floor()).clamp(-MOST_BITS, MOST_BITS).exp2()
}

/// A series multiplied by its [`exact_scale`].
pub fn scaled(cells: &Cells) -> Vec<Option<f64>> {
    let scale = exact_scale(cells);
    cells.iter().map(|cell| cell.map(|value| value * scale)).collect()
}

/// A standardised series.
#[derive(Debug, Clone, PartialEq)]
pub struct Standardised {
    /// One value a calendar day; 0 on days that are not logged.
    pub values: Vec<f64>,
    /// Which days are logged.
    pub logged: Vec<bool>,
    /// Logged days.
    pub days: usize,
    /// Standard deviation of the logged days (population), in the unit of the series.
    pub sd: f64,
}

impl Standardised {
    /// Standardises a series. One that never changes, or has no logged day, has no finite values.
    pub fn of(cells: &Cells) -> Self {
        let logged: Vec<bool> = cells.iter().map(Option::is_some).collect();
        let answered: Vec<f64> = cells.iter().flatten().copied().collect();
        let n = answered.len() as f64;
        let mean = answered.iter().sum::<f64>() / n;
        let scale = exact_scale(cells);
        let away = |value: f64| (value - mean) * scale;
        let sd = (answered.iter().map(|value| away(*value) * away(*value)).sum::<f64>() / n).sqrt();
        let values = cells.iter().map(|cell| cell.map_or(0.0, |value| away(value) / sd)).collect();
        Self { values, logged, days: answered.len(), sd: sd / scale }
    }
}
