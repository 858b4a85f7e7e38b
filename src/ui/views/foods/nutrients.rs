//! Nutrient cover: what two weeks of food brought of each nutrient against reference and upper limit, as bars and as a table, with
//! the foods behind each. It only draws; what the numbers are stands in `evidence::cover`.

use eframe::egui::{
    self, CollapsingHeader, Grid, Rect, RichText, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::columns::Band;
use crate::evidence::cover::{NutrientCover, NutrientRow, WINDOW_DAYS, nutrient_cover};
use crate::foods::amount::{amount, percent};
use crate::intakes::Intake;
use crate::model::time::Day;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::{caption_ui, card, focus, heading_ui, quiet_ui};
use crate::words::capital;
use crate::workspace::Workspace;

/// Height of a bar in points.
const BAR: f32 = 12.0;
/// How much of the reference a bar is long at least.
const ROOM: f64 = 1.25;
/// Unknown foods that are named.
const MOST_UNKNOWN: usize = 6;

/// The cover worked out last, and for which state of the diary and day.
#[derive(Default)]
pub(super) struct Nutrients {
    known: Option<(u64, Day, NutrientCover)>,
}

impl Nutrients {
    pub(super) fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, day: Day, commands: &mut UiCommands) {
        let revision = workspace.revision();
        if self.known.as_ref().is_none_or(|(known, of, _)| (*known, *of) != (revision, day)) {
            let cover = nutrient_cover(workspace.diary(), &workspace.table(), day);
            self.known = Some((revision, day, cover));
        }
        let Some((_, _, cover)) = &self.known else { return };
        let (first, last) = (cover.first.short(), cover.last.short());
        quiet_ui(
            ui,
            &format!(
                "{first} to {last}, the open day last. Foods are logged on {} of {WINDOW_DAYS} days.",
                cover.logged_days
            ),
        );
        if cover.logged_days == 0 {
            quiet_ui(
                ui,
                "Add foods to a meal on the left. From 8 days on, what they brought of each nutrient stands here.",
            );
            return;
        }
        let area = ScrollArea::vertical().id_salt("nutrients").auto_shrink(false);
        focus::scrolled(ui, area, |ui| {
            card::plain_ui(ui, |ui| whole_ui(ui, cover));
            ui.add_space(space::ROW);
            for row in &cover.nutrients {
                card::plain_ui(ui, |ui| nutrient_ui(ui, row, cover.words_only(), commands));
                ui.add_space(space::ROW);
            }
            card::plain_ui(ui, |ui| table_ui(ui, cover));
        });
    }
}

/// The index, or what is missing for one.
fn whole_ui(ui: &mut Ui, cover: &NutrientCover) {
    let Some(index) = &cover.index else { return };
    match (index.value, index.band) {
        (Some(_), Some(band)) if index.words_only => heading_ui(ui, &format!("Nutrient cover: {}", band.label())),
        (Some(value), Some(band)) => heading_ui(ui, &format!("Nutrient cover: {value} of 100, {}", band.label())),
        _ => {
            heading_ui(ui, "Nutrient cover: not enough entries");
            let missing: Vec<String> = index.missing().map(|part| part.label.to_lowercase()).collect();
            let days = index.parts.iter().map(|part| part.answered_days).max().unwrap_or(0);
            let needed = index.parts.iter().map(|part| part.needed_days).max().unwrap_or(0);
            let words = format!("Missing: {}. {days} days count so far, {needed} are needed.", missing.join(", "));
            quiet_ui(ui, &words);
        }
    }
    if index.remarks.contains(&"absorption unknown") {
        let words = "Absorption unknown: with a bowel complaint or mostly loose stools, nobody can tell from food how much you take up.";
        ui.add(egui::Label::new(RichText::new(words).font(strong_font(size::BODY))).wrap());
    }
    quiet_ui(
        ui,
        "Rough: a self-care index computed from your entries, not a measurement. Food tables and portions come near at best. \
         References are for populations, and no aim to reach with pills.",
    );
}

fn nutrient_ui(ui: &mut Ui, row: &NutrientRow, words_only: bool, commands: &mut UiCommands) {
    let name = capital(row.label);
    let note = row.note.map(|note| format!(" · {note}")).unwrap_or_default();
    let title = RichText::new(format!("{name}{note}")).font(strong_font(size::BODY));
    ui.add(egui::Label::new(title).wrap());
    if words_only {
        quiet_ui(ui, &in_words(row));
    } else {
        bar_ui(ui, row, &name);
        quiet_ui(ui, &in_numbers(row));
    }
    if !row.is_in_index {
        quiet_ui(ui, "It stands beside the index and has no part in it: food hardly ever reaches the reference.");
    }
    if let Some((mean, words)) = row.above_limit {
        let limit = row.upper.map(|upper| {
            format!("{} {} a day, limit {} ({}). ", amount(mean), row.unit, amount(upper.amount), upper.source)
        });
        let numbers = limit.filter(|_| !words_only).unwrap_or_default();
        let palette = Palette::of(ui);
        let chip = RichText::new(format!("Above the limit: {numbers}{words}")).color(palette.attention);
        ui.add(egui::Label::new(chip).wrap());
    }
    foods_ui(ui, row, words_only, &name, commands);
}

