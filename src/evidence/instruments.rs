//! Questionnaires that others made: what they ask, whose they are, and when the next answering is due.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::columns::DayTable;
use crate::model::questionnaire::Questionnaire;
use crate::model::time::Day;

/// The words of the WHO-5, which may be given away but not sold: a build for sale leaves them out.
const WHO5_WORDS: Option<&str> =
    if cfg!(feature = "who5-words") { Some(include_str!("../../assets/instruments/who5.ron")) } else { None };

/// What is shown of a questionnaire.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instrument {
    /// Which one.
    pub questionnaire: Questionnaire,
    /// What time its answers speak of, in the middle of a sentence.
    pub period: String,
    /// What the lowest and the highest answer mean.
    pub ends: (String, String),
    /// What the lowest and the highest sum mean.
    pub score_ends: (String, String),
    /// Points below which a change of the sum means nothing, where that is known.
    pub meaningful_change: Option<u32>,
    /// How to answer where its words are not here.
    pub without_words: String,
    /// Whose it is.
    pub credit: String,
    /// On what terms it is here.
    pub terms: String,
    /// Its words, where they may be shown.
    #[serde(skip)]
    pub words: Option<Words>,
}

/// The words of a questionnaire, unaltered.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// What stands above the items.
    pub instruction: String,
    /// What each answer means, from 0 on.
    pub answers: Vec<String>,
    /// The items, in their order.
    pub items: Vec<String>,
}

/// How a questionnaire stands on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// Answered on that day; the sum.
    Answered(f64),
    /// To be answered.
    Due,
    /// Answered on a day so near that another answering says little more; the next is due on `next`.
    Recent {
        /// The day it was answered.
        on: Day,
        /// The sum then.
        score: f64,
        /// The first day on which it is due.
        next: Day,
    },
}

/// All questionnaires.
pub fn instruments() -> &'static [Instrument] {
    static INSTRUMENTS: OnceLock<Vec<Instrument>> = OnceLock::new();
    INSTRUMENTS.get_or_init(|| {
        // The files are part of the program; the tests below prove that they read.
        read().unwrap_or_else(|error| {
            log::error!("the questionnaires cannot be read: {error}");
            Vec::new()
        })
    })
}

/// What is shown of one.
pub fn instrument(questionnaire: Questionnaire) -> Option<&'static Instrument> {
    instruments().iter().find(|instrument| instrument.questionnaire == questionnaire)
}

fn read() -> Result<Vec<Instrument>, ron::error::SpannedError> {
    let mut read: Vec<Instrument> = ron::from_str(include_str!("../../assets/instruments/instruments.ron"))?;
    let words = WHO5_WORDS.map(ron::from_str::<Words>).transpose()?;
    if let Some(who5) = read.iter_mut().find(|instrument| instrument.questionnaire == Questionnaire::Who5) {
        who5.words = words;
    }
    Ok(read)
}

/// How a questionnaire stands on a day, by the sums of the days around it.
pub fn standing(table: &DayTable, questionnaire: Questionnaire, day: Day) -> Standing {
    let key = questionnaire.score_key();
    if let Some(score) = table.number(key, day) {
        return Standing::Answered(score);
    }
    match near(table, questionnaire, day) {
        Some((on, score)) => Standing::Recent { on, score, next: on.plus(questionnaire.days_apart()) },
        None => Standing::Due,
    }
}

/// The last time that it was answered before a day, with the sum.
pub fn last_before(table: &DayTable, questionnaire: Questionnaire, day: Day) -> Option<(Day, f64)> {
    let column = table.column(questionnaire.score_key())?;
    let mut answered = column.cells.iter().enumerate().rev().filter_map(|(row, cell)| Some((table.day(row), (*cell)?)));
    answered.find(|(on, _)| *on < day)
}

