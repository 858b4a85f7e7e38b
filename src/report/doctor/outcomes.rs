//! The summary of outcomes: days answered, median, range, worst day, and the first and last third side by side.

use super::signs::plain_name;
use super::{Source, heading};
use crate::analysis::photo_limits::limits_of_all;
use crate::analysis::quantile::median;
use crate::columns::{Column, Origin, Scale};
use crate::model::body_system::BodySystem;
use crate::model::form_rows::FormRows;
use crate::model::score_sheet::ScoreSheets;
use crate::model::time::Day;
use crate::model::trackable::{Direction, Kind};
use crate::report::document::{Block, Table};
use crate::words::Period;
use crate::words::report::outcomes as words;

/// Answered days a third needs before a median of it is printed.
const THIRD_NEEDS: usize = 3;

/// The table of the outcomes of a part of the body, and the names of those never answered.
pub(super) fn summary(source: &Source<'_>, system: BodySystem) -> Vec<Block> {
    let title = words::heading(system);
    let outcomes: Vec<&Column> = source
        .table
        .columns
        .iter()
        .filter(|column| {
            let is_whole = column.place.is_none() && (is_as_logged(column) || is_index(column) || is_of_photos(column));
            column.is_outcome_of(system) && is_whole && !is_hidden(source, column)
        })
        .collect();
    let (answered, silent): (Vec<&Column>, Vec<&Column>) =
        outcomes.into_iter().partition(|column| source.answers(column).next().is_some());
    if answered.is_empty() {
        if system == BodySystem::Other {
            return Vec::new();
        }
        return vec![heading(title), Block::Paragraph(words::nothing(system))];
    }
    let mut blocks = vec![heading(title), table(source, system, &answered)];
    let index = answered.iter().find(|column| is_index(column));
    blocks.extend(index.map(|index| Block::Aside(words::index(plain_name(&index.label)))));
    if answered.iter().any(|column| ScoreSheets::shipped().iter().any(|sheet| sheet.key == column.key)) {
        let names: Vec<&str> = ScoreSheets::shipped().iter().map(|sheet| sheet.name.as_str()).collect();
        blocks.push(Block::Aside(words::scores(&names)));
    }
    let limits = limits_of_all(answered.iter().map(|column| column.key.as_str()));
    blocks.extend(limits.into_iter().map(|words| Block::Aside(words.to_owned())));
    // What is asked with another condition is not missed here.
    let is_asked = |column: &Column| {
        let known = source.diary.catalogue().get(&column.key);
        known.is_some_and(|known| FormRows::built_in().is_essential(known, source.diary.profile()))
    };
    let silent: Vec<&Column> = silent
        .into_iter()
        .filter(|column| is_as_logged(column) && column.place.is_none() && is_asked(column))
        .collect();
    if !silent.is_empty() {
        let names: Vec<&str> = silent.iter().map(|column| column.label.as_str()).collect();
        blocks.push(Block::Aside(words::silent(&names)));
    }
    blocks
}

/// One row an outcome.
fn table(source: &Source<'_>, system: BodySystem, outcomes: &[&Column]) -> Block {
    Block::Table(Table {
        caption: words::caption(system, source.days()),
        header: words::HEADER.map(str::to_owned).to_vec(),
        rows: outcomes.iter().map(|column| row(source, column)).collect(),
        widths: vec![2.2, 1.1, 1.3, 1.4, 1.5, 1.2, 1.2],
        behind: outcomes.iter().map(|column| column.key.clone()).collect(),
    })
}

/// Whether a column holds what the person logged, rather than something worked out from it.
pub(super) fn is_as_logged(column: &Column) -> bool {
    column.key != "stool_off" && !is_index(column) && !is_of_photos(column)
}

/// Whether it holds what photos come to.
fn is_of_photos(column: &Column) -> bool {
    column.origin == Origin::Photos
}

/// Whether it is one of the program's own indices, 0 to 100, higher is worse.
pub(super) fn is_index(column: &Column) -> bool {
    column.origin == Origin::Computed && column.scale == Scale::Points
}

