//! The days of trials, as `gutskin export` writes them: one row a day and trial.

use super::text_head;
use crate::files::{Row, Rows};
use crate::import::{Confidence, ForeignDiary, ImportError, Importer, OwnThings, Source, TrialAnswer, Warnings};
use crate::model::text::excerpt;
use crate::model::time::{Day, TimeError};
use crate::model::trial::Adherence;

/// The columns that are read; others may stand between them.
const COLUMNS: [&str; 3] = ["start", "date", "kept"];
/// The first column, which no other table begins with.
const FIRST: &str = "trial";

/// CSV with a row a day and trial.
pub(super) struct TrialAnswersCsv;

impl Importer for TrialAnswersCsv {
    fn name(&self) -> &'static str {
        "CSV with the days of trials"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn sniff(&self, head: &[u8]) -> Confidence {
        let header = Rows::new(text_head(head), b',').next().and_then(Result::ok).map(|row| row.cells);
        let is_ours = header.is_some_and(|header| header.get(0) == Some(FIRST) && places(&header).is_some());
        if is_ours { Confidence::Sure } else { Confidence::No }
    }

    fn read(&self, source: &Source<'_>, warnings: &mut Warnings) -> Result<ForeignDiary, ImportError> {
        let mut rows = Rows::new(source.text()?, b',');
        let refused = |error: crate::files::TableError| source.refused(error.line(), error.to_string());
        let header = rows.next().transpose().map_err(refused)?.map(|row| row.cells).unwrap_or_default();
        let Some(places) = places(&header) else {
            let reason = format!("the columns {} are needed; export the trials again", COLUMNS.join(", "));
            return Err(source.refused(1, reason));
        };
        let mut answers = Vec::new();
        for row in rows {
            let row = row.map_err(refused)?;
            match answer(&row, places) {
                Ok(answer) => answers.extend(answer),
                Err(reason) => warnings.bad(row.line, reason),
            }
        }
        let own = OwnThings { trial_answers: answers, ..OwnThings::default() };
        Ok(ForeignDiary { own, ..ForeignDiary::default() })
    }
}

fn places(header: &csv::StringRecord) -> Option<[usize; 3]> {
    let place = |name: &str| header.iter().position(|cell| cell.trim() == name);
    let [start, date, kept] = COLUMNS.map(place);
    Some([start?, date?, kept?])
}

/// The answer of a row; none where nobody answered.
fn answer(row: &Row, [start, date, kept]: [usize; 3]) -> Result<Option<TrialAnswer>, String> {
    let cell = |place: usize| row.cells.get(place).unwrap_or_default().trim();
    let day = |place: usize| cell(place).parse::<Day>().map_err(|error: TimeError| error.to_string());
    let word = cell(kept);
    if word.is_empty() {
        return Ok(None);
    }
    let kept = Adherence::ALL.into_iter().find(|answer| answer.label() == word);
    let kept =
        kept.ok_or_else(|| format!("“{}” is no answer to “Kept to it?”; it is yes, mostly or no", excerpt(word)))?;
    Ok(Some(TrialAnswer { line: row.line, start: day(start)?, day: day(date)?, kept }))
}
