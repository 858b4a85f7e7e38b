//! The pane of ideas: what is being tried, ideas with why now and how certain, what is often claimed, what stands beside courses, and
//! what is missing. It shows advice; it works none out.

mod attempts;
mod beside;
pub mod chips;
mod claimed;
mod idea_card;
mod missing;
pub mod silence;
pub mod sources;
pub mod try_button;

use eframe::egui::{CollapsingHeader, RichText, ScrollArea, Ui};

use self::idea_card::CardState;
use super::actions::Action;
use super::command::UiCommands;
use super::text;
use super::theme::{size, space, strong_font};
use super::widgets::{caption_ui, focus, heading_ui, quiet_ui};
use crate::evidence::card::Tip;
use crate::evidence::measure::NEEDED_DAYS;
use crate::evidence::safety::Level;
use crate::evidence::suggest::{Advice, Ground, Idea, advise};
use crate::evidence::wording;
use crate::model::time::Day;
use crate::workspace::Workspace;
use crate::workspace::jobs::insights::Answer;

/// What the advice was worked out from: the diary, the day, and the result of the analysis.
type Of = (u64, Day, Option<u64>);

/// What the pane remembers: the advice, until something it was worked out from changes.
#[derive(Default)]
pub struct IdeasPane {
    advice: Advice,
    of: Option<Of>,
    cards: CardState,
}

impl IdeasPane {
    /// Works the advice out again if the diary, the day or the analysis has changed.
    pub fn refresh(&mut self, workspace: &Workspace, answer: Option<&Answer>) {
        let now = (workspace.revision(), workspace.today(), answer.map(|answer| answer.number));
        if self.of == Some(now) {
            return;
        }
        let (diary, table, today) = (workspace.diary(), workspace.table(), workspace.today());
        let flags = workspace.flags();
        let insights = answer.map(|answer| &answer.insights);
        self.advice = advise(Ground { diary, table: &table, insights, flags: &flags, today });
        self.of = Some(now);
    }

    /// How many ideas there are, as of the last look.
    pub fn count(&self) -> usize {
        self.advice.safety.len() + self.advice.ideas.len()
    }

    /// Forgets the advice and which card was open, because another diary was opened.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// Shows the pane.
    pub fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, answer: Option<&Answer>, commands: &mut UiCommands) {
        self.refresh(workspace, answer);
        let area = ScrollArea::vertical().auto_shrink(false);
        focus::scrolled(ui, area, |ui| self.advice_ui(ui, workspace, commands));
    }

    fn advice_ui(&mut self, ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
        ui.spacing_mut().item_spacing.y = space::ROW;
        let advice = &self.advice;
        group_ui(ui, &advice.safety, &mut self.cards, workspace, commands);
        attempts::now_ui(ui, advice.running.as_ref(), workspace, commands);
        let (skin, health): (Vec<&Idea>, Vec<&Idea>) =
            advice.ideas.iter().partition(|idea| idea.card.tip == Tip::ForSkin);
        group_ui(ui, skin, &mut self.cards, workspace, commands);
        group_ui(ui, health, &mut self.cards, workspace, commands);
        if advice.diet_is_silenced {
            quiet_ui(ui, "Ideas about food and drink are silent while something above waits for a doctor.");
        }
        if advice.is_nothing_now() && workspace.flags().iter().all(|flag| flag.level == Level::Know) {
            heading_ui(ui, wording::NOTHING_NOW);
            quiet_ui(
                ui,
                "Nothing you log is far from an aim that has evidence behind it. Changing nothing is good advice.",
            );
        }
        if advice.logged_days < NEEDED_DAYS {
            // Too little is logged: what is missing is all there is to say.
            missing::first_days_ui(ui, advice);
            foot_ui(ui);
            return;
        }
        beside::beside_courses_ui(ui, advice, workspace, commands);
        claimed::claimed_ui(ui, advice, commands);
        missing::missing_ui(ui, advice);
        attempts::tried_ui(ui, workspace, commands);
        about_ui(ui, advice, workspace, commands);
        foot_ui(ui);
    }
}

/// Ideas of one kind, a heading wherever it changes; nothing for none.
fn group_ui<'a>(
    ui: &mut Ui,
    ideas: impl IntoIterator<Item = &'a Idea>,
    cards: &mut CardState,
    workspace: &Workspace,
    commands: &mut UiCommands,
) {
    let mut heading = "";
    for idea in ideas {
        if heading != idea.heading() {
            heading = idea.heading();
            heading_ui(ui, heading);
        }
        idea_card::idea_card_ui(ui, idea, cards, workspace, commands);
    }
}

/// A part of the pane that is folded at first, with how many things it holds.
fn folded_ui(ui: &mut Ui, name: &str, count: usize, add: impl FnOnce(&mut Ui)) {
    if count == 0 {
        return;
    }
    let words = RichText::new(format!("{name} ({count})")).font(strong_font(size::BODY));
    CollapsingHeader::new(words).id_salt(name).show(ui, add);
}

fn about_ui(ui: &mut Ui, advice: &Advice, workspace: &Workspace, commands: &mut UiCommands) {
    let line = |ui: &mut Ui, words: &str, link: &str| {
        ui.horizontal_wrapped(|ui| {
            // Lines of one text, not rows of buttons.
            ui.spacing_mut().interact_size.y = 0.0;
            ui.spacing_mut().item_spacing.y = 0.0;
            quiet_ui(ui, words);
            ui.link(link).clicked()
        })
        .inner
    };
    if advice.turned_down > 0 && line(ui, &format!("Not for you: {}.", advice.turned_down), "show the list") {
        commands.act(Action::Settings);
    }
    let conditions = &workspace.diary().profile().conditions;
    if conditions.is_empty() && line(ui, "Ideas fit better when you say which condition you have.", "About you") {
        commands.act(Action::Profile);
    }
}

fn foot_ui(ui: &mut Ui) {
    ui.separator();
    caption_ui(ui, text::ASSOCIATION);
    caption_ui(ui, text::NOT_MEDICAL);
}
