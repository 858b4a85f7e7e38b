//! Segments: the parts of a diary that are files of their own. Which one a record lives in is a function of its key; what such
//! a file is called, where it lies and what it looks like stands here and nowhere else.

use std::path::PathBuf;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::contents::Contents;
use super::envelope::{DecodeError, Decoded, decode_up_to, encode};
use super::folder::Folder;
use super::upgrade::upgraded;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::files::{CatalogFile, CoursesFile, FoodsFile, MonthFile, SettingsFile};
use crate::model::pantry::Pantry;
use crate::model::record::{Record, RecordKey, RecordKind, SCHEMA, schema_with};
use crate::model::time::{Day, Month};

/// What is written as one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Segment {
    /// The days of a month.
    Month(Month),
    Courses,
    Catalog,
    Foods,
    /// Settings and profile.
    Settings,
    /// All records of a kind that needs no file of another form.
    Kind(RecordKind),
}

/// The file of a kind that needs no other form.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Records", deny_unknown_fields)]
struct RecordsFile {
    format: String,
    schema: u32,
    seq: u64,
    records: Vec<Record>,
}

impl Segment {
    /// The segment that a record lives in.
    pub fn holding(key: &RecordKey) -> Self {
        match key {
            RecordKey::Day(day) => Self::Month(Month::of(*day)),
            key => Self::of_kind(key.kind()),
        }
    }

    /// Every segment there is one of: all but the months.
    pub fn singles() -> Vec<Self> {
        let kinds = RecordKind::ALL.iter().filter(|kind| **kind != RecordKind::Day);
        let mut segments: Vec<Self> = kinds.map(|kind| Self::of_kind(*kind)).collect();
        segments.dedup();
        segments
    }

    #[allow(clippy::match_wildcard_for_single_variants, reason = "kinds that come later need no file of another form")]
    fn of_kind(kind: RecordKind) -> Self {
        match kind {
            RecordKind::Course => Self::Courses,
            RecordKind::Trackable => Self::Catalog,
            RecordKind::PantryItem => Self::Foods,
            RecordKind::Settings | RecordKind::Profile => Self::Settings,
            kind => Self::Kind(kind),
        }
    }

    /// Name of its file without ending, and of its folder of copies.
    pub fn name(self) -> String {
        match self {
            Self::Month(month) => month.to_string(),
            Self::Courses => "courses".to_owned(),
            Self::Catalog => "catalog".to_owned(),
            Self::Foods => "foods".to_owned(),
            Self::Settings => "settings".to_owned(),
            Self::Kind(kind) => format!("{}s", kind.noun()),
        }
    }

    /// Its file.
    pub fn path(self, folder: &Folder) -> PathBuf {
        match self {
            Self::Month(month) => folder.month(month),
            other => folder.single(&other.name()),
        }
    }

    /// What the line for the reader calls it.
    fn title(self) -> String {
        match self {
            Self::Month(month) => month.first_day().map(Day::month_name).unwrap_or_default(),
            Self::Courses | Self::Kind(_) => self.name(),
            Self::Catalog => "own and changed trackables".to_owned(),
            Self::Foods => "own foods, recipes, meal templates, favourites, drinks".to_owned(),
            Self::Settings => "settings and profile".to_owned(),
        }
    }

    /// The bytes of its file, for a diary after the change `seq`.
    pub fn encode(self, diary: &Diary, seq: u64) -> Result<Vec<u8>, String> {
        let comment = format!(
            "{}. You may edit this while Gutskin is closed: it then says how to take the change over. Comments are not kept.",
            self.title()
        );
        let format = |kind: &str| format!("gutskin/{kind}");
        match self {
            Self::Month(month) => {
                let days = pages_of(diary, month).map(|page| DayRecord::clone(page)).collect();
                let schema = self.schema(diary);
                encode(&comment, &MonthFile { format: format("month"), schema, month, seq, days })
            }
            Self::Courses => {
                let (courses, schema) = (diary.courses().cloned().collect(), self.schema(diary));
                encode(&comment, &CoursesFile { format: format("courses"), schema, seq, courses })
            }
            Self::Catalog => {
                let (trackables, schema) = (diary.catalogue().changed().cloned().collect(), self.schema(diary));
                encode(&comment, &CatalogFile { format: format("catalog"), schema, seq, trackables })
            }
            Self::Foods => {
                let pantry = Pantry::clone(diary.pantry());
                encode(&comment, &FoodsFile { format: format("foods"), schema: SCHEMA, seq, pantry })
            }
            Self::Settings => {
                let (settings, profile, schema) =
                    (diary.settings().clone(), diary.profile().clone(), self.schema(diary));
                encode(&comment, &SettingsFile { format: format("settings"), schema, seq, settings, profile })
            }
            Self::Kind(_) => {
                let (records, schema) = (self.records(diary), self.schema(diary));
                encode(&comment, &RecordsFile { format: format(&self.name()), schema, seq, records })
            }
        }
    }

