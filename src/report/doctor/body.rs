//! The skin, place by place: the drawing of the body for what was answered most often of places, and the same as a table. It is left
//! out where nothing was logged for single places.

use super::{Source, heading};
use crate::analysis::heat_map::{HeatMap, Summary, can_show};
use crate::columns::Column;
use crate::model::trackable::Trackable;
use crate::report::document::{Block, Table};
use crate::report::figure::WIDTH;
use crate::report::figure::body::draw;
use crate::words::report::body as words;
use crate::words::rounded;

/// The drawing and the table.
pub(super) fn places(source: &Source<'_>) -> Vec<Block> {
    let Some(known) = most_answered(source) else { return Vec::new() };
    let period = (source.request.first, source.request.last);
    let map = HeatMap::new(source.diary, known, period, Summary::Worst);
    let days = map.days();
    let row = |(region, place): &(crate::model::region::Region, crate::analysis::heat_map::PlaceHeat)| {
        let number = |value: Option<f64>, digits: i32| value.map_or_else(|| "–".to_owned(), |it| rounded(it, digits));
        let known = words::known(place.days, days);
        vec![region.label().to_owned(), number(place.worst, 0), number(place.mean, -1), known]
    };
    let rows: Vec<Vec<String>> = map.rows().iter().map(row).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        heading(words::HEADING),
        Block::Drawing(Box::new(draw(&map, WIDTH).scene)),
        Block::Table(Table {
            caption: words::caption(known.label.as_str()),
            header: words::HEADER.map(str::to_owned).to_vec(),
            rows,
            widths: vec![2.2, 1.0, 1.0, 1.2],
            ..Table::default()
        }),
    ]
}

/// The trackable with the most answers for single places in the period; of equals the first of the form.
pub(super) fn most_answered<'a>(source: &Source<'a>) -> Option<&'a Trackable> {
    let answers = |known: &Trackable| -> usize {
        let is_of = |column: &&Column| {
            column.place.is_some()
                && column.is_outcome()
                && column.key.split_once('.').is_some_and(|(key, _)| key == known.key.as_str())
        };
        source.table.columns.iter().filter(is_of).map(|column| source.answers(column).count()).sum()
    };
    let counted = source.diary.catalogue().iter().filter(|known| can_show(known)).map(|known| (answers(known), known));
    let mut best: Option<(usize, &Trackable)> = None;
    for (count, known) in counted.filter(|(count, _)| *count > 0) {
        if best.is_none_or(|(most, _)| count > most) {
            best = Some((count, known));
        }
    }
    best.map(|(_, known)| known)
}
