//! The last seven days of food: plants with their points, ferments, prebiotics, the ultra-processed share. Each number opens
//! the foods behind it.

use eframe::egui::{self, CollapsingHeader, RichText, ScrollArea, Ui};

use super::named_ui;
use crate::analysis::food_week::{Eaten, FoodWeek, food_week};
use crate::foods::amount::percent;
use crate::foods::counting::{LIVE_GRAMS, SUGARY_GRAMS, ULTRA_PROCESSED_GRAMS};
use crate::foods::diet_metric::portions;
use crate::foods::occasions::{NEEDED, NEEDED_DAYS};
use crate::foods::plants::{MOST_SMALL_POINTS, PlantEaten};
use crate::foods::tags::Presence;
use crate::model::time::Day;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::{card, focus};
use crate::ui::widgets::{heading_ui, quiet_ui};
use crate::words::{Period, rounded};
use crate::workspace::Workspace;

/// The week worked out last, and for which state of the diary and day.
#[derive(Default)]
pub(super) struct Week {
    known: Option<(u64, Day, FoodWeek)>,
}

impl Week {
    pub(super) fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, day: Day, commands: &mut UiCommands) {
        let revision = workspace.revision();
        if self.known.as_ref().is_none_or(|(known, of, _)| (*known, *of) != (revision, day)) {
            let diary = workspace.diary();
            self.known = Some((revision, day, food_week(diary, diary.pantry(), day)));
        }
        let Some((_, _, week)) = &self.known else { return };
        quiet_ui(
            ui,
            &format!(
                "{} to {}, the open day last. Foods are logged on {} of 7 days.",
                day.plus(-6).short(),
                day.short(),
                week.logged_days
            ),
        );
        if week.logged_days == 0 {
            quiet_ui(ui, "Add foods to a meal on the left, and the plants in them are counted here.");
            return;
        }
        let area = ScrollArea::vertical().id_salt("week of foods").auto_shrink(false);
        focus::scrolled(ui, area, |ui| {
            card::plain_ui(ui, |ui| plants_ui(ui, week, commands));
            ui.add_space(space::ROW);
            card::plain_ui(ui, |ui| others_ui(ui, week, commands));
        });
    }
}

fn plants_ui(ui: &mut Ui, week: &FoodWeek, commands: &mut UiCommands) {
    let plants = &week.plants;
    let (count, points) = (plants.distinct(), rounded(plants.points(), -2));
    let plural = |of: &str| if of == "1" { "" } else { "s" };
    heading_ui(
        ui,
        &format!("{count} different plant{}, {points} point{}", plural(&count.to_string()), plural(&points)),
    );
    quiet_ui(
        ui,
        &format!(
            "A plant counts once, however often and in whatever form it is eaten. Vegetables, fruit, pulses, grains, nuts \
             and seeds count 1, herbs, spices, coffee and tea 0.25, together at most {MOST_SMALL_POINTS}. A rule of our own, not a score of \
             health."
        ),
    );
    let title = RichText::new("Which plant, from which food").font(strong_font(size::BODY));
    CollapsingHeader::new(title).id_salt("plants").default_open(true).show(ui, |ui| {
        for eaten in &plants.list {
            plant_ui(ui, eaten);
        }
    });
    foods_ui(
        ui,
        &format!("Eaten, but counting no plant: {}", times(&week.without_plants)),
        "juice, oil, sugar and refined flour hold none, nor do foods from animals",
        &week.without_plants,
        commands,
    );
}

fn plant_ui(ui: &mut Ui, eaten: &PlantEaten) {
    named_ui(ui, eaten.plant.key, 150.0, |ui| {
        let days = if eaten.days.len() == 1 { "1 day".to_owned() } else { format!("{} days", eaten.days.len()) };
        let points = if eaten.plant.points == 1.0 { "1 point" } else { "0.25 points" };
        ui.label(format!("{points}, on {days}"));
        let from = RichText::new(format!("from {}", eaten.foods.join("; ")));
        ui.add(egui::Label::new(from.size(size::CAPTION).color(Palette::of(ui).quiet)).wrap());
    });
}

