//! One finding in the list: which way it goes, its grade, the sentence, its effect day by day, and the way to its page.

use eframe::egui::{self, CornerRadius, Frame, Margin, RichText, Ui};

use super::lag_spark;
use crate::analysis::insights::{Finding, Grade, words};
use crate::columns::DayTable;
use crate::model::pair_mark::PairMark;
use crate::ui::theme::{Palette, ROUNDING_SMALL, size, strong_font};
use crate::ui::widgets::card;

/// Room of the picture beside the words.
const SPARK: f32 = 148.0;
/// Below this width the picture stands under the words.
const ROOMY: f32 = 420.0;

/// Shows the card; gives whether its page is to be opened. What makes all findings doubtful is said above the list.
pub fn finding_card_ui(ui: &mut Ui, finding: &Finding, table: &DayTable, mark: &PairMark) -> bool {
    let mut open = false;
    ui.push_id((&finding.factor, &finding.outcome), |ui| {
        card::plain_ui(ui, |ui| {
            let title = words::heading(finding, table);
            ui.horizontal_top(|ui| {
                let beside = ui.available_width() > ROOMY;
                let words_width = if beside { ui.available_width() - SPARK } else { ui.available_width() };
                ui.vertical(|ui| {
                    ui.set_max_width(words_width);
                    ui.set_min_width(words_width);
                    ui.add(egui::Label::new(RichText::new(&title).font(strong_font(size::TITLE))).wrap());
                    grade_badge_ui(ui, finding.grade);
                    ui.label(words::sentence(finding, table));
                });
                if beside {
                    lag_spark::lag_spark_ui(ui, finding);
                }
            });
            if ui.available_width() <= ROOMY {
                lag_spark::lag_spark_ui(ui, finding);
            }
            if let Some(note) = &mark.note {
                caption_ui(ui, &format!("Your note: {}", note.as_str()));
            }
            ui.horizontal_wrapped(|ui| {
                open = ui.button("Look closer").on_hover_text(format!("Look closer: {title}")).clicked();
                if mark.to_test {
                    caption_ui(ui, "kept to be tested");
                }
            });
        });
    });
    open
}

/// The grade with its chance of being noise, on a faint ground.
pub fn grade_badge_ui(ui: &mut Ui, grade: Grade) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.hover).corner_radius(CornerRadius::same(ROUNDING_SMALL));
    frame.inner_margin(Margin::symmetric(6, 2)).show(ui, |ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let words = RichText::new(words::badge(grade)).font(strong_font(size::CAPTION)).color(palette.text);
        ui.label(words).on_hover_text(words::grade(grade));
    });
}

/// A quiet line of small letters.
pub fn caption_ui(ui: &mut Ui, words: &str) {
    ui.add(egui::Label::new(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet)).wrap());
}
