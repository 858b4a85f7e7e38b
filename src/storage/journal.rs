//! The journal: one line a change, each with its own checksum, so that a torn tail is told from damage and one bad line does not
//! take the rest.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::envelope::LARGEST_SEQ;
use super::problem::escaped_excerpt;
use super::seal::Vault;
use crate::edit::JournalOp;
use crate::model::ron_text;
use crate::model::time::Moment;

/// One user action: whole new values, so that replaying may repeat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Rec", deny_unknown_fields)]
pub(super) struct JournalRecord {
    /// Rises by one without gaps.
    pub seq: u64,
    /// When it was written.
    pub at: Moment,
    /// What it leaves behind.
    pub ops: Vec<JournalOp>,
}

/// Lines of one journal file.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Records that could be read, with their line numbers.
    pub records: Vec<JournalRecord>,
    /// Lines that could not be read.
    pub bad: Vec<BadLine>,
}

/// A line that could not be read.
#[derive(Debug)]
pub(super) struct BadLine {
    /// Line of the file, counted from 1.
    pub line: usize,
    /// Why.
    pub why: String,
    /// How many records of the file stand before it.
    pub after: usize,
    /// Whether its records could be read after all.
    pub is_all: bool,
}

impl Lines {
    /// The highest number the change in a bad line can have had, from the lines around it; `None` if none can be read.
    pub fn highest_seq(&self, bad: &BadLine) -> Option<u64> {
        if bad.is_all {
            return Some(0);
        }
        if let Some(next) = self.records.get(bad.after) {
            return Some(next.seq.saturating_sub(1));
        }
        let before = self.records.get(bad.after.checked_sub(1)?)?;
        let run = self.bad.iter().filter(|other| other.after == bad.after && other.line <= bad.line).count();
        Some(before.seq + run as u64)
    }
}

/// The line of a record, ending in LF.
pub(super) fn encode(record: &JournalRecord, vault: &Vault) -> Result<Vec<u8>, String> {
    let body = ron_text::to_one_line(record).map_err(|error| escaped_excerpt(&error.to_string()))?;
    let body = vault.seal_line(body)?;
    Ok(format!("(\"{}\",{body})\n", checksum(&body)).into_bytes())
}

/// Reads a journal file. A last line without LF whose sum fails is a torn tail: not an error, and left where it is. In a file that
/// cannot be of the diary only what is sealed counts.
pub(super) fn decode(bytes: &[u8], vault: &Vault, is_own: bool) -> Lines {
    let decode_line = |part: &[u8]| decode_line(part, vault, is_own);
    let mut lines = Lines::default();
    let parts: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    let count = parts.len();
    for (index, part) in parts.into_iter().enumerate() {
        let is_tail = index + 1 == count;
        if part.is_empty() && is_tail {
            continue;
        }
        match decode_line(part) {
            Ok(record) => lines.records.push(record),
            Err(why) => {
                let (saved, is_all) = salvage(part, &decode_line);
                if !is_tail || !saved.is_empty() {
                    let why = if is_all { "the end of a line is damaged".to_owned() } else { why };
                    lines.bad.push(BadLine { line: index + 1, why, after: lines.records.len(), is_all });
                }
                lines.records.extend(saved);
            }
        }
    }
    lines
}

/// The whole records inside a line that cannot be read as one, and whether they are all of it: where the sign that ends a
/// line was damaged, two lines look like one, or the last like a torn tail.
fn salvage(part: &[u8], decode_line: &impl Fn(&[u8]) -> Result<JournalRecord, String>) -> (Vec<JournalRecord>, bool) {
    let starts: Vec<usize> = (0..part.len()).filter(|at| part.get(*at..).is_some_and(begins_line)).collect();
    let mut records = Vec::new();
    for (place, from) in starts.iter().enumerate() {
        // After a record stands the damaged sign; after the last one perhaps nothing.
        let ends = match starts.get(place + 1) {
            Some(next) => [next - 1, next - 1],
            None => [part.len() - 1, part.len()],
        };
        records.extend(ends.iter().find_map(|end| decode_line(part.get(*from..*end)?).ok()));
    }
    let is_all = !starts.is_empty() && records.len() == starts.len();
    (records, is_all)
}

/// Whether these bytes begin as a line does. Inside a text the quote would be escaped, so no note can look like this.
fn begins_line(bytes: &[u8]) -> bool {
    let sum = bytes.strip_prefix(b"(\"").and_then(|rest| rest.split_at_checked(16));
    sum.is_some_and(|(sum, rest)| sum.iter().all(u8::is_ascii_hexdigit) && rest.starts_with(b"\","))
}