fn others_ui(ui: &mut Ui, week: &FoodWeek, commands: &mut UiCommands) {
    heading_ui(ui, "Ferments, prebiotics, sugar, processing");
    let totals = &week.totals;
    let live = portions(totals.live_cultures, "live");
    let note = format!("by rule, from {LIVE_GRAMS} g; heat and storage end them");
    foods_ui(ui, &format!("Live fermented: {live}"), &note, &week.live_cultures, commands);
    let fermented = times(&week.fermented);
    let note = "by rule; wine, beer, sourdough and soy sauce are fermented and not live";
    foods_ui(ui, &format!("Fermented, live or not: {fermented}"), note, &week.fermented, commands);
    let prebiotic = times(&week.prebiotic);
    foods_ui(
        ui,
        &format!("Foods rich in prebiotics: {prebiotic}"),
        "by rule, at a usual portion",
        &week.prebiotic,
        commands,
    );
    let sugary = portions(totals.sugary, "sugary");
    let note =
        format!("from {SUGARY_GRAMS} g of added sugars in the portion; fruit, milk and pure juice have none added");
    foods_ui(ui, &format!("Sugary: {sugary}"), &note, &week.sugary, commands);
    foods_ui(ui, &format!("Ultra-processed: {}", occasions(week)), &processing(week), &week.ultra_processed, commands);
}

/// How often something ultra-processed was eaten, by occasion.
fn occasions(week: &FoodWeek) -> String {
    let found = week.occasions;
    let of_all = format!("{} of {} meals and drinks", found.ultra_processed, found.all);
    found.share().map_or(of_all.clone(), |share| format!("{of_all}, {}", percent(share)))
}

fn processing(week: &FoodWeek) -> String {
    let totals = &week.totals;
    let by_food = totals.ultra_processed_share().map_or_else(String::new, |share| {
        format!("By foods it is {} of {}, {}. ", totals.ultra_processed, totals.nova_known, percent(share))
    });
    let too_few = match week.occasions.share() {
        Some(_) => String::new(),
        None => format!("A share needs {NEEDED} of them on {NEEDED_DAYS} days. "),
    };
    let unknown = match totals.nova_unknown {
        0 => String::new(),
        1 => " Of 1 more food it is unknown.".to_owned(),
        more => format!(" Of {more} more foods it is unknown."),
    };
    format!(
        "Those with {ULTRA_PROCESSED_GRAMS} g or more of NOVA 4, by rule: a hint, since recipe and maker decide. {too_few}\
         {by_food}Plain water, tea and coffee are left out.{unknown}"
    )
}

fn times(foods: &[Eaten]) -> u32 {
    foods.iter().map(|food| food.times).sum()
}

/// A number that opens the foods behind it.
fn foods_ui(ui: &mut Ui, title: &str, note: &str, foods: &[Eaten], commands: &mut UiCommands) {
    // What it is called stays the same while its number changes.
    let id = title.split(':').next().unwrap_or(title);
    CollapsingHeader::new(RichText::new(title).font(strong_font(size::BODY))).id_salt(id).show(ui, |ui| {
        quiet_ui(ui, note);
        if foods.is_empty() {
            ui.label("None in these days.");
        }
        for food in foods {
            ui.horizontal_wrapped(|ui| {
                if ui.link(&food.name).clicked() {
                    commands.go(Destination::Food(food.food));
                }
                let maybe = if food.presence == Presence::Maybe { ", maybe" } else { "" };
                let (Some(first), Some(last)) = (food.days.first(), food.days.last()) else { return };
                let days: Vec<String> = food.days.iter().map(|day| Period::new(*first, *last).day(*day)).collect();
                let words = format!("{} times{maybe}, on {}", food.times, days.join(", "));
                let words = if food.times == 1 { words.replacen("1 times", "once", 1) } else { words };
                ui.label(RichText::new(words).color(Palette::of(ui).quiet));
            });
        }
    });
}