/// The nearest day before or after on which it was answered, if that is nearer than the days it stands apart.
fn near(table: &DayTable, questionnaire: Questionnaire, day: Day) -> Option<(Day, f64)> {
    let mut around = (1..questionnaire.days_apart()).flat_map(|days| [day.plus(-days), day.plus(days)]);
    around.find_map(|on| Some((on, table.number(questionnaire.score_key(), on)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::{Column, ColumnSpec, Origin, Role};

    #[test]
    fn every_questionnaire_is_here_with_whose_it_is() {
        let read = read().unwrap();
        assert_eq!(read.iter().map(|instrument| instrument.questionnaire).collect::<Vec<_>>(), Questionnaire::ALL);
        for instrument in read {
            for text in [&instrument.credit, &instrument.terms, &instrument.without_words] {
                assert!(text.ends_with('.') && text.len() > 20, "{text}");
            }
        }
    }

    #[test]
    fn words_that_are_shown_are_as_many_as_the_answers_they_take() {
        for instrument in read().unwrap() {
            let Some(words) = instrument.words else { continue };
            let items: Vec<_> = instrument.questionnaire.items().collect();
            assert_eq!(words.items.len(), items.len());
            for item in items {
                let (least, most) = item.kind.range();
                assert_eq!((least, most), (0.0, words.answers.len() as f64 - 1.0), "{}", item.key);
            }
            let ends = (words.answers.first().unwrap(), words.answers.last().unwrap());
            assert_eq!((ends.0.to_lowercase(), ends.1.to_lowercase()), instrument.ends);
        }
    }

    #[test]
    fn the_words_of_the_who_5_are_here_only_in_a_build_that_may_show_them() {
        let shown = |questionnaire| instrument(questionnaire).unwrap().words.is_some();
        assert_eq!(shown(Questionnaire::Who5), cfg!(feature = "who5-words"));
        assert!(!shown(Questionnaire::Pss4), "free only where nobody earns by it");
    }

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// November 2026, with one sum.
    fn answered_on(date: &str, questionnaire: Questionnaire, score: f64) -> DayTable {
        let first = day("2026-11-01");
        let mut cells = vec![None; 30];
        cells[usize::try_from(day(date).days_since(first)).unwrap()] = Some(score);
        let spec = ColumnSpec::new(questionnaire.score_key(), "", Role::Context, Origin::Computed);
        DayTable::new(first, 30, vec![Column { spec, cells }])
    }

    #[test]
    fn the_who_5_is_due_again_after_two_weeks_and_the_pss_4_after_a_month() {
        let table = answered_on("2026-11-06", Questionnaire::Who5, 44.0);
        let on = |date| standing(&table, Questionnaire::Who5, day(date));
        let near = Standing::Recent { on: day("2026-11-06"), score: 44.0, next: day("2026-11-20") };
        assert_eq!(on("2026-11-06"), Standing::Answered(44.0));
        assert_eq!((on("2026-11-07"), on("2026-11-19")), (near, near));
        assert_eq!((on("2026-11-20"), on("2026-12-24")), (Standing::Due, Standing::Due));
        assert_eq!(on("2026-11-02"), near, "a day before it, filled in later");

        let table = answered_on("2026-11-01", Questionnaire::Pss4, 9.0);
        let on = |date| standing(&table, Questionnaire::Pss4, day(date));
        assert!(matches!(on("2026-11-30"), Standing::Recent { .. }));
        assert_eq!(on("2026-12-01"), Standing::Due);
    }

    #[test]
    fn the_last_time_is_one_before_the_day() {
        let table = answered_on("2026-11-06", Questionnaire::Who5, 44.0);
        let before = |date| last_before(&table, Questionnaire::Who5, day(date));
        assert_eq!(before("2026-11-20"), Some((day("2026-11-06"), 44.0)));
        assert_eq!((before("2026-11-06"), before("2026-11-03")), (None, None));
        assert_eq!(last_before(&DayTable::empty(day("2026-11-01")), Questionnaire::Who5, day("2026-11-03")), None);
        assert_eq!(
            standing(&DayTable::empty(day("2026-11-01")), Questionnaire::Who5, day("2026-11-03")),
            Standing::Due
        );
    }
}
