//! The places of the map as a plain list: whoever does not see the picture, or knows the name, finds and chooses them here.

use eframe::egui::{self, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use super::{BodyMapState, LoggedPlace, toggle};
use crate::model::region::Region;

/// Shows the list with a field to filter it by.
pub(super) fn list_ui(
    ui: &mut Ui,
    state: &mut BodyMapState,
    chosen: &mut Vec<Region>,
    logged: &[LoggedPlace],
    height: f32,
) {
    let field = TextEdit::singleline(&mut state.sought).hint_text("Find a place").desired_width(f32::INFINITY);
    let response = ui.add(field);
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, ui.is_enabled(), "Find a place of the body"));
    let sought = state.sought.trim().to_lowercase();
    let finest = state.finer;
    let is_offered = |region: &&Region| finest || Region::coarse().any(|coarse| coarse == **region);
    let fits = |region: &&Region| sought.split_whitespace().all(|word| region.label().to_lowercase().contains(word));
    ScrollArea::vertical().id_salt("places").max_height(height - 40.0).auto_shrink([false, true]).show(ui, |ui| {
        for region in Region::all().iter().filter(is_offered).filter(fits) {
            let mut is_chosen = chosen.contains(region);
            let here = logged.iter().find(|place| place.region == *region);
            let words =
                here.map_or_else(|| region.label().to_owned(), |place| format!("{}, {}", region.label(), place.words));
            let row = ui.checkbox(&mut is_chosen, egui::RichText::new(&words));
            row.widget_info(|| {
                WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), is_chosen, format!("{words}, in the list"))
            });
            if row.changed() {
                toggle(chosen, *region);
            }
        }
    });
}
