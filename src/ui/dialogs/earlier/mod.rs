//! Earlier and other states of the diary: which copies there are, what a day said before, and a comparison from which a person takes
//! over what they choose, as one step.

mod backups;
mod compare;
mod compared;
mod day_history;
mod second_folder;

pub(super) use self::backups::BackupsPage;
pub(super) use self::compare::ComparePage;
pub(super) use self::day_history::DayHistoryPage;
