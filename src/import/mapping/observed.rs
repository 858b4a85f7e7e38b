//! What the values of a file are in a diary: each field is an answer to a trackable, at one place of the body or as a whole, or
//! it is words, or it is left out.
//!
//! Where the numbers of a field come from decides what is taken: only what somebody answered becomes an answer. What foods,
//! courses or other answers give comes back by itself, and would count twice.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::cell::read;
use crate::columns::{self, DayNumbers, Origin, number_of};
use crate::files::cells::undo_defuse;
use crate::files::check_width;
use crate::import::{ForeignRecord, ImportError, Preview, Source, Warnings};
use crate::model::answers::Answers;
use crate::model::builtin::REST_CLEAR;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::{Entry, EntryId, EntryKind};
use crate::model::region::Region;
use crate::model::text::{Note, excerpt};
use crate::model::time::{ClockTime, Day};
use crate::model::trackable::{Key, Kind, Trackable};

/// Numbers of a day that differ by less are the same.
const SAME: f64 = 1e-9;

/// What a field is.
enum Meaning<'a> {
    Answer(&'a Trackable, Option<Region>),
    /// An answer, unless foods were logged on the day: then they are part of the number.
    AnswerAndFoods(&'a Trackable),
    Text(EntryKind),
    /// Not read, but a cell says that foods were logged on the day.
    Foods,
    /// Not read.
    Skipped,
}

/// The values of a file, being mapped.
struct Mapping<'a> {
    diary: &'a Diary,
    fields: Vec<Meaning<'a>>,
    numbers: DayNumbers<'a>,
    preview: &'a mut Preview,
    warnings: &'a mut Warnings,
}

/// The days that the records of a file make, blank ones left out.
///
/// # Errors
/// [`ImportError::Refused`] if there are more fields than anybody keeps.
pub(super) fn pages(
    (fields, records): (&[String], &[ForeignRecord]),
    source: &Source<'_>,
    diary: &Diary,
    today: Day,
    preview: &mut Preview,
    warnings: &mut Warnings,
) -> Result<Vec<DayRecord>, ImportError> {
    check_width(fields.iter().map(String::as_str), columns::keys(diary.catalogue()))
        .map_err(|error| source.refused(error.line(), error.to_string()))?;
    let mut mapping = Mapping { diary, fields: Vec::new(), numbers: DayNumbers::of(diary), preview, warnings };
    mapping.read_fields(fields);
    let mut pages: BTreeMap<Day, DayRecord> = BTreeMap::new();
    for record in records {
        if record.day.days_since(today) > 1 {
            mapping.warnings.bad(record.line, format!("{} lies in the future; check the date", record.day));
        } else {
            let page = pages.entry(record.day).or_insert_with(|| DayRecord::blank(record.day));
            for entry in mapping.entries(record) {
                page.entries.push(Entry { id: page.next_id(), ..entry });
            }
        }
    }
    Ok(pages.into_values().filter(|page| !page.is_blank()).collect())
}

impl<'a> Mapping<'a> {
    fn read_fields(&mut self, fields: &[String]) {
        let every = columns::every(self.diary.catalogue());
        let origins: HashMap<&str, Origin> = every.iter().map(|column| (column.key.as_str(), column.origin)).collect();
        let names: HashSet<&str> = fields.iter().map(String::as_str).collect();
        let mut seen = HashSet::new();
        for name in fields.iter().map(String::as_str) {
            let computed = || columns::is_difference_of_sides(name).then_some(Origin::Computed);
            let origin = origins.get(name).copied().or_else(computed);
            let own = if seen.insert(name) { self.meaning(name, origin, &names) } else { None };
            self.fields.push(own.unwrap_or_else(|| {
                let left_out = if origin.is_some() {
                    &mut self.preview.derived_columns
                } else {
                    &mut self.preview.unknown_columns
                };
                left_out.push(if name.is_empty() { "(no name)".to_owned() } else { excerpt(name) });
                if origin == Some(Origin::Foods) { Meaning::Foods } else { Meaning::Skipped }
            }));
        }
        if !self.preview.unknown_columns.is_empty() {
            self.warnings.remark(
                "this file does not say what a field of your own is: a RON or JSON file saved by Gutskin brings it along, \
                 or you can add the field first",
            );
        }
    }

