//! What was eaten: two weeks of nutrients against what is enough, and seven days of plants and other groups of foods. Where food or
//! weight may be a worry, words stand in the place of numbers.

use super::{Source, heading};
use crate::analysis::food_week::{Eaten, food_week};
use crate::evidence::cover::nutrient_cover;
use crate::model::time::Day;
use crate::report::document::{Block, Table};
use crate::words::report::food as words;
use crate::words::{capital, rounded};

/// Names in a cell at most.
const MOST_NAMES: usize = 8;

/// The last day of the period that is not ahead.
fn last(source: &Source<'_>) -> Day {
    source.request.last.min(source.request.today)
}

/// The two weeks up to the last day; nothing without a meal of foods in them.
pub(super) fn nutrients(source: &Source<'_>) -> Vec<Block> {
    let cover = nutrient_cover(source.diary, source.table, last(source));
    if cover.logged_days == 0 {
        return Vec::new();
    }
    let mut rows = cover.table();
    if rows.len() < 2 {
        return Vec::new();
    }
    let header: Vec<String> = rows.remove(0).iter().map(|head| capital(head)).collect();
    let dash = |cell: String| if cell.is_empty() { "–".to_owned() } else { as_precise(cell) };
    let rows: Vec<Vec<String>> = rows.into_iter().map(|row| row.into_iter().map(dash).collect()).collect();
    let widths = std::iter::once(2.4).chain(header.iter().skip(1).map(|_| 1.0)).collect();
    vec![
        heading(words::NUTRIENTS),
        Block::Table(Table {
            caption: words::nutrients_caption(cover.first, cover.last, cover.logged_days),
            header,
            rows,
            widths,
            ..Table::default()
        }),
        Block::Aside(words::ROUGH.to_owned()),
    ]
}

/// A number with no more digits than a food table can vouch for; everything else as it is.
fn as_precise(cell: String) -> String {
    // As it was put into words, with whichever decimal mark.
    match cell.replace(',', ".").parse::<f64>() {
        Ok(number) if number >= 20.0 => rounded(number, 0),
        Ok(number) if number >= 1.0 => rounded(number, -1),
        _ => cell,
    }
}

/// The seven days up to the last day; nothing without a meal of foods in them.
pub(super) fn foods(source: &Source<'_>) -> Vec<Block> {
    let last = last(source);
    let week = food_week(source.diary, source.diary.pantry(), last);
    if week.logged_days == 0 {
        return Vec::new();
    }
    let plants: Vec<&str> = week.plants.list.iter().map(|eaten| eaten.plant.key).collect();
    let row = |name: &str, size: String, foods: String| vec![name.to_owned(), size, foods];
    let of = |eaten: &[Eaten]| {
        let names: Vec<&str> = eaten.iter().map(|food| food.name.as_str()).collect();
        (words::foods(eaten.len()), words::some_of(&names, MOST_NAMES))
    };
    let mut rows = vec![row(
        words::PLANTS,
        words::plants(week.plants.distinct(), week.plants.points()),
        words::some_of(&plants, MOST_NAMES),
    )];
    let groups = [&week.live_cultures, &week.prebiotic, &week.sugary, &week.ultra_processed];
    rows.extend(words::GROUPS.into_iter().zip(groups).map(|(name, eaten)| {
        let (size, foods) = of(eaten);
        row(name, size, foods)
    }));
    vec![
        heading(words::FOODS),
        Block::Table(Table {
            caption: words::foods_caption(last.plus(-6), last, week.logged_days),
            header: words::HEADER.map(str::to_owned).to_vec(),
            rows,
            widths: vec![1.4, 1.3, 4.0],
            ..Table::default()
        }),
    ]
}
