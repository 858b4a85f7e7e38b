//! The map as two tables: the same words, for whoever does not see the drawing or wants to read it in order.

use eframe::egui::{self, Align, Label, Layout, RichText, Ui, vec2};

use crate::evidence::axis::{AxisMap, BoxIndex, Shown};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::card::plain_ui;
use crate::ui::widgets::{heading_ui, quiet_ui};

/// Shares of the width that the three columns get.
const SHARES: [f32; 3] = [0.32, 0.34, 0.34];

/// Shows both tables.
pub(super) fn table_ui(ui: &mut Ui, map: &AxisMap) {
    plain_ui(ui, |ui| {
        heading_ui(ui, "The boxes");
        row_ui(ui, ["Box", "Index", "What is missing"], true);
        for (of, index) in map.boxes.iter().filter_map(|of| Some((of, of.index.as_ref()?))) {
            let missing = match &index.shown {
                Shown::TooFew(missing) => missing.join(" "),
                _ => String::new(),
            };
            row_ui(ui, [of.title, &value(index), &missing], false);
        }
        for lane in &map.lanes {
            quiet_ui(ui, &lane.words(map.day));
        }
    });
    plain_ui(ui, |ui| {
        heading_ui(ui, "The arrows");
        row_ui(ui, ["From and to", "What studies say", "What your diary shows"], true);
        for arrow in &map.arrows {
            let path = format!("{}. {}", arrow.number, arrow.title());
            row_ui(ui, [&path, &arrow.style.words, &arrow.own.words()], false);
        }
    });
}

fn value(index: &BoxIndex) -> String {
    if index.keeps_back { index.words() } else { format!("{}; {}", index.words(), index.coverage_words()) }
}

/// One row whose cells wrap.
fn row_ui(ui: &mut Ui, cells: [&str; 3], is_head: bool) {
    let width = ui.available_width() - 2.0 * space::ROW;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::ROW;
        for (words, share) in cells.into_iter().zip(SHARES) {
            let wide = vec2(width * share, 0.0);
            ui.allocate_ui_with_layout(wide, Layout::top_down(Align::Min), |ui| {
                ui.set_width(width * share);
                let color = if is_head { Palette::of(ui).quiet } else { Palette::of(ui).text };
                let words = RichText::new(words).color(color);
                let words = if is_head { words.font(strong_font(size::CAPTION)) } else { words };
                ui.add(Label::new(words).wrap().halign(egui::Align::Min));
            });
        }
    });
}
