//! One finding in the list: the sentence, its grade, what makes it doubtful, and the way to its page.

use eframe::egui::{self, RichText, Ui};

use crate::analysis::insights::{Finding, words};
use crate::columns::DayTable;
use crate::model::pair_mark::PairMark;
use crate::ui::theme::{Palette, size, strong_font};
use crate::ui::widgets::card;

/// Shows the card; gives whether its page is to be opened.
pub fn finding_card_ui(ui: &mut Ui, finding: &Finding, table: &DayTable, mark: &PairMark) -> bool {
    let mut open = false;
    ui.push_id((&finding.factor, &finding.outcome), |ui| {
        card::plain_ui(ui, |ui| {
            let title = words::pair_title(&finding.factor, &finding.outcome, table);
            ui.label(RichText::new(&title).font(strong_font(size::TITLE)));
            ui.label(words::sentence(finding, table));
            ui.label(RichText::new(words::grade(finding.grade)).color(Palette::of(ui).accent));
            caption_ui(ui, words::CONFOUNDING);
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

/// A quiet line of small letters.
pub fn caption_ui(ui: &mut Ui, words: &str) {
    ui.add(egui::Label::new(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet)).wrap());
}
