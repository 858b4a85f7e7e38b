//! Trying an idea: the one change, from when to when, what is watched, and the day on which to judge. Where that is not offered now,
//! the reason stands here.

use eframe::egui::{Label, RichText, Ui};

use crate::analysis::before_after::SIDE_DAYS;
use crate::edit::Command;
use crate::evidence::attempt::{self, AttemptPlan};
use crate::evidence::card::{Card, TryIt};
use crate::evidence::gate::{Part, Surface, shown};
use crate::evidence::situation::Person;
use crate::evidence::{library, wording};
use crate::model::text::LONGEST_NAME;
use crate::model::time::Day;
use crate::model::trial::TrialSubject;
use crate::ui::context::ViewContext;
use crate::ui::ideas::silence::trials_are_silent;
use crate::ui::ideas::try_button;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::{Palette, space, strong_font};
use crate::ui::widgets::{caption_ui, day_field, segmented};
use crate::ui::{
    command::{Destination, TrialStart, UiCommands},
    theme::size,
};
use crate::workspace::Workspace;

/// The latest first day, in days from today.
const LATEST_START: i32 = 28;
/// How long it can be tried.
const LENGTHS: [(u16, &str); 3] = [(14, "2 weeks"), (21, "3 weeks"), (28, "4 weeks")];

/// An idea that may be tried, and when.
pub(super) struct TryIdea {
    card: &'static Card,
    try_it: &'static TryIt,
    start: Day,
    days: u16,
    /// Why it cannot be tried now.
    refused: Option<String>,
    /// Names of what is watched.
    watched: Vec<String>,
}

impl TryIdea {
    /// For a card, by its id; `None` if there is nothing to try for this person.
    pub(super) fn new(workspace: &Workspace, id: &str) -> Option<Self> {
        let (diary, today) = (workspace.diary(), workspace.today());
        let card = library::card(id)?;
        let try_it = card.try_it.as_ref()?;
        let person = Person::on(diary, today);
        if !shown(card, &person, Surface::Try, trials_are_silent(workspace)).has(Part::Trial) {
            return None;
        }
        let table = workspace.table();
        let name = |key: &String| {
            let known = diary.catalogue().get(key).map(|known| known.label.to_string());
            known.or_else(|| table.column(key).map(|column| column.label.clone()))
        };
        let watched = try_it.watch.iter().filter_map(name).collect();
        let refused = try_button::refusal(workspace);
        Some(Self { card, try_it, start: today, days: attempt::usual_days(try_it), refused, watched })
    }

    fn plan(&self) -> AttemptPlan {
        AttemptPlan::new(self.try_it, self.start, self.days)
    }

    fn when_ui(&mut self, ui: &mut Ui, today: Day) {
        ui.horizontal_wrapped(|ui| {
            ui.label("First day");
            let latest = today.plus(LATEST_START);
            if let Some(Some(day)) = day_field::day_field_ui(ui, "First day", Some(self.start), today, latest, false) {
                self.start = day.max(today);
            }
            ui.label("for");
            if let Some(days) = segmented::segmented_ui(ui, "Try it for", Some(self.days), &LENGTHS) {
                self.days = days;
            }
        });
        let plan = self.plan();
        let (last, judge, look) = (plan.last().short(), plan.judge_on.short(), plan.first_look.short());
        ui.label(format!("Last day {last}. On {judge} the days before and after open here by themselves."));
        modal::quiet_ui(ui, &format!("A first look at how it feels: {look}."));
        if let Some(weeks) = attempt::studied_weeks(self.try_it) {
            modal::quiet_ui(
                ui,
                &format!(
                    "Studies looked after about {weeks} weeks, so this is a first look: seeing nothing yet says little."
                ),
            );
        }
        let short =
            if usize::from(self.days) <= SIDE_DAYS { " That leaves no room for a day without entries." } else { "" };
        let short = if usize::from(self.days) < SIDE_DAYS {
            " These days are too few for that: you will judge by how it felt."
        } else {
            short
        };
        modal::quiet_ui(
            ui,
            &format!(
                "Comparing needs {SIDE_DAYS} logged days before the first day, and {SIDE_DAYS} from it on.{short}"
            ),
        );
    }

    fn start_commands(&self, today: Day) -> Option<Vec<Command>> {
        let plan = self.plan();
        let course = attempt::course(self.card, self.try_it, &plan).ok()?;
        let decision = attempt::decision(self.card, &plan, today);
        Some(vec![Command::AddCourse { course }, Command::Decide { decision }])
    }

    /// What a trial of the same change begins with.
    fn trial_start(&self) -> TrialStart {
        let factor = self.card.relates.iter().find_map(|row| row.factors.first());
        TrialStart {
            name: self.card.title.clone(),
            on: self.try_it.change.chars().take(LONGEST_NAME).collect(),
            off: "as before".to_owned(),
            subject: factor.map(|key| TrialSubject::Column(key.clone())),
            outcome: self.try_it.watch.first().cloned(),
        }
    }

    fn offer_ui(&mut self, ui: &mut Ui, today: Day, commands: &mut UiCommands) {
        modal::middle_ui(ui, |ui| {
            modal::heading_ui(ui, "The one change");
            ui.add(Label::new(RichText::new(&self.try_it.change).font(strong_font(size::BODY))).wrap());
            modal::quiet_ui(ui, &format!("{} Change nothing else meanwhile.", attempt::SAME_TREATMENT));
            ui.add_space(space::TIGHT);
            self.when_ui(ui, today);
            if !self.watched.is_empty() {
                modal::heading_ui(ui, "What is watched");
                ui.label(self.watched.join(", "));
            }
            let words = "One try says what went along with it, not why.";
            modal::quiet_ui(ui, words);
            if ui
                .link("Try it by lot instead")
                .on_hover_text("Leads to the planner of a trial with this filled in")
                .clicked()
            {
                commands.close_dialog();
                commands.go(Destination::PlanTrial(self.trial_start()));
            }
            modal::heading_ui(ui, "Take care");
            ui.label(&self.card.cautions);
            caption_ui(ui, wording::SELF_CARE);
        });
        if modal::foot_ui(ui, "Start", true, commands)
            && let Some(steps) = self.start_commands(today)
        {
            commands.edit_all(&format!("trying “{}”", self.card.title), steps);
            commands.close_dialog();
        }
    }
}

impl Dialog for TryIdea {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        modal::title_ui(ui, &format!("Try it: {}", self.card.title));
        if let Some(why) = &self.refused {
            ui.label(RichText::new(why).color(Palette::of(ui).text));
            ui.add_space(space::ROW);
            modal::close_button_ui(ui, commands);
            return;
        }
        self.offer_ui(ui, workspace.today(), commands);
    }
}
