//! A folding card: title, what it holds when folded, a link at the right of its head.

use eframe::egui::text::LayoutJob;
use eframe::egui::{self, CornerRadius, Frame, Margin, Role, Sense, Stroke, Ui, WidgetInfo};

use crate::ui::theme::{Palette, ROUNDING, font, size, space, strong_font};

/// Shows a card. `summary` stands in the head while it is folded; `link` at the right while it is open. Gives whether the
/// link was pressed.
pub fn card_ui(
    ui: &mut Ui,
    title: &str,
    summary: &str,
    open: &mut bool,
    link: Option<&str>,
    body: impl FnOnce(&mut Ui),
) -> bool {
    let palette = Palette::of(ui);
    let mut pressed = false;
    Frame::new().fill(palette.card).corner_radius(CornerRadius::same(ROUNDING)).inner_margin(Margin::same(12)).show(
        ui,
        |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::CARD_ROW;
            pressed = head_ui(ui, title, summary, open, link);
            if *open {
                body(ui);
            }
        },
    );
    // With the space between two things that makes 12.
    ui.add_space(space::TIGHT);
    pressed
}

/// A card without a head.
pub fn plain_ui(ui: &mut Ui, body: impl FnOnce(&mut Ui)) {
    let palette = Palette::of(ui);
    let frame =
        Frame::new().fill(palette.card).corner_radius(CornerRadius::same(ROUNDING)).inner_margin(Margin::same(12));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        body(ui);
    });
}

/// The whole head folds and unfolds the card. What it holds is in its order, on two lines at most.
fn head_ui(ui: &mut Ui, title: &str, summary: &str, open: &mut bool, link: Option<&str>) -> bool {
    let palette = Palette::of(ui);
    let galley = ui.painter().layout_no_wrap(title.to_owned(), strong_font(size::TITLE), palette.text);
    let (wide, title_wide) = (ui.available_width(), galley.size().x + 28.0);
    let said = (!*open).then(|| {
        let mut job =
            LayoutJob::simple(summary.to_owned(), font(size::CAPTION), palette.quiet, (wide - title_wide).max(40.0));
        job.wrap.max_rows = 2;
        job.halign = egui::Align::RIGHT;
        ui.painter().layout_job(job)
    });
    let high = said.as_ref().map_or(0.0, |said| said.size().y).max(space::CELL);
    let (rect, response) = ui.allocate_exact_size(egui::vec2(wide, high), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, *open, format!("{title} card")));
    if response.hovered() {
        ui.painter().rect_filled(rect.expand2(egui::vec2(6.0, 2.0)), CornerRadius::same(ROUNDING), palette.hover);
    }
    if response.clicked() {
        *open = !*open;
    }
    chevron(ui, egui::pos2(rect.left() + 6.0, rect.center().y), *open);
    let at = egui::pos2(rect.left() + 20.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.text);
    if response.has_focus() {
        super::cell::focus_ring(ui, rect);
    }
    let mut beside = rect;
    beside.min.x = (rect.left() + title_wide).min(rect.right());
    if let Some(said) = said {
        ui.put(beside, egui::Label::new(said).selectable(false));
        return false;
    }
    let Some(link) = link else { return false };
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    let place = egui::UiBuilder::new().max_rect(beside).layout(layout);
    ui.scope_builder(place, |ui| ui.link(link).on_hover_text(format!("{title}: {link}")).clicked()).inner
}

fn chevron(ui: &Ui, center: egui::Pos2, open: bool) {
    let stroke = Stroke::new(1.6, Palette::of(ui).quiet);
    let (a, b, c) = if open {
        (egui::vec2(-4.0, -2.0), egui::vec2(0.0, 2.5), egui::vec2(4.0, -2.0))
    } else {
        (egui::vec2(-2.0, -4.0), egui::vec2(2.5, 0.0), egui::vec2(-2.0, 4.0))
    };
    ui.painter().line_segment([center + a, center + b], stroke);
    ui.painter().line_segment([center + b, center + c], stroke);
}
