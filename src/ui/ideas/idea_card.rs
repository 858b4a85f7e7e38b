//! One idea: folded, the action, how far it is to the aim, how certain for skin and for health, and what can be done. Open, besides,
//! what is known in a sentence, and folded below it studies, what to heed, when to look, and sources. One card is open at a time.

use eframe::egui::{CollapsingHeader, CornerRadius, Frame, Label, Margin, RichText, Ui, vec2};

use super::chips::chips_ui;
use super::sources::sources_ui;
use super::try_button::offer_ui;
use crate::evidence::distance::{Distance, Toward};
use crate::evidence::gate::Part;
use crate::evidence::suggest::Idea;
use crate::evidence::wording;
use crate::ui::command::{Destination, DialogRequest, UiCommands};
use crate::ui::theme::{Palette, ROUNDING, size, space, strong_font};
use crate::ui::widgets::aim_bar::{AimBar, Side};
use crate::ui::widgets::caption_ui;
use crate::workspace::Workspace;

/// Width of the bar to the aim in points.
const BAR: f32 = 48.0;
/// Between the lines of a card, in points.
const LINE: f32 = 1.0;

/// Which card is open, by its id.
#[derive(Default)]
enum OpenCard {
    /// The first, until somebody chooses: what is known of it is in sight before anything is pressed.
    #[default]
    First,
    /// This one.
    One(String),
    /// None of them.
    None,
}

/// Which card is open, and what was copied from it.
#[derive(Default)]
pub(super) struct CardState {
    open: OpenCard,
    copied: Option<String>,
}

impl CardState {
    /// Whether a card is open; of those that are asked about, the first is at first.
    fn is_open(&mut self, id: &str) -> bool {
        if matches!(self.open, OpenCard::First) {
            self.open = OpenCard::One(id.to_owned());
        }
        matches!(&self.open, OpenCard::One(open) if open == id)
    }

    fn toggle(&mut self, id: &str) {
        self.open = if self.is_open(id) { OpenCard::None } else { OpenCard::One(id.to_owned()) };
    }
}

/// Shows an idea.
pub(super) fn idea_card_ui(
    ui: &mut Ui,
    idea: &Idea,
    cards: &mut CardState,
    workspace: &Workspace,
    commands: &mut UiCommands,
) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.card).corner_radius(CornerRadius::same(ROUNDING));
    let open = cards.is_open(&idea.card.id);
    ui.push_id(&idea.card.id, |ui| {
        frame.inner_margin(Margin::symmetric(10, 5)).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = LINE;
            ui.spacing_mut().interact_size.y = 0.0;
            let title = RichText::new(&idea.card.title).font(strong_font(size::BODY));
            ui.add(Label::new(title).wrap());
            why_now_ui(ui, idea);
            if idea.shown.has(Part::Chips) {
                chips_ui(ui, idea.card);
            }
            if open {
                known_ui(ui, idea);
            }
            actions_ui(ui, idea, open, cards, workspace, commands);
            if open {
                more_ui(ui, idea, cards, commands);
            }
            caption_ui(ui, wording::SELF_CARE);
        });
    });
}

/// Why it stands here now: a bar with its numbers, or words where no number may be given.
fn why_now_ui(ui: &mut Ui, idea: &Idea) {
    match bar_of(idea) {
        Some(distance) => bar_ui(ui, distance, &idea.why_now),
        None => caption_ui(ui, &idea.why_now),
    }
    if let Some(tried) = &idea.tried {
        caption_ui(ui, &format!("You tried this from {}.", tried.from.short()));
    }
}

/// How far the aim is, where a bar may show it.
fn bar_of(idea: &Idea) -> Option<&Distance> {
    idea.distance.as_ref().filter(|distance| distance.is_aim && idea.shown.has(Part::Aim))
}

