//! The suggestion pane: red flags first, then at most five ideas with their evidence, then what is often claimed but not shown,
//! then what is missing. It shows advice; it works none out.

use eframe::egui::{self, CollapsingHeader, CornerRadius, Frame, Margin, RichText, ScrollArea, Stroke, Ui};

use super::actions::Action;
use super::command::{DialogRequest, UiCommands};
use super::text;
use super::theme::{Palette, ROUNDING, size, space, strong_font};
use super::widgets::focus;
use crate::evidence::card::Card;
use crate::evidence::measure::{NEEDED_DAYS, WINDOW_DAYS};
use crate::evidence::safety::{Flag, Level};
use crate::evidence::suggest::{Advice, Idea, suggest};
use crate::evidence::wording;
use crate::model::time::Day;
use crate::ui::widgets::{caption_ui, heading_ui, quiet_ui};
use crate::workspace::Workspace;

/// What the pane remembers: the advice, until the diary or the day changes.
#[derive(Default)]
pub struct SuggestionPanel {
    advice: Advice,
    of: Option<(u64, Day)>,
}

impl SuggestionPanel {
    /// The advice for the diary as it is now.
    pub fn advice(&mut self, workspace: &Workspace) -> &Advice {
        let now = (workspace.revision(), workspace.today());
        if self.of != Some(now) {
            self.advice = suggest(workspace.diary(), &workspace.table(), now.1);
            self.of = Some(now);
        }
        &self.advice
    }

    /// Forgets the advice, because another diary was opened.
    pub fn forget(&mut self) {
        self.of = None;
    }

    /// Shows the pane.
    pub fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
        self.advice(workspace);
        let advice = &self.advice;
        let area = ScrollArea::vertical().auto_shrink(false);
        focus::scrolled(ui, area, |ui| advice_ui(ui, advice, workspace, commands));
    }
}

fn advice_ui(ui: &mut Ui, advice: &Advice, workspace: &Workspace, commands: &mut UiCommands) {
    ui.spacing_mut().item_spacing.y = space::ROW;
    for flag in advice.red_flags.iter().filter(|flag| flag.level < Level::Know) {
        flag_ui(ui, flag);
    }
    if !advice.ideas.is_empty() {
        heading_ui(ui, "Worth a look");
    }
    for (index, idea) in advice.ideas.iter().enumerate() {
        idea_ui(ui, idea, index == 0, commands);
    }
    if advice.diet_is_silenced {
        quiet_ui(ui, "Ideas about food and drink are silent while something above waits for a doctor.");
    }
    if advice.ideas.is_empty() && advice.red_flags.is_empty() && advice.missing.is_empty() {
        heading_ui(ui, "Nothing to suggest now");
        quiet_ui(ui, "What you logged in the last 14 days is close to the aims that have evidence behind them.");
    }
    missing_ui(ui, advice);
    if advice.logged_days < NEEDED_DAYS {
        // Too little is logged: what is missing is all there is to say.
        return;
    }
    unproven_ui(ui, advice);
    if advice.hidden > 0 {
        ui.horizontal(|ui| {
            quiet_ui(ui, &format!("{} hidden by you.", advice.hidden));
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
        ui.label(RichText::new(&idea.headline).font(strong_font(size::BODY)));
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(idea.certainty_word()).color(Palette::of(ui).accent));
            caption_ui(ui, &format!("for {}", wording::conditions(card).to_lowercase()));
        });
        caption_ui(ui, &idea.why_now);
        labelled_ui(ui, "What studies found", card.finding_alone());
        labelled_ui(ui, "Mind", &card.cautions);
        let more = CollapsingHeader::new("Aim, days to look, claim, sources").id_salt(("idea", &card.id));
        more.default_open(first).show(ui, |ui| evidence_ui(ui, card));
        ui.horizontal(|ui| {
            caption_ui(ui, wording::SELF_CARE);
            let hint = format!("Hide: {}", idea.headline);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.link("not for me").on_hover_text(hint).clicked() {
                    commands.open(DialogRequest::HideIdea(card.id.clone()));
                }
            });
        });
    });
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
    labelled_ui(ui, "Aim", &card.target);
    labelled_ui(ui, "Days to look", &wording::lag_window(card));
    labelled_ui(ui, "The claim, as it is often made", &format!("“{}”", card.claim));
    labelled_ui(ui, "On that claim", card.verdict().unwrap_or_default());
    caption_ui(ui, "Sources");
    for source in &card.citations {
        caption_ui(ui, &source.line());
    }
}

fn missing_ui(ui: &mut Ui, advice: &Advice) {
    if advice.missing.is_empty() {
        return;
    }
    let alone = advice.ideas.is_empty() && advice.red_flags.is_empty();
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
    if advice.unproven.is_empty() {
        return;
    }
    let words = format!("Often claimed, not shown ({})", advice.unproven.len());
    CollapsingHeader::new(RichText::new(words).font(strong_font(size::BODY))).id_salt("unproven").show(ui, |ui| {
        for card in &advice.unproven {
            boxed_ui(ui, None, |ui| {
                ui.label(format!("“{}”", card.claim));
                let word = match card.direction {
                    crate::evidence::card::Direction::NoEffect => "no effect found",
                    _ => wording::certainty(card.certainty),
                };
                ui.label(RichText::new(word).color(Palette::of(ui).accent));
                labelled_ui(ui, "What studies found", card.finding_alone());
                labelled_ui(ui, "On that claim", card.verdict().unwrap_or_default());
                labelled_ui(ui, "Mind", &card.cautions);
                caption_ui(ui, "not recommended / unproven");
                CollapsingHeader::new("Sources").id_salt(("unproven", &card.id)).show(ui, |ui| {
                    for source in &card.citations {
                        caption_ui(ui, &source.line());
                    }
                });
            });
        }
    });
}
