//! Files of unknown make: opened only if they are files, read within limits, and tables of text read row by row.
//!
//! A diary's own files are the business of `storage`; whatever a person names on top of that (an export of another program, a
//! spreadsheet, by mistake a device or the wrong end of a pipe) comes in through here.

mod bounded;
pub mod cells;
pub mod long_table;
mod rows;

pub use bounded::{LARGEST_FILE, ReadError, read_file};
pub use rows::{MOST_RECORD_BYTES, Row, Rows, TableError, check_width, text_of};