    /// What a field holds that is read; `None` if nothing is.
    fn meaning(&self, name: &str, origin: Option<Origin>, names: &HashSet<&str>) -> Option<Meaning<'a>> {
        if let Some(kind) = EntryKind::of_words(name) {
            return Some(Meaning::Text(kind));
        }
        let catalogue = self.diary.catalogue();
        match name.split_once('.') {
            Some((key, columns::ANSWERED)) => Some(Meaning::Answer(catalogue.get(key)?, None)),
            Some((key, region)) => {
                let known = catalogue.get(key).filter(|known| known.carried_by == EntryKind::SkinCheck)?;
                Some(Meaning::Answer(known, Some(Region::from_key(region)?)))
            }
            None => {
                let known = catalogue.get(name)?;
                let has_answers_alone = names.contains(format!("{name}.{}", columns::ANSWERED).as_str());
                Some(match origin {
                    _ if has_answers_alone => Meaning::Skipped,
                    Some(Origin::LoggedAndFoods) => Meaning::AnswerAndFoods(known),
                    _ => Meaning::Answer(known, None),
                })
            }
        }
    }

    /// What is taken of a record. Whether an answer is there already is asked of the diary alone, so that two equal records of
    /// a file stay two.
    fn entries(&mut self, record: &ForeignRecord) -> Vec<Entry> {
        let mut page = DayRecord::blank(record.day);
        let fields = std::mem::take(&mut self.fields);
        let cells = record.values.iter().filter_map(|(field, cell)| Some((fields.get(*field)?, cell.as_str())));
        let cells: Vec<(&Meaning<'a>, &str)> = cells.collect();
        let has_foods = cells.iter().any(|(meaning, _)| matches!(meaning, Meaning::Foods));
        // What speaks of one place or one moment comes first: the number of the day may follow from it.
        let is_of_a_part = |meaning: &Meaning<'_>| match meaning {
            Meaning::Answer(known, region) => {
                region.is_some() || known.kind == Kind::Clock || known.key.as_str() == REST_CLEAR
            }
            _ => false,
        };
        for (meaning, cell) in cells.iter().filter(|(meaning, _)| is_of_a_part(meaning)) {
            if let Meaning::Answer(known, region) = meaning {
                self.answer(&mut page, record, (known, *region), cell, &HashMap::new());
            }
        }
        let mut so_far = self
            .diary
            .day_record(record.day)
            .map_or_else(|| DayRecord::blank(record.day), |known| DayRecord::clone(known));
        so_far.entries.extend(page.entries.iter().cloned());
        let given = self.numbers.on(&so_far);
        for (meaning, cell) in cells.into_iter().filter(|(meaning, _)| !is_of_a_part(meaning)) {
            match meaning {
                Meaning::Skipped | Meaning::Foods => {}
                Meaning::Text(kind) => self.words(&mut page, record, *kind, cell),
                // Foods of the diary answer it already: the number of the file would be added to them.
                Meaning::AnswerAndFoods(known) if given.contains_key(known.key.as_str()) => {
                    self.preview.already_answered += 1;
                }
                Meaning::AnswerAndFoods(_) if has_foods => self.preview.with_foods += 1,
                Meaning::AnswerAndFoods(known) => self.answer(&mut page, record, (known, None), cell, &given),
                Meaning::Answer(known, region) => self.answer(&mut page, record, (known, *region), cell, &given),
            }
        }
        self.fields = fields;
        page.entries
    }

    fn words(&mut self, page: &mut DayRecord, record: &ForeignRecord, kind: EntryKind, cell: &str) {
        let text = match Note::new(undo_defuse(cell)) {
            Ok(text) => text,
            Err(error) => return self.warnings.bad(record.line, format!("{}: {error}", kind.label())),
        };
        let same = |entry: &Entry| entry.kind == kind && entry.text.as_ref() == Some(&text);
        if self.diary.day_record(page.date).is_some_and(|known| known.entries.iter().any(same)) {
            self.preview.already_answered += 1;
        } else {
            entry_of(page, kind, record.at, None, true).text = Some(text);
        }
    }

    /// Takes an answer, unless the diary has one, or `given`, the numbers of the day so far, says the same already.
    fn answer(
        &mut self,
        page: &mut DayRecord,
        record: &ForeignRecord,
        (trackable, region): (&Trackable, Option<Region>),
        cell: &str,
        given: &HashMap<Key, f64>,
    ) {
        let key = trackable.key.as_str();
        let answers = |entry: &Entry| entry.answers.get(key).is_some() && (region.is_none() || entry.region == region);
        if self.diary.day_record(page.date).is_some_and(|known| known.entries.iter().any(answers)) {
            self.preview.already_answered += 1;
            return;
        }
        match read(trackable, cell) {
            Ok((value, _)) if given.get(key).is_some_and(|there| (there - number_of(key, value)).abs() < SAME) => {
                self.preview.implied += 1;
            }
            Ok((value, rounded)) => {
                self.preview.rounded += usize::from(rounded);
                let entry = entry_of(page, trackable.carried_by, record.at, region, false);
                entry.answers.set(&trackable.key, Some(value));
            }
            Err(reason) => self.warnings.bad(record.line, reason),
        }
    }
}

