//! The suggestion pane: red flags first, then at most five ideas with their evidence, then what is often claimed but not shown,
//! then what is missing. It shows advice; it works none out.

use eframe::egui::{self, CollapsingHeader, CornerRadius, Frame, Margin, RichText, ScrollArea, Stroke, Ui};

use super::actions::Action;
use super::command::{DialogRequest, UiCommands};
use super::text;
use super::theme::{Palette, ROUNDING, size, space, strong_font};
use super::widgets::focus;
use crate::evidence::card::Card;
use crate::evidence::gate::Part;
use crate::evidence::measure::{NEEDED_DAYS, WINDOW_DAYS};
use crate::evidence::safety::{Flag, Level, flags as flags_of};
use crate::evidence::suggest::{Advice, Claimed, Ground, Idea, advise};
use crate::evidence::wording::{self, Chip};
use crate::model::time::Day;
use crate::ui::widgets::{caption_ui, heading_ui, quiet_ui};
use crate::workspace::Workspace;

/// What the pane remembers: flags and advice, until the diary or the day changes.
#[derive(Default)]
pub struct SuggestionPanel {
    flags: Vec<Flag>,
    advice: Advice,
    of: Option<(u64, Day)>,
}

impl SuggestionPanel {
    /// How many flags and ideas there are for the diary as it is now.
    pub fn count(&mut self, workspace: &Workspace) -> (usize, usize) {
        self.work_out(workspace);
        let flags = self.flags.iter().filter(|flag| flag.level < Level::Know);
        (flags.count(), self.advice.safety.len() + self.advice.ideas.len())
    }

    fn work_out(&mut self, workspace: &Workspace) {
        let now = (workspace.revision(), workspace.today());
        if self.of != Some(now) {
            let (diary, table, today) = (workspace.diary(), workspace.table(), now.1);
            self.flags = flags_of(diary, &table, today);
            self.advice = advise(Ground { diary, table: &table, insights: None, flags: &self.flags, today });
            self.of = Some(now);
        }
    }

    /// Forgets the advice, because another diary was opened.
    pub fn forget(&mut self) {
        self.of = None;
    }

    /// Shows the pane.
    pub fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
        self.work_out(workspace);
        let (flags, advice) = (&self.flags, &self.advice);
        let area = ScrollArea::vertical().auto_shrink(false);
        focus::scrolled(ui, area, |ui| advice_ui(ui, (flags, advice), workspace, commands));
    }
}

fn advice_ui(ui: &mut Ui, (flags, advice): (&[Flag], &Advice), workspace: &Workspace, commands: &mut UiCommands) {
    ui.spacing_mut().item_spacing.y = space::ROW;
    for flag in flags.iter().filter(|flag| flag.level < Level::Know) {
        flag_ui(ui, flag);
    }
    let ideas = || advice.safety.iter().chain(&advice.ideas);
    if ideas().next().is_some() {
        heading_ui(ui, "Worth a look");
    }
    for (index, idea) in ideas().enumerate() {
        idea_ui(ui, idea, index == 0, commands);
    }
    if advice.diet_is_silenced {
        quiet_ui(ui, "Ideas about food and drink are silent while something above waits for a doctor.");
    }
    if advice.is_nothing_now() && flags.is_empty() && advice.missing.is_empty() {
        heading_ui(ui, wording::NOTHING_NOW);
        quiet_ui(ui, "What you logged in the last 14 days is close to the aims that have evidence behind them.");
    }
    missing_ui(ui, advice, ideas().next().is_none() && flags.is_empty());
    if advice.logged_days < NEEDED_DAYS {
        // Too little is logged: what is missing is all there is to say.
        return;
    }
    unproven_ui(ui, advice);
    if advice.turned_down > 0 {
        ui.horizontal(|ui| {
            quiet_ui(ui, &format!("{} hidden by you.", advice.turned_down));
            if ui.link("show the list").clicked() {
                commands.act(Action::Settings);
            }
        });
    }
    if workspace.diary().profile().conditions.is_empty() {
        ui.horizontal_wrapped(|ui| {
            // Lines of one text, not rows of buttons.
            ui.spacing_mut().interact_size.y = 0.0;
            ui.spacing_mut().item_spacing.y = 0.0;
            quiet_ui(ui, "Ideas fit better when you say which condition you have.");
            if ui.link("About you").clicked() {
                commands.act(Action::Profile);
            }
        });
    }
    ui.separator();
    caption_ui(ui, text::ASSOCIATION);
    caption_ui(ui, text::NOT_MEDICAL);
}

fn boxed_ui(ui: &mut Ui, line: Option<egui::Color32>, add: impl FnOnce(&mut Ui)) {
    let palette = Palette::of(ui);
    let frame =
        Frame::new().fill(palette.card).corner_radius(CornerRadius::same(ROUNDING)).inner_margin(Margin::same(12));
    frame.stroke(line.map_or(Stroke::NONE, |color| Stroke::new(1.5, color))).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        add(ui);
    });
}

