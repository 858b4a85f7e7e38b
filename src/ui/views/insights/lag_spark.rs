//! The effect of a finding, day by day, as a small picture: a bar a day after, up for more and down for less, the days of the
//! finding in colour. Its page has the same with intervals.

use eframe::egui::{Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::insights::{Finding, words};
use crate::ui::theme::{Palette, faded};

/// Size of the picture.
const WIDTH: f32 = 132.0;
const HEIGHT: f32 = 40.0;

/// Draws it.
pub fn lag_spark_ui(ui: &mut Ui, finding: &Finding) {
    let (room, response) = ui.allocate_exact_size(vec2(WIDTH, HEIGHT), Sense::hover());
    let when = words::when_short(finding.claim.lag, finding.claim.lag_end);
    let effects = &finding.claim.by_lag;
    let last = effects.len().saturating_sub(1);
    let said = format!("Differences by day, from the same day to {last} days after; the finding is {when}");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
    let most = effects.iter().fold(0.0_f64, |most, effect| most.max(effect.effect.abs()));
    if ui.is_rect_visible(room) && most > 0.0 {
        let palette = Palette::of(ui);
        let wide = room.width() / effects.len().max(1) as f32;
        ui.painter().hline(room.x_range(), room.center().y, Stroke::new(1.0, palette.faint));
        for (lag, effect) in effects.iter().enumerate() {
            let is_found = (finding.claim.lag..=finding.claim.lag_end).contains(&lag);
            let color = if is_found { palette.accent } else { faded(palette.quiet, 0.5) };
            #[expect(clippy::cast_possible_truncation, reason = "a share of a height")]
            let high = (effect.effect / most) as f32 * room.height() / 2.0;
            let left = room.left() + lag as f32 * wide + 1.0;
            let ends = (room.center().y, room.center().y - high);
            let bar = Rect::from_two_pos(pos2(left, ends.0), pos2(left + wide - 2.0, ends.1));
            ui.painter().rect_filled(bar, 1, color);
        }
    }
    response.on_hover_text(said);
}
