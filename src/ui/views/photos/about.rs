//! What is said of photos: places, series, set-up, a note, and whether they are covered. What was said of the last one is offered again.

use eframe::egui::{Checkbox, TextEdit, Ui};

use crate::model::diary::Diary;
use crate::model::photo::{MOST_PHOTO_REGIONS, Photo};
use crate::model::region::Region;
use crate::model::text::{Name, Note};
use crate::ui::theme::space;
use crate::ui::widgets::body_map::{BodyMapState, body_map_ui};
use crate::ui::widgets::quiet_ui;

/// What is being said.
#[derive(Default)]
pub(super) struct AboutPhoto {
    series: String,
    setup: String,
    note: String,
    regions: Vec<Region>,
    is_covered: bool,
    map: BodyMapState,
    shows_map: bool,
}

/// What was said, once it can be kept.
pub(super) struct Said {
    series: Option<Name>,
    setup: Option<Name>,
    note: Option<Note>,
    regions: Vec<Region>,
    is_covered: bool,
}

impl Said {
    /// The same photo with this said of it.
    pub(super) fn put_into(&self, photo: Photo) -> Photo {
        let (series, setup, note) = (self.series.clone(), self.setup.clone(), self.note.clone());
        Photo { series, setup, note, regions: self.regions.clone(), covered: self.is_covered, ..photo }
    }
}

impl AboutPhoto {
    /// What the last photo was said to show, without its note.
    pub(super) fn like_the_last(diary: &Diary) -> Self {
        let last = diary.photos().last();
        let about = last.map(Self::of_photo).unwrap_or_default();
        Self { note: String::new(), is_covered: last.is_none_or(|photo| photo.covered), ..about }
    }

    /// What is said of a photo now.
    pub(super) fn of_photo(photo: &Photo) -> Self {
        let name = |name: &Option<Name>| name.as_ref().map(ToString::to_string).unwrap_or_default();
        Self {
            series: name(&photo.series),
            setup: name(&photo.setup),
            note: photo.note.as_ref().map(ToString::to_string).unwrap_or_default(),
            regions: photo.regions.clone(),
            is_covered: photo.covered,
            ..Self::default()
        }
    }

    /// What was said, or why it cannot be kept.
    pub(super) fn said(&self) -> Result<Said, String> {
        let name = |text: &str| match text.trim() {
            "" => Ok(None),
            text => Name::new(text).map(Some).map_err(|error| error.to_string()),
        };
        let note = match self.note.trim() {
            "" => None,
            text => Some(Note::new(text).map_err(|error| error.to_string())?),
        };
        if self.regions.len() > MOST_PHOTO_REGIONS {
            return Err(format!("a photo shows at most {MOST_PHOTO_REGIONS} places; leave some out"));
        }
        let (series, setup) = (name(&self.series)?, name(&self.setup)?);
        Ok(Said { series, setup, note, regions: self.regions.clone(), is_covered: self.is_covered })
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, diary: &Diary) {
        let known = |of: fn(&Photo) -> Option<&Name>| known_names(diary, of);
        field_ui(
            ui,
            "Series",
            "one view, such as Face, front",
            &mut self.series,
            &known(|photo| photo.series.as_ref()),
        );
        field_ui(ui, "Set-up", "light and camera", &mut self.setup, &known(|photo| photo.setup.as_ref()));
        ui.horizontal_wrapped(|ui| {
            ui.label("Places");
            let places: Vec<String> = self.regions.iter().map(|region| region.label().to_lowercase()).collect();
            let words = if places.is_empty() { "none said".to_owned() } else { places.join(", ") };
            ui.label(words);
            if ui.link(if self.shows_map { "close the map" } else { "choose on the map" }).clicked() {
                self.shows_map = !self.shows_map;
            }
        });
        if self.shows_map {
            body_map_ui(ui, &mut self.map, &mut self.regions, &[]);
        }
        let note = TextEdit::multiline(&mut self.note).desired_rows(2).hint_text("Note").desired_width(f32::INFINITY);
        ui.add(note).accessible_name("Note about the photo");
        ui.add(Checkbox::new(&mut self.is_covered, "Covered until I ask for it"));
        if self.regions.iter().any(|region| region.is_asked_only_finely()) {
            quiet_ui(ui, "It shows skin under clothes, so it stays covered in any case.");
        }
        ui.add_space(space::TIGHT);
    }
}

/// Names that photos have already, each once.
fn known_names(diary: &Diary, of: fn(&Photo) -> Option<&Name>) -> Vec<String> {
    let mut names: Vec<String> = diary.photos().filter_map(of).map(ToString::to_string).collect();
    names.sort();
    names.dedup();
    names
}

/// A name to type, with those that are known beside it.
fn field_ui(ui: &mut Ui, label: &str, hint: &str, text: &mut String, known: &[String]) {
    ui.horizontal_wrapped(|ui| {
        ui.label(label);
        ui.add(TextEdit::singleline(text).hint_text(hint).desired_width(200.0)).accessible_name(label);
        let others: Vec<&String> = known.iter().filter(|name| name.as_str() != text.as_str()).take(6).collect();
        for name in others {
            if ui.small_button(name).on_hover_text(format!("{label}: {name}")).clicked() {
                name.clone_into(text);
            }
        }
    });
}
