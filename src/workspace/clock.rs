//! The clock of this computer beside the diary: one that has gone back behind the last save, or ahead of it by years, is said before
//! anything is filed under a wrong day. Nothing else depends on it.

use std::path::Path;

use super::notices::Notice;
use crate::model::text::show_path;
use crate::model::time::{Day, Moment};

/// Days that time zones and a clock that is set right may differ by.
const LEAST_DAYS_BACK: i32 = 2;
/// Days without a save after which a clock is rather wrong than the diary left alone: two years.
const MOST_DAYS_AHEAD: i32 = 730;

/// What is to be said of a diary that was last saved at a moment, on a day of the clock.
pub(super) fn clock_notice(folder: &Path, last_saved: Option<&Moment>, clock: Day) -> Option<Notice> {
    let saved = last_saved?.day()?;
    let days = clock.days_since(saved);
    let (what, done) = if days <= -LEAST_DAYS_BACK {
        let what = format!(
            "the clock of this computer says {}, but this diary was last saved on {}",
            clock.short(),
            saved.short()
        );
        (what, "set the clock before you log: what you log is filed under the day that it says")
    } else if days > MOST_DAYS_AHEAD {
        let what = format!(
            "the clock of this computer says {}, and this diary was last saved on {}, more than two years before",
            clock.short(),
            saved.short()
        );
        (what, "if the clock is wrong, set it before you log; if it is right, all is well")
    } else {
        return None;
    };
    Some(Notice { place: show_path(folder), what, done: done.to_owned(), kept: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_behind_the_last_save_or_years_ahead_of_it_is_said_and_any_other_is_not() {
        let saved: Moment = ron::from_str("\"2026-03-04T22:15:07+01:00\"").unwrap();
        let said = |year, month, day| {
            let clock = Day::from_ymd(year, month, day).unwrap();
            clock_notice(Path::new("/diary"), Some(&saved), clock).map(|notice| notice.what)
        };
        for (year, month, day) in [(2026, 3, 3), (2026, 3, 4), (2026, 9, 1), (2028, 3, 3)] {
            assert_eq!(said(year, month, day), None, "{year}-{month}-{day}");
        }
        assert!(said(2026, 3, 2).is_some_and(|what| what.contains("but this diary was last saved on")));
        assert!(said(1969, 12, 31).is_some());
        assert!(said(2028, 3, 4).is_some_and(|what| what.contains("more than two years before")));
        assert!(said(2100, 12, 31).is_some());
        assert_eq!(clock_notice(Path::new("/diary"), None, Day::from_ymd(2026, 3, 4).unwrap()), None);
    }
}
