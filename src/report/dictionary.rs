//! What the columns of the tables mean, as a table of its own: with it beside them nobody needs this program to read the numbers.

use std::collections::BTreeSet;

use super::chart::is_course;
use super::error::ReportError;
use crate::columns::{Column, DayTable, Origin, Role, answered};
use crate::files::cells::defuse;
use crate::model::catalogue::Catalogue;
use crate::model::diary::Diary;
use crate::model::trackable::{self, Aggregate, Direction, Kind, Trackable};

/// The columns, in their order.
pub const COLUMNS: [&str; 13] = [
    "key",
    "label",
    "kind",
    "unit",
    "least",
    "most",
    "direction",
    "role",
    "carried_by",
    "aggregate",
    "built_in",
    "days",
    "source",
];

/// A row a column of the wide table, then a row a trackable that stands in the long table alone.
///
/// # Errors
/// [`ReportError::Format`] if a row cannot be written.
pub fn to_dictionary(diary: &Diary, table: &DayTable) -> Result<String, ReportError> {
    let fail = |error: csv::Error| failed(&error.to_string());
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record(COLUMNS).map_err(fail)?;
    for column in table.columns.iter().chain(&answered(diary, table)) {
        rows.write_record(of_column(column, diary.catalogue())).map_err(fail)?;
    }
    for known in diary.catalogue().iter().filter(|known| table.column(known.key.as_str()).is_none()) {
        let days = answered_days(diary, known);
        if days > 0 {
            rows.write_record(of_trackable(known, days)).map_err(fail)?;
        }
    }
    let bytes = rows.into_inner().map_err(|error| failed(&error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| failed(&error.to_string()))
}

fn failed(reason: &str) -> ReportError {
    ReportError::Format { what: "data dictionary", reason: reason.to_owned() }
}

fn answered_days(diary: &Diary, known: &Trackable) -> usize {
    let answers = |key: &str| {
        let pages =
            diary.day_records().filter(|page| page.entries.iter().any(|entry| entry.answers.get(key).is_some()));
        pages.map(|page| page.date).collect::<BTreeSet<_>>()
    };
    answers(known.key.as_str()).len()
}

fn of_column(column: &Column, catalogue: &Catalogue) -> Vec<String> {
    let trackable = column.key.split('.').next().and_then(|key| catalogue.get(key));
    // What is worked out or added up has no scale of its own.
    let known = trackable.filter(|_| matches!(column.origin, Origin::Logged | Origin::LoggedAndFoods));
    let role = match column.role {
        Role::Outcome => "outcome",
        Role::Factor => "factor",
        Role::Context => "context",
    };
    let source = match column.origin {
        Origin::Logged => "logged",
        Origin::LoggedAndFoods => "logged and foods",
        Origin::Foods => "foods",
        Origin::Courses => "courses",
        Origin::Computed => "computed",
        Origin::Photos => "photos",
    };
    let plain = if is_course(&column.key) { "yes or no" } else { "number" };
    let ends = known.map(|known| known.kind.range());
    row(
        [&column.key, &column.label, known.map_or(plain, |known| kind(&known.kind)), &column.unit],
        if is_course(&column.key) { Some((0.0, 1.0)) } else { ends },
        [direction(column.direction), role, known.map_or("", |known| known.carried_by.label())],
        known.map_or("", |known| aggregate(known.aggregate)),
        trackable.is_none_or(|known| Catalogue::is_built_in(known.key.as_str())),
        column.answered_days(),
        source,
    )
}

fn of_trackable(known: &Trackable, days: usize) -> Vec<String> {
    let role = match known.role {
        trackable::Role::Outcome => "outcome",
        trackable::Role::Factor => "factor",
        trackable::Role::Context => "context",
        trackable::Role::Warning => "warning sign",
    };
    row(
        [known.key.as_str(), known.label.as_str(), kind(&known.kind), known.kind.unit()],
        Some(known.kind.range()),
        [direction(known.direction), role, known.carried_by.label()],
        aggregate(known.aggregate),
        Catalogue::is_built_in(known.key.as_str()),
        days,
        "logged",
    )
}

fn row(
    [key, label, kind, unit]: [&str; 4],
    ends: Option<(f64, f64)>,
    about: [&str; 3],
    aggregate: &str,
    built_in: bool,
    days: usize,
    source: &str,
) -> Vec<String> {
    let [least, most] = ends.map_or_else(Default::default, |(least, most)| [least.to_string(), most.to_string()]);
    let [direction, role, carried_by] = about.map(str::to_owned);
    let (label, unit) = (defuse(label).into_owned(), defuse(unit).into_owned());
    let built_in = if built_in { "yes" } else { "no" }.to_owned();
    let (kind, aggregate) = (kind.to_owned(), aggregate.to_owned());
    let source = source.to_owned();
    let days = days.to_string();
    vec![key.to_owned(), label, kind, unit, least, most, direction, role, carried_by, aggregate, built_in, days, source]
}

fn kind(kind: &Kind) -> &'static str {
    match kind {
        Kind::Score => "score",
        Kind::Grade => "grade",
        Kind::Level { .. } => "level",
        Kind::StoolForm => "stool form",
        Kind::Count { .. } => "count",
        Kind::Amount { .. } => "amount",
        Kind::YesNo => "yes or no",
        Kind::Duration => "duration",
        Kind::Clock => "time of day",
    }
}

fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::WorseUp => "higher is worse",
        Direction::BetterUp => "higher is better",
        Direction::Neutral => "neither",
    }
}

fn aggregate(aggregate: Aggregate) -> &'static str {
    match aggregate {
        Aggregate::Sum => "sum",
        Aggregate::Worst => "worst",
        Aggregate::Mean => "mean",
        Aggregate::Last => "last",
        Aggregate::Any => "any",
        Aggregate::Regions => "sum over places",
        Aggregate::Area => "share of the skin",
    }
}
