//! What the planner asks: what is switched, how long it acts, what it is judged by, where, and what is taken out of it.

use eframe::egui::{TextEdit, Ui};

use super::wish::{WishDraft, covariates, outcomes, pairs, subjects};
use crate::analysis::photo_limits::limits_of;
use crate::analysis::trial::side_test::together;
use crate::analysis::trial::side_words;
use crate::evidence::eligible;
use crate::model::trackable::Direction;
use crate::model::trial_sides::TrialSides;
use crate::ui::context::ViewContext;
use crate::ui::widgets::{caption_ui, choice, heading_ui, quiet_ui, segmented};

/// Days after which half is gone, in words.
const HALF_LIVES: [(u8, &str); 5] =
    [(0, "the same day"), (1, "after 1 day"), (2, "after 2 days"), (4, "after 4 days"), (8, "after 8 days")];

/// What is switched on and off, and how long it acts.
pub(super) fn factor_ui(ui: &mut Ui, draft: &mut WishDraft, ctx: &ViewContext<'_>) {
    heading_ui(ui, "What you switch on and off");
    for (name, hint, text) in [
        ("What it is", "for example dairy", &mut draft.name),
        ("Days on", "for example milk or cheese with two meals", &mut draft.on),
        ("Days off", "for example no dairy", &mut draft.off),
    ] {
        ui.label(name);
        let field = TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY);
        ui.add(field).accessible_name(name);
    }
    let table = ctx.workspace.table();
    let known = subjects(ctx.workspace.diary(), &table);
    let chosen = known.iter().position(|(subject, _)| *subject == draft.subject).unwrap_or_default();
    let choices: Vec<(usize, String)> = known.iter().map(|(_, name)| name.clone()).enumerate().collect();
    ui.horizontal_wrapped(|ui| {
        ui.label("In the diary it is");
        if let Some(place) = choice::choice_ui(ui, "In the diary it is", chosen, &choices) {
            let subject = known.get(place).and_then(|(subject, _)| subject.clone());
            draft.choose_subject(ctx.workspace.diary(), subject);
        }
    });
    ui.checkbox(&mut draft.is_eaten, "It is something I eat or drink");
    if eligible::is_gluten(&draft.wish(None)) {
        ui.checkbox(&mut draft.tested, "I was tested for coeliac disease while I ate gluten");
    }
    ui.horizontal_wrapped(|ui| {
        ui.label("Once it is left off, half of what it does is gone");
        let chosen = Some(draft.half_life_days);
        if let Some(days) = segmented::segmented_ui(ui, "How long it acts", chosen, &HALF_LIVES) {
            (draft.half_life_days, draft.half_life_source) = (days, None);
        }
    });
    let source = draft.half_life_source.as_deref().map(|source| format!("{source} Change it if you know better."));
    caption_ui(
        ui,
        source
            .as_deref()
            .unwrap_or("If you do not know, take 2 days: a plan for one day finds little of what lingers."),
    );
}

