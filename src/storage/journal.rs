//! The journal: one line a change, each with its own sum, so that a torn tail is told from damage and one bad line does not
//! take the rest.

use serde::{Deserialize, Serialize};

use super::envelope::dialect;
use super::problem::tame;
use crate::edit::Op;
use crate::model::time::Moment;

/// One user action: whole new values, so that replaying may repeat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Rec", deny_unknown_fields)]
pub(super) struct Record {
    /// Rises by one without gaps.
    pub seq: u64,
    /// When it was written.
    pub at: Moment,
    /// What it leaves behind.
    pub ops: Vec<Op>,
}

/// Lines of one journal file.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// Records that could be read, with their line numbers.
    pub records: Vec<Record>,
    /// Lines that could not be read: number and why.
    pub bad: Vec<(usize, String)>,
}

/// The line of a record, ending in LF.
pub(super) fn encode(record: &Record) -> Result<Vec<u8>, String> {
    let body = dialect()
        .to_string_pretty(record, ron::ser::PrettyConfig::new().compact_structs(true).struct_names(true).depth_limit(0))
        .map_err(|error| tame(&error.to_string()))?;
    // A pretty printer may still break lines; the journal never does.
    let body =
        if body.contains('\n') { dialect().to_string(record).map_err(|error| tame(&error.to_string()))? } else { body };
    Ok(format!("(\"{}\",{body})\n", sum_of(&body)).into_bytes())
}

/// Reads a journal file. A last line without LF whose sum fails is a torn tail: not an error, and left where it is.
pub(super) fn decode(bytes: &[u8]) -> Lines {
    let mut lines = Lines::default();
    let ends_whole = bytes.last() == Some(&b'\n');
    let parts: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    let count = parts.len();
    for (index, part) in parts.into_iter().enumerate() {
        let is_tail = index + 1 == count;
        if part.is_empty() && is_tail {
            continue;
        }
        match decode_line(part) {
            Ok(record) => lines.records.push(record),
            Err(_) if is_tail && !ends_whole => {}
            Err(why) => lines.bad.push((index + 1, why)),
        }
    }
    lines
}

fn decode_line(line: &[u8]) -> Result<Record, String> {
    let text = std::str::from_utf8(line).map_err(|_| "not UTF-8 text".to_owned())?.trim_end_matches('\r');
    let inner = text.strip_prefix("(\"").and_then(|rest| rest.strip_suffix(')'));
    let (sum, body) = inner.and_then(|rest| rest.split_once("\",")).ok_or_else(|| "not a journal line".to_owned())?;
    if sum != sum_of(body) {
        return Err("the sum does not fit the line".to_owned());
    }
    dialect().from_str(body).map_err(|error| tame(&error.code.to_string()))
}

/// BLAKE3, first 64 bits, as hexadecimal.
fn sum_of(body: &str) -> String {
    blake3::hash(body.as_bytes()).to_hex().as_str()[..16].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::Day;

    fn record(seq: u64) -> Record {
        let day = Day::from_ymd(2026, 3, 4).unwrap();
        Record { seq, at: Moment::now(), ops: vec![Op::DelDay(day)] }
    }

    #[test]
    fn a_record_is_one_line_and_reads_back() {
        let line = encode(&record(7)).unwrap();
        assert_eq!(line.iter().position(|byte| *byte == b'\n'), Some(line.len() - 1));
        assert_eq!(decode(&line).records, [record(7)]);
    }

    #[test]
    fn a_torn_tail_is_ignored_but_a_damaged_line_is_told() {
        let mut bytes = [encode(&record(1)).unwrap(), encode(&record(2)).unwrap()].concat();
        let whole = bytes.len();
        bytes.truncate(whole - 9);
        let torn = decode(&bytes);
        assert_eq!((torn.records.len(), torn.bad.len()), (1, 0));

        let mut bytes = [encode(&record(1)).unwrap(), encode(&record(2)).unwrap()].concat();
        bytes[30] ^= 1;
        let damaged = decode(&bytes);
        assert_eq!((damaged.records.len(), damaged.bad.len()), (1, 1));
        assert_eq!(damaged.bad[0].0, 1);
    }
}
