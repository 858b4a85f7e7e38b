//! The sheet on which photos come in: one look at each, and said once for all of them what they show. Nothing is in the diary before its
//! button is pressed.

use std::collections::BTreeMap;

use eframe::egui::{ColorImage, RichText, ScrollArea, TextureHandle, TextureOptions, Ui, Vec2};

use super::about::AboutPhoto;
use crate::edit::Command;
use crate::model::photo::Photo;
use crate::model::time::Day;
use crate::photos::decode_kept;
use crate::ui::context::ViewContext;
use crate::ui::theme::{Palette, space};
use crate::ui::widgets::day_field::day_field_ui;
use crate::ui::widgets::{card, heading_ui, quiet_ui};
use crate::words::count;
use crate::workspace::jobs::Job;
use crate::workspace::jobs::photos::{IncomingPhoto, KeepPhotos, PhotoSource, ReadPhotos, keep, read};

/// Photos on their way in.
pub(super) struct Incoming {
    reading: Option<ReadPhotos>,
    found: Vec<Candidate>,
    about: AboutPhoto,
    keeping: Option<KeepPhotos>,
    failed: Option<String>,
    small: BTreeMap<usize, TextureHandle>,
}

/// One of them.
struct Candidate {
    incoming: IncomingPhoto,
    day: Option<Day>,
    is_wanted: bool,
}

/// What became of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It stays.
    Open,
    /// It is done with.
    Done,
}

impl Incoming {
    /// Begins to read.
    pub(super) fn start(sources: Vec<PhotoSource>, ctx: &ViewContext<'_>) -> Self {
        let reading = Some(read(sources, ctx.workspace, ctx.wake.clone()));
        let about = AboutPhoto::like_the_last(ctx.workspace.diary());
        Self { reading, found: Vec::new(), about, keeping: None, failed: None, small: BTreeMap::new() }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) -> Outcome {
        self.poll(ctx);
        heading_ui(ui, "Add photos");
        if let Some(reading) = &self.reading {
            ui.horizontal(|ui| {
                ui.spinner();
                quiet_ui(ui, &format!("Reading the photos, {} of 100…", (reading.progress() * 100.0).round()));
            });
            if ui.button("Cancel").clicked() {
                reading.cancel();
                return Outcome::Done;
            }
            return Outcome::Open;
        }
        quiet_ui(
            ui,
            "Each is written anew, without the place, the time and the camera that its file may name. The file itself stays \
             where it is; it is yours to delete.",
        );
        let mut outcome = Outcome::Open;
        ScrollArea::vertical().id_salt("incoming").auto_shrink(false).show(ui, |ui| {
            self.candidates_ui(ui, ctx);
            ui.add_space(space::ROW);
            card::plain_ui(ui, |ui| self.about.ui(ui, ctx.workspace.diary()));
            ui.add_space(space::ROW);
            outcome = self.foot_ui(ui, ctx);
        });
        outcome
    }

    fn poll(&mut self, ctx: &mut ViewContext<'_>) {
        if let Some(answer) = self.reading.as_ref().and_then(Job::poll) {
            self.reading = None;
            match answer {
                Ok(found) => {
                    let candidate = |incoming: IncomingPhoto| Candidate {
                        day: incoming.day,
                        is_wanted: incoming.picture.is_ok(),
                        incoming,
                    };
                    self.found = found.into_iter().map(candidate).collect();
                }
                Err(ended) => self.failed = Some(ended.to_string()),
            }
        }
        if let Some(answer) = self.keeping.as_ref().and_then(Job::poll) {
            self.keeping = None;
            match answer.map_err(|ended| ended.to_string()).and_then(|kept| kept) {
                Ok(photos) => {
                    ctx.commands.edit(Command::AddPhotos { photos });
                    self.found.clear();
                }
                Err(why) => self.failed = Some(why),
            }
        }
    }

