//! What is taken out of every outcome before anything is compared: its level, its week, and everything slower than about 60 days.

use std::f64::consts::PI;

use super::Cells;

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

/// Logged days a course must hold, and as many must lie outside.
const COURSE_DAYS: usize = 5;
/// Days after a course that have a column of their own.
const AFTER_DAYS: usize = 28;

/// Antibiotic courses: a column for the days in one, and one for the 28 days after. A course counts if at least five logged
/// days of the outcome lie in it. `inside` holds 1 for a day in a course, from the first day of the diary on; `outcome` begins
/// on day `start`, and so do the columns.
pub fn courses(inside: &Cells, outcome: &Cells, start: usize) -> Vec<Vec<f64>> {
    let days = outcome.len();
    let (mut within, mut after) = (vec![0.0; days], vec![0.0; days]);
    let local = |day: usize| day.checked_sub(start).filter(|day| *day < days);
    let is_inside = |day: usize| inside.get(day).copied().flatten() == Some(1.0);
    let mut day = 0;
    while day < inside.len() {
        let end = (day..inside.len()).find(|day| !is_inside(*day)).unwrap_or(inside.len());
        let rows = || (day..end).filter_map(local);
        if rows().filter(|row| outcome[*row].is_some()).count() >= COURSE_DAYS {
            rows().for_each(|row| within[row] = 1.0);
            (end..end + AFTER_DAYS).filter(|day| !is_inside(*day)).filter_map(local).for_each(|row| after[row] = 1.0);
        }
        day = end + 1;
    }
    let logged =
        |column: &[f64]| column.iter().zip(outcome).filter(|(mark, cell)| **mark == 1.0 && cell.is_some()).count();
    let outside = outcome.iter().flatten().count() - logged(&within) - logged(&after);
    if logged(&within) < COURSE_DAYS || outside < COURSE_DAYS {
        return Vec::new();
    }
    if logged(&after) == 0 { vec![within] } else { vec![within, after] }
}

/// Number of cosines: one for every 30 days, at least one.
fn waves(days: usize) -> u32 {
    let wanted = (2.0 * days as f64 / TREND_DAYS + 0.5).floor();
    (1..=20_000_u32).take_while(|k| f64::from(*k) <= wanted).last().unwrap_or(1)
}
