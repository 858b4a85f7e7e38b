//! Page one, read in two minutes: who, better or worse and how sure, the main signs now and before on one time axis with what was
//! taken, what went along with what, and what the person wants to ask. Everything else follows on the next pages.

use super::headline;
use super::outcomes::{is_as_logged, is_worse_up};
use super::{Source, heading};
use crate::analysis::before_flares::FLARE;
use crate::analysis::period_change::period_before;
use crate::analysis::quantile::quartiles;
use crate::columns::{Column, Scale};
use crate::model::body_system::BodySystem;
use crate::model::time::Day;
use crate::model::trackable::Kind;
use crate::report::chart::{Days, Span, earliest, spans, trial_spans};
use crate::report::document::{Block, Table};
use crate::report::figure::overview::{self, Overview, OverviewRow};
use crate::words::{count, rounded};

/// Width of the figure, in points.
const FIGURE_WIDTH: f32 = 660.0;
/// The most signs of the skin beside its index, and of the gut beside its own.
const MOST_SIGNS: [(BodySystem, usize); 2] = [(BodySystem::Skin, 3), (BodySystem::Gut, 1)];
/// Years in an age band.
const BAND_YEARS: i32 = 10;
/// What stands where too little was answered for a number.
const TOO_FEW: &str = "too few";
/// Answers below which no median is printed.
const MEDIAN_NEEDS: usize = 3;

/// The days before the period, as far as the diary reaches back.
pub(super) fn days_before(source: &Source<'_>) -> Days {
    period_before(source.request.first, source.request.last)
}

/// The whole of page one after the title.
pub(super) fn blocks(source: &Source<'_>) -> Vec<Block> {
    let signs = signs(source);
    let mut blocks = vec![heading("In short"), Block::List(headline::sentences(source))];
    let asked = source.request.questions.trim();
    if !asked.is_empty() {
        blocks.push(heading("What I want to ask"));
        let lines = asked.lines().map(str::trim).filter(|line| !line.is_empty());
        blocks.push(Block::List(lines.map(str::to_owned).collect()));
    }
    if !signs.is_empty() {
        blocks.push(table(source, &signs));
        blocks.push(figure(source, &signs));
    }
    blocks.extend(nothing_taken(source).map(Block::Aside));
    if !source.request.findings.is_empty() {
        blocks.push(heading("What went along with what"));
        blocks.extend(source.request.findings.iter().cloned());
    }
    blocks.push(Block::NewPage);
    blocks
}

/// Who it is about: what was typed for the report, age band, sex, conditions; how much is logged; the safety answers.
pub(super) fn who(source: &Source<'_>) -> Block {
    let (profile, request) = (source.diary.profile(), source.request);
    let mut parts = Vec::new();
    if let Some(age) = profile.age_in(request.today.year()) {
        let from = age / BAND_YEARS * BAND_YEARS;
        parts.push(if age < 18 {
            format!("{age} years")
        } else {
            format!("{} to {} years", from.max(18), from + BAND_YEARS - 1)
        });
    }
    parts.extend(profile.sex.map(|sex| sex.label().to_owned()));
    parts.extend(profile.conditions.iter().map(|condition| condition.label().to_owned()));
    let named = request.who.trim();
    let mut words = if named.is_empty() {
        String::new()
    } else {
        format!("{named}{} ", if named.ends_with('.') { "" } else { "." })
    };
    if !parts.is_empty() {
        words += &format!("Entered by the person: {}. ", parts.join(", "));
    }
    words += &coverage(source);
    let yes: Vec<String> = profile
        .safety
        .iter()
        .filter(|(_, yes)| **yes && request.with_safety_answers)
        .map(|(question, _)| format!("“{}”", question.text()))
        .collect();
    if !yes.is_empty() {
        words += &format!(" Answered yes to: {}", yes.join(" "));
    }
    Block::Paragraph(words)
}

/// The columns of page one, skin first: the index of the day, then the signs answered most often, of those where 0 is best.
fn signs<'a>(source: &'a Source<'_>) -> Vec<&'a Column> {
    let mut signs = Vec::new();
    for (system, most) in MOST_SIGNS {
        let of_system =
            |column: &&Column| column.is_outcome_of(system) && column.key != FLARE && column.place.is_none();
        let mut logged: Vec<(usize, &Column)> = source
            .table
            .columns
            .iter()
            .filter(of_system)
            .filter(|column| is_as_logged(column) && is_worse_up(source, column))
            .map(|column| (source.answers(column).count(), column))
            .filter(|(answered, _)| *answered > 0)
            .collect();
        logged.sort_by_key(|(answered, _)| std::cmp::Reverse(*answered));
        signs.extend(headline::index_of(source, system).filter(|column| source.answers(column).next().is_some()));
        signs.extend(logged.into_iter().take(most).map(|(_, column)| column));
    }
    signs
}

