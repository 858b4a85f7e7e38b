//! Windows of lags: one, two or three days in a row, up to two weeks back.

use std::sync::LazyLock;

/// Lags 0 to 14.
pub const LAGS: usize = 15;
/// The widest window, in days.
pub const WIDEST: usize = 3;

/// Days `lag` to `lag + width - 1` before the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// First lag.
    pub lag: usize,
    /// Days.
    pub width: usize,
}

/// All 42 windows, narrow ones first.
pub static WINDOWS: LazyLock<Vec<Window>> =
    LazyLock::new(|| (1..=WIDEST).flat_map(|width| (0..=LAGS - width).map(move |lag| Window { lag, width })).collect());

/// Weight of each window in the combination: 1 to lag 3, half to lag 7, a fifth beyond; together 1.
pub static WEIGHTS: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let raw = |window: &Window| match window.lag {
        0..=3 => 1.0,
        4..=7 => 0.5,
        _ => 0.2,
    };
    let sum: f64 = WINDOWS.iter().map(raw).sum();
    WINDOWS.iter().map(|window| raw(window) / sum).collect()
});
