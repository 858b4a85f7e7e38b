//! What was eaten: two weeks of nutrients against what is enough, and seven days of plants and other groups of foods. Where food or
//! weight may be a worry, words stand in the place of numbers.

use super::{Source, heading};
use crate::analysis::food_week::{Eaten, food_week};
use crate::evidence::cover::nutrient_cover;
use crate::model::time::Day;
use crate::report::document::{Block, Table};
use crate::words::{Period, capital, count, rounded};

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
        heading("Nutrient cover"),
        Block::Table(Table {
            caption: format!(
                "A day on average, {}; foods were logged on {}. – is not known",
                Period::new(cover.first, cover.last),
                count(cover.logged_days, "day", "days")
            ),
            header,
            rows,
            widths,
            ..Table::default()
        }),
        Block::Aside(
            "Rough: from foods as logged and typical food tables. It cannot see what the body takes up and is no blood test."
                .to_owned(),
        ),
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
        (count(eaten.len(), "food", "foods"), some_of(&names))
    };
    let mut rows = vec![row(
        "Different plants",
        format!(
            "{} ({} plant points)",
            count(week.plants.distinct(), "plant", "plants"),
            rounded(week.plants.points(), -2)
        ),
        some_of(&plants),
    )];
    let groups = [
        ("With live cultures", &week.live_cultures),
        ("Rich in prebiotics", &week.prebiotic),
        ("Much added sugar", &week.sugary),
        ("Ultra-processed", &week.ultra_processed),
    ];
    rows.extend(groups.map(|(name, eaten)| {
        let (size, foods) = of(eaten);
        row(name, size, foods)
    }));
    vec![
        heading("Foods and plants"),
        Block::Table(Table {
            caption: format!(
                "{}; foods were logged on {} of 7 days. Groups by rule",
                Period::new(last.plus(-6), last),
                week.logged_days
            ),
            header: ["Group", "How many", "Which"].map(str::to_owned).to_vec(),
            rows,
            widths: vec![1.4, 1.3, 4.0],
            ..Table::default()
        }),
    ]
}

/// The first names of a list, and how many more there are; a dash of none.
fn some_of(names: &[&str]) -> String {
    if names.is_empty() {
        return "–".to_owned();
    }
    let shown = names.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join("; ");
    match names.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        more => format!("{shown}; and {more} more"),
    }
}
