//! A folding card: title, what it holds when folded, a link at the right of its head.

use eframe::egui::{self, CornerRadius, Frame, Margin, RichText, Role, Sense, Stroke, Ui, WidgetInfo};

use crate::ui::theme::{Palette, ROUNDING, size, space, strong_font};

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
            ui.spacing_mut().item_spacing.y = space::ROW;
            pressed = head_ui(ui, title, summary, open, link);
            if *open {
                ui.add_space(space::TIGHT);
                body(ui);
            }
        },
    );
    ui.add_space(space::ROW);
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

fn head_ui(ui: &mut Ui, title: &str, summary: &str, open: &mut bool, link: Option<&str>) -> bool {
    let palette = Palette::of(ui);
    let mut pressed = false;
    ui.horizontal(|ui| {
        let galley = ui.painter().layout_no_wrap(title.to_owned(), strong_font(size::TITLE), palette.text);
        let wanted = galley.size() + egui::vec2(22.0, 8.0);
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, *open, format!("{title} card")));
        if response.clicked() {
            *open = !*open;
        }
        chevron(ui, egui::pos2(rect.left() + 6.0, rect.center().y), *open);
        let at = egui::pos2(rect.left() + 20.0, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, palette.text);
        if response.has_focus() {
            super::cell::focus_ring(ui, rect);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if *open {
                if let Some(link) = link {
                    pressed = ui.link(link).on_hover_text(format!("{title}: {link}")).clicked();
                }
            } else {
                ui.add(egui::Label::new(RichText::new(summary).size(size::CAPTION).color(palette.quiet)).truncate());
            }
        });
    });
    pressed
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
