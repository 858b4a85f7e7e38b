//! A table of text (CSV), row by row: every row with the line it begins on, none larger than a limit.
//!
//! The line is counted here, from the place of the row's first byte: the `csv` crate counts one too few after CRLF and after
//! blank lines (<https://github.com/BurntSushi/rust-csv/issues/395>), and a person looks for a bad line in an editor.

use std::io::{self, Read};

use csv::StringRecord;

/// The most bytes of one row.
pub const MOST_RECORD_BYTES: usize = 1 << 20;
/// The most columns of somebody else's making.
const MOST_COLUMNS: usize = 200;

/// Why a table cannot be read any further.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// Bytes that are no UTF-8.
    #[error("this is not UTF-8 text; save the file as UTF-8 and try again")]
    NotText {
        /// Line, counted from 1.
        line: u64,
    },
    /// A row beyond [`MOST_RECORD_BYTES`].
    #[error("this row is larger than 1 MiB; check its quotes, or leave out what is not needed")]
    RowTooLong {
        /// Line, counted from 1.
        line: u64,
    },
    /// A header with more columns than a table has.
    #[error("{count} columns are too many; at most {MOST_COLUMNS} fit, so leave out what is not needed")]
    TooManyColumns {
        /// Columns beside the first.
        count: usize,
    },
}

impl TableError {
    /// Where, counted from 1.
    pub fn line(&self) -> u64 {
        match self {
            Self::NotText { line } | Self::RowTooLong { line } => *line,
            Self::TooManyColumns { .. } => 1,
        }
    }
}

/// Checks how many columns a table has beside the first. Columns of a diary do not count, since a day table of Gutskin may have
/// more: one for each part of the body.
///
/// # Errors
/// [`TableError::TooManyColumns`].
pub fn check_width<'a>(
    names: impl Iterator<Item = &'a str> + Clone,
    is_of_a_diary: impl Fn(&str) -> bool,
) -> Result<(), TableError> {
    let foreign = names.clone().filter(|name| !is_of_a_diary(name.trim())).take(MOST_COLUMNS + 1).count();
    if foreign > MOST_COLUMNS { Err(TableError::TooManyColumns { count: names.count() }) } else { Ok(()) }
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line it begins on, counted from 1.
    pub line: u64,
    /// Its cells.
    pub cells: StringRecord,
}

/// The rows of a table, blank lines left out.
pub struct Rows<'a> {
    content: &'a str,
    reader: csv::Reader<Bounded<'a>>,
    /// How far lines are counted: a place in the content, and its line.
    counted: (usize, u64),
    ended: bool,
}

impl<'a> Rows<'a> {
    /// A table whose cells are parted by a mark.
    pub fn new(content: &'a str, delimiter: u8) -> Self {
        let bounded = Bounded { content: content.as_bytes(), place: 0, end: 0 };
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .buffer_capacity(1 << 16)
            .from_reader(bounded);
        Self { content, reader, counted: (0, 1), ended: false }
    }

    /// The line of the first byte at or after a place that ends no line.
    fn line_of(&mut self, place: usize) -> u64 {
        let bytes = self.content.as_bytes();
        let (mut at, mut line) = self.counted;
        while let Some(byte) = bytes.get(at).filter(|byte| at < place || matches!(byte, b'\r' | b'\n')) {
            let is_half = *byte == b'\r' && bytes.get(at + 1) == Some(&b'\n');
            if matches!(byte, b'\r' | b'\n') && !is_half {
                line += 1;
            }
            at += 1;
        }
        self.counted = (at, line);
        line
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, TableError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let from = usize::try_from(self.reader.position().byte()).unwrap_or(usize::MAX);
        let line = self.line_of(from);
        self.reader.get_mut().end = self.counted.0.saturating_add(MOST_RECORD_BYTES);
        let mut cells = StringRecord::new();
        match self.reader.read_record(&mut cells) {
            Ok(true) => Some(Ok(Row { line, cells })),
            Ok(false) => {
                self.ended = true;
                None
            }
            // The content is text already and rows may be ragged, so only the limit is left to be said.
            Err(_) => {
                self.ended = true;
                Some(Err(TableError::RowTooLong { line }))
            }
        }
    }
}

/// Content as text, without the mark some programs begin a file with.
///
/// # Errors
/// [`TableError::NotText`] with the line.
pub fn text_of(content: &[u8]) -> Result<&str, TableError> {
    let content = content.strip_prefix(b"\xef\xbb\xbf").unwrap_or(content);
    std::str::from_utf8(content).map_err(|error| {
        let before = content.get(..error.valid_up_to()).unwrap_or_default();
        TableError::NotText { line: before.split(|byte| *byte == b'\n').count() as u64 }
    })
}

/// Hands out content up to a place, and fails beyond it.
struct Bounded<'a> {
    content: &'a [u8],
    place: usize,
    end: usize,
}

impl Read for Bounded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.content.get(self.place..).unwrap_or_default();
        let allowed = self.end.saturating_sub(self.place);
        if allowed == 0 && !left.is_empty() {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let count = left.len().min(allowed).min(buffer.len());
        let (Some(from), Some(to)) = (left.get(..count), buffer.get_mut(..count)) else { return Ok(0) };
        to.copy_from_slice(from);
        self.place += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<u64> {
        Rows::new(text, b',').map(|row| row.unwrap().line).collect()
    }

    #[test]
    fn a_row_has_the_line_it_begins_on_whatever_ends_the_lines() {
        let rows = "date,itch\n2026-03-01,1\n\n\n2026-03-02,\"two\nlines\"\n2026-03-03,3";
        let expected = [1, 2, 5, 7];
        assert_eq!(lines(rows), expected);
        assert_eq!(lines(&rows.replace('\n', "\r\n")), expected);
        assert_eq!(lines(&rows.replace('\n', "\r")), expected);
        assert_eq!(lines(&format!("\n\r\n{rows}\r\n\r\n")), [3, 4, 7, 9]);
        assert_eq!(lines(""), Vec::<u64>::new());
    }

    #[test]
    fn a_row_beyond_the_limit_ends_the_table_with_its_line() {
        let row = |bytes: usize| format!("{}\n", "a".repeat(bytes - 1));
        let fits = format!("date\n{}{}", row(MOST_RECORD_BYTES), row(MOST_RECORD_BYTES));
        assert_eq!(lines(&fits), [1, 2, 3]);
        let too_long = format!("date\r\n\r\n{}", row(MOST_RECORD_BYTES + 100_000));
        let read: Vec<_> = Rows::new(&too_long, b',').collect();
        assert_eq!(read.last(), Some(&Err(TableError::RowTooLong { line: 3 })));
        assert_eq!(read.len(), 2);
        let open_quote = format!("date\n\"{}", "a\n".repeat(MOST_RECORD_BYTES));
        assert_eq!(Rows::new(&open_quote, b',').nth(1), Some(Err(TableError::RowTooLong { line: 2 })));
    }

    #[test]
    fn bytes_that_are_no_text_have_a_line() {
        assert_eq!(text_of(b"\xef\xbb\xbfdate\n\xff"), Err(TableError::NotText { line: 2 }));
        assert_eq!(text_of(b"\xef\xbb\xbfdate"), Ok("date"));
    }
}
