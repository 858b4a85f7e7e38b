//! The formats, a file each.

pub(super) mod day_table;
pub(super) mod own_export;
pub(super) mod own_file;

use crate::files::text_of;

/// The first bytes of a file as text, up to the first that are none.
fn text_head(head: &[u8]) -> &str {
    let valid = std::str::from_utf8(head).map_or_else(|error| error.valid_up_to(), str::len);
    head.get(..valid).and_then(|valid| text_of(valid).ok()).unwrap_or_default()
}
