//! The one list of where columns come from. The table itself, what is written as CSV and what is read from one all go by this.

use std::collections::{HashMap, HashSet};

use super::answered::ANSWERED;
use super::contents::Contents;
use super::formula::formula;
use super::sources::{courses, foods, indices, photos, regions, trackables};
use super::spec::ColumnSpec;
use super::window::SourceColumn;
use crate::model::catalogue::Catalogue;

/// From what a diary has to some columns of its table.
type Source = fn(&Contents) -> Vec<SourceColumn>;

/// All sources, in the order of the table.
const SOURCES: &[Source] =
    &[trackables::columns, indices::columns, courses::columns, regions::columns, photos::columns, foods::columns];

/// The columns of a table, in their order.
pub(super) fn columns(contents: &Contents) -> Vec<SourceColumn> {
    let mut columns: Vec<SourceColumn> = SOURCES.iter().flat_map(|source| source(contents)).collect();
    // What an index reads may itself speak of a week, so an edit reaches further than the days the index looks at.
    let windows: HashMap<String, usize> =
        columns.iter().map(|column| (column.spec.key.clone(), column.spec.window_days)).collect();
    for column in &mut columns {
        if let Some(formula) = formula(&column.spec.key) {
            column.spec.window_days = formula.reach(|key| windows.get(key).copied());
        }
    }
    columns
}

/// Every column a diary with these trackables may have. Regions have the columns of their trackables.
pub fn every(catalogue: &Catalogue) -> Vec<ColumnSpec> {
    columns(&Contents::possible(catalogue)).into_iter().map(|column| column.spec).collect()
}

/// Says of a name whether it is the key of a column of a diary with these trackables, regions included.
pub fn keys(catalogue: &Catalogue) -> impl Fn(&str) -> bool {
    let known: HashSet<String> = every(catalogue).into_iter().map(|column| column.key).collect();
    move |name| match name.split_once('.') {
        None => known.contains(name),
        Some((key, part)) => known.contains(key) && (part == ANSWERED || regions::is_part(part)),
    }
}