fn bar_ui(ui: &mut Ui, distance: &Distance, spoken: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::ROW, 0.0);
        let side = match distance.toward {
            Toward::AtLeast => Side::AtLeast,
            Toward::AtMost => Side::AtMost,
        };
        AimBar { now: distance.now, aim: distance.aim, side }.ui(ui, BAR, spoken);
        let quiet = Palette::of(ui).quiet;
        ui.add(Label::new(RichText::new(short(distance)).size(size::CAPTION).color(quiet)).wrap());
    });
}

/// The numbers in a few words that fit beside the bar: "14 g a day · aim 25". How many days they are of is said in the open card
/// and to a screen reader.
fn short(distance: &Distance) -> String {
    let aim = distance.in_words(distance.aim);
    let aim = aim.strip_suffix(distance.unit.as_str()).map_or(aim.as_str(), str::trim_end);
    let bound = if distance.at_least { "at least " } else { "" };
    let now = distance.in_words(distance.now);
    format!("{bound}{now} · aim {aim}")
}

/// What is known in a sentence, and what a gate says.
fn known_ui(ui: &mut Ui, idea: &Idea) {
    ui.add_space(LINE);
    if idea.shown.has(Part::Plain) {
        ui.label(&idea.card.plain);
    }
    if let Some(say) = idea.shown.say() {
        ui.label(say);
    }
}

fn actions_ui(
    ui: &mut Ui,
    idea: &Idea,
    open: bool,
    cards: &mut CardState,
    workspace: &Workspace,
    commands: &mut UiCommands,
) {
    let title = &idea.card.title;
    let writable = workspace.read_only().is_none();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::INSIDE, 0.0);
        let why = ui.link(if open { "Less" } else { "Why" });
        let hint = if open { "Folds the card" } else { "What is known, what to heed, studies and sources" };
        if why.accessible_name(format!("{}: {title}", if open { "Less" } else { "Why" })).on_hover_text(hint).clicked()
        {
            cards.toggle(&idea.card.id);
        }
        if writable {
            offer_ui(ui, idea.card, &idea.offer, &idea.shown, commands);
        }
        if idea.can_be_turned_down() && writable {
            let link = ui.link("Not for me").accessible_name(format!("Not for me: {title}"));
            if link.on_hover_text("It will not be suggested again").clicked() {
                commands.open(DialogRequest::HideIdea(idea.card.id.clone()));
            }
        }
    });
}

/// Studies, what to heed, when to look, sources: each folded.
fn more_ui(ui: &mut Ui, idea: &Idea, cards: &mut CardState, commands: &mut UiCommands) {
    let card = idea.card;
    // Where there was no bar, the words stand above already.
    if bar_of(idea).is_some() {
        caption_ui(ui, &idea.why_now);
    }
    caption_ui(ui, &idea.own.words());
    part_ui(ui, "Studies", |ui| {
        ui.label(&card.finding);
        if idea.shown.has(Part::PopularClaim) {
            caption_ui(ui, "The claim, as it is often made");
            ui.label(format!("“{}”", card.claim));
        }
        if let Some(remark) = card.seed_remark.as_deref().filter(|_| idea.shown.has(Part::Remark)) {
            caption_ui(ui, "What the popular claim overstates");
            ui.label(remark);
        }
    });
    if idea.shown.has(Part::Cautions) {
        part_ui(ui, "Take care", |ui| {
            ui.label(&card.cautions);
        });
    }
    part_ui(ui, "When to look", |ui| {
        ui.label(wording::lag_window(card));
    });
    if idea.shown.has(Part::Citations) {
        part_ui(ui, "Sources", |ui| sources_ui(ui, card, &mut cards.copied));
    }
    if ui.link("All there is to read of it").accessible_name(format!("Evidence: {}", card.title)).clicked() {
        commands.go(Destination::Evidence(card.id.clone()));
    }
}

fn part_ui(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let words = RichText::new(name).font(strong_font(size::CAPTION));
    CollapsingHeader::new(words).id_salt(name).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        add(ui);
    });
}