fn table(source: &Source<'_>, signs: &[&Column]) -> Block {
    let (now, before) = ((source.request.first, source.request.last), days_before(source));
    let cell = |column: &Column, most: Option<f64>, days: Days| {
        let values = source.values(column, days);
        let answered = values.len();
        let Some([low, middle, high]) = quartiles(values).filter(|_| answered >= MEDIAN_NEEDS) else {
            return format!("{TOO_FEW} ({answered})");
        };
        let of = column.quantity();
        let place = if most.is_some_and(|most| most > 10.0) { 0 } else { -1 };
        let [low, high] = [low, high].map(|end| rounded(end, place));
        format!("{} ({low} to {high}), {} d", of.mean(middle), answered)
    };
    let rows = signs.iter().map(|column| {
        let known = source.diary.catalogue().get(&column.key);
        let most = most_of(column, known.map(|known| &known.kind));
        let scale = most.map_or_else(|| column.unit.clone(), |most| format!("0 to {most:.0}"));
        let name = plain_name(&column.label);
        let name = if scale.is_empty() { name.to_owned() } else { format!("{name}, {scale}") };
        let spread = most.map_or_else(|| "–".to_owned(), |most| by_band(&source.values(column, now), most));
        vec![name, cell(column, most, now), cell(column, most, before), spread]
    });
    Block::Table(Table {
        caption: "Median of the answered days, in brackets the middle half of them. 0 is best; the period before has as many days"
            .to_owned(),
        header: ["", "This period", "The period before", "Days at each answer, this period"]
            .map(str::to_owned)
            .to_vec(),
        rows: rows.collect(),
        widths: vec![1.35, 1.35, 1.35, 2.6],
    })
}

/// The largest answer, where the answers are steps from 0 to it.
fn most_of(column: &Column, kind: Option<&Kind>) -> Option<f64> {
    match kind {
        Some(Kind::Score) => Some(10.0),
        Some(Kind::Grade) => Some(4.0),
        None if column.scale == Scale::Points => Some(100.0),
        _ => None,
    }
}

/// A name without the scale that some carry in brackets.
fn plain_name(label: &str) -> &str {
    label.split(" (").next().unwrap_or(label)
}

/// How many days lie in each of four or five bands of answers; where steps are few, 0 is one of its own.
fn by_band(values: &[f64], most: f64) -> String {
    let ends: &[f64] = if most > 10.0 {
        &[25.0, 50.0, 75.0, 100.0]
    } else if most > 4.0 {
        &[0.0, 3.0, 6.0, 10.0]
    } else {
        &[0.0, 1.0, 2.0, 3.0, 4.0]
    };
    let mut from = 0.0;
    let mut below = f64::NEG_INFINITY;
    let mut words = Vec::new();
    for end in ends {
        let days = values.iter().filter(|value| **value > below && **value <= *end).count();
        let name = if from >= *end { format!("{end:.0}") } else { format!("{from:.0}–{end:.0}") };
        words.push(format!("{name}: {days}"));
        (below, from) = (*end, *end + 1.0);
    }
    words.join(" · ")
}

/// The main signs on one time axis, this period and the one before, with what was taken and the flares.
fn figure(source: &Source<'_>, signs: &[&Column]) -> Block {
    let (before, last) = (days_before(source).0, source.request.last);
    let logged = source.diary.span().map_or(before, |(first, _)| earliest(source.diary, first));
    let shown = (before.max(logged).min(source.request.first), last);
    let series = |column: &Column| source.answers_on(column, shown).collect::<Vec<(Day, f64)>>();
    let rows = signs.iter().map(|column| {
        let known = source.diary.catalogue().get(&column.key);
        let points = series(column);
        let most = most_of(column, known.map(|known| &known.kind))
            .unwrap_or_else(|| points.iter().map(|(_, value)| *value).fold(1.0, f64::max));
        OverviewRow {
            label: plain_name(&column.label).to_owned(),
            style: source.request.styles.of(&column.key),
            most,
            points,
        }
    });
    let flares = source.table.column(FLARE).map(series).unwrap_or_default();
    let overview = Overview {
        shown,
        split: source.request.first,
        rows: rows.collect(),
        flares: flares.into_iter().filter(|(_, value)| *value > 0.0).map(|(day, _)| day).collect(),
        spans: spans_of(source, shown),
    };
    Block::Drawing(Box::new(overview::draw(&overview, FIGURE_WIDTH)))
}

/// Trials, told apart only once they are over, and courses.
fn spans_of(source: &Source<'_>, shown: Days) -> Vec<Span> {
    let mut all = trial_spans(source.diary, shown, true, source.request.today);
    all.extend(spans(source.diary, shown, source.request.today));
    all
}

/// Said where no course touches the period; courses stand in the figure, and with their days on the pages that follow.
fn nothing_taken(source: &Source<'_>) -> Option<String> {
    let period = (source.request.first, source.request.last);
    let words =
        "No medicine, supplement, diet or other course is entered for this period; what is not entered is not known.";
    spans(source.diary, period, source.request.today).is_empty().then(|| words.to_owned())
}

/// How much of the period is logged.
fn coverage(source: &Source<'_>) -> String {
    let logged = source.diary.day_records_between(source.request.first, source.request.last).count();
    format!("Logged {logged} of {}.", count(source.days(), "day", "days"))
}