    fn candidates_ui(&mut self, ui: &mut Ui, ctx: &ViewContext<'_>) {
        let today = ctx.workspace.today();
        let attention = Palette::of(ui).attention;
        for (place, candidate) in self.found.iter_mut().enumerate() {
            ui.push_id(place, |ui| {
                ui.horizontal(|ui| {
                    match &candidate.incoming.picture {
                        Ok(picture) => {
                            let texture =
                                self.small.entry(place).or_insert_with(|| small_texture(ui, &picture.thumbnail));
                            ui.image((texture.id(), fitted(texture.size_vec2())));
                        }
                        Err(_) => ui.add_space(96.0),
                    }
                    ui.vertical(|ui| {
                        let name = candidate.incoming.name.clone();
                        match &candidate.incoming.picture {
                            Ok(_) => drop(ui.checkbox(&mut candidate.is_wanted, name)),
                            Err(why) => {
                                ui.label(name);
                                ui.label(RichText::new(why).color(attention));
                                return;
                            }
                        }
                        if let Some(doubt) = &candidate.incoming.doubt {
                            ui.label(RichText::new(doubt).color(attention));
                        }
                        ui.horizontal(|ui| {
                            ui.label("Taken on");
                            if let Some(day) = day_field_ui(ui, "Taken on", candidate.day, today, today, false) {
                                candidate.day = day;
                            }
                            if candidate.day.is_none() && ui.link("today").clicked() {
                                candidate.day = Some(today);
                            }
                        });
                    });
                });
            });
        }
    }

    fn foot_ui(&mut self, ui: &mut Ui, ctx: &ViewContext<'_>) -> Outcome {
        if let Some(failed) = &self.failed {
            ui.label(RichText::new(failed).color(Palette::of(ui).attention));
        }
        if self.keeping.is_some() {
            ui.spinner();
            return Outcome::Open;
        }
        if self.found.is_empty() && self.failed.is_none() {
            return Outcome::Done;
        }
        let wanted = self.found.iter().filter(|candidate| candidate.is_wanted).count();
        let undated = self.found.iter().filter(|candidate| candidate.is_wanted && candidate.day.is_none()).count();
        let said = self.about.said();
        if undated > 0 {
            quiet_ui(
                ui,
                &format!("{} without a day: choose when it was taken.", count(undated, "photo is", "photos are")),
            );
        }
        if let Err(why) = &said {
            ui.label(RichText::new(why).color(Palette::of(ui).attention));
        }
        let why_not = ctx.workspace.read_only();
        let mut outcome = Outcome::Open;
        ui.horizontal(|ui| {
            let ready = wanted > 0 && undated == 0 && why_not.is_none();
            let words = format!("Add {}", count(wanted, "photo", "photos"));
            let button = ui.add_enabled(ready && said.is_ok(), eframe::egui::Button::new(words));
            if let (true, Ok(said)) = (button.clicked(), &said) {
                self.failed = None;
                let lot = self.found.iter().filter(|candidate| candidate.is_wanted).filter_map(|candidate| {
                    let (picture, day) = (candidate.incoming.picture.as_ref().ok()?, candidate.day?);
                    let at = candidate.incoming.at.filter(|_| candidate.incoming.day == candidate.day);
                    let photo = Photo { at, ..picture.photo(day) };
                    Some((picture.clone(), said.put_into(photo)))
                });
                self.keeping = Some(keep(lot.collect(), ctx.workspace, ctx.wake.clone()));
            }
            if ui.button("Cancel").clicked() {
                outcome = Outcome::Done;
            }
        });
        if let Some(why) = why_not {
            quiet_ui(ui, why);
        }
        outcome
    }
}

fn small_texture(ui: &Ui, jpeg: &[u8]) -> TextureHandle {
    let picture = decode_kept(jpeg).unwrap_or_default();
    let size = [picture.width() as usize, picture.height() as usize];
    let image = if size.contains(&0) { ColorImage::example() } else { ColorImage::from_rgb(size, picture.as_raw()) };
    ui.ctx().load_texture("incoming photo", image, TextureOptions::LINEAR)
}

fn fitted(size: Vec2) -> Vec2 {
    size * (96.0 / size.x.max(size.y).max(1.0))
}
