//! The offers below the palette's field: what each would do, the one that Enter takes marked.

use eframe::egui::{Button, Label, RichText, Ui};

use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::caption_ui;
use crate::workspace::palette::{PaletteFound, PaletteOffer};

const NOTHING: &str = "Nothing here has these words. A name and an amount log an answer: itch 4, fibre 8 g.";

/// What an offer is called: "Log itch 4, 12 Mar".
pub(super) fn name(offer: &PaletteOffer) -> String {
    format!("{} {}, {}", offer.verb, offer.words, offer.detail)
}

/// Shows them; gives the one that was pressed.
pub(super) fn offers_ui(ui: &mut Ui, found: &PaletteFound, at: usize) -> Option<usize> {
    ui.spacing_mut().item_spacing.y = space::TIGHT / 2.0;
    let palette = Palette::of(ui);
    let mut taken = None;
    for (index, offer) in found.offers.iter().enumerate() {
        let quiet = RichText::new(&offer.detail).size(size::CAPTION).color(palette.quiet);
        let words = RichText::new(format!("{} {}", offer.verb, offer.words)).color(palette.text);
        let button = Button::selectable(index == at, words)
            .right_text(quiet)
            .truncate()
            .min_size(eframe::egui::vec2(ui.available_width(), space::CELL));
        let response = ui.add(button).accessible_name(name(offer));
        if response.clicked() {
            taken = Some(index);
        }
    }
    if let Some(refused) = &found.refused {
        let words = RichText::new(refused).size(size::CAPTION).color(palette.attention);
        ui.add(Label::new(words).wrap());
    } else if found.offers.is_empty() {
        ui.add(Label::new(RichText::new(NOTHING).size(size::CAPTION).color(palette.quiet)).wrap());
    } else {
        caption_ui(ui, "Enter does the marked one · arrows choose · Esc leaves");
    }
    taken
}
