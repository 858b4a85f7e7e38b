//! A new thing to track: a name, a kind, and what it is for.

use eframe::egui::{RichText, TextEdit, Ui};

use crate::edit::Command;
use crate::model::body_system::BodySystem;
use crate::model::catalogue::Catalogue;
use crate::model::entry::EntryKind;
use crate::model::text::Name;
use crate::model::trackable::{Aggregate, Direction, Key, Kind, Role, Trackable};
use crate::ui::command::Destination;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::Palette;
use crate::ui::widgets::segmented;

/// What an outcome can be about, in plain words. What is said about skin is only said about skin.
pub(super) const BODY_SYSTEMS: &[(BodySystem, &str)] =
    &[(BodySystem::Skin, "my skin"), (BodySystem::Gut, "my gut"), (BodySystem::Other, "something else")];

/// What kind of answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Score,
    Count,
    Amount,
    YesNo,
    Duration,
}

/// A new trackable being made.
#[derive(Debug, Clone)]
pub struct TrackableDraft {
    label: String,
    shape: Shape,
    unit: String,
    role: Role,
    body_system: BodySystem,
    direction: Direction,
}

impl Default for TrackableDraft {
    fn default() -> Self {
        Self {
            label: String::new(),
            shape: Shape::Score,
            unit: String::new(),
            role: Role::Factor,
            body_system: BodySystem::Other,
            direction: Direction::Neutral,
        }
    }
}

impl Dialog for TrackableDraft {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        modal::title_ui(ui, "New thing to track");
        ui.add(
            TextEdit::singleline(&mut self.label)
                .hint_text("Its name, for example: face mask")
                .desired_width(f32::INFINITY),
        )
        .accessible_name("Name of the new thing");
        ui.label("Answered as");
        let shapes = [
            (Shape::Score, "score 0 to 10"),
            (Shape::YesNo, "yes or no"),
            (Shape::Count, "count"),
            (Shape::Amount, "amount"),
            (Shape::Duration, "hours"),
        ];
        if let Some(shape) = segmented::segmented_ui(ui, "Answered as", Some(self.shape), &shapes) {
            self.shape = shape;
        }
        if self.shape == Shape::Amount {
            ui.horizontal(|ui| {
                ui.label("Unit");
                ui.add(TextEdit::singleline(&mut self.unit).hint_text("mg").desired_width(80.0))
                    .accessible_name("Unit");
            });
        }
        ui.label("It is");
        let roles = [
            (Role::Factor, "something I do, take or meet"),
            (Role::Outcome, "something I feel or see"),
            (Role::Context, "only to be kept"),
        ];
        if let Some(role) = segmented::segmented_ui(ui, "It is", Some(self.role), &roles) {
            self.role = role;
        }
        if self.role == Role::Outcome {
            ui.label("It is about");
            if let Some(system) = segmented::segmented_ui(ui, "It is about", Some(self.body_system), BODY_SYSTEMS) {
                self.body_system = system;
            }
            let ways = [
                (Direction::WorseUp, "more is worse"),
                (Direction::BetterUp, "more is better"),
                (Direction::Neutral, "neither"),
            ];
            if let Some(direction) = segmented::segmented_ui(ui, "Direction", Some(self.direction), &ways) {
                self.direction = direction;
            }
        }
        ui.add_space(8.0);
        let built = self.build(workspace.diary().catalogue());
        if let (Err(reason), false) = (&built, self.label.is_empty()) {
            ui.label(RichText::new(reason).color(Palette::of(ui).attention));
        }
        if modal::foot_ui(ui, "Add", built.is_ok(), commands)
            && let Ok(trackable) = built
        {
            let card = trackable.carried_by.card();
            commands.edit(Command::PutTrackable { trackable });
            commands.close_dialog();
            commands.go(Destination::Card(card));
        }
    }
}

impl TrackableDraft {
    fn build(&self, catalogue: &Catalogue) -> Result<Trackable, String> {
        let label = Name::new(&self.label).map_err(|error| format!("{error}."))?;
        let unit = self.unit.trim();
        if self.shape == Shape::Amount && (unit.is_empty() || unit.chars().count() > 20) {
            return Err("A unit of 1 to 20 characters is needed, for example mg.".to_owned());
        }
        let kind = match self.shape {
            Shape::Score => Kind::Score,
            Shape::YesNo => Kind::YesNo,
            Shape::Count => Kind::Count { most: 1_000 },
            Shape::Amount => Kind::Amount { unit: unit.to_owned(), most: 1_000_000.0, step: 1.0 },
            Shape::Duration => Kind::Duration,
        };
        let aggregate = match self.shape {
            Shape::Score => Aggregate::Mean,
            Shape::YesNo => Aggregate::Any,
            Shape::Count | Shape::Amount | Shape::Duration => Aggregate::Sum,
        };
        let (role, direction, carried_by) = (self.role, self.direction, EntryKind::Own);
        let key = key_of(label.as_str(), catalogue)?;
        let (hidden, body_system) = (false, None);
        let made = Trackable { key, label, kind, direction, role, carried_by, aggregate, hidden, body_system };
        Ok(if role == Role::Outcome { made.about(self.body_system) } else { made })
    }
}

/// A key for a name: its letters and digits, and a number if it is taken.
fn key_of(label: &str, catalogue: &Catalogue) -> Result<Key, String> {
    let plain = |sign: char| if sign.is_ascii_alphanumeric() { sign.to_ascii_lowercase() } else { '_' };
    let stem: String = label.chars().map(plain).collect();
    let stem: String = stem.split('_').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_");
    let stem: String = format!("own_{}", if stem.is_empty() { "thing" } else { &stem }).chars().take(36).collect();
    let stem = stem.trim_end_matches('_');
    let names = std::iter::once(stem.to_owned()).chain((2..1_000).map(|number| format!("{stem}_{number}")));
    let free = names.into_iter().find(|name| catalogue.get(name).is_none());
    free.and_then(|name| Key::new(&name).ok()).ok_or_else(|| "Another name is needed.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_gets_a_key_of_its_own() {
        let catalogue = Catalogue::default();
        for (label, key) in [("Face mask", "own_face_mask"), ("日記", "own_thing"), ("  A--b! ", "own_a_b")] {
            assert_eq!(key_of(label, &catalogue).unwrap().as_str(), key);
        }
        assert!(key_of(&"x".repeat(200), &catalogue).is_ok());
    }
}
