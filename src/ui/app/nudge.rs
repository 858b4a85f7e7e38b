//! A word in the evening where nothing is written down yet, for whoever turned it on: in the window, and if they like as a message
//! of the desktop. It is said once a day and only while the program runs; nothing runs in the background.

use std::time::Duration;

use eframe::egui;

use super::App;
use crate::model::time::{ClockTime, DayEnd};
use crate::ui::actions::Action;
use crate::ui::app::message::Message;
use crate::ui::system;

/// It may be read by others on a locked screen.
const WORDS: &str = "Nothing is written down for today yet. A minute is enough, and gaps are fine.";

impl App {
    /// Says it if its time has come, and wakes the window for it if it has not.
    pub(super) fn nudge(&mut self, ctx: &egui::Context) {
        let workspace = &self.desk.workspace;
        let Some(hour) = self.view.nudge_hour else { return };
        let today = workspace.today();
        if self.nudged == Some(today) || workspace.is_made_up() || workspace.read_only().is_some() {
            return;
        }
        if let Some(wait) = minutes_until(hour, ClockTime::now(), workspace.diary().settings().day_end) {
            ctx.request_repaint_after(Duration::from_secs(60 * u64::from(wait)));
            return;
        }
        self.nudged = Some(today);
        if workspace.diary().day_record(today).is_some_and(|record| !record.is_blank()) {
            return;
        }
        let words = WORDS.to_owned();
        self.status_message =
            Some(if self.day == today { words.into() } else { Message::offering(words, Action::Today) });
        if self.view.nudges_on_desktop {
            system::notify(WORDS);
        }
    }
}

/// Minutes from now to an hour of the same diary day; `None` once it has struck.
fn minutes_until(hour: u8, now: ClockTime, day_end: DayEnd) -> Option<u32> {
    let into_day = |hour: u8, minute: u8| {
        (u32::from(hour) * 60 + u32::from(minute) + 1_440 - u32::from(day_end.hour()) * 60) % 1_440
    };
    into_day(hour, 0).checked_sub(into_day(now.hour(), now.minute())).filter(|wait| *wait > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_of_the_evening_stays_struck_until_the_diary_day_is_over() {
        let day_end = DayEnd::new(3).unwrap();
        let wait = |hour, minute| minutes_until(20, ClockTime::new(hour, minute).unwrap(), day_end);
        assert_eq!(wait(19, 30), Some(30));
        assert_eq!(wait(20, 0), None);
        assert_eq!(wait(1, 0), None, "it is still the evening of the same day");
        assert_eq!(wait(3, 0), Some(17 * 60));
    }
}
