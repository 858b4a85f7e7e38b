//! The gut-skin map in a report: the drawing of the screen, and its boxes and paths as tables.

use super::{Source, heading};
use crate::evidence::axis::{ABOUT, Associations, AxisArrow, AxisBox, AxisMap, Shown, map};
use crate::report::document::{Block, Table};
use crate::report::figure::WIDTH;
use crate::report::figure::axis::draw;
use crate::words::report::axis_map as words;

/// The map on the day of the report with what the diary shows on its paths; nothing while no box has an index.
pub(super) fn blocks(source: &Source<'_>) -> Vec<Block> {
    let associations = source.found.as_ref().map(|(insights, table)| Associations { insights, table: table.as_ref() });
    let map = map(source.diary, source.table, associations, source.request.today);
    let indices = map.boxes.iter().filter_map(|of| of.index.as_ref());
    if indices.clone().all(|index| index.reading.value.is_none()) {
        return Vec::new();
    }
    let drawing = draw(&map, WIDTH).figure.scene;
    vec![
        heading(words::HEADING),
        Block::Aside(words::about(ABOUT)),
        Block::Drawing(Box::new(drawing)),
        Block::Table(boxes(&map)),
        Block::Table(paths(&map)),
    ]
}

fn boxes(map: &AxisMap) -> Table {
    let row = |of: &AxisBox| {
        let index = of.index.as_ref()?;
        let missing: Vec<String> = match &index.shown {
            Shown::TooFew(missing) => missing.clone(),
            _ if index.keeps_back => Vec::new(),
            _ => vec![index.coverage_words()],
        };
        Some(vec![of.title.to_owned(), index.words(), missing.join(" ")])
    };
    Table {
        caption: words::boxes_caption(map.day),
        header: words::BOXES.map(str::to_owned).to_vec(),
        rows: map.boxes.iter().filter_map(row).collect(),
        widths: vec![1.2, 1.2, 3.0],
        ..Table::default()
    }
}

fn paths(map: &AxisMap) -> Table {
    let row = |arrow: &AxisArrow| {
        vec![format!("{}. {}", arrow.number, arrow.title()), arrow.style.words.clone(), arrow.own.words()]
    };
    Table {
        caption: words::PATHS_CAPTION.to_owned(),
        header: words::PATHS.map(str::to_owned).to_vec(),
        rows: map.arrows.iter().map(row).collect(),
        widths: vec![1.6, 2.2, 2.0],
        ..Table::default()
    }
}
