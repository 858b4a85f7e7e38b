//! Leaving one food or group out for a while, with its return. Where that is not offered, the reasons stand here in calm words.

use eframe::egui::{Key, Modifiers, RichText, TextEdit, Ui};

use crate::edit::Command;
use crate::evidence::leave_out::{GROUPS, LeftOut, MOST_DAYS, USUAL_DAYS, against, back_again, course};
use crate::evidence::safety::flags;
use crate::foods::browse::{Order, Shelf, list};
use crate::foods::tags::Tag;
use crate::model::course::CourseId;
use crate::model::time::Day;
use crate::ui::command::UiCommands;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::{Palette, space};
use crate::ui::widgets::{day_field, segmented};
use crate::workspace::Workspace;

/// Foods offered for what is typed.
const OFFERED: usize = 6;

const WHY: &str = "People find out whether a food matters by leaving out one, and only one, for some weeks, and then eating it \
again. Most suspicions do not come true, and skin has good and bad weeks of its own. A self-care idea, not medical advice.";

/// What is to be left out, from when and for how long.
#[derive(Debug, Clone)]
pub struct LeaveOutDraft {
    what: Option<LeftOut>,
    text: String,
    start: Day,
    days: String,
    tested: bool,
    against: Vec<String>,
}

impl Dialog for LeaveOutDraft {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        modal::title_ui(ui, "Leave one thing out for a while");
        if !self.against.is_empty() {
            self.not_offered_ui(ui, commands);
            return;
        }
        modal::middle_ui(ui, |ui| {
            modal::quiet_ui(ui, WHY);
            ui.add_space(space::TIGHT);
            self.what_ui(ui, workspace);
            self.when_ui(ui, workspace);
        });
        let days = self.days.trim().parse::<u16>().unwrap_or(0);
        let made = self.what.as_ref().map(|what| course(what, self.start, days, self.tested, CourseId::NEW));
        if let Some(Err(error)) = &made {
            ui.label(RichText::new(format!("{error}.")).color(Palette::of(ui).attention));
        }
        if modal::foot_ui(ui, "Start", matches!(made, Some(Ok(_))), commands)
            && let Some(Ok(course)) = made
        {
            commands.edit(Command::AddCourse { course });
            commands.close_dialog();
        }
    }
}

impl LeaveOutDraft {
    /// A draft for one food, or with nothing chosen yet.
    pub fn new(workspace: &Workspace, what: Option<LeftOut>) -> Self {
        let (diary, today) = (workspace.diary(), workspace.today());
        let flags = flags(diary, &workspace.table(), today);
        Self {
            what,
            text: String::new(),
            start: today,
            days: USUAL_DAYS.to_string(),
            tested: false,
            against: against(diary, &flags, today),
        }
    }

    fn not_offered_ui(&self, ui: &mut Ui, commands: &mut UiCommands) {
        modal::middle_ui(ui, |ui| {
            ui.label("This is not offered right now:");
            for reason in &self.against {
                ui.label(reason);
            }
            modal::quiet_ui(ui, "Everything else in the diary works as before. About you is in the menu Diary.");
        });
        modal::close_button_ui(ui, commands);
    }

    fn what_ui(&mut self, ui: &mut Ui, workspace: &Workspace) {
        if let Some(what) = self.what.clone() {
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(format!("Left out: {}", what.name)).strong());
                if ui.link("choose something else").clicked() {
                    self.what = None;
                }
            });
            if what.gluten {
                ui.checkbox(&mut self.tested, "I was tested for coeliac disease while I ate gluten");
            }
            return;
        }
        ui.label("One group");
        let groups: Vec<(Tag, String)> = GROUPS.iter().map(|tag| (*tag, LeftOut::group(*tag).name)).collect();
        let groups: Vec<(Tag, &str)> = groups.iter().map(|(tag, name)| (*tag, name.as_str())).collect();
        if let Some(tag) = segmented::segmented_ui(ui, "One group", None, &groups) {
            self.what = Some(LeftOut::group(tag));
        }
        ui.label("Or one food");
        let field = TextEdit::singleline(&mut self.text).hint_text("Type its name").desired_width(f32::INFINITY);
        let typed = ui.add(field).accessible_name("Food to leave out");
        let entered = typed.lost_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let pantry = workspace.diary().pantry();
        if !self.text.trim().is_empty() {
            let found = list(pantry, &self.text, Shelf::All, Order::Fit, &|_| 0.0).into_iter().take(OFFERED);
            let found: Vec<LeftOut> = found.filter_map(|food| LeftOut::food(pantry, food)).collect();
            let pressed = found.iter().filter(|what| ui.link(&what.name).clicked()).last();
            if let Some(what) = pressed.or(found.first().filter(|_| entered)) {
                self.what = Some(what.clone());
            }
        }
        modal::quiet_ui(ui, "Histamine and FODMAP tags are uncertain, so they are no group to leave out here.");
    }

    fn when_ui(&mut self, ui: &mut Ui, workspace: &Workspace) {
        let today = workspace.today();
        ui.horizontal(|ui| {
            ui.label("First day");
            let latest = today.plus(60);
            if let Some(Some(day)) = day_field::day_field_ui(ui, "First day", Some(self.start), today, latest, false) {
                self.start = day.max(today);
            }
            ui.label("for");
            ui.add(TextEdit::singleline(&mut self.days).desired_width(40.0)).accessible_name("Days to leave it out");
            ui.label(format!("days, at most {MOST_DAYS}"));
        });
        let days = self.days.trim().parse::<u16>().ok().filter(|days| (1..=MOST_DAYS).contains(days));
        if let (Some(what), Some(days)) = (&self.what, days) {
            modal::quiet_ui(ui, &back_again(what, self.start.plus(i32::from(days) - 1)));
        }
    }
}
