//! What the person says about themselves. Everything may stay unanswered; answers only take ideas away or fit them.

use eframe::egui::{RichText, TextEdit, Ui};

use crate::edit::Command;
use crate::model::profile::{Condition, Profile, SafetyQuestion, Sex};
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::{segmented, yes_no};

/// The answers as they are being given.
pub(super) struct ProfileDraft {
    profile: Profile,
    /// The year of birth as typed.
    birth_year: String,
}

impl ProfileDraft {
    /// The answers as they are kept.
    pub(super) fn new(profile: &Profile) -> Self {
        let birth_year = profile.birth_year.map(|year| year.to_string()).unwrap_or_default();
        Self { profile: profile.clone(), birth_year }
    }
}

impl Dialog for ProfileDraft {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        let Self { profile, birth_year } = self;
        modal::title_ui(ui, "About you");
        modal::quiet_ui(
            ui,
            "All of it is optional and stays in your folder. It decides which ideas fit and which must not be shown.",
        );
        modal::middle_ui(ui, |ui| {
            modal::heading_ui(ui, "Conditions");
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
            modal::heading_ui(ui, "For reference intakes");
            birth_year_ui(ui, profile, birth_year);
            ui.horizontal(|ui| {
                ui.label("Sex");
                let choices = [(Sex::Female, "female"), (Sex::Male, "male")];
                if let Some(sex) = segmented::segmented_ui(ui, "Sex", profile.sex, &choices) {
                    profile.sex = (profile.sex != Some(sex)).then_some(sex);
                }
            });
            modal::heading_ui(ui, "Safety questions");
            for question in SafetyQuestion::ALL {
                if let Some(answer) =
                    ui.push_id(question, |ui| yes_no::yes_no_ui(ui, question.text(), profile.safety(*question))).inner
                {
                    match answer {
                        Some(answer) => profile.safety.insert(*question, answer),
                        None => profile.safety.remove(question),
                    };
                }
                ui.add_space(space::TIGHT);
            }
        });
        if modal::foot_ui(ui, "Keep", true, commands) {
            if profile != workspace.diary().profile() {
                commands.edit(Command::SetProfile { profile: profile.clone() });
            }
            commands.close_dialog();
        }
    }
}

fn birth_year_ui(ui: &mut Ui, profile: &mut Profile, typed: &mut String) {
    ui.horizontal(|ui| {
        ui.label("Year of birth");
        let response = ui.add(TextEdit::singleline(typed).desired_width(64.0)).accessible_name("Year of birth");
        if response.changed() {
            profile.birth_year = typed.trim().parse().ok();
        }
        if !typed.trim().is_empty() && profile.birth_year.is_none_or(|year| !(1900..=2100).contains(&year)) {
            let words = RichText::new("a year such as 1988 is needed").size(size::CAPTION);
            ui.label(words.color(Palette::of(ui).attention));
        }
    });
}
