//! What is taken out of every outcome before anything is compared: its level, its week, and everything slower than about 60 days.

use std::f64::consts::PI;

/// Changes with a longer period than this are removed, in days.
const TREND_DAYS: f64 = 60.0;
/// Logged days from which every weekday has its own column; below, one for the weekend.
const WEEKDAY_DAYS: usize = 56;

/// The columns, one value a calendar day. `weekday` is that of the first day, 0 = Monday.
pub fn columns(days: usize, weekday: usize, logged: usize) -> Vec<Vec<f64>> {
    let mut columns = vec![vec![1.0; days]];
    columns.extend(week(days, weekday, logged));
    for k in 1..=waves(days) {
        let wave = |day: usize| (PI * (day as f64 + 0.5) * f64::from(k) / days as f64).cos();
        columns.push((0..days).map(wave).collect());
    }
    columns
}

/// The week alone: six columns, or one for the weekend where fewer than 56 days are logged.
pub fn week(days: usize, weekday: usize, logged: usize) -> Vec<Vec<f64>> {
    let of_week = |day: usize| (day + weekday) % 7;
    if logged >= WEEKDAY_DAYS {
        let column = |k: usize| {
            let coded = |day| f64::from(u8::from(of_week(day) == k)) - f64::from(u8::from(of_week(day) == 6));
            (0..days).map(coded).collect()
        };
        (0..6).map(column).collect()
    } else {
        let weekend = |day| f64::from(u8::from(of_week(day) >= 5)) - 2.0 / 7.0;
        vec![(0..days).map(weekend).collect()]
    }
}

/// Number of cosines: one for every 30 days, at least one.
fn waves(days: usize) -> u32 {
    let wanted = (2.0 * days as f64 / TREND_DAYS + 0.5).floor();
    (1..=20_000_u32).take_while(|k| f64::from(*k) <= wanted).last().unwrap_or(1)
}
