//! Single places of the skin: a column a trackable and place, while it is answered for it. They are shown, not analysed.

use super::trackables::as_context;
use crate::columns::contents::Contents;
use crate::columns::window::SourceColumn;
use crate::model::region::Region;

/// The columns of all places that were answered for, in catalogue and body order.
pub(in crate::columns) fn columns(contents: &Contents) -> Vec<SourceColumn> {
    let places = contents.regions.iter().enumerate();
    let column = |(index, (place, region)): (usize, &(usize, Region))| {
        let known = contents.trackables.get(*place)?;
        let key = format!("{}.{}", known.key, region.key());
        let label = format!("{}, {}", known.label, region.label().to_lowercase());
        let column = SourceColumn::new(as_context(key, label, known), move |window| window.day.region(index));
        Some(SourceColumn { only_if_answered: true, ..column })
    };
    places.filter_map(column).collect()
}
