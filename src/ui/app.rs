//! The window's frame: panes, shortcuts, and the one place where requests are carried out.

use eframe::egui::{self, CentralPanel, Frame, Key, KeyboardShortcut, Margin, Modifiers, Panel, RichText, Ui};

use super::request::{Outbox, Request};
use super::theme::{Palette, size, space, strong_font};
use super::view_state::{ThemeChoice, ViewState};
use super::{forms, plot_panel, text};
use crate::model::time::Day;
use crate::workspace::{SaveState, Workspace};

const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
const REDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
const VIEW_KEY: &str = "view";

/// The window.
pub struct App {
    workspace: Workspace,
    view: ViewState,
    day: Day,
    /// One line about the last thing that went wrong, until the next thing goes right.
    refusal: Option<String>,
    plot: plot_panel::PlotPanel,
}

impl App {
    /// The window of an open workspace.
    pub fn new(workspace: Workspace, storage: Option<&dyn eframe::Storage>) -> Self {
        let view = storage.and_then(|storage| eframe::get_value(storage, VIEW_KEY)).unwrap_or_default();
        let day = workspace.today();
        Self { workspace, view, day, refusal: None, plot: plot_panel::PlotPanel::default() }
    }

    /// The workspace, for tests.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The day on the left.
    pub fn day(&self) -> Day {
        self.day
    }

    fn carry_out(&mut self, outbox: Outbox) {
        for request in outbox.0 {
            let done = match request {
                Request::Edit(command) => self.workspace.submit(command).map(|_| ()),
                Request::Undo => self.workspace.undo().map(|_| ()),
                Request::Redo => self.workspace.redo().map(|_| ()),
                Request::OpenDay(day) => {
                    self.day = day;
                    Ok(())
                }
            };
            self.refusal = done.err().map(|error| error.to_string());
        }
    }

    fn shortcuts(&self, ui: &Ui, outbox: &mut Outbox) {
        if ui.text_edit_focused() {
            return;
        }
        if ui.input_mut(|input| input.consume_shortcut(&REDO)) {
            outbox.push(Request::Redo);
        }
        if ui.input_mut(|input| input.consume_shortcut(&UNDO)) {
            outbox.push(Request::Undo);
        }
        let alt = |key| ui.input_mut(|input| input.consume_key(Modifiers::ALT, key));
        if alt(Key::ArrowLeft) {
            outbox.push(Request::OpenDay(self.day.plus(-1)));
        }
        if alt(Key::ArrowRight) {
            outbox.push(Request::OpenDay(self.day.plus(1).min(self.workspace.today().plus(1))));
        }
    }

    fn menu_ui(&mut self, ui: &mut Ui, outbox: &mut Outbox) {
        egui::MenuBar::new().ui(ui, |ui| {
            ui.menu_button("Edit", |ui| {
                let step = |verb: &str, label: Option<&str>| match label {
                    Some(label) => (format!("{verb} {label}"), true),
                    None => (format!("Nothing to {}", verb.to_lowercase()), false),
                };
                for (verb, label, shortcut, request) in [
                    ("Undo", self.workspace.undo_label(), UNDO, Request::Undo),
                    ("Redo", self.workspace.redo_label(), REDO, Request::Redo),
                ] {
                    let (words, enabled) = step(verb, label);
                    let button = egui::Button::new(words).shortcut_text(ui.format_shortcut(&shortcut));
                    if ui.add_enabled(enabled, button).clicked() {
                        outbox.push(request);
                    }
                }
            });
            ui.menu_button("View", |ui| {
                ui.checkbox(&mut self.view.shows_forms, "Logging forms");
                ui.separator();
                for (choice, label) in [
                    (ThemeChoice::System, "Theme as the system"),
                    (ThemeChoice::Light, "Light theme"),
                    (ThemeChoice::Dark, "Dark theme"),
                ] {
                    ui.radio_value(&mut self.view.theme, choice, label);
                }
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| self.save_state_ui(ui));
        });
    }

    fn save_state_ui(&self, ui: &mut Ui) {
        let palette = Palette::of(ui);
        let (words, color) = match self.workspace.save_state() {
            SaveState::Saved(Some(at)) => (format!("saved {}", at.clock()), palette.quiet),
            SaveState::Saved(None) => ("nothing logged yet".to_owned(), palette.quiet),
            SaveState::Saving => ("saving…".to_owned(), palette.quiet),
            SaveState::NotSaved { since, reason } => {
                (format!("not saved since {}: {reason}", since.clock()), palette.danger)
            }
            SaveState::ReadOnly(reason) => (format!("read only: {reason}"), palette.attention),
        };
        ui.add(egui::Label::new(RichText::new(words).color(color)).truncate());
    }

    fn day_ui(&self, ui: &mut Ui, outbox: &mut Outbox) {
        let latest = self.workspace.today().plus(1);
        ui.horizontal(|ui| {
            if ui.button("‹").on_hover_text("Day before (Alt+Left)").clicked() {
                outbox.push(Request::OpenDay(self.day.plus(-1)));
            }
            ui.label(RichText::new(self.day.long()).font(strong_font(size::TITLE)));
            let next = ui.add_enabled(self.day < latest, egui::Button::new("›"));
            if next.on_hover_text("Day after (Alt+Right)").clicked() {
                outbox.push(Request::OpenDay(self.day.plus(1)));
            }
            if self.day != self.workspace.today() && ui.button("Today").clicked() {
                outbox.push(Request::OpenDay(self.workspace.today()));
            }
        });
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        ctx.set_theme(match self.view.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let mut outbox = Outbox::default();
        self.shortcuts(ui, &mut outbox);
        Panel::top("menu").show(ui, |ui| self.menu_ui(ui, &mut outbox));
        if self.workspace.is_made_up() {
            Panel::top("made up")
                .show(ui, |ui| ui.label(RichText::new(text::MADE_UP).color(Palette::of(ui).attention)));
        }
        if let Some(refusal) = &self.refusal {
            Panel::bottom("refusal").show(ui, |ui| ui.label(RichText::new(refusal).color(Palette::of(ui).attention)));
        }
        let mut shows_forms = self.view.shows_forms;
        Panel::left("forms").default_size(372.0).size_range(320.0..=460.0).show_collapsible(
            ui,
            &mut shows_forms,
            |ui| {
                self.day_ui(ui, &mut outbox);
                ui.add_space(space::TIGHT);
                egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    forms::show(ui, self.workspace.diary(), self.day, &mut self.view, &mut outbox);
                });
            },
        );
        self.view.shows_forms = shows_forms;
        let ground = Frame::new().fill(Palette::of(ui).window).inner_margin(Margin::same(16));
        CentralPanel::default().frame(ground).show(ui, |ui| {
            let table = self.workspace.table();
            self.plot.show(ui, &table, self.workspace.diary(), &mut self.view, self.day, &mut outbox);
        });
        self.carry_out(outbox);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, VIEW_KEY, &self.view);
    }
}
