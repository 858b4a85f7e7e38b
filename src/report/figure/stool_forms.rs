//! How often each stool form was logged in a period: a bar a form with its own words and number, hardest to most liquid.

use std::fmt::Write;

use super::builder::FigureBuilder;
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::report::chart::{ChartError, Days};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::scene::{Anchor, Stroke, cut_to, palette};
use crate::report::ticks;
use crate::words::{Period, STOOL_FORMS, count, percent, plain};

const LEFT: f32 = 236.0;
const RIGHT: f32 = 90.0;
const TOP: f32 = 52.0;
const ROW: f32 = 26.0;
const BODY: f32 = 11.0;
/// The key of the form of a stool.
const FORM: &str = "stool";

/// Draws the forms of all stools of a period.
///
/// # Errors
/// [`ChartError::Lacking`] if no stool with a form was logged in it.
pub fn draw(diary: &Diary, (first, last): Days, width: f32) -> Result<ExportableFigure, ChartError> {
    let pages = || diary.day_records_between(first, last);
    let forms: Vec<f64> = pages()
        .flat_map(|page| page.of_kind(EntryKind::Stool))
        .filter_map(|entry| entry.answers.get(FORM))
        .map(crate::model::value::Value::as_number)
        .collect();
    let days = pages().filter(|page| page.entries.iter().any(|entry| entry.answers.get(FORM).is_some())).count();
    if forms.is_empty() {
        let period = Period::new(first, last);
        return Err(ChartError::Lacking(format!("no stool form is logged in {period}; choose another period")));
    }
    // Half steps count to the firmer form of the two.
    let counts: Vec<usize> =
        (1..=7_u8).map(|form| forms.iter().filter(|given| given.floor() == f64::from(form)).count()).collect();
    let mut figure = FigureBuilder::new(width.max(420.0));
    let title = format!("Stool forms, {}", Period::new(first, last));
    let n = format!("{} on {}", count(forms.len(), "stool", "stools"), count(days, "day", "days"));
    figure.heading((8.0, 18.0), &cut_to(&title, 13.0, figure.width - 16.0));
    figure.text((8.0, 35.0), BODY, Anchor::Start, palette::QUIET, &format!("{n} with a form; stools, and their share"));
    let most = counts.iter().copied().max().unwrap_or(1).max(1) as f64;
    let marks: Vec<f64> = ticks::nice(0.0, most, 4).into_iter().filter(|tick| tick.fract() == 0.0).collect();
    let end = marks.last().copied().unwrap_or(most).max(most);
    let right = figure.width - RIGHT;
    let x = |value: f64| LEFT + super::builder::share(value, (0.0, end)) * (right - LEFT);
    let bottom = TOP + 7.0 * ROW;
    for tick in &marks {
        figure.line((x(*tick), TOP), (x(*tick), bottom), Stroke::solid(palette::GRID, 0.75));
        figure.text((x(*tick), bottom + 15.0), BODY, Anchor::Middle, palette::QUIET, &plain(*tick));
    }
    let mut csv = String::from("form,words,stools\n");
    let mut desc = format!("{title}. {n}.");
    for ((form, words), here) in (1..=7_u8).zip(STOOL_FORMS).zip(&counts) {
        let top = TOP + f32::from(form - 1) * ROW;
        let name = cut_to(&format!("{form}: {words}"), BODY, LEFT - 20.0);
        figure.text((LEFT - 10.0, top + 17.0), BODY, Anchor::End, palette::TEXT, &name);
        figure.fill([LEFT, top + 5.0, x(*here as f64) - LEFT, ROW - 10.0], palette::SERIES[0], 0.75);
        let share = percent(*here as f64 / forms.len() as f64);
        let said = format!("{here} ({share})");
        figure.text((x(*here as f64) + 6.0, top + 17.0), BODY, Anchor::Start, palette::TEXT, &said);
        writeln!(csv, "{form},\"{words}\",{here}").ok();
        write!(desc, " {form}, {words}: {said}.").ok();
    }
    figure.line((LEFT, TOP), (LEFT, bottom), Stroke::solid(palette::AXIS, 1.0));
    figure.text(
        (x(0.0), bottom + 32.0),
        BODY,
        Anchor::Start,
        palette::QUIET,
        "Stools. Half steps count to the firmer form.",
    );
    Ok(ExportableFigure { stem: "gutskin-stool-forms", scene: figure.finish(bottom + 44.0, title, desc), csv })
}