/// How much there is, without a number.
fn in_words(row: &NutrientRow) -> String {
    match row.band() {
        Some(band) => Band::label(band).to_owned(),
        None if row.is_never_short => "shown without a mark".to_owned(),
        None => "not enough entries".to_owned(),
    }
}

/// How much there is against what, in numbers.
fn in_numbers(row: &NutrientRow) -> String {
    let intake = &row.intake;
    let days = format!("{} of {} days count, {} are needed", intake.days, intake.window_days, intake.needed_days);
    let Some(foods) = intake.foods else { return format!("not enough entries: {days}") };
    let unit = &row.unit;
    let pills = match intake.pills {
        pills if pills > 0.0 => format!(" and {} {unit} from pills", amount(pills)),
        _ => String::new(),
    };
    let against =
        |mark: Intake, what: &str| format!(", {what} {} {unit} ({}, {})", amount(mark.amount), mark.source, mark.year);
    let enough =
        row.reference.filter(|_| !row.is_never_short).map(|mark| against(mark, "reference")).unwrap_or_default();
    let most = row.upper.map(|mark| against(mark, "limit")).unwrap_or_default();
    format!(
        "{} {unit} a day from food{pills}{enough}{most}; {} of {} days count",
        amount(foods),
        intake.days,
        intake.window_days
    )
}

/// A bar up to the amount, with a mark at the reference and one at the limit where it lies within.
fn bar_ui(ui: &mut Ui, row: &NutrientRow, name: &str) {
    let Some(foods) = row.intake.foods else { return };
    let reference = row.reference.filter(|_| !row.is_never_short).map(|reference| reference.amount);
    let taken = foods + row.intake.pills;
    let longest = reference.map_or(taken, |reference| (reference * ROOM).max(taken)).max(f64::MIN_POSITIVE);
    let palette = Palette::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), BAR), Sense::hover());
    let label = reference.map_or_else(
        || name.to_owned(),
        |reference| format!("{name}: {} of the reference", percent(taken / reference)),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &label));
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let x = |amount: f64| rect.left() + rect.width() * (amount / longest) as f32;
    let painter = ui.painter();
    painter.rect_filled(rect, 4.0, palette.hover);
    painter.rect_filled(Rect::from_min_max(rect.min, pos2(x(foods), rect.bottom())), 4.0, palette.accent);
    if taken > foods {
        // What comes from pills is an outline: shape says it as well as colour.
        let pills = Rect::from_min_max(pos2(x(foods), rect.top()), pos2(x(taken), rect.bottom()));
        painter.rect_stroke(pills, 0.0, Stroke::new(1.5, palette.accent), egui::StrokeKind::Inside);
    }
    if let Some(reference) = reference {
        painter.vline(x(reference), rect.y_range(), Stroke::new(2.0, palette.text));
    }
    if let Some(limit) = row.upper.map(|upper| upper.amount).filter(|limit| *limit <= longest) {
        for apart in [-2.0, 2.0] {
            painter.vline(x(limit) + apart, rect.y_range(), Stroke::new(1.5, palette.attention));
        }
    }
}

fn foods_ui(ui: &mut Ui, row: &NutrientRow, words_only: bool, name: &str, commands: &mut UiCommands) {
    let title = RichText::new(format!("Where {name} came from")).size(size::CAPTION);
    CollapsingHeader::new(title).id_salt(("nutrient", row.label)).show(ui, |ui| {
        if row.foods.is_empty() {
            ui.label("No food of these days holds any, as far as it is known.");
        }
        for (food, called, brought) in &row.foods {
            ui.horizontal_wrapped(|ui| {
                if ui.link(called).clicked() {
                    commands.go(Destination::Food(*food));
                }
                if !words_only {
                    caption_ui(ui, &format!("{} {} in {WINDOW_DAYS} days", amount(*brought), row.unit));
                }
            });
        }
        if !row.unknown.is_empty() {
            let named: Vec<String> = row.unknown.iter().take(MOST_UNKNOWN).cloned().collect();
            let more = row.unknown.len() - named.len();
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            quiet_ui(ui, &format!("Not known of: {}{more}. Unknown is never counted as none.", named.join("; ")));
        }
    });
}

/// The same as a table, to read line by line or to take along.
fn table_ui(ui: &mut Ui, cover: &NutrientCover) {
    ui.horizontal_wrapped(|ui| {
        heading_ui(ui, "As a table");
        if ui.button("Copy the table").on_hover_text("For a spreadsheet: cells parted by tabs.").clicked() {
            ui.ctx().copy_text(cover.as_text());
        }
    });
    quiet_ui(ui, if cover.words_only() { "In words." } else { "Amounts a day. An empty place is not known." });
    Grid::new("table of nutrients").striped(true).spacing([12.0, 4.0]).show(ui, |ui| {
        for (at, row) in cover.table().iter().enumerate() {
            for cell in row {
                let words = RichText::new(cell);
                ui.label(if at == 0 { words.size(size::CAPTION).color(Palette::of(ui).quiet) } else { words });
            }
            ui.end_row();
        }
    });
}
