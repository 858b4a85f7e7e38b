//! What the person says about themselves. Everything may stay unanswered; answers only take ideas away or fit them.

use eframe::egui::{RichText, TextEdit, Ui};

use crate::edit::Command;
use crate::evidence::card::Card;
use crate::evidence::situation::Person;
use crate::evidence::{gate, library};
use crate::model::profile::{Condition, HelpLines, Profile, SafetyQuestion, Sex};
use crate::model::text::Name;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::{quiet_ui, segmented, yes_no};
use crate::workspace::Workspace;

const WHY: &str =
    "All of it is optional and stays in your folder. It decides which ideas fit and which must not be shown.";
const SKIPPED: &str = "A question you skip counts on the careful side: without an answer to the two about food and weight, \
nothing about weight, counting or leaving foods out is shown.";
const HELP: &str = "Shown where something is urgent. Gutskin calls nobody.";

/// The answers as they are being given.
pub(super) struct ProfileDraft {
    profile: Profile,
    /// The year of birth as typed.
    birth_year: String,
    help_lines: TypedHelpLines,
}

impl ProfileDraft {
    /// The answers as they are kept.
    pub(super) fn new(profile: &Profile) -> Self {
        let birth_year = profile.birth_year.map(|year| year.to_string()).unwrap_or_default();
        let help_lines = TypedHelpLines::of_kept(&profile.help_lines);
        Self { profile: profile.clone(), birth_year, help_lines }
    }
}

impl Dialog for ProfileDraft {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        let Self { profile, birth_year, help_lines } = self;
        modal::title_ui(ui, "About you");
        quiet_ui(ui, WHY);
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
                let choices = Sex::ALL.map(|sex| (sex, sex.label()));
                if let Some(sex) = segmented::segmented_ui(ui, "Sex", profile.sex, &choices) {
                    profile.sex = (profile.sex != Some(sex)).then_some(sex);
                }
            });
            modal::heading_ui(ui, "Safety questions");
            quiet_ui(ui, SKIPPED);
            for question in SafetyQuestion::ALL {
                question_ui(ui, profile, *question);
            }
            weight_ui(ui, profile, workspace);
            modal::heading_ui(ui, "Whom to call");
            help_lines.ui(ui);
        });
        let lines = help_lines.read();
        if let Err(reason) = &lines {
            ui.label(RichText::new(reason).color(Palette::of(ui).attention));
        }
        if modal::foot_ui(ui, "Keep", lines.is_ok(), commands)
            && let Ok(lines) = lines
        {
            profile.help_lines = lines;
            if profile != workspace.diary().profile() {
                commands.edit(Command::SetProfile { profile: profile.clone() });
            }
            commands.close_dialog();
        }
    }
}

fn question_ui(ui: &mut Ui, profile: &mut Profile, question: SafetyQuestion) {
    let answered = ui.push_id(question, |ui| yes_no::yes_no_ui(ui, question.text(), profile.safety(question))).inner;
    if let Some(answer) = answered {
        profile.answer(question, answer);
    }
    ui.add_space(space::TIGHT);
}

/// The switch for ideas about weight; absent for anybody to whom they would be closed.
fn weight_ui(ui: &mut Ui, profile: &mut Profile, workspace: &Workspace) {
    let person = Person { profile, ..Person::on(workspace.diary(), workspace.today()) };
    let may = |card: &&Card| card.is_for(person.profile) && gate::may_opt_in(card, &person);
    if !library::cards().iter().any(|card| may(&card)) {
        return;
    }
    modal::heading_ui(ui, "Only if you ask for it");
    ui.checkbox(&mut profile.weight_topic, "Show ideas about weight");
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

/// Whom to call, as typed.
struct TypedHelpLines {
    emergency_number: String,
    crisis_line: String,
    person: String,
}

impl TypedHelpLines {
    fn of_kept(kept: &HelpLines) -> Self {
        let text = |name: &Option<Name>| name.as_ref().map(ToString::to_string).unwrap_or_default();
        Self {
            emergency_number: text(&kept.emergency_number),
            crisis_line: text(&kept.crisis_line),
            person: text(&kept.person),
        }
    }

    fn ui(&mut self, ui: &mut Ui) {
        quiet_ui(ui, HELP);
        let fields = [
            ("Emergency number", "where you are", &mut self.emergency_number),
            ("Crisis line", "a number, day and night", &mut self.crisis_line),
            ("Your person", "near you, whom you trust", &mut self.person),
        ];
        for (label, hint, text) in fields {
            modal::labelled_ui(ui, label, |ui| {
                ui.add(TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY)).accessible_name(label);
            });
        }
    }

    /// What was typed, or what is wrong with it.
    fn read(&self) -> Result<HelpLines, String> {
        let line = |label: &str, text: &str| match text.trim() {
            "" => Ok(None),
            text => Name::new(text).map(Some).map_err(|error| format!("{label}: {error}.")),
        };
        Ok(HelpLines {
            emergency_number: line("Emergency number", &self.emergency_number)?,
            crisis_line: line("Crisis line", &self.crisis_line)?,
            person: line("Your person", &self.person)?,
        })
    }
}
