//! All lags of a factor side by side, so that what is done to one is done to all at once.

/// Lags, padded so that rows fill whole registers.
pub const LANES: usize = 16;

/// Products of one vector with each lag.
pub type Row = [f64; LANES];

/// Adds `factor` times a row to another. Here and where else a day's lanes are gone through, a loop counts them: built in many
/// units, as the first build is, what iterators are made of is not put in place and costs more than the numbers.
#[inline]
pub fn add_row(sums: &mut Row, factor: f64, row: &Row) {
    for lane in 0..LANES {
        sums[lane] += factor * row[lane];
    }
}
