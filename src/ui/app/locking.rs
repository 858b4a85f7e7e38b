//! Locking an encrypted diary: by a key, or after a while in which nobody did anything. What is typed goes to the diary and to the
//! disk first; then the diary and its key are let go.

use std::time::{Duration, Instant};

use eframe::egui;

use super::App;
use crate::ui::drafts::Drafts;
use crate::ui::view_state::ViewState;
use crate::workspace::SaveState;

/// Where locking stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Locking {
    /// Nobody asked.
    No,
    /// Asked; what is being typed is written first.
    Waiting,
    /// Nothing holds it any more.
    Now,
}

/// Since when nobody did anything.
#[derive(Debug, Clone, Copy)]
pub(super) struct Idle(Instant);

/// What outlives the lock: no word of the diary but what somebody was typing.
pub struct Left {
    /// How the diary was looked at.
    pub view: ViewState,
    /// What was typed and is not in the diary.
    pub drafts: Drafts,
}

impl Idle {
    pub fn new(now: Instant) -> Self {
        Self(now)
    }

    /// Time until the diary locks itself; zero if it is time, `None` if it never does.
    fn left(self, now: Instant, minutes: u16) -> Option<Duration> {
        let after = Duration::from_secs(60 * u64::from(minutes));
        (minutes > 0).then(|| after.saturating_sub(now.saturating_duration_since(self.0)))
    }
}

impl App {
    /// Asks for the lock.
    pub(super) fn lock(&mut self) {
        if self.locking == Locking::No {
            self.locking = Locking::Waiting;
        }
    }

    /// Whether the window waits for its diary to be taken away.
    pub(in crate::ui) fn is_locked(&self) -> bool {
        self.locking == Locking::Now
    }

    /// Lets the diary go.
    pub(in crate::ui) fn leave(self) -> Left {
        Left { view: self.view, drafts: self.desk.drafts }
    }

    /// The same window with what was typed before it was locked.
    #[must_use]
    pub(in crate::ui) fn typing_on(mut self, drafts: Drafts) -> Self {
        self.desk.drafts = drafts;
        self
    }

    /// Locks where it is asked for or time.
    pub(super) fn locking(&mut self, ctx: &egui::Context) {
        let now = Instant::now();
        if ctx.input(|input| !input.events.is_empty() || input.pointer.is_moving()) {
            self.idle = Idle::new(now);
        }
        let is_encrypted = self.own.as_ref().unwrap_or(&self.desk).workspace.is_encrypted();
        match self.idle.left(now, self.view.lock_after_minutes) {
            Some(left) if is_encrypted && left.is_zero() => self.lock(),
            Some(left) if is_encrypted => ctx.request_repaint_after(left),
            _ => {}
        }
        if self.locking != Locking::Waiting {
            return;
        }
        self.back_to_own();
        self.close_dialog();
        self.take_over(ctx, true);
        match self.desk.workspace.save_state() {
            SaveState::Saved(_) | SaveState::ReadOnly(_) => self.locking = Locking::Now,
            SaveState::Saving => ctx.request_repaint(),
            SaveState::NotSaved { .. } => {
                self.locking = Locking::No;
                self.idle = Idle::new(now);
                let words = "Not locked: your last changes are not on disk yet.".to_owned();
                self.status_message = Some(words.into());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_time_after_the_minutes_that_were_chosen_and_never_where_none_were() {
        let then = Instant::now();
        let idle = Idle::new(then);
        let after = |seconds| then + Duration::from_secs(seconds);
        assert_eq!(idle.left(after(60), 5), Some(Duration::from_mins(4)));
        assert_eq!(idle.left(after(300), 5), Some(Duration::ZERO));
        assert_eq!(idle.left(after(4_000), 5), Some(Duration::ZERO));
        assert_eq!(idle.left(after(4_000), 0), None);
        assert_eq!(idle.left(then, 1), Some(Duration::from_mins(1)));
    }
}
