//! What the person says about themselves. Everything may stay unanswered; answers only take ideas away or fit them.

use eframe::egui::{self, RichText, TextEdit, Ui};

use crate::edit::Command;
use crate::model::profile::{Condition, Profile, SafetyQuestion, Sex};
use crate::ui::request::{Outbox, Request};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::{segmented, yes_no};
use crate::workspace::Workspace;

/// Shows the page.
pub fn show(ui: &mut Ui, profile: &mut Profile, workspace: &Workspace, outbox: &mut Outbox) {
    super::title(ui, "About you");
    super::quiet(
        ui,
        "All of it is optional and stays in your folder. It decides which ideas fit and which must not be shown.",
    );
    super::middle(ui, |ui| {
        heading(ui, "Conditions");
        for condition in Condition::ALL {
            let mut has = profile.conditions.contains(condition);
            if ui.checkbox(&mut has, condition.label()).changed() {
                if has {
                    profile.conditions.insert(*condition);
                } else {
                    profile.conditions.remove(condition);
                }
            }
        }
        heading(ui, "For reference intakes");
        birth_year_ui(ui, profile);
        ui.horizontal(|ui| {
            ui.label("Sex");
            let choices = [(Sex::Female, "female"), (Sex::Male, "male")];
            if let Some(sex) = segmented::show(ui, "Sex", profile.sex, &choices) {
                profile.sex = (profile.sex != Some(sex)).then_some(sex);
            }
        });
        heading(ui, "Safety questions");
        for question in SafetyQuestion::ALL {
            if let Some(answer) =
                ui.push_id(question, |ui| yes_no::show(ui, question.text(), profile.safety(*question))).inner
            {
                match answer {
                    Some(answer) => profile.safety.insert(*question, answer),
                    None => profile.safety.remove(question),
                };
            }
            ui.add_space(space::TIGHT);
        }
    });
    if super::foot(ui, "Keep", true, outbox) {
        if profile != workspace.diary().profile() {
            outbox.edit(Command::SetProfile { profile: profile.clone() });
        }
        outbox.push(Request::CloseDialog);
    }
}

fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(space::TIGHT);
    ui.label(RichText::new(words).font(strong_font(size::BODY)));
}

fn birth_year_ui(ui: &mut Ui, profile: &mut Profile) {
    let id = egui::Id::unique("birth year draft");
    let shown = profile.birth_year.map(|year| year.to_string()).unwrap_or_default();
    let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or(shown);
    ui.horizontal(|ui| {
        ui.label("Year of birth");
        let response = ui.add(TextEdit::singleline(&mut typed).desired_width(64.0)).accessible_name("Year of birth");
        if response.changed() {
            profile.birth_year = typed.trim().parse().ok();
        }
        if !typed.trim().is_empty() && profile.birth_year.is_none_or(|year| !(1900..=2100).contains(&year)) {
            let words = RichText::new("a year such as 1988 is needed").size(size::CAPTION);
            ui.label(words.color(Palette::of(ui).attention));
        }
        if ui.memory(|memory| memory.has_focus(response.id)) {
            ui.data_mut(|data| data.insert_temp(id, typed));
        } else {
            ui.data_mut(|data| data.remove::<String>(id));
        }
    });
}