/// Which way of a column is worse: what its trackable says, and up for an index.
fn direction(source: &Source<'_>, column: &Column) -> Direction {
    let own_way = if is_index(column) { Direction::WorseUp } else { column.direction };
    // A place of the skin has the way of its trackable.
    let key = column.key.split('.').next().unwrap_or_default();
    source.diary.catalogue().get(key).map_or(own_way, |known| known.direction)
}

/// Whether more of it is worse, so that 0 is best.
pub(super) fn is_worse_up(source: &Source<'_>, column: &Column) -> bool {
    direction(source, column) == Direction::WorseUp
}

fn is_hidden(source: &Source<'_>, column: &Column) -> bool {
    source.diary.catalogue().get(&column.key).is_some_and(|known| known.hidden)
        && source.answers(column).next().is_none()
}

fn row(source: &Source<'_>, column: &Column) -> Vec<String> {
    let answers: Vec<(Day, f64)> = source.answers(column).collect();
    let known = source.diary.catalogue().get(&column.key);
    let name =
        if column.unit.is_empty() { column.label.clone() } else { format!("{} ({})", column.label, column.unit) };
    let days = words::of_days(answers.len(), source.days());
    let thirds = thirds(source, &answers);
    let (period, of) = (Period::new(source.request.first, source.request.last), column.quantity());
    if known.is_some_and(|known| known.kind == Kind::YesNo) {
        let yes = |answers: &[(Day, f64)]| {
            let yes = answers.iter().filter(|(_, value)| *value > 0.0).count();
            if answers.is_empty() { words::MISSING.to_owned() } else { words::yes(yes, answers.len()) }
        };
        let last_yes = answers.iter().rev().find(|(_, value)| *value > 0.0);
        let last_yes = last_yes.map_or_else(|| words::DASH.to_owned(), |(day, _)| words::last_on(&period.day(*day)));
        return vec![name, days, yes(&answers), words::DASH.to_owned(), last_yes, yes(&thirds[0]), yes(&thirds[1])];
    }
    let values: Vec<f64> = answers.iter().map(|(_, value)| *value).collect();
    let (least, most) = (values.iter().copied().reduce(f64::min), values.iter().copied().reduce(f64::max));
    let range = match (least, most) {
        (Some(least), Some(most)) => words::range(&of.answer(least), &of.answer(most)),
        _ => words::MISSING.to_owned(),
    };
    let of_third = |answers: &[(Day, f64)]| {
        if answers.len() < THIRD_NEEDS {
            return words::too_few(answers.len());
        }
        median(answers.iter().map(|(_, value)| *value).collect())
            .map_or_else(|| words::MISSING.to_owned(), |it| of.mean(it))
    };
    let direction = direction(source, column);
    let worst = worst_day(&answers, direction).map_or_else(
        || if direction == Direction::Neutral { words::DASH.to_owned() } else { words::MISSING.to_owned() },
        |(day, value)| format!("{} ({})", period.day(day), of.answer(value)),
    );
    let middle = median(values).map_or_else(|| words::MISSING.to_owned(), |middle| of.mean(middle));
    vec![name, days, middle, range, worst, of_third(&thirds[0]), of_third(&thirds[1])]
}

/// The last day with the worst value; none where neither way is worse.
fn worst_day(answers: &[(Day, f64)], direction: Direction) -> Option<(Day, f64)> {
    let sign = match direction {
        Direction::WorseUp => 1.0,
        Direction::BetterUp => -1.0,
        Direction::Neutral => return None,
    };
    answers.iter().max_by(|a, b| (a.1 * sign).total_cmp(&(b.1 * sign))).copied()
}

/// Answers within the first and the last third of the period.
fn thirds(source: &Source<'_>, answers: &[(Day, f64)]) -> [Vec<(Day, f64)>; 2] {
    let third = i32::try_from(source.days() / 3).unwrap_or(0);
    let (first, last) = (source.request.first, source.request.last);
    let within = |from: Day, to: Day| {
        answers.iter().filter(|(day, _)| third > 0 && (from..=to).contains(day)).copied().collect()
    };
    [within(first, first.plus(third - 1)), within(last.plus(1 - third), last)]
}
