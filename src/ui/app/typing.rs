//! What is typed goes to the diary: a moment after the last key, and before anything else is done.

use eframe::egui::{self, Event, Key};

use super::App;

/// Keys that do something else than type.
const ACTING: [Key; 6] = [Key::Tab, Key::Enter, Key::Escape, Key::ArrowUp, Key::ArrowDown, Key::F1];

impl App {
    /// At the beginning of a frame: what was typed before is handed over if something else is done now, or nobody can type.
    pub(super) fn take_over_first(&mut self, ctx: &egui::Context) {
        let hidden = ctx.input(|input| input.viewport().visible() == Some(false)) || !self.was_drawn;
        self.was_drawn = false;
        let acts = ctx.input(|input| input.events.iter().any(acts));
        self.take_over(ctx, hidden || acts || self.is_closing());
    }

    /// Hands what is typed over to the diary: what is due, or with `all` everything that does not wait to be added.
    pub(super) fn take_over(&mut self, ctx: &egui::Context, all: bool) {
        for due in self.desk.drafts.due(ctx, all) {
            let asked = (due.ask)(&due.text, self.desk.workspace.diary());
            let outcome = asked.and_then(|command| {
                let Some(command) = command else { return Ok(()) };
                self.status_message = None;
                self.desk.submit(command, (!due.adds).then_some(due.visit)).map_err(|error| error.to_string())
            });
            self.desk.drafts.settle(due.id, outcome);
        }
        if let Some(wait) = self.desk.drafts.next_due(ctx) {
            ctx.request_repaint_after(wait);
        }
    }

    /// Whether somebody has typed something that will not be in the diary unless they decide about it. In a made-up diary
    /// nothing is lost.
    pub(super) fn has_unkept(&self) -> bool {
        !self.desk.workspace.is_made_up() && !self.desk.drafts.unkept().is_empty()
    }
}

/// Whether an event does something else than type.
fn acts(event: &Event) -> bool {
    match event {
        Event::Key { key, pressed: true, modifiers, .. } => modifiers.command || modifiers.alt || ACTING.contains(key),
        Event::PointerButton { .. } | Event::AccessKitActionRequest(_) | Event::WindowFocused(false) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use eframe::App as _;
    use eframe::egui::{Context, Id, RawInput, ViewportCommand, ViewportId};
    use tempfile::TempDir;

    use super::*;
    use crate::edit::{Command, Place};
    use crate::model::diary::Diary;
    use crate::model::entry::EntryKind;
    use crate::storage::Access;
    use crate::ui::drafts::{Field, HandOver};
    use crate::ui::system::{Desktop, Ending};
    use crate::workspace::Workspace;

    type Tested<T> = Result<T, Box<dyn std::error::Error>>;

    /// A window with a note that is being typed in it, on its first frame.
    fn typing(ctx: &Context) -> Tested<(App, TempDir)> {
        let folder = tempfile::tempdir()?;
        let workspace = Workspace::open(folder.path(), Access::Write, Arc::new(|| {}))?;
        let mut app = App::new(workspace, Arc::new(|| {}), None);
        let (id, day) = (Id::unique("field"), app.day);
        let place = Place::Main { kind: EntryKind::Note, region: None };
        let mut frame = eframe::Frame::_new_kittest();
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            app.logic(ui.ctx(), &mut frame);
            app.was_drawn = true;
            ui.memory_mut(|memory| memory.request_focus(id));
            app.desk.drafts.put(ui, id, "calm".to_owned(), "");
            let ask = move |text: &str, _: &Diary| {
                let text = crate::ui::widgets::note_field::read(text)?;
                Ok(Some(Command::Write { day, place, text }))
            };
            app.desk.drafts.ask(id, Field::default(), HandOver::Pause, std::rc::Rc::new(ask));
        });
        output.textures_delta.clear();
        Ok((app, folder))
    }

    /// A turn of a hidden window; gives whether it closes.
    fn hidden_turn(ctx: &Context, app: &mut App) -> bool {
        let mut frame = eframe::Frame::_new_kittest();
        let output = ctx.run_logic(&RawInput::default(), |ctx| app.logic(ctx, &mut frame));
        let commands = output.viewport_commands.iter().filter(|(id, _)| **id == ViewportId::ROOT);
        commands.flat_map(|(_, commands)| commands).any(|command| *command == ViewportCommand::Close)
    }

    fn has_note(app: &App) -> bool {
        app.desk.workspace.diary().day_record(app.day).is_some_and(|page| !page.of_kind(EntryKind::Note).is_empty())
    }

    #[test]
    fn a_hidden_window_hands_over_what_was_typed_before() -> Tested<()> {
        let ctx = Context::default();
        let (mut app, _folder) = typing(&ctx)?;
        assert!(!has_note(&app));
        hidden_turn(&ctx, &mut app);
        hidden_turn(&ctx, &mut app);
        assert!(has_note(&app), "time stands still for a hidden window");
        Ok(())
    }

    #[test]
    fn a_program_that_is_asked_to_end_writes_what_is_being_typed_and_closes() -> Tested<()> {
        let ctx = Context::default();
        let (app, _folder) = typing(&ctx)?;
        let ending = Ending::default();
        let mut app = app.following(Desktop { ending: ending.clone(), ..Desktop::default() });
        assert!(!hidden_turn(&ctx, &mut app));
        ending.ask();
        let mut closes = hidden_turn(&ctx, &mut app);
        assert!(has_note(&app));
        app.desk.workspace.wait_until_saved()?;
        closes = hidden_turn(&ctx, &mut app) || closes;
        assert!(closes);
        Ok(())
    }
}