/// The entry of a kind and region at a time or of the whole day, made if need be; words get an entry of their own.
fn entry_of(
    page: &mut DayRecord,
    kind: EntryKind,
    at: Option<ClockTime>,
    region: Option<Region>,
    words: bool,
) -> &mut Entry {
    let fits = |entry: &Entry| {
        !words && entry.kind == kind && entry.at == at && entry.region == region && entry.text.is_none()
    };
    let place = page.entries.iter().position(fits).unwrap_or(page.entries.len());
    if place == page.entries.len() {
        let id: EntryId = page.next_id();
        page.entries.push(Entry { id, kind, at, region, answers: Answers::default(), text: None, foods: Vec::new() });
    }
    &mut page.entries[place]
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn records_with_times_stay_apart_and_keep_them() {
        let day = Day::from_ymd(2026, 3, 1).unwrap();
        let record = |line, hour, cups: &str| {
            let values = vec![(0, cups.to_owned()), (1, "café, again".to_owned())];
            ForeignRecord { line, day, at: ClockTime::new(hour, 0), values }
        };
        let fields = ["coffee_cups".to_owned(), "note".to_owned()];
        let records = [record(1, 8, "1"), record(2, 15, "1"), record(3, 16, "many")];
        let source = Source::new(Path::new("a.xml"), b"");
        let (diary, mut preview, mut warnings) = (Diary::default(), Preview::default(), Warnings::default());
        let pages = pages((&fields, &records), &source, &diary, day, &mut preview, &mut warnings).unwrap();
        let entries = &pages[0].entries;
        let coffees: Vec<_> = entries.iter().filter(|entry| entry.kind == EntryKind::Drink).collect();
        assert_eq!(
            coffees.iter().map(|coffee| coffee.at).collect::<Vec<_>>(),
            [ClockTime::new(8, 0), ClockTime::new(15, 0)]
        );
        assert_eq!(entries.iter().filter(|entry| entry.text.is_some()).count(), 3);
        assert!(entries.iter().zip(entries.iter().skip(1)).all(|(before, after)| before.id < after.id));
        assert_eq!(warnings.bad_lines.iter().map(|bad| bad.line).collect::<Vec<_>>(), [3]);
    }
}
