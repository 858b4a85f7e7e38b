//! What could not be taken from a file, and what else to know, as it comes up while the file is read and mapped.

/// The most bad lines kept in words; the rest is counted.
const MOST_BAD_LINES: usize = 500;

/// Something in a line that could not be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// Line of the file, counted from 1.
    pub line: u64,
    /// What, and why.
    pub reason: String,
}

/// What could not be taken, and what else to know.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Warnings {
    pub(super) bad_lines: Vec<BadLine>,
    pub(super) bad_count: usize,
    pub(super) remarks: Vec<String>,
}

impl Warnings {
    /// Notes that something in a line could not be taken. Of many, the first of the file are kept in words.
    pub fn bad(&mut self, line: u64, reason: impl Into<String>) {
        self.bad_count += 1;
        let place = self.bad_lines.partition_point(|known| known.line <= line);
        if place < MOST_BAD_LINES {
            self.bad_lines.insert(place, BadLine { line, reason: reason.into() });
            self.bad_lines.truncate(MOST_BAD_LINES);
        }
    }

    /// Notes a sentence on the whole file.
    pub fn remark(&mut self, sentence: impl Into<String>) {
        self.remarks.push(sentence.into());
    }
}
