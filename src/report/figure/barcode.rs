//! Yes and no over the days: a full bar for a yes, a short one for a no, nothing where nobody answered. Never a curve: there is
//! nothing between the two.

use super::{Figure, LEFT};
use crate::report::chart::{BarcodeRun, Panel};
use crate::report::scene::Item;

/// Height of a strip.
pub(super) const HEIGHT: f32 = 30.0;
/// Height of the bar of a no, as a share of it.
const NO: f32 = 0.2;

impl Figure<'_> {
    /// The strip of a panel of yes and no, from `top` on.
    pub(super) fn barcode(&mut self, panel: &Panel, top: f32) {
        let wide = self.day_width();
        // A gap between days, while they are wide enough to have one.
        let gap = if wide >= 3.0 { 0.5 } else { 0.0 };
        for BarcodeRun { from, to, yes } in panel.barcode(if gap > 0.0 { 1 } else { usize::MAX }) {
            let high = if yes { HEIGHT } else { HEIGHT * NO };
            let frame =
                [LEFT + from as f32 * wide + gap, top + HEIGHT - high, (to + 1 - from) as f32 * wide - 2.0 * gap, high];
            let opacity = if yes { 0.9 } else { 0.45 };
            self.items.push(Item::Box { frame, color: panel.style.color, opacity });
        }
    }
}
