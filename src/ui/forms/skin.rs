//! The skin card: the whole skin, or places of the body map. What is answered for several places at once is one step.

use eframe::egui::{RichText, Ui};

use super::{Form, HandOver, field};
use crate::edit::{Command, Place};
use crate::model::builtin::REST_CLEAR;
use crate::model::entry::EntryKind;
use crate::model::form_rows::FormRows;
use crate::model::region::Region;
use crate::model::trackable::{Direction, Kind, Trackable};
use crate::model::value::Value;
use crate::ui::theme::{Palette, size};
use crate::ui::widgets::body_map::{LoggedPlace, body_map_ui, preview_ui};
use crate::ui::widgets::caption_ui;

impl Form<'_> {
    /// Which places are shown: none for the whole skin.
    pub(super) fn places_ui(&mut self, ui: &mut Ui) -> Vec<Region> {
        let mut chosen = self.state.regions.get(&self.day).cloned().unwrap_or_default();
        let logged = self.logged_places();
        ui.horizontal_top(|ui| {
            preview_ui(ui, &mut self.state.body_map, &mut self.state.is_map_open, &logged);
            ui.vertical(|ui| places_row_ui(ui, &mut chosen, &logged));
        });
        if self.state.is_map_open {
            body_map_ui(ui, &mut self.state.body_map, &mut chosen, &logged);
        }
        if let Some(words) = about(&chosen) {
            ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
        }
        if chosen.is_empty() {
            self.state.regions.remove(&self.day);
        } else {
            self.state.regions.insert(self.day, chosen.clone());
        }
        chosen
    }

    /// Places that something is answered for, with the worst of it.
    fn logged_places(&self) -> Vec<LoggedPlace> {
        let checks = self.page.map(|page| page.of_kind(EntryKind::SkinCheck)).unwrap_or_default();
        let mut found: Vec<LoggedPlace> = Vec::new();
        for entry in checks {
            let Some(region) = entry.region else { continue };
            let mut here = LoggedPlace { region, strength: 0.0, words: String::new() };
            for (key, value) in entry.answers.iter() {
                let Some(known) = self.diary.catalogue().get(key.as_str()) else { continue };
                let (_, most) = known.kind.range();
                let is_scale = matches!(known.kind, Kind::Grade | Kind::Score) && known.direction == Direction::WorseUp;
                let words = if is_scale {
                    here.strength = here.strength.max(value.as_number() / most);
                    format!("{} {value} of {most}", known.label.as_str().to_lowercase())
                } else {
                    format!("{} {}", known.label.as_str().to_lowercase(), known.show(value))
                };
                here.words = if here.words.is_empty() { words } else { format!("{}, {words}", here.words) };
            }
            match found.iter_mut().find(|place| place.region == region) {
                Some(place) => {
                    place.strength = place.strength.max(here.strength);
                    place.words = format!("{}, {}", place.words, here.words);
                }
                None => found.push(here),
            }
        }
        found
    }

    /// What is answered for the places, and at single moments.
    pub(super) fn skin_ui(&mut self, ui: &mut Ui, regions: &[Region]) {
        self.rest_clear_ui(ui, regions);
        match regions {
            [] | [_] => {
                let region = regions.first().copied();
                ui.push_id(region.map(Region::label), |ui| self.main_entry_ui(ui, EntryKind::SkinCheck, region));
            }
            several => drop(ui.push_id(several, |ui| self.several_places_ui(ui, several))),
        }
        self.moments_ui(ui, EntryKind::SkinCheck);
    }

    /// Whether there is nothing to be seen beside the places that are logged: area, scores and the map over time need it.
    fn rest_clear_ui(&mut self, ui: &mut Ui, regions: &[Region]) {
        let kind = EntryKind::SkinCheck;
        let entry = self.page.and_then(|page| page.main_entry(kind, None));
        let said = entry.and_then(|entry| entry.answers.get(REST_CLEAR));
        let has_places = self.page.is_some_and(|page| page.of_kind(kind).iter().any(|entry| entry.region.is_some()));
        let is_about_places = has_places || !regions.is_empty() || self.state.is_map_open || said.is_some();
        let Some(known) = self.diary.catalogue().get(REST_CLEAR).filter(|known| is_about_places && !known.hidden)
        else {
            return;
        };
        let mut is_clear = said == Some(Value::YesNo(true));
        let hint = "Every place that you did not log then counts as clear on this day. Otherwise it is not known.";
        if ui.checkbox(&mut is_clear, known.label.as_str()).on_hover_text(hint).changed() {
            let place = entry.map_or(Place::Main { kind, region: None }, |entry| Place::Entry(entry.id));
            let value = is_clear.then_some(Value::YesNo(true));
            self.commands.edit(Command::Answer { day: self.day, place, key: known.key.clone(), value });
        }
    }

    /// Fields whose answers go to several places in one step. Where the places differ, a field is empty.
    fn several_places_ui(&mut self, ui: &mut Ui, regions: &[Region]) {
        let kind = EntryKind::SkinCheck;
        let asked = |known: &&Trackable| FormRows::built_in().is_asked_of(known.key.as_str(), true);
        for known in self.diary.catalogue().shown_for(kind).filter(asked) {
            let answered = |region: &Region| {
                let entry = self.page.and_then(|page| page.main_entry(kind, Some(*region)))?;
                entry.answers.get(known.key.as_str())
            };
            let first = regions.first().and_then(answered);
            let value = first.filter(|value| regions.iter().all(|region| answered(region) == Some(*value)));
            if !self.is_shown(known, regions.iter().find_map(answered)) {
                continue;
            }
            let input = ui.push_id(known.key.as_str(), |ui| field::field_ui(ui, self.drafts, known, value, None)).inner;
            if value.is_none() && regions.iter().any(|region| answered(region).is_some()) {
                caption_ui(ui, "– The places differ in this.");
            }
            let (day, trackable, regions) = (self.day, known.clone(), regions.to_vec());
            let answer = move |value| {
                let to_one = |region: &Region| Command::Answer {
                    day,
                    place: Place::Main { kind, region: Some(*region) },
                    key: trackable.key.clone(),
                    value,
                };
                let what = match value {
                    Some(value) => format!("{} {}", trackable.label, trackable.show(value)),
                    None => format!("clearing {}", trackable.label),
                };
                let label = format!("{what}, {} places, {}", regions.len(), day.short());
                Command::Batch { label, steps: regions.iter().map(to_one).collect() }
            };
            self.take(input, known, None, HandOver::Pause, answer);
        }
    }
}

/// The whole skin, or one of the places that are logged or chosen.
fn places_row_ui(ui: &mut Ui, chosen: &mut Vec<Region>, logged: &[LoggedPlace]) {
    ui.horizontal_wrapped(|ui| {
        if ui.selectable_label(chosen.is_empty(), "Whole skin").clicked() {
            chosen.clear();
        }
        let mut shown: Vec<Region> = logged.iter().map(|place| place.region).chain(chosen.clone()).collect();
        shown.sort_unstable();
        shown.dedup();
        for place in shown {
            if ui.selectable_label(chosen.contains(&place), place.label()).clicked() {
                *chosen = vec![place];
            }
        }
    });
}

/// What the answers below are about; nothing for the whole skin.
fn about(chosen: &[Region]) -> Option<String> {
    let names: Vec<String> = chosen.iter().map(|region| region.label().to_lowercase()).collect();
    let (last, others) = names.split_last()?;
    Some(if others.is_empty() {
        format!("These answers are about the {last} alone.")
    } else {
        format!("These answers go to each of these places: {} and {last}.", others.join(", "))
    })
}
