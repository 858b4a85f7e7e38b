//! The days of trials as CSV: one row a day and trial, with what the lot said and whether it was kept to. It can be read back.
//!
//! Of a trial that runs no day after the last one that is logged or answered is written: the lot is not told ahead.

use std::fmt::Write;

use crate::columns::DayTable;
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::model::trial::Trial;

/// The columns: number of the trial in this diary, its first day, the day, its period from 1, 1 on or 0 off, the answer or nothing.
/// Days on which neither side is treated have no period.
pub const COLUMNS: &str = "trial,start,date,period,on,kept";

/// The days of all trials, by trial and day.
pub fn to_csv(diary: &Diary, table: &DayTable) -> String {
    let logged = table.days.checked_sub(1).map(|row| table.day(row));
    let mut text = format!("{COLUMNS}\n");
    for trial in diary.trials() {
        let Some(until) = logged.into_iter().chain(trial.kept.keys().next_back().copied()).max() else { continue };
        rows(&mut text, trial, until);
    }
    text
}

fn rows(text: &mut String, trial: &Trial, until: Day) {
    let mut day = trial.start;
    while day < trial.treated_from() && day <= until && trial.has(day) {
        let kept = trial.kept.get(&day).map_or("", |kept| kept.label());
        writeln!(text, "{},{},{day},,,{kept}", trial.id.0, trial.start).ok();
        day = day.plus(1);
    }
    for (place, (days, on)) in trial.periods().enumerate() {
        let mut day = days.start;
        while day < days.end && day <= until && trial.has(day) {
            let kept = trial.kept.get(&day).map_or("", |kept| kept.label());
            writeln!(text, "{},{},{day},{},{},{kept}", trial.id.0, trial.start, place + 1, u8::from(on)).ok();
            day = day.plus(1);
        }
    }
}
