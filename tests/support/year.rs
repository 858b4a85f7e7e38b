//! A year of looks: what a person sees who looks every 28 days, which is more than one look at the end would show.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use gutskin::analysis::insights::{Grade, SearchCache, of_diary_with};
use gutskin::columns::ColumnIndex;

use crate::simulator::Simulated;

/// Days from look to look, and looks.
const EVERY: usize = 28;
const LOOKS: usize = 13;
/// Days of a year.
pub const DAYS: usize = EVERY * LOOKS;
/// Grades a finding of a diary can have, best first.
const GRADES: [Grade; 3] = [Grade::Replicated, Grade::Clear, Grade::Possible];

/// The findings of many diaries over a year.
#[derive(Debug, Clone, Copy, Default)]
pub struct Year {
    /// Planted effects.
    pub planted: usize,
    ever: [Count; GRADES.len()],
    shown: [Count; GRADES.len()],
    empty: usize,
    empty_with_clear: usize,
}

/// True and false ones.
#[derive(Debug, Clone, Copy, Default)]
pub struct Count {
    real: usize,
    wrong: usize,
}

impl Count {
    fn add(&mut self, is_real: bool) {
        *(if is_real { &mut self.real } else { &mut self.wrong }) += 1;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = self.wrong as f64 / (self.real + self.wrong).max(1) as f64;
        write!(f, "{} | {} | {share:.3}", self.real, self.wrong)
    }
}

/// Place of a grade; one that did not hold up is worth what a possible one is.
fn place(grade: Grade) -> usize {
    GRADES.iter().position(|one| *one == grade).unwrap_or(GRADES.len() - 1)
}

impl Year {
    /// Adds a diary: its insights at every look, by the best grade a pair had in the year, and by its grade at each look.
    pub fn add(&mut self, diary: &Simulated) {
        let key = |index: ColumnIndex| diary.table[index].key.clone();
        let truth: BTreeSet<_> = diary.planted.iter().map(|effect| (key(effect.factor), key(effect.outcome))).collect();
        let memory = SearchCache::default();
        let mut best: BTreeMap<(String, String), usize> = BTreeMap::new();
        for look in 1..=LOOKS {
            let mut table = diary.table.clone();
            table.days = look * EVERY;
            table.columns.iter_mut().for_each(|column| column.cells.truncate(table.days));
            for finding in of_diary_with(&table, None, &memory, &|_| true).unwrap().findings {
                let (grade, pair) = (place(finding.grade), (finding.factor, finding.outcome));
                self.shown[grade].add(truth.contains(&pair));
                let best = best.entry(pair).or_insert(grade);
                *best = grade.min(*best);
            }
        }
        for (pair, grade) in &best {
            self.ever[*grade].add(truth.contains(pair));
        }
        self.planted += truth.len();
        if truth.is_empty() {
            self.empty += 1;
            self.empty_with_clear += usize::from(best.values().any(|grade| *grade < GRADES.len() - 1));
        }
    }

    /// Each grade with the pairs that had it at best, and with those that had it at a look.
    pub fn grades(&self) -> impl Iterator<Item = (&'static str, Count, Count)> {
        GRADES.into_iter().zip(self.ever).zip(self.shown).map(|((grade, ever), shown)| (grade.key(), ever, shown))
    }

    /// Adds what was found in other diaries.
    pub fn join(&mut self, other: &Self) {
        for (all, more) in self.ever.iter_mut().zip(other.ever).chain(self.shown.iter_mut().zip(other.shown)) {
            all.real += more.real;
            all.wrong += more.wrong;
        }
    }

    /// A line a grade: its key, and how many are planted and how many chance, of the pairs that had it at best and of those that
    /// had it at a look.
    pub fn to_tsv(self) -> String {
        let line = |(grade, best, shown): (&str, Count, Count)| {
            format!("{grade}\t{}\t{}\t{}\t{}\n", best.real, best.wrong, shown.real, shown.wrong)
        };
        let head = "grade\tbest_planted\tbest_chance\tshown_planted\tshown_chance\n".to_owned();
        std::iter::once(head).chain(self.grades().map(line)).collect()
    }

    /// Share of the diaries without an effect in which something was ever clear.
    pub fn empty_share(&self) -> f64 {
        self.empty_with_clear as f64 / self.empty.max(1) as f64
    }
}
