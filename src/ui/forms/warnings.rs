//! Warning signs: ticked only when they are there. A tick puts advice at the top of the window. They are many, so they stand in
//! groups that open, and can be looked for by a word; what is ticked always shows.

use eframe::egui::{self, Button, RichText, TextEdit, Ui};

use super::Form;
use crate::edit::{Command, Place};
use crate::model::entry::{Entry, EntryKind};
use crate::model::form_rows::FormRows;
use crate::model::trackable::Trackable;
use crate::model::value::Value;
use crate::ui::widgets::{caption_ui, quiet_ui};
use crate::words::count;

impl Form<'_> {
    pub(super) fn warnings_ui(&mut self, ui: &mut Ui) {
        caption_ui(ui, "Tick what is there today. What to do then stands at the top of the window.");
        let entry = self.page.and_then(|page| page.main_entry(EntryKind::Warning, None));
        let shown: Vec<&Trackable> = self.diary.catalogue().shown_for(EntryKind::Warning).collect();
        for known in shown.iter().filter(|known| is_ticked(entry, known)) {
            self.sign_ui(ui, known, true);
        }
        let field = TextEdit::singleline(&mut self.state.sought_sign).hint_text("Find a sign: fever, blood, eye…");
        ui.add(field.desired_width(f32::INFINITY)).accessible_name("Find a warning sign");
        let sought = self.state.sought_sign.trim().to_lowercase();
        let open: Vec<&&Trackable> = shown.iter().filter(|known| !is_ticked(entry, known)).collect();
        if !sought.is_empty() {
            let found = |known: &&&&Trackable| known.label.as_str().to_lowercase().contains(&sought);
            for known in open.iter().filter(found) {
                self.sign_ui(ui, known, false);
            }
            if !open.iter().any(|known| found(&known)) {
                quiet_ui(ui, "No sign has this word. Try another, or open a group.");
                self.groups_ui(ui, &open);
            }
            return;
        }
        self.groups_ui(ui, &open);
    }

    fn groups_ui(&mut self, ui: &mut Ui, open: &[&&Trackable]) {
        for (number, (heading, keys)) in FormRows::built_in().warning_signs.iter().enumerate() {
            let signs: Vec<_> =
                open.iter().filter(|known| keys.iter().any(|key| key == known.key.as_str())).copied().collect();
            if signs.is_empty() {
                continue;
            }
            let is_open = self.state.open_signs.contains(&number);
            let mark = if is_open { "▼" } else { "▶" };
            let words = format!("{mark}  {heading}: {}", count(signs.len(), "sign", "signs"));
            let head = ui.add(Button::new(RichText::new(words)).frame_when_inactive(false).wrap());
            head.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_open, heading));
            if head.clicked() && !self.state.open_signs.remove(&number) {
                self.state.open_signs.insert(number);
            }
            if is_open {
                ui.indent(number, |ui| {
                    for known in signs {
                        self.sign_ui(ui, known, false);
                    }
                });
            }
        }
    }

    fn sign_ui(&mut self, ui: &mut Ui, known: &Trackable, is_ticked: bool) {
        let (kind, mut ticked) = (EntryKind::Warning, is_ticked);
        ui.push_id(known.key.as_str(), |ui| {
            if ui.checkbox(&mut ticked, egui::WidgetText::from(known.label.as_str())).changed() {
                let value = ticked.then_some(Value::YesNo(true));
                let place = Place::Main { kind, region: None };
                self.commands.edit(Command::Answer { day: self.day, place, key: known.key.clone(), value });
            }
        });
    }
}

fn is_ticked(entry: Option<&Entry>, known: &Trackable) -> bool {
    entry.and_then(|entry| entry.answers.get(known.key.as_str())) == Some(Value::YesNo(true))
}
