//! The last seven days of food: plants with their points, ferments, prebiotics, the ultra-processed share. Each number opens
//! the foods behind it.

use eframe::egui::{self, CollapsingHeader, RichText, ScrollArea, Ui};

use super::{amount, heading, named, quiet};
use crate::analysis::food_week::{Eaten, FoodWeek, food_week};
use crate::foods::plants::{MOST_SMALL_POINTS, PlantEaten};
use crate::foods::tags::Presence;
use crate::model::time::Day;
use crate::ui::request::{Outbox, Request};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::card;
use crate::workspace::Workspace;

/// The week worked out last, and for which state of the diary and day.
#[derive(Default)]
pub(super) struct Week {
    known: Option<(u64, Day, FoodWeek)>,
}

impl Week {
    pub(super) fn show(&mut self, ui: &mut Ui, workspace: &Workspace, day: Day, outbox: &mut Outbox) {
        let revision = workspace.revision();
        if self.known.as_ref().is_none_or(|(known, of, _)| (*known, *of) != (revision, day)) {
            let diary = workspace.diary();
            self.known = Some((revision, day, food_week(diary, diary.pantry(), day)));
        }
        let Some((_, _, week)) = &self.known else { return };
        quiet(
            ui,
            &format!(
                "{} to {}, the open day last. Foods are logged on {} of 7 days.",
                day.plus(-6).short(),
                day.short(),
                week.logged_days
            ),
        );
        if week.logged_days == 0 {
            quiet(ui, "Add foods to a meal on the left, and the plants in them are counted here.");
            return;
        }
        ScrollArea::vertical().id_salt("week of foods").auto_shrink(false).show(ui, |ui| {
            card::plain(ui, |ui| plants_ui(ui, week, outbox));
            ui.add_space(space::ROW);
            card::plain(ui, |ui| others_ui(ui, week, outbox));
        });
    }
}

fn plants_ui(ui: &mut Ui, week: &FoodWeek, outbox: &mut Outbox) {
    let plants = &week.plants;
    let (count, points) = (plants.distinct(), amount(plants.points()));
    let plural = |of: &str| if of == "1" { "" } else { "s" };
    heading(ui, &format!("{count} different plant{}, {points} point{}", plural(&count.to_string()), plural(&points)));
    quiet(
        ui,
        &format!(
            "A plant counts once, however often and in whatever form it is eaten. Vegetables, fruit, pulses, grains, nuts \
             and seeds count 1, herbs, spices, coffee and tea 0.25, together at most {}. A rule of our own, not a score of \
             health.",
            amount(MOST_SMALL_POINTS)
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
        "Eaten, but counting no plant",
        "juice, oil, sugar and refined flour hold none, nor do foods from animals",
        &week.without_plants,
        outbox,
    );
}

fn plant_ui(ui: &mut Ui, eaten: &PlantEaten) {
    named(ui, eaten.plant.key, 150.0, |ui| {
        let days = if eaten.days.len() == 1 { "1 day".to_owned() } else { format!("{} days", eaten.days.len()) };
        let points = if eaten.plant.points == 1.0 { "1 point" } else { "0.25 points" };
        ui.label(format!("{points}, on {days}"));
        let from = RichText::new(format!("from {}", eaten.foods.join("; ")));
        ui.add(egui::Label::new(from.size(size::CAPTION).color(Palette::of(ui).quiet)).wrap());
    });
}

fn others_ui(ui: &mut Ui, week: &FoodWeek, outbox: &mut Outbox) {
    heading(ui, "Ferments, prebiotics, processing");
    foods_ui(ui, "Fermented foods", "by rule; with or without live cultures", &week.fermented, outbox);
    foods_ui(ui, "Foods with live cultures", "by rule; heat and storage end them", &week.live_cultures, outbox);
    foods_ui(ui, "Foods rich in prebiotics", "by rule, at a usual portion", &week.prebiotic, outbox);
    let totals = &week.totals;
    let share = totals.ultra_processed_share().map_or_else(
        || "unknown".to_owned(),
        |share| format!("{:.0} %, {} of {} foods", share * 100.0, totals.ultra_processed, totals.nova_known),
    );
    let unknown = totals.foods - totals.nova_known;
    let also = if unknown > 0 { format!("; of {unknown} more it is unknown") } else { String::new() };
    let note = format!("NOVA 4 by rule, a hint: recipe and maker decide{also}");
    foods_ui(ui, &format!("Ultra-processed share: {share}"), &note, &week.ultra_processed, outbox);
}

/// A number that opens the foods behind it.
fn foods_ui(ui: &mut Ui, name: &str, note: &str, foods: &[Eaten], outbox: &mut Outbox) {
    let times: u32 = foods.iter().map(|food| food.times).sum();
    let title = if name.contains(':') { name.to_owned() } else { format!("{name}: {times}") };
    let id = name.split(':').next().unwrap_or(name);
    CollapsingHeader::new(RichText::new(title).font(strong_font(size::BODY))).id_salt(id).show(ui, |ui| {
        quiet(ui, note);
        if foods.is_empty() {
            ui.label("None in these days.");
        }
        for food in foods {
            ui.horizontal_wrapped(|ui| {
                if ui.link(&food.name).clicked() {
                    outbox.push(Request::OpenFood(food.food));
                }
                let maybe = if food.presence == Presence::Maybe { ", maybe" } else { "" };
                let days: Vec<String> = food.days.iter().map(|day| day.brief()).collect();
                let words = format!("{} times{maybe}, on {}", food.times, days.join(", "));
                let words = if food.times == 1 { words.replacen("1 times", "once", 1) } else { words };
                ui.label(RichText::new(words).color(Palette::of(ui).quiet));
            });
        }
    });
}
