//! Settings: how everything looks and is written, when a day ends, which fields the forms show, what is hidden.

mod look;

use eframe::egui::{RichText, TextEdit, Ui};

use self::look::{Look, look_ui, nudge_ui};
use super::trackable::BODY_SYSTEMS;
use crate::edit::Command;
use crate::evidence::browse::Listed;
use crate::evidence::declined::{self, DeclinedBy};
use crate::evidence::library;
use crate::evidence::situation::Person;
use crate::model::catalogue::Catalogue;
use crate::model::settings::{Reference, Settings};
use crate::model::text::Name;
use crate::model::time::DayEnd;
use crate::model::trackable::{Role, Trackable};
use crate::ui::command::UiCommands;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::{Palette, size};
use crate::ui::view_state::ViewState;
use crate::ui::widgets::segmented;
use crate::workspace::Workspace;

/// Hours at which a day may end.
const DAY_ENDS: &[(u8, &str)] = &[(0, "00:00"), (2, "02:00"), (3, "03:00"), (4, "04:00"), (5, "05:00"), (6, "06:00")];

/// Settings being edited.
#[derive(Debug, Clone)]
pub struct SettingsDraft {
    /// How the window looked when the dialog opened. Choices show at once, and go if they are not kept.
    look: Look,
    settings: Settings,
    fields: Vec<Trackable>,
    labels: Vec<String>,
    /// Ids of the cards that are to be suggested again.
    welcome_again: Vec<String>,
}

impl Dialog for SettingsDraft {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, view, commands, .. } = ctx;
        modal::title_ui(ui, "Settings");
        modal::middle_ui(ui, |ui| {
            look_ui(ui, view);
            modal::heading_ui(ui, "Day and references");
            self.day_end_ui(ui);
            ui.horizontal(|ui| {
                ui.label("Reference intakes");
                let choices = [(Reference::Efsa, "Europe (EFSA)"), (Reference::Us, "United States (NASEM)")];
                let chosen = Some(self.settings.reference);
                if let Some(reference) = segmented::segmented_ui(ui, "Reference intakes", chosen, &choices) {
                    self.settings.reference = reference;
                }
            });
            self.energy_ui(ui, workspace);
            self.not_for_me_ui(ui, workspace);
            nudge_ui(ui, view);
            modal::heading_ui(ui, "Fields of the forms");
            modal::quiet_ui(
                ui,
                "A tick shows a field in the forms. Hiding or renaming one never touches what was logged.",
            );
            self.fields_ui(ui);
        });
        if modal::foot_ui(ui, "Keep", self.names_fit(), commands) {
            self.look = Look::of_window(view);
            self.keep(workspace, commands);
            commands.close_dialog();
        }
    }

    fn closed(&mut self, view: &mut ViewState) {
        self.look.show(view);
    }
}

impl SettingsDraft {
    /// The settings as they are.
    pub fn new(workspace: &Workspace, view: &ViewState) -> Self {
        let diary = workspace.diary();
        let fields: Vec<Trackable> =
            diary.catalogue().iter().filter(|known| known.role != Role::Warning).cloned().collect();
        let labels = fields.iter().map(|known| known.label.to_string()).collect();
        Self {
            look: Look::of_window(view),
            settings: diary.settings().clone(),
            fields,
            labels,
            welcome_again: Vec::new(),
        }
    }

    /// Calories are hidden unless asked for, and stay hidden where they can do harm.
    fn energy_ui(&mut self, ui: &mut Ui, workspace: &Workspace) {
        if let Some(why) = workspace.diary().profile().energy_is_hidden(workspace.today().year()) {
            modal::quiet_ui(ui, &format!("Energy of foods: {why}."));
            return;
        }
        ui.checkbox(&mut self.settings.shows_energy, "Show the energy of foods (kcal)");
        modal::quiet_ui(ui, "Better left off with a body mass index below 25, or with insulin or a sulfonylurea.");
    }

