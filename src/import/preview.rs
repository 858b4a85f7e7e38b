//! What a file would bring, before anything is changed.

use std::collections::BTreeSet;

use super::{BadLine, ImportError, Source, Warnings};
use crate::edit::{Command, plan};
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::stretch;
use crate::model::time::Day;
use crate::words::{self, count};

/// The most days far from all others that are named.
const MOST_FAR_DAYS: usize = 5;

/// What a file would bring. Submitting [`command`](Self::command) brings it, in one step; nothing is changed before.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// Name of the file, for people.
    pub source: String,
    /// What to submit; `None` if the file brings nothing.
    pub command: Option<Command>,
    /// Days that would be added to.
    pub days: usize,
    /// First and last of these days.
    pub span: Option<(Day, Day)>,
    /// Answers that would be added.
    pub answers: usize,
    /// Notes, events and other words that would be added.
    pub texts: usize,
    /// Courses.
    pub courses: usize,
    /// Own or renamed trackables.
    pub trackables: usize,
    /// Own foods, recipes, templates, favourites and sizes of drinks.
    pub foods: usize,
    /// Columns no trackable has the key of; they are left out.
    pub unknown_columns: Vec<String>,
    /// Columns that are worked out from others; they are left out, since they come back by themselves.
    pub derived_columns: Vec<String>,
    /// Answers left out since the diary already answers the same on that day.
    pub already_answered: usize,
    /// Numbers left out since foods of the day are part of them, and the file does not say what was typed.
    pub with_foods: usize,
    /// Numbers left out since other answers of their day give them.
    pub implied: usize,
    /// Means that were rounded to the steps of their scale.
    pub rounded: usize,
    /// What could not be taken, at most 500 of them.
    pub bad_lines: Vec<BadLine>,
    /// All that could not be taken.
    pub bad_count: usize,
    /// What else to know, a sentence each.
    pub remarks: Vec<String>,
    /// The days that would be added to.
    covered: BTreeSet<Day>,
}

impl Preview {
    pub(super) fn of_file(source: String) -> Self {
        Self { source, ..Self::default() }
    }

    /// Counts days that the file brings.
    pub(super) fn count(&mut self, pages: &[DayRecord]) {
        let entries = || pages.iter().flat_map(|page| &page.entries);
        self.days += pages.len();
        self.answers += entries().map(|entry| entry.answers.len()).sum::<usize>();
        self.texts += entries().filter(|entry| entry.text.is_some()).count();
        self.covered.extend(pages.iter().map(|page| page.date));
        self.span = self.covered.first().copied().zip(self.covered.last().copied());
    }

    /// Makes one step of the steps that the file came to, and sees that the diary takes it.
    pub(super) fn conclude(
        &mut self,
        steps: Vec<Command>,
        mut warnings: Warnings,
        source: &Source<'_>,
        diary: &Diary,
        today: Day,
    ) -> Result<(), ImportError> {
        if let Some(command) = Command::of_steps(&format!("importing {}", self.source), steps) {
            let unfit = |reason: String| ImportError::Unfit { path: source.path.to_path_buf(), reason };
            let changes = plan(diary, command.clone(), today).map_err(|error| unfit(error.to_string()))?;
            let same = self.days.saturating_sub(changes.iter().filter(|change| change.day().is_some()).count());
            if same > 0 {
                warnings.remark(format!("{same} of these days say nothing new"));
            }
            self.command = (!changes.is_empty()).then_some(command);
        }
        (self.bad_lines, self.bad_count, self.remarks) = (warnings.bad_lines, warnings.bad_count, warnings.remarks);
        self.remark_far_days(diary, today);
        Ok(())
    }

    /// Remarks on days that lie far from all others, of the diary and of the file.
    fn remark_far_days(&mut self, diary: &Diary, today: Day) {
        let days: BTreeSet<Day> =
            diary.day_records().map(|page| page.date).chain(self.covered.iter().copied()).collect();
        let far = stretch::far_days(&days, today).into_iter().filter(|(day, _)| self.covered.contains(day));
        let far: Vec<String> =
            far.map(|(day, nearest)| format!("{}; check the year", words::far(day, nearest))).collect();
        let more = far.len().saturating_sub(MOST_FAR_DAYS);
        self.remarks.extend(far.into_iter().take(MOST_FAR_DAYS));
        if more > 0 {
            self.remarks.push(format!("{more} more days lie as far from all others"));
        }
    }

    /// The preview in lines, for a screen or a terminal.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        lines.push(match self.span {
            Some((first, last)) => {
                let (days, answers) = (count(self.days, "day", "days"), count(self.answers, "answer", "answers"));
                format!("{days} from {first} to {last}: {answers}, {}", count(self.texts, "text", "texts"))
            }
            None => "no day to add".to_owned(),
        });
        if self.courses + self.trackables > 0 {
            let trackables = count(self.trackables, "own or renamed trackable", "own or renamed trackables");
            lines.push(format!("{}, {trackables}", count(self.courses, "course", "courses")));
        }
        if self.foods > 0 {
            lines.push(count(
                self.foods,
                "own food, recipe, template or favourite",
                "own foods, recipes, templates and favourites",
            ));
        }
        let mut list = |one: &str, many: &str, names: &[String]| {
            if !names.is_empty() {
                lines.push(format!("{} left out: {}", count(names.len(), one, many), names.join(", ")));
            }
        };
        list("unknown column", "unknown columns", &self.unknown_columns);
        list("column worked out from others", "columns worked out from others", &self.derived_columns);
        if self.already_answered > 0 {
            let answers = count(self.already_answered, "answer", "answers");
            lines.push(format!("{answers} left out, since the diary already answers the same on that day"));
        }
        if self.with_foods > 0 {
            let numbers = count(self.with_foods, "number", "numbers");
            lines.push(format!(
                "{numbers} left out, since foods of the day are part of them; a RON or JSON file brings foods along"
            ));
        }
        if self.implied > 0 {
            let numbers = count(self.implied, "number", "numbers");
            lines.push(format!("{numbers} left out, since other answers of the same day give them"));
        }
        if self.rounded > 0 {
            lines.push(format!("{} rounded to the steps of their scale", count(self.rounded, "mean", "means")));
        }
        lines.extend(self.remarks.iter().cloned());
        if self.bad_count > 0 {
            lines.push(format!("{} not taken:", self.bad_count));
            lines.extend(self.bad_lines.iter().map(|bad| format!("line {}: {}", bad.line, bad.reason)));
            let more = self.bad_count - self.bad_lines.len();
            if more > 0 {
                lines.push(format!("and {more} more"));
            }
        }
        lines
    }
}
