//! Nutrient cover, over 14 days: how much of the reference intake the foods of the last two weeks brought, the mean over six
//! components. It is rough: food tables, portions and unknown values all are, and absorption is not seen at all.
//!
//! Omega-3 is one component, the better covered of ALA and of EPA with DHA. Readable doses of pills are added, but never where the
//! pills alone are above the upper limit. Vitamin D stands beside the index and has no part in it, since sun is not counted.

use crate::columns::formula::{Formula, Measured, Part, PartDays, Remarks, with_days};
use crate::columns::table::DayTable;
use crate::model::diary::Diary;
use crate::model::time::Day;

/// Which share of the weight of a day's food must have a known value for the day to count.
pub const KNOWN_SHARE: f64 = 0.90;
/// Loose from here on, as the mean form of a day.
const LOOSE_FORM: f64 = 5.5;
/// Share of the days with an answered form from which absorption is in doubt.
const LOOSE_SHARE: f64 = 0.5;
/// Six components of one weight each.
const WEIGHT: f64 = 1.0 / 6.0;
/// How each is worked out.
const RULE: &str = "mean of 14 days as a share of the reference, at most all of it; a day counts if the value is known for 90 % of \
                    the weight of its food";

pub(super) const FORMULA: Formula = Formula {
    key: "index_cover",
    title: "Nutrient cover",
    label: "Nutrient cover index (0 to 100)",
    window_days: 14,
    is_about_food: true,
    remarks: Remarks { columns: &["stool"], say: remarks },
    parts: &[
        Part {
            label: "Vitamin A",
            columns: &["food_vit_a_rae_ug"],
            measure: |days| covered(days, 0, "vitamin_a"),
            ..PART
        },
        Part { label: "Vitamin C", columns: &["food_vit_c_mg"], measure: |days| covered(days, 0, "vitamin_c"), ..PART },
        Part { label: "Vitamin E", columns: &["food_vit_e_mg"], measure: |days| covered(days, 0, "vitamin_e"), ..PART },
        Part { label: "Zinc", columns: &["food_zinc_mg"], measure: |days| covered(days, 0, "zinc"), ..PART },
        Part {
            label: "Selenium",
            columns: &["food_selenium_ug"],
            measure: |days| covered(days, 0, "selenium"),
            ..PART
        },
        Part { label: "Omega-3", columns: &["food_ala_g", "food_epa_dha_g"], measure: omega_3, ..PART },
    ],
};

const PART: Part = Part {
    weight: WEIGHT,
    label: "",
    rule: RULE,
    columns: &[],
    window_days: 14,
    needed_days: 8,
    left_out: &[],
    measure: |_| Measured::missing(0, 0),
};

/// What the foods and pills of the last 14 days brought of a nutrient.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NutrientIntake {
    /// Days that count: the value is known for nine tenths of the weight of their food.
    pub days: usize,
    /// Days that are needed.
    pub needed_days: usize,
    /// Days looked at.
    pub window_days: usize,
    /// Mean amount a day from foods; `None` with too few days that count.
    pub foods: Option<f64>,
    /// Mean amount a day from pills whose dose can be read; 0 without any.
    pub pills: f64,
    /// Whether the pills alone are above the upper limit; then they are not added to what the index counts.
    pub pills_are_above_limit: bool,
}

impl NutrientIntake {
    fn of_days(days: &PartDays<'_>, column: usize, nutrient: &str) -> Self {
        let eaten = days.mean_of_known(column, KNOWN_SHARE);
        // Preformed vitamin A is vitamin A, too.
        let is_it = |key: &&str| key.strip_suffix("_preformed").unwrap_or(key) == nutrient;
        let brought = days.person.nutrients_of_pills();
        let amounts = brought.iter().filter(|key| is_it(key)).map(|key| {
            let amount = days.person.pills_in(key, days.window_days());
            let is_above = || days.person.upper(key).is_some_and(|most| amount > most.amount);
            (amount, amount > 0.0 && is_above())
        });
        let (pills, pills_are_above_limit) =
            amounts.fold((0.0, false), |(sum, above), (amount, is_above)| (sum + amount, above || is_above));
        Self {
            days: eaten.answered_days,
            needed_days: PART.needed_days,
            window_days: days.window_days(),
            foods: eaten.amount,
            pills,
            pills_are_above_limit,
        }
    }

    /// What the index counts, a day.
    pub fn counted(&self) -> Option<f64> {
        self.foods.map(|foods| if self.pills_are_above_limit { foods } else { foods + self.pills })
    }
}

/// What the days up to one brought of a nutrient of the table of references, from the column of its foods.
pub fn nutrient_intake(diary: &Diary, table: &DayTable, nutrient: &str, column: &str, day: Day) -> NutrientIntake {
    let window = (PART.window_days, PART.needed_days);
    with_days((diary, table, day), &[column], window, |days| NutrientIntake::of_days(days, 0, nutrient))
}

fn covered(days: &PartDays<'_>, column: usize, nutrient: &str) -> Measured {
    let intake = NutrientIntake::of_days(days, column, nutrient);
    let counted = Measured { amount: intake.counted(), ..Measured::missing(column, intake.days) };
    counted.valued_if(|amount| days.share_of_reference(nutrient, amount))
}

fn omega_3(days: &PartDays<'_>) -> Measured {
    let (ala, epa_dha) = (covered(days, 0, "ala"), covered(days, 1, "epa_dha"));
    if epa_dha.value > ala.value { epa_dha } else { ala.or_else(|| epa_dha) }
}

fn remarks(days: &PartDays<'_>) -> Vec<&'static str> {
    let loose = days.mean_with(0, |form| f64::from(u8::from(form >= LOOSE_FORM))).amount;
    let is_in_doubt = days.person.has_bowel_disease() || loose.is_some_and(|share| share > LOOSE_SHARE);
    let mut remarks = vec!["rough"];
    remarks.extend(is_in_doubt.then_some("absorption unknown"));
    remarks
}
