//! What a day or a week of foods adds up to. Every number opens the foods behind it; a sum with an unknown part says so.

use eframe::egui::{self, RichText, Ui};

use super::Form;
use crate::foods::amount::amount;
use crate::foods::diet_metric::{DietMetric, GROUPS};
use crate::foods::nutrient::Nutrient;
use crate::foods::totals::Totals;
use crate::model::food_line::FoodLine;
use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::caption_ui;
use crate::ui::widgets::segmented;

/// Foods shown behind a number.
const BEHIND: usize = 12;

impl Form<'_> {
    /// A line that opens to all numbers of the day or of seven days.
    pub(super) fn food_totals_ui(&mut self, ui: &mut Ui) {
        let totals = &mut self.state.totals;
        let words = if totals.open { "Hide what it adds up to" } else { "What it adds up to" };
        if ui.link(words).clicked() {
            totals.open = !totals.open;
        }
        if totals.open {
            let spans = [(false, "this day"), (true, "7 days to this day")];
            if let Some(chosen) = segmented::segmented_ui(ui, "Totals of", Some(totals.week), &spans) {
                totals.week = chosen;
            }
            let week = totals.week;
            self.numbers_ui(ui, week);
        }
    }

    fn numbers_ui(&mut self, ui: &mut Ui, week: bool) {
        let first = if week { self.day.plus(-6) } else { self.day };
        let pages = self.diary.day_records_between(first, self.day);
        let lines: Vec<&FoodLine> = pages.flat_map(|page| page.entries.iter().flat_map(|entry| &entry.foods)).collect();
        if lines.is_empty() {
            caption_ui(ui, "No food of the table is logged here yet. Meals in words have no numbers.");
            return;
        }
        let totals = Totals::of(self.diary.pantry(), lines.iter().copied());
        if self.diary.shows_energy(self.day.year()) {
            self.figure_ui(ui, DietMetric::Nutrient(Nutrient::Energy), &totals, &lines);
        }
        for group in GROUPS {
            caption_ui(ui, group.heading);
            for figure in group.figures {
                self.figure_ui(ui, *figure, &totals, &lines);
            }
        }
    }

    /// One number, and behind it the foods.
    fn figure_ui(&mut self, ui: &mut Ui, figure: DietMetric, totals: &Totals, lines: &[&FoodLine]) {
        let label = figure.label();
        let words = figure.words(totals);
        let open = self.state.totals.figure == Some(figure);
        let palette = Palette::of(ui);
        // A lower bound is said with its number; how much of it is unknown stands beneath.
        let (known, unknown) = words.split_once(", ").unwrap_or((words.as_str(), ""));
        let button = egui::Button::selectable(open, RichText::new(&label))
            .right_text(RichText::new(known).color(palette.text))
            .min_size(egui::vec2(ui.available_width(), 22.0))
            .truncate();
        ui.spacing_mut().item_spacing.y = 2.0;
        if ui.add(button).accessible_name(format!("{label}: {words}")).clicked() {
            self.state.totals.figure = (!open).then_some(figure);
        }
        if !unknown.is_empty() {
            let quiet = RichText::new(unknown).size(size::CAPTION).color(palette.quiet);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Min), |ui| {
                ui.add_space(space::ROW);
                ui.label(quiet);
            });
        }
        if !open {
            return;
        }
        let behind = figure.behind(self.diary.pantry(), lines.iter().copied());
        ui.indent(("behind", &label), |ui| {
            for (line, words) in behind.iter().take(BEHIND) {
                let amount = format!("{}, {} g", line.name, amount(line.grams));
                let words = if words.is_empty() { amount } else { format!("{amount}: {words}") };
                ui.add(egui::Label::new(RichText::new(words).size(size::CAPTION).color(palette.quiet)).wrap());
            }
            let rest = match behind.len() {
                0 => "No food logged here has a part in it.".to_owned(),
                many if many > BEHIND => format!("and {} more", many - BEHIND),
                _ => return,
            };
            ui.label(RichText::new(rest).size(size::CAPTION).color(palette.quiet));
        });
        ui.add_space(space::TIGHT);
    }
}
