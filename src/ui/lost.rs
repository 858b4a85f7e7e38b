//! A diary that is not where it was: what was there, what is there now, and the ways out. Nothing is made before one of them is chosen.

use std::path::PathBuf;

use eframe::egui::{Align, Button, CentralPanel, Frame, Label, Layout, RichText, ScrollArea, Ui};

use super::theme::{Palette, size, space, strong_font};
use super::widgets::path_field::{Asked, PathField};
use super::widgets::{caption_ui, heading_ui};
use crate::model::text::show_path;
use crate::storage::copies::DiaryCopy;
use crate::words::{capital, file_size};
use crate::workspace::{LostDiary, Way};

/// Widest that the page gets, in points.
const WIDE: f32 = 620.0;

/// The page, and what is chosen on it.
pub(super) struct LostPage {
    lost: LostDiary,
    copies: Vec<DiaryCopy>,
    elsewhere: PathField,
    /// Why the last way did not lead in.
    refused: Option<String>,
    /// A way is being tried.
    is_trying: bool,
}

impl LostPage {
    pub(super) fn new(lost: LostDiary) -> Self {
        let copies = lost.copies();
        Self { lost, copies, elsewhere: PathField::default(), refused: None, is_trying: false }
    }

    /// The way that was tried did not lead in.
    pub(super) fn refuse(&mut self, why: String) {
        self.refused = Some(why);
        self.is_trying = false;
    }

    /// Draws it; gives the way that was chosen.
    pub(super) fn ui(&mut self, ui: &mut Ui) -> Option<Way> {
        let ground = Frame::new().fill(Palette::of(ui).window).inner_margin(space::BETWEEN);
        let shown = CentralPanel::default().frame(ground).show(ui, |ui| {
            let area = ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                ui.vertical_centered(|ui| {
                    let wide = WIDE.min(ui.available_width());
                    ui.allocate_ui_with_layout(eframe::egui::vec2(wide, 0.0), Layout::top_down(Align::Min), |ui| {
                        ui.set_width(wide);
                        self.page_ui(ui)
                    })
                    .inner
                })
                .inner
            });
            area.inner
        });
        let chosen = shown.inner;
        if chosen.is_some() {
            self.is_trying = true;
            self.refused = None;
        }
        chosen
    }

    fn page_ui(&mut self, ui: &mut Ui) -> Option<Way> {
        let palette = Palette::of(ui);
        ui.add_space(space::BETWEEN * 2.0);
        ui.label(RichText::new("Your diary is not where it was").font(strong_font(size::VIEW)));
        ui.add(Label::new(RichText::new(show_path(&self.lost.folder)).strong()).wrap());
        ui.add(Label::new(format!("{}.", capital(&self.lost.what()))).wrap());
        let quiet = "Nothing was made or changed there, and nothing will be before you choose.";
        ui.add(Label::new(RichText::new(quiet).color(palette.quiet)).wrap());
        if let Some(why) = &self.refused {
            ui.add(Label::new(RichText::new(format!("{}.", capital(why))).color(palette.attention)).wrap());
        }
        if self.is_trying {
            ui.add_space(space::ROW);
            ui.label(RichText::new(super::text::OPENING).color(palette.quiet));
            return None;
        }
        ui.add_space(space::ROW);
        heading_ui(ui, "It comes back to its place");
        ui.add(Label::new("Connect the stick or the drive, or put the folder back.").wrap());
        let again = ui.button("Look again").clicked().then_some(Way::AsEver);
        ui.add_space(space::ROW);
        let elsewhere = self.elsewhere_ui(ui);
        ui.add_space(space::ROW);
        let copy = self.copies_ui(ui);
        ui.add_space(space::ROW);
        heading_ui(ui, "Begin another diary here");
        ui.add(Label::new("It starts empty. What you find of the old one later can be brought in then.").wrap());
        let anew = ui.button("Begin an empty diary").clicked().then_some(Way::Anew);
        again.or(elsewhere).or(copy).or(anew)
    }

    fn elsewhere_ui(&mut self, ui: &mut Ui) -> Option<Way> {
        heading_ui(ui, "It lies in another folder now");
        ui.add(Label::new("Gutskin remembers that folder, and opens it from now on.").wrap());
        self.elsewhere.ui(ui, "The folder of the diary", &Asked::Folder);
        let typed = self.elsewhere.path.trim().to_owned();
        let opens = ui.add_enabled(!typed.is_empty(), Button::new("Open it there")).clicked();
        opens.then(|| Way::Elsewhere(PathBuf::from(typed)))
    }

    fn copies_ui(&self, ui: &mut Ui) -> Option<Way> {
        heading_ui(ui, "Bring it back from a full copy");
        if self.copies.is_empty() {
            let none = match &self.lost.known.copies {
                Some(place) => format!("Its copies lay in {}, which cannot be reached now.", show_path(place)),
                None => "No second folder for copies was chosen, and no full copy is left here.".to_owned(),
            };
            ui.add(Label::new(none).wrap());
            return None;
        }
        ui.add(
            Label::new("The pictures of photos are not in it: put the folder “photos” back as well, if you have it.")
                .wrap(),
        );
        let mut chosen = None;
        for copy in &self.copies {
            ui.push_id(&copy.path, |ui| {
                ui.horizontal_wrapped(|ui| {
                    let label = copy.label();
                    ui.add(Label::new(&label).wrap());
                    caption_ui(ui, &file_size(copy.bytes));
                    if ui.link("Bring it back").on_hover_text(show_path(&copy.path)).clicked() {
                        chosen = Some(Way::FromCopy(copy.path.clone()));
                    }
                });
            });
        }
        chosen
    }
}
