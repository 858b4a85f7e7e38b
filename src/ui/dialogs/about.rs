//! What the program is, what it is not, and whose work ships with it.

use eframe::egui::{RichText, Ui};

use crate::evidence::instruments::instruments;
use crate::foods::table::ATTRIBUTION;
use crate::report::fhir;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::text;
use crate::ui::theme::{Palette, size, strong_font};

const WHAT: &str = "A private diary for skin that flares. Everything stays in one folder on this computer, in files you can \
read. The program has no way to send anything anywhere.";
const NOT: &str = "It does not diagnose and does not treat. It shows what goes along with your skin and what studies say, with \
how uncertain both are. Decisions about medicines and diets belong to you and your doctor.";
const CREDITS: &[&str] = &[
    "Type: Inter, by the Inter project authors, SIL Open Font License 1.1.",
    "Stool form follows the seven steps of the Bristol scale (Lewis & Heaton 1997, doi:10.3109/00365529709011203) with own words and drawings.",
    "Series colours: Okabe & Ito 2008, Color Universal Design.",
    "Evidence cards cite their sources one by one.",
];

/// The page.
pub(super) struct AboutPage;

impl Dialog for AboutPage {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        modal::title_ui(ui, text::APP);
        modal::quiet_ui(ui, &format!("Version {}, MIT or Apache-2.0", env!("CARGO_PKG_VERSION")));
        modal::middle_ui(ui, |ui| {
            ui.label(WHAT);
            ui.label(RichText::new(text::NOT_MEDICAL).font(strong_font(size::BODY)).color(Palette::of(ui).attention));
            ui.label(NOT);
            ui.separator();
            let instruments =
                instruments().iter().map(|instrument| format!("{} {}", instrument.credit, instrument.terms));
            let credits = CREDITS
                .iter()
                .chain(&ATTRIBUTION)
                .map(|line| (*line).to_owned())
                .chain([fhir::notice().to_owned()])
                .chain(instruments);
            for line in credits {
                ui.label(RichText::new(line).size(size::CAPTION).color(Palette::of(ui).quiet));
            }
        });
        modal::close_button_ui(ui, ctx.commands);
    }

    fn has_fields(&self) -> bool {
        false
    }
}
