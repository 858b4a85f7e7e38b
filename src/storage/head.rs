//! A look at a file that parsed, before anything of it is used: RON says nothing about days that stand twice or lie elsewhere.

use std::collections::BTreeSet;

use super::envelope::{LARGEST_SEQ, MonthFile};
use crate::model::time::Month;

/// What is looked at before the content of a file is used.
pub(super) struct Head {
    /// The last change inside the file.
    pub seq: u64,
    /// What is wrong with its days, if anything.
    pub wrong: Option<String>,
}

impl Head {
    /// Why the file cannot be used, if so.
    pub fn wrong(self) -> Option<String> {
        let too_many = (self.seq > LARGEST_SEQ).then(|| "no diary has so many changes".to_owned());
        self.wrong.or(too_many)
    }
}

/// What is wrong with the days of a month file: they are all of its month, and none stands twice.
pub(super) fn wrong_in_month(file: &MonthFile, month: Month) -> Option<String> {
    if file.month != month {
        return Some(format!("the month inside is {}, not that of its name", file.month));
    }
    let mut seen = BTreeSet::new();
    file.days.iter().find_map(|page| {
        if Month::of(page.date) != month {
            Some(format!("{} is not a day of this month", page.date))
        } else if seen.insert(page.date) {
            None
        } else {
            Some(format!("{} stands twice", page.date))
        }
    })
}