    fn day_end_ui(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            ui.label("A day ends at");
            let chosen = Some(self.settings.day_end.hour());
            if let Some(day_end) =
                segmented::segmented_ui(ui, "A day ends at", chosen, DAY_ENDS).and_then(|hour| DayEnd::new(hour).ok())
            {
                self.settings.day_end = day_end;
            }
        });
    }

    fn fields_ui(&mut self, ui: &mut Ui) {
        let mut card = None;
        for (known, label) in self.fields.iter_mut().zip(&mut self.labels) {
            if card != Some(known.carried_by.card()) {
                card = Some(known.carried_by.card());
                let words = RichText::new(known.carried_by.card().label()).size(size::CAPTION);
                ui.label(words.color(Palette::of(ui).quiet));
            }
            ui.horizontal(|ui| {
                let mut shown = !known.hidden;
                let name = format!("Show {}", known.label);
                if ui.checkbox(&mut shown, "").accessible_name(name).changed() {
                    known.hidden = !shown;
                }
                let field = TextEdit::singleline(label).desired_width(260.0);
                ui.add(field).accessible_name(format!("Name of {}", known.key));
                if let Err(error) = Name::new(label) {
                    ui.label(RichText::new(error.to_string()).color(Palette::of(ui).attention));
                }
            });
            if known.role == Role::Outcome && !Catalogue::is_built_in(known.key.as_str()) {
                let name = format!("{} is about", known.label);
                if let Some(system) =
                    segmented::segmented_ui(ui, &name, Some(Catalogue::body_system(known)), BODY_SYSTEMS)
                {
                    *known = known.clone().about(system);
                }
            }
        }
    }

    /// Ideas that are not for this person, each with a way to take that back.
    fn not_for_me_ui(&mut self, ui: &mut Ui, workspace: &Workspace) {
        let all = declined::declined(workspace.diary());
        let left: Vec<_> = all.iter().filter(|idea| !self.welcome_again.iter().any(|id| id == idea.card)).collect();
        if left.is_empty() {
            return;
        }
        modal::heading_ui(ui, "Ideas that are not for you");
        let person = Person::on(workspace.diary(), workspace.today());
        for idea in left {
            // An idea whose card is gone, or closed to this person, is named by what they said of it alone.
            let listed = library::card(idea.card).and_then(|card| Listed::new(card, &person, false));
            let name = listed.map_or_else(|| "An idea of an earlier version".to_owned(), |listed| listed.name());
            ui.label(&name);
            ui.horizontal_wrapped(|ui| {
                let why = idea.why.map_or_else(|| "no reason given".to_owned(), str::to_owned);
                modal::quiet_ui(ui, &why);
                let link = ui.link("suggest it again").accessible_name(format!("Suggest again: {name}"));
                if link.clicked() {
                    self.welcome_again.push(idea.card.to_owned());
                }
            });
        }
    }

    fn names_fit(&self) -> bool {
        self.labels.iter().all(|label| Name::new(label).is_ok())
    }

    fn keep(&mut self, workspace: &Workspace, commands: &mut UiCommands) {
        let diary = workspace.diary();
        let mut steps = Vec::new();
        for idea in declined::declined(diary) {
            if let DeclinedBy::Decision(id) = idea.by
                && self.welcome_again.iter().any(|card| card == idea.card)
            {
                steps.push(Command::TakeBack { id });
            }
        }
        let welcome_again = &self.welcome_again;
        self.settings.hidden_cards.retain(|hidden| !welcome_again.contains(&hidden.card));
        if &self.settings != diary.settings() {
            steps.push(Command::SetSettings { settings: self.settings.clone() });
        }
        for (known, label) in self.fields.iter().zip(&self.labels) {
            let Ok(label) = Name::new(label) else { continue };
            let trackable = Trackable { label, ..known.clone() };
            if diary.catalogue().get(known.key.as_str()) != Some(&trackable) {
                steps.push(Command::PutTrackable { trackable });
            }
        }
        commands.edit_all("change settings", steps);
    }
}
