//! The page of a box: its formula, every part with today's value and the entries behind it, its arrows, its cards.

use std::collections::BTreeSet;

use eframe::egui::{RichText, Ui};

use super::card::cards_ui;
use super::{GoTo, page_head_ui, strong_ui};
use crate::columns::{DayTable, PartReading, Standing};
use crate::evidence::axis::{AxisMap, BoxIndex, Shown};
use crate::model::time::Day;
use crate::report::figure::axis::AxisPart;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::theme::{size, space, strong_font};
use crate::ui::widgets::card::plain_ui;
use crate::ui::widgets::{caption_ui, heading_ui, quiet_ui};
use crate::words::{count, rounded};

/// How every index is put together.
const FORMULA: &str = "Each part gives 0 to 1; the index is 100 times their weighted mean. Parts that are missing have no part in it; \
                       below 60 % of the weight there is no number.";

/// Shows the page; gives where to go: back to the map, or to another page.
pub(super) fn box_page_ui(ui: &mut Ui, map: &AxisMap, id: &'static str, ctx: &mut ViewContext<'_>) -> Option<GoTo> {
    let Some(of) = map.find_box(id) else { return Some(GoTo::Map) };
    let mut goes_to = page_head_ui(ui, of.title).then_some(GoTo::Map);
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
                goes_to = Some(GoTo::Part(AxisPart::Arrow(&arrow.plan.id)));
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
                ui.label(RichText::new(band.label()).font(strong_font(size::TITLE)));
            });
        }
        Shown::TooFew(missing) => {
            strong_ui(ui, &index.words());
            for line in missing {
                ui.label(line);
            }
        }
        Shown::Band(_) | Shown::Support(_) => strong_ui(ui, &index.words()),
    }
    for remark in &index.reading.remarks {
        quiet_ui(ui, remark);
    }
    if !index.keeps_back {
        caption_ui(ui, &index.coverage_words());
    }
}

fn parts_ui(ui: &mut Ui, index: &BoxIndex, table: &DayTable, day: Day, commands: &mut UiCommands) {
    heading_ui(ui, "How it is worked out");
    quiet_ui(ui, FORMULA);
    if !index.keeps_back {
        index.sum_words().iter().for_each(|line| drop(ui.label(line)));
    }
    for part in &index.reading.parts {
        ui.add_space(space::TIGHT);
        strong_ui(ui, part.label);
        if let Standing::LeftOut(why) = part.standing {
            quiet_ui(ui, why);
            continue;
        }
        let days = count(part.window_days, "day", "days");
        quiet_ui(ui, &format!("{} of {days} answered, {} needed.", part.answered_days, part.needed_days));
        if !index.keeps_back {
            part_ui(ui, part, table, day, commands);
        }
    }
}

fn part_ui(ui: &mut Ui, part: &PartReading, table: &DayTable, day: Day, commands: &mut UiCommands) {
    quiet_ui(ui, part.rule);
    let worth = part.value.map_or("missing".to_owned(), |value| format!("{} of 1", rounded(value, -2)));
    ui.label(format!("{}{worth}, weight {}.", amount(part, table), rounded(part.weight, -2)));
    for key in part.columns {
        let Some(column) = table.column(key) else { continue };
        let quantity = column.quantity();
        let days = (0..i32::try_from(part.window_days).unwrap_or(0)).rev().map(|ago| day.plus(-ago));
        let answered = days.filter_map(|day| Some((day, column.cells.get(table.row(day)?).copied().flatten()?)));
        let answered: Vec<(Day, f64)> = answered.collect();
        if answered.is_empty() {
            continue;
        }
        ui.horizontal_wrapped(|ui| {
            caption_ui(ui, &column.label);
            for (on, value) in answered {
                let words = format!("{}: {}", on.brief(day), quantity.answer(value));
                let name = format!("Open {}, {} {}", on.short(), column.label, quantity.answer(value));
                if ui.link(words).on_hover_text(name).clicked() {
                    commands.go(Destination::Day(on));
                }
            }
        });
    }
}

/// What the rule of a part takes: "Mean or newest: 15 g; ".
fn amount(part: &PartReading, table: &DayTable) -> String {
    let Some((amount, column)) = part.amount.zip(part.column.and_then(|key| table.column(key))) else {
        return String::new();
    };
    let at_least = if part.is_lower_bound { "at least " } else { "" };
    format!("{at_least}{} → ", column.quantity().with_unit(&rounded(amount, -2)))
}
