//! What the foods of a meal or a recipe add up to, in a few lines.

use eframe::egui::{Label, RichText, Ui};

use crate::foods::diet_metric::{DietMetric, portions};
use crate::foods::nutrient::Nutrient;
use crate::foods::tags::Presence;
use crate::foods::totals::Totals;
use crate::model::food_line::FoodLine;
use crate::model::pantry::Pantry;
use crate::ui::theme::{Palette, size};

/// What foods add up to, in a few lines. Sums with an unknown part say so.
pub fn meal_totals_ui(ui: &mut Ui, pantry: &Pantry, lines: &[FoodLine]) {
    if lines.is_empty() {
        return;
    }
    let totals = Totals::of(pantry, lines);
    let fibre = totals.sum(Nutrient::Fibre).words("g");
    let sugars = totals.sum(Nutrient::Sugars).words("g");
    let mut parts =
        vec![format!("Fibre {fibre}"), format!("sugars {sugars}"), format!("plants {}", totals.plants().len())];
    for (count, kind, name) in [(totals.live_cultures, "live", "live ferments"), (totals.sugary, "sugary", "sugary")] {
        if count.presence() != Presence::No {
            parts.push(format!("{name}: {}", portions(count, kind)));
        }
    }
    if totals.prebiotic > 0 {
        parts.push(format!("rich in prebiotics {}", totals.prebiotic));
    }
    if totals.waters > 0 {
        parts.push(format!("water {}", DietMetric::WaterDrunk.words(&totals)));
    }
    if totals.nova_known > 0 {
        parts.push(format!("ultra-processed {} of {}", totals.ultra_processed, totals.nova_known));
    }
    for (count, name) in [(totals.dairy, "dairy"), (totals.gluten, "gluten")] {
        match (count.yes, count.maybe) {
            (0, 0) => {}
            (0, _) => parts.push(format!("perhaps {name}")),
            _ => parts.push(name.to_owned()),
        }
    }
    ui.add(Label::new(RichText::new(parts.join(" · ")).size(size::CAPTION).color(Palette::of(ui).quiet)).wrap());
}