/// What it is judged by, where, what is watched and what is taken out.
pub(super) fn outcome_ui(ui: &mut Ui, draft: &mut WishDraft, ctx: &ViewContext<'_>) {
    heading_ui(ui, "What it is judged by");
    let table = ctx.workspace.table();
    let known = outcomes(&table);
    if known.is_empty() {
        quiet_ui(ui, "No skin or gut answer is logged yet. Log one for some weeks first.");
        return;
    }
    let chosen = known.iter().position(|(key, _)| *key == draft.outcome).unwrap_or_default();
    let choices: Vec<(usize, String)> = known.iter().map(|(_, label)| label.clone()).enumerate().collect();
    ui.horizontal_wrapped(|ui| {
        ui.label("One outcome");
        if let Some((key, _)) = choice::choice_ui(ui, "Main outcome", chosen, &choices).and_then(|at| known.get(at)) {
            draft.choose_outcome(ctx.workspace.diary(), key.clone());
        }
        let ways = [(Direction::WorseUp, "lower is better"), (Direction::BetterUp, "higher is better")];
        if let Some(way) = segmented::segmented_ui(ui, "Direction", Some(draft.direction), &ways) {
            draft.direction = way;
        }
    });
    if let Some(limits) = limits_of(&draft.outcome) {
        caption_ui(ui, limits);
    }
    ui.horizontal_wrapped(|ui| {
        ui.label("The smallest change that would matter to you");
        ui.add(TextEdit::singleline(&mut draft.smallest).desired_width(60.0)).accessible_name("Smallest change");
        let unit = table.column(&draft.outcome).map(|column| column.quantity().unit.to_owned()).unwrap_or_default();
        ui.label(unit);
    });
    ui.horizontal_wrapped(|ui| {
        ui.label("Watched beside it");
        let others = known.iter().enumerate().filter(|(_, (key, _))| *key != draft.outcome);
        let others: Vec<(usize, String)> = others
            .map(|(at, (key, label))| {
                (at, if draft.watched.contains(key) { format!("✔ {label}") } else { label.clone() })
            })
            .collect();
        let label = |key: &String| known.iter().find(|(known, _)| known == key).map(|(_, label)| label.as_str());
        let watched: Vec<&str> = draft.watched.iter().filter_map(label).collect();
        ui.label(if watched.is_empty() { "nothing else".to_owned() } else { watched.join(", ") });
        if let Some((key, _)) = choice::choice_ui(ui, "Watch another", usize::MAX, &others).and_then(|at| known.get(at))
        {
            draft.watch(key.clone());
        }
    });
    caption_ui(ui, "Up to three others. Only the main outcome is tested; of the others the size is shown.");
    sides_ui(ui, draft, ctx);
    let known = covariates(&table, draft.subject.as_ref());
    ui.horizontal_wrapped(|ui| {
        ui.label("Taken out of it");
        let label = |key: &String| known.iter().find(|(known, _)| known == key).map(|(_, label)| label.as_str());
        let taken: Vec<&str> = draft.covariates.iter().filter_map(label).collect();
        ui.label(if taken.is_empty() { "nothing".to_owned() } else { taken.join(", ") });
        let mark = |key: &String| if draft.covariates.contains(key) { "✔ " } else { "" };
        let choices: Vec<(usize, String)> =
            known.iter().enumerate().map(|(at, (key, label))| (at, format!("{}{label}", mark(key)))).collect();
        if let Some((key, _)) =
            choice::choice_ui(ui, "Take out another", usize::MAX, &choices).and_then(|at| known.get(at))
        {
            draft.take_out(key.clone());
        }
    });
    caption_ui(
        ui,
        "One or two things that move the outcome anyway, such as stress, and that the trial does not change. Taken out, they \
         leave a difference easier to see. Nothing is fine too.",
    );
}

/// One side against the other, where the outcome was answered for two mirrored places.
fn sides_ui(ui: &mut Ui, draft: &mut WishDraft, ctx: &ViewContext<'_>) {
    let table = ctx.workspace.table();
    let pairs = pairs(&table, &draft.outcome);
    if draft.sides.is_some_and(|sides| !pairs.contains(&sides)) {
        draft.choose_sides(None);
    }
    if pairs.is_empty() {
        return;
    }
    let label = |sides: &TrialSides| format!("{} against {}", sides.one.label(), sides.other.label().to_lowercase());
    let mut choices = vec![(None, "the whole skin".to_owned())];
    choices.extend(pairs.iter().map(|sides| (Some(*sides), label(sides))));
    ui.horizontal_wrapped(|ui| {
        ui.label("Compared on");
        if let Some(sides) = choice::choice_ui(ui, "Compared on", draft.sides, &choices) {
            draft.choose_sides(sides);
        }
    });
    let Some(sides) = draft.sides else { return };
    let mut stays = !draft.may_swap;
    if ui.checkbox(&mut stays, "The other side is never to be treated").changed() {
        draft.may_swap = !stays;
    }
    caption_ui(
        ui,
        "One side is treated at a time, and the lot says which. Log both sides on the same days, at least on 6 of 10, and let nothing \
         that you try rub off on the other side: no sprays. Stop if a side gets much worse for three days.",
    );
    if let Some(words) = side_words::little_gained(together(&table, sides, &draft.outcome, ctx.workspace.today())) {
        quiet_ui(ui, words);
    }
}
