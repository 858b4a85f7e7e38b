//! The page of a box: its formula, every part with today's value and the entries behind it, its arrows, its cards.

use std::collections::BTreeSet;

use eframe::egui::{RichText, Ui};

use super::card::cards_ui;
use super::{page_head_ui, strong_ui};
use crate::columns::DayTable;
use crate::evidence::axis::{AxisMap, BoxIndex, PartReading, Shown};
use crate::model::time::Day;
use crate::report::figure::axis::AxisPart;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::theme::{size, strong_font};
use crate::ui::widgets::card::plain_ui;
use crate::ui::widgets::{caption_ui, heading_ui, quiet_ui};
use crate::words::rounded;

/// Shows the page; gives where to go: back to the map, or to another page.
pub(super) fn box_page_ui(
    ui: &mut Ui,
    map: &AxisMap,
    id: &'static str,
    ctx: &mut ViewContext<'_>,
) -> Option<Option<AxisPart>> {
    let Some(of) = map.find_box(id) else { return Some(None) };
    let mut goes_to = page_head_ui(ui, &of.plan.title).then_some(None);
    ui.label(&of.plan.says);
    if let Some(index) = &of.index {
        plain_ui(ui, |ui| value_ui(ui, index));
        for limit in &of.plan.limits {
            quiet_ui(ui, limit);
        }
        if !matches!(index.shown, Shown::Support(_)) {
            plain_ui(ui, |ui| parts_ui(ui, index, &ctx.workspace.table(), map.day, ctx.commands));
        }
    }
    plain_ui(ui, |ui| {
        heading_ui(ui, "Its arrows");
        for arrow in map.arrows_at(id) {
            if ui.link(arrow.title()).on_hover_text(arrow.words()).clicked() {
                goes_to = Some(Some(AxisPart::Arrow(&arrow.plan.id)));
            }
            quiet_ui(ui, &arrow.style.words);
        }
    });
    let mut seen = BTreeSet::new();
    let cards = map.arrows_at(id).flat_map(|arrow| &arrow.cards);
    cards_ui(ui, cards.filter(|card| seen.insert(card.card.id.as_str())));
    goes_to
}

/// The number with its band, or what stands in its place.
fn value_ui(ui: &mut Ui, index: &BoxIndex) {
    match &index.shown {
        Shown::Number(value, band) => {
            ui.horizontal(|ui| {
                ui.label(RichText::new(format!("{value:.0}")).font(strong_font(size::NUMBER)));
                ui.label(RichText::new(*band).font(strong_font(size::TITLE)));
            });
        }
        Shown::TooFew(missing) => {
            strong_ui(ui, &index.words());
            missing.iter().for_each(|line| drop(ui.label(line)));
        }
        Shown::Band(_) | Shown::Support(_) => strong_ui(ui, &index.words()),
    }
    if !index.keeps_back {
        caption_ui(ui, &index.coverage_words());
    }
}

fn parts_ui(ui: &mut Ui, index: &BoxIndex, table: &DayTable, day: Day, commands: &mut UiCommands) {
    heading_ui(ui, "How it is worked out");
    for part in &index.reading.parts {
        strong_ui(ui, &part.label);
        if let Some(why) = &part.why_not {
            quiet_ui(ui, why);
            continue;
        }
        let answered =
            format!("{} of {} days answered, {} needed.", part.answered_days, part.window_days, part.needed_days);
        quiet_ui(ui, &answered);
        if !index.keeps_back {
            part_ui(ui, part, table, day, commands);
        }
    }
}

fn part_ui(ui: &mut Ui, part: &PartReading, table: &DayTable, day: Day, commands: &mut UiCommands) {
    let value = part.value.map_or("missing".to_owned(), |value| format!("{} of 1", rounded(value, -2)));
    ui.label(format!("{value}, weight {}", rounded(part.weight, -2)));
    for key in &part.columns {
        let Some(column) = table.column(key) else { continue };
        let quantity = column.quantity();
        let days = (0..i32::try_from(part.window_days).unwrap_or(0)).rev().map(|ago| day.plus(-ago));
        let answered = days.filter_map(|day| Some((day, column.cells.get(table.row(day)?).copied().flatten()?)));
        ui.horizontal_wrapped(|ui| {
            caption_ui(ui, &column.label);
            for (on, value) in answered {
                let words = format!("{} {}", on.brief(day), quantity.answer(value));
                if ui.link(words).on_hover_text(format!("Open {}", on.short())).clicked() {
                    commands.go(Destination::Day(on));
                }
            }
        });
    }
}