    /// Reads what [`encode`](Self::encode) wrote, or what a person made of it.
    pub fn decode(self, bytes: &[u8], newest_schema: u32) -> Result<Decoded<Contents>, DecodeError> {
        match self {
            Self::Month(month) => read(bytes, newest_schema, |file: MonthFile| {
                let wrong = file.wrong(month);
                Contents::new(file.seq, file.days.into_iter().map(|page| Record::Day(Arc::new(page))), wrong)
            }),
            Self::Courses => read(bytes, newest_schema, |file: CoursesFile| {
                Contents::new(file.seq, file.courses.into_iter().map(Record::Course), None)
            }),
            Self::Catalog => read(bytes, newest_schema, |file: CatalogFile| {
                Contents::new(file.seq, file.trackables.into_iter().map(Record::Trackable), None)
            }),
            Self::Foods => read(bytes, newest_schema, |file: FoodsFile| {
                Contents::new(file.seq, file.pantry.items().map(Record::PantryItem), None)
            }),
            Self::Settings => read(bytes, newest_schema, |file: SettingsFile| {
                Contents::new(file.seq, [Record::Settings(file.settings), Record::Profile(file.profile)], None)
            }),
            Self::Kind(_) => {
                read(bytes, newest_schema, |file: RecordsFile| Contents::new(file.seq, file.records, None))
            }
        }
    }

    fn records(self, diary: &Diary) -> Vec<Record> {
        match self {
            // A diary has many months, and each looks at its own days alone.
            Self::Month(month) => pages_of(diary, month).cloned().map(Record::Day).collect(),
            _ => diary.records().filter(|record| Self::holding(&record.key()) == self).collect(),
        }
    }

    fn schema(self, diary: &Diary) -> u32 {
        schema_with(&self.records(diary))
    }
}

/// The pages of a month, in order.
fn pages_of(diary: &Diary, month: Month) -> impl Iterator<Item = &Arc<DayRecord>> {
    let pages = month.first_day().into_iter().flat_map(|first| diary.day_records_between(first, first.plus(31)));
    pages.filter(move |page| Month::of(page.date) == month)
}

/// Reads a file and brings its records to the newest schema.
fn read<T: DeserializeOwned>(
    bytes: &[u8],
    newest_schema: u32,
    contents: impl FnOnce(T) -> Contents,
) -> Result<Decoded<Contents>, DecodeError> {
    let Decoded { content, checksum_fits, schema } = decode_up_to::<T>(bytes, newest_schema)?;
    let contents = contents(content);
    let records = upgraded(contents.records, schema);
    Ok(Decoded { content: Contents { records, ..contents }, checksum_fits, schema })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::record::NEWEST_SCHEMA;
    use crate::model::settings::Settings;

    #[test]
    fn a_kind_without_a_file_of_another_form_is_a_list_of_records() {
        let segment = Segment::Kind(RecordKind::Settings);
        let bytes = segment.encode(&Diary::default(), 7).unwrap();
        let text =
            String::from_utf8(bytes).unwrap().replace("records: []", "records: [Settings((shows_energy: true))]");
        let Ok(read) = segment.decode(text.as_bytes(), NEWEST_SCHEMA) else { panic!("{text}") };
        let settings = Settings { shows_energy: true, ..Settings::default() };
        assert_eq!((read.content.seq, read.content.records), (7, vec![Record::Settings(settings)]));
    }

    #[test]
    fn every_kind_lives_in_one_segment_and_no_two_have_one_name() {
        let singles = Segment::singles();
        let names: std::collections::BTreeSet<String> = singles.iter().map(|segment| segment.name()).collect();
        assert_eq!(names.len(), singles.len());
        assert_eq!(Segment::holding(&RecordKey::Settings), Segment::holding(&RecordKey::Profile));
    }
}
