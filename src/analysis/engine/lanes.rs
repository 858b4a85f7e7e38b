//! All lags of a factor side by side, so that what is done to one is done to all at once.

/// Lags, padded so that rows fill whole registers.
pub const LANES: usize = 16;

/// Products of one vector with each lag.
pub type Row = [f64; LANES];