fn flag_ui(ui: &mut Ui, flag: &Flag) {
    let palette = Palette::of(ui);
    let color = if flag.level <= Level::Today { palette.danger } else { palette.attention };
    boxed_ui(ui, Some(color), |ui| {
        ui.label(RichText::new(flag.level.words()).font(strong_font(size::BODY)).color(color));
        ui.label(flag.words.as_str());
        caption_ui(ui, &flag.because.join(" "));
    });
}

fn idea_ui(ui: &mut Ui, idea: &Idea, first: bool, commands: &mut UiCommands) {
    let card = idea.card;
    boxed_ui(ui, None, |ui| {
        caption_ui(ui, idea.heading());
        ui.label(RichText::new(&card.title).font(strong_font(size::BODY)));
        caption_ui(ui, &idea.why_now);
        chips_ui(ui, card);
        ui.label(&card.plain);
        labelled_ui(ui, "Mind", &card.cautions);
        let more = CollapsingHeader::new("Days to look, claim, sources").id_salt(("idea", &card.id));
        more.default_open(first).show(ui, |ui| evidence_ui(ui, card));
        ui.horizontal(|ui| {
            caption_ui(ui, wording::SELF_CARE);
            let hint = format!("Hide: {}", card.title);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if idea.can_be_turned_down() && ui.link("not for me").on_hover_text(hint).clicked() {
                    commands.open(DialogRequest::HideIdea(card.id.clone()));
                }
            });
        });
    });
}

/// How certain it is for skin and for health, each under its heading.
fn chips_ui(ui: &mut Ui, card: &Card) {
    for (heading, chip) in [(wording::FOR_SKIN, Chip::for_skin(card)), (wording::FOR_HEALTH, Chip::for_health(card))] {
        ui.horizontal_wrapped(|ui| {
            caption_ui(ui, &format!("{heading}:"));
            ui.label(RichText::new(chip.words()).color(Palette::of(ui).accent));
        });
    }
}

fn labelled_ui(ui: &mut Ui, label: &str, words: &str) {
    if !words.is_empty() {
        caption_ui(ui, label);
        ui.label(words);
    }
}

/// What is said about it, aim, lag, sources. The claim stands in quotes: it is what people say, not what is known.
fn evidence_ui(ui: &mut Ui, card: &Card) {
    ui.spacing_mut().item_spacing.y = space::TIGHT;
    labelled_ui(ui, "Days to look", &wording::lag_window(card));
    labelled_ui(ui, "The claim, as it is often made", &format!("“{}”", card.claim));
    labelled_ui(ui, "On that claim", card.seed_remark.as_deref().unwrap_or_default());
    labelled_ui(ui, "What studies found", &card.finding);
    caption_ui(ui, "Sources");
    for source in &card.citations {
        caption_ui(ui, &source.line());
    }
}

fn missing_ui(ui: &mut Ui, advice: &Advice, alone: bool) {
    if advice.missing.is_empty() {
        return;
    }
    let title = if alone { "What is still missing" } else { "Still missing" };
    let list = |ui: &mut Ui| {
        if advice.logged_days < NEEDED_DAYS {
            let words = format!(
                "Suggestions look at the last {WINDOW_DAYS} days and need entries on at least {NEEDED_DAYS} of them. So far: {}.",
                advice.logged_days
            );
            quiet_ui(ui, &words);
            return;
        }
        quiet_ui(ui, "Ideas look at the last 14 days. Too little was answered to say anything about:");
        for missing in &advice.missing {
            ui.label(format!("{}: {} of at least {} days", missing.label, missing.answered, missing.needed));
        }
    };
    if alone {
        heading_ui(ui, title);
        list(ui);
    } else {
        let words = format!("{title} ({})", advice.missing.len());
        CollapsingHeader::new(RichText::new(words).font(strong_font(size::BODY))).id_salt("missing").show(ui, list);
    }
}

fn unproven_ui(ui: &mut Ui, advice: &Advice) {
    if advice.claimed.is_empty() {
        return;
    }
    let words = format!("Often claimed ({})", advice.claimed.len());
    CollapsingHeader::new(RichText::new(words).font(strong_font(size::BODY))).id_salt("unproven").show(ui, |ui| {
        for claim in &advice.claimed {
            boxed_ui(ui, None, |ui| claim_ui(ui, claim));
        }
    });
}

fn claim_ui(ui: &mut Ui, claim: &Claimed) {
    if claim.fits.is_some() {
        caption_ui(ui, wording::FITS_THE_LOG);
    }
    if let Some(say) = claim.shown.say() {
        ui.label(say);
    }
    if claim.shown.has(Part::PopularClaim) {
        ui.label(format!("“{}”", claim.card.claim));
    }
    if claim.shown.has(Part::Chips) {
        chips_ui(ui, claim.card);
    }
    if claim.shown.has(Part::Plain) {
        ui.label(&claim.card.plain);
    }
    if claim.card.is_unproven() {
        caption_ui(ui, wording::UNPROVEN);
    }
}
