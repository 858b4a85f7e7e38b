//! Which photos are uncovered now. They are covered again after a minute without a touch, when the window loses the keyboard, and when
//! somebody leaves.

use std::collections::BTreeSet;

use eframe::egui;

use crate::model::photo::{Photo, PhotoId};

/// Seconds without a touch after which everything is covered again.
const IDLE_SECONDS: f64 = 60.0;

/// What is uncovered.
#[derive(Default)]
pub(in crate::ui::views) struct Covers {
    uncovered: BTreeSet<PhotoId>,
    touched: f64,
}

impl Covers {
    /// To be called once a frame; gives whether everything was covered again.
    pub(in crate::ui::views) fn begin(&mut self, ctx: &egui::Context) -> bool {
        let (now, is_touched, is_focused) = ctx.input(|input| {
            let moves = input.pointer.delta() != egui::Vec2::ZERO;
            (input.time, moves || !input.events.is_empty(), input.focused)
        });
        if is_touched || self.touched == 0.0 {
            self.touched = now;
        }
        let is_over = now - self.touched > IDLE_SECONDS || !is_focused;
        if self.uncovered.is_empty() || !is_over {
            if !self.uncovered.is_empty() {
                ctx.request_repaint_after(std::time::Duration::from_secs_f64(IDLE_SECONDS / 4.0));
            }
            return false;
        }
        self.cover_all();
        true
    }

    /// Whether a photo is covered now.
    pub(in crate::ui::views) fn is_covered(&self, photo: &Photo) -> bool {
        photo.starts_covered() && !self.uncovered.contains(&photo.id)
    }

    /// Shows one.
    pub(in crate::ui::views) fn uncover(&mut self, id: PhotoId) {
        self.uncovered.insert(id);
    }

    /// Covers one.
    pub(in crate::ui::views) fn cover(&mut self, id: PhotoId) {
        self.uncovered.remove(&id);
    }

    /// Covers all.
    pub(in crate::ui::views) fn cover_all(&mut self) {
        self.uncovered.clear();
    }

    /// Whether any is uncovered.
    pub(in crate::ui::views) fn any(&self) -> bool {
        !self.uncovered.is_empty()
    }
}
