//! The formats, a file each and all of them in one list.

mod day_table;
mod long_table;
mod own_export;
mod own_file;
mod table_text;
mod trial_answers;

use super::Importer;
use crate::files::text_of;

/// Every format, in the order in which they are named. Of equals, the first is taken.
pub(super) const IMPORTERS: &[&dyn Importer] = &[
    &day_table::DayTableCsv,
    &long_table::LongTableCsv,
    &own_export::ExportRon,
    &own_export::ExportJson,
    &own_export::FullCopy,
    &own_file::OwnFile,
    &trial_answers::TrialAnswersCsv,
];

/// The first bytes of a file as text, up to the first that are none.
fn text_head(head: &[u8]) -> &str {
    let valid = std::str::from_utf8(head).map_or_else(|error| error.valid_up_to(), str::len);
    head.get(..valid).and_then(|valid| text_of(valid).ok()).unwrap_or_default()
}