fn decode_line(line: &[u8], vault: &Vault, is_own: bool) -> Result<JournalRecord, String> {
    let text = std::str::from_utf8(line).map_err(|_| "not UTF-8 text".to_owned())?.trim_end_matches('\r');
    let inner = text.strip_prefix("(\"").and_then(|rest| rest.strip_suffix(')'));
    let (told, body) = inner.and_then(|rest| rest.split_once("\",")).ok_or_else(|| "not a journal line".to_owned())?;
    if told != checksum(body) {
        return Err("the sum does not fit the line".to_owned());
    }
    let opened = match vault.open_line(body) {
        Some(opened) => Cow::Owned(opened?),
        None if is_own => Cow::Borrowed(body),
        None => return Err("not sealed, although the diary is encrypted".to_owned()),
    };
    let record: JournalRecord = ron_text::read(&opened).map_err(|error| escaped_excerpt(&error.code.to_string()))?;
    if record.seq > LARGEST_SEQ { Err("no diary has so many changes".to_owned()) } else { Ok(record) }
}

/// The same file with every sealed line as it was before; a line that cannot be opened stays as it is.
pub(super) fn unsealed(bytes: &[u8], vault: &Vault) -> Vec<u8> {
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let opened = lines.map(|line| {
        let text = std::str::from_utf8(line).unwrap_or_default().trim_end_matches(['\r', '\n']);
        let body = text.strip_prefix("(\"").and_then(|rest| rest.strip_suffix(')')?.split_once("\","));
        match body.and_then(|(told, body)| vault.open_line(body).filter(|_| told == checksum(body))) {
            Some(Ok(body)) => Cow::Owned(format!("(\"{}\",{body})\n", checksum(&body)).into_bytes()),
            _ => Cow::Borrowed(line),
        }
    });
    opened.collect::<Vec<_>>().concat()
}

/// BLAKE3, first 64 bits, as hexadecimal.
fn checksum(body: &str) -> String {
    blake3::hash(body.as_bytes()).to_hex().as_str()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::RecordKey;
    use crate::model::time::Day;

    fn record(seq: u64) -> JournalRecord {
        let day = Day::from_ymd(2026, 3, 4).unwrap();
        JournalRecord { seq, at: Moment::now(), ops: vec![JournalOp::Delete(RecordKey::Day(day))] }
    }

    #[test]
    fn a_record_is_one_line_and_reads_back() {
        let line = encode(&record(7), &Vault::default()).unwrap();
        assert_eq!(line.iter().position(|byte| *byte == b'\n'), Some(line.len() - 1));
        assert_eq!(decode(&line, &Vault::default(), true).records, [record(7)]);
    }

    #[test]
    fn a_torn_tail_is_ignored_but_a_damaged_line_is_told() {
        let mut bytes =
            [encode(&record(1), &Vault::default()).unwrap(), encode(&record(2), &Vault::default()).unwrap()].concat();
        let whole = bytes.len();
        bytes.truncate(whole - 9);
        let torn = decode(&bytes, &Vault::default(), true);
        assert_eq!((torn.records.len(), torn.bad.len()), (1, 0));

        let mut bytes =
            [encode(&record(1), &Vault::default()).unwrap(), encode(&record(2), &Vault::default()).unwrap()].concat();
        bytes[30] ^= 1;
        let damaged = decode(&bytes, &Vault::default(), true);
        assert_eq!((damaged.records.len(), damaged.bad.len()), (1, 1));
        assert_eq!(damaged.bad[0].line, 1);
        assert_eq!(damaged.highest_seq(&damaged.bad[0]), Some(1));
    }

    #[test]
    fn what_earlier_versions_wrote_is_written_again_to_the_byte() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/diaries/v1/journal");
        let mut ops = Vec::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            let lines = decode(&bytes, &Vault::default(), true);
            assert!(lines.bad.is_empty());
            assert_eq!(
                lines.records.iter().flat_map(|record| encode(record, &Vault::default()).unwrap()).collect::<Vec<u8>>(),
                bytes
            );
            ops.extend(lines.records.into_iter().flat_map(|record| record.ops));
        }
        let deletes = ops.iter().filter(|op| matches!(op, JournalOp::Delete(_))).count();
        assert_eq!(deletes, 4, "a day, a course, a trackable, a thing of the pantry");
    }

    #[test]
    fn a_kind_without_words_of_its_own_has_the_general_form() {
        let body =
            "Rec(seq: 1, at: \"2026-03-04T08:00:00+00:00\", ops: [Put(Settings((day_end: 3))), Delete(Profile)])";
        let line = format!("(\"{}\",{body})\n", checksum(body));
        let lines = decode(line.as_bytes(), &Vault::default(), true);
        let ops = &lines.records[0].ops;
        assert_eq!(ops.iter().map(JournalOp::key).collect::<Vec<_>>(), [RecordKey::Settings, RecordKey::Profile]);
    }
}
