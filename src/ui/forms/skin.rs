//! The skin card: the whole skin, or one place of the body map at a time.

use eframe::egui::{RichText, Ui};

use super::Form;
use crate::model::entry::EntryKind;
use crate::model::region::Region;
use crate::ui::theme::{Palette, size};
use crate::ui::widgets::body_map;

impl Form<'_> {
    /// Which place is shown: none for the whole skin.
    pub(super) fn place_ui(&mut self, ui: &mut Ui) -> Option<Region> {
        let mut region = self.state.regions.get(&self.day).copied();
        let logged: Vec<Region> = self
            .page
            .map(|page| page.of_kind(EntryKind::SkinCheck).into_iter().filter_map(|entry| entry.region).collect())
            .unwrap_or_default();
        ui.horizontal_wrapped(|ui| {
            ui.label("Where");
            let mut choice = None;
            if ui.selectable_label(region.is_none(), "Whole skin").clicked() {
                choice = Some(None);
            }
            let mut shown = logged.clone();
            shown.extend(region.filter(|chosen| !logged.contains(chosen)));
            shown.sort_unstable();
            shown.dedup();
            for place in shown {
                if ui.selectable_label(region == Some(place), place.label()).clicked() {
                    choice = Some(Some(place));
                }
            }
            ui.menu_button("Place…", |ui| {
                if let Some(place) = body_map::body_map_ui(ui, region, &logged) {
                    choice = Some(Some(place));
                    ui.close();
                }
            })
            .response
            .on_hover_text("Log one place of the body by itself");
            if let Some(chosen) = choice {
                region = chosen;
                match chosen {
                    Some(place) => self.state.regions.insert(self.day, place),
                    None => self.state.regions.remove(&self.day),
                };
            }
        });
        if let Some(place) = region {
            let words = format!("These answers are about the {} alone.", place.label().to_lowercase());
            ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
        }
        region
    }

    /// What is answered for the place, and at single moments.
    pub(super) fn skin_ui(&mut self, ui: &mut Ui, region: Option<Region>) {
        ui.push_id(region.map(Region::label), |ui| self.main_entry_ui(ui, EntryKind::SkinCheck, region));
        self.moments_ui(ui, EntryKind::SkinCheck);
    }
}
