//! Nutrient cover as a person reads it: what two weeks of food brought of each nutrient against reference and upper limit, which
//! foods brought it, and what is not known. It is rough, and it cannot see what the body takes up.

use std::collections::HashMap;

use crate::columns::{Band, DayTable, IndexReading, NutrientIntake, index_reading, nutrient_intake};
use crate::foods::COLUMN_PREFIX;
use crate::foods::nutrient::Nutrient;
use crate::foods::totals::{Sum, Totals};
use crate::intakes::{self, Intake, Person, UpperNutrient};
use crate::model::diary::Diary;
use crate::model::food_line::{FoodId, FoodLine};
use crate::model::profile::SafetyQuestion;
use crate::model::settings::Reference;
use crate::model::time::Day;
use crate::words::{plain, round_to};

/// The index it breaks down.
const INDEX: &str = "index_cover";
/// Days looked at.
pub const WINDOW_DAYS: i32 = 14;
/// Answered days from which a mean is compared with an upper limit.
const NEEDED_FOR_LIMIT: usize = 7;
/// The nutrient that stands beside the index and has no part in it.
const BESIDE: &str = "vitamin_d";
/// The nutrient of which nobody is told in pregnancy that it is short.
const NEVER_SHORT_IN_PREGNANCY: &str = "vitamin_a";
/// Foods named for each nutrient.
const MOST_FOODS: usize = 5;

/// Two weeks of nutrients.
#[derive(Debug, Clone, PartialEq)]
pub struct NutrientCover {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// The index of the last day.
    pub index: Option<IndexReading>,
    /// Each nutrient, in the order of the table of references; the one that has no part in the index last.
    pub nutrients: Vec<NutrientRow>,
    /// Days with a meal of foods.
    pub logged_days: usize,
}

/// One nutrient.
#[derive(Debug, Clone, PartialEq)]
pub struct NutrientRow {
    /// Its name.
    pub label: &'static str,
    /// Unit of its amounts.
    pub unit: String,
    /// What foods and pills brought.
    pub intake: NutrientIntake,
    /// What is enough a day, for this person.
    pub reference: Option<Intake>,
    /// The most a day that is unlikely to harm.
    pub upper: Option<Intake>,
    /// What is to be said of it above that limit, where the mean of the last days lies there: the mean, and the words.
    pub above_limit: Option<(f64, &'static str)>,
    /// Whether it is shown without a shortfall, whatever the amount.
    pub is_never_short: bool,
    /// Whether it has a part in the index.
    pub is_in_index: bool,
    /// What stands beside it.
    pub note: Option<&'static str>,
    /// The foods that brought most of it, with the amount over all days; most first.
    pub foods: Vec<(FoodId, String, f64)>,
    /// Foods of which nobody knows how much they hold, each once, the most often eaten first.
    pub unknown: Vec<String>,
}

impl NutrientRow {
    /// The mean amount a day as a share of the reference; `None` where too few days count or where no shortfall is shown.
    pub fn share(&self) -> Option<f64> {
        let reference = self.reference.filter(|_| !self.is_never_short)?;
        Some((self.intake.foods? + self.intake.pills) / reference.amount)
    }

    /// The same in words, without a number.
    pub fn band(&self) -> Option<Band> {
        self.share().map(|share| Band::of_index((100.0 * share.min(1.0)).round()))
    }
}

impl NutrientCover {
    /// Whether numbers and targets give way to words: food or weight may be a worry.
    pub fn words_only(&self) -> bool {
        self.index.as_ref().is_none_or(|index| index.words_only)
    }

    /// The same as a table: a heading and a row a nutrient, amounts a day; an empty cell is missing. Without numbers where
    /// [`words_only`](Self::words_only) holds.
    pub fn table(&self) -> Vec<Vec<String>> {
        let with_note = |row: &NutrientRow| match row.note {
            Some(note) => format!("{}, {} ({note})", row.label, row.unit),
            None => format!("{}, {}", row.label, row.unit),
        };
        let rows = self.nutrients.iter();
        if self.words_only() {
            let band = |row: &NutrientRow| row.band().map_or("", Band::label).to_owned();
            let rows = rows.map(|row| vec![row.label.to_owned(), band(row)]);
            return std::iter::once(vec!["nutrient".to_owned(), "cover".to_owned()]).chain(rows).collect();
        }
        let heading = ["nutrient", "food", "pills", "reference", "limit", "days"].map(str::to_owned).to_vec();
        let number = |amount: Option<f64>| amount.map(|amount| plain(round_to(amount, -2))).unwrap_or_default();
        let rows = rows.map(|row| {
            let reference = row.reference.filter(|_| !row.is_never_short).map(|intake| intake.amount);
            let amounts = [row.intake.foods, Some(row.intake.pills), reference, row.upper.map(|intake| intake.amount)];
            let days = row.intake.days.to_string();
            std::iter::once(with_note(row)).chain(amounts.map(number)).chain([days]).collect()
        });
        std::iter::once(heading).chain(rows).collect()
    }

    /// The table for a spreadsheet: cells parted by tabs.
    pub fn as_text(&self) -> String {
        self.table().iter().map(|row| row.join("\t") + "\n").collect()
    }
}

/// What the two weeks up to a day brought.
pub fn nutrient_cover(diary: &Diary, table: &DayTable, last: Day) -> NutrientCover {
    let first = last.plus(1 - WINDOW_DAYS);
    let eaten = Eaten::between(diary, first, last);
    let person = Person::in_year(diary.profile(), last.year());
    let in_cover = intakes::table().reference.iter().filter(|nutrient| nutrient.in_cover);
    let beside = intakes::table().reference.iter().filter(|nutrient| nutrient.key == BESIDE);
    let nutrients = in_cover.chain(beside).filter_map(|nutrient| {
        let column = nutrient.columns.first()?;
        let intake = nutrient_intake(diary, table, &nutrient.key, column, last);
        let expects =
            [SafetyQuestion::Pregnant, SafetyQuestion::Trying].iter().any(|said| diary.profile().says_yes(*said));
        let is_never_short = expects && nutrient.key == NEVER_SHORT_IN_PREGNANCY;
        let upper = limit_of(&nutrient.key);
        let note = match nutrient.key.as_str() {
            BESIDE => Some("sun is not counted"),
            _ if is_never_short => Some("ask your midwife"),
            _ => None,
        };
        let (foods, unknown) = eaten.of(column);
        Some(NutrientRow {
            label: &nutrient.label,
            unit: nutrient.unit.clone(),
            intake,
            reference: reference(&nutrient.key, person, diary.settings().reference),
            upper: upper.and_then(|upper| intakes::upper(&upper.key, &person)),
            above_limit: upper.and_then(|upper| above_limit(upper, table, person, (intake, last))),
            is_never_short,
            is_in_index: nutrient.in_cover,
            note,
            foods,
            unknown,
        })
    });
    NutrientCover {
        first,
        last,
        index: index_reading(diary, table, INDEX, last),
        nutrients: nutrients.collect(),
        logged_days: eaten.days,
    }
}

/// The reference of the authority in the settings or, where it names none, of the other.
fn reference(key: &str, person: Person, authority: Reference) -> Option<Intake> {
    let other = if authority == Reference::Efsa { Reference::Us } else { Reference::Efsa };
    intakes::reference(key, &person, authority).or_else(|| intakes::reference(key, &person, other))
}

/// The upper limit of a nutrient; that of vitamin A is one for the preformed alone.
fn limit_of(key: &str) -> Option<&'static UpperNutrient> {
    intakes::upper_nutrient(key).or_else(|| intakes::upper_nutrient(&format!("{key}_preformed")))
}

/// The mean of the answered days and what to say, where it lies above the limit. A sum of which not all is known is enough for it.
fn above_limit(
    upper: &'static UpperNutrient,
    table: &DayTable,
    person: Person,
    (intake, last): (NutrientIntake, Day),
) -> Option<(f64, &'static str)> {
    let limit = intakes::upper(&upper.key, &person)?;
    let column = upper.columns.first()?;
    let days = (0..WINDOW_DAYS).filter_map(|ago| table.lower_bound_on(column, last.plus(-ago)));
    let amounts: Vec<f64> = days.collect();
    let enough = amounts.len() >= NEEDED_FOR_LIMIT;
    let foods = if enough { amounts.iter().sum::<f64>() / amounts.len() as f64 } else { 0.0 };
    // A column that is no column of foods alone holds the pills already.
    let pills = if column.starts_with(COLUMN_PREFIX) { intake.pills } else { 0.0 };
    let only_pills = matches!(limit.counts, intakes::Counts::SupplementsOnly);
    let amount = if only_pills { intake.pills } else { foods + pills };
    (amount > limit.amount).then_some((amount, upper.over_words.as_str()))
}

/// Everything eaten in some days, by food.
struct Eaten {
    days: usize,
    foods: Vec<(FoodId, String, Totals, usize)>,
}

impl Eaten {
    fn between(diary: &Diary, first: Day, last: Day) -> Self {
        let mut places: HashMap<FoodId, usize> = HashMap::new();
        let mut foods: Vec<(FoodId, String, Totals, usize)> = Vec::new();
        let mut days = 0;
        for page in diary.day_records_between(first, last) {
            let lines: Vec<&FoodLine> = page.entries.iter().flat_map(|entry| &entry.foods).collect();
            days += usize::from(!lines.is_empty());
            for line in lines {
                let place = *places.entry(line.food).or_insert_with(|| {
                    foods.push((line.food, line.name.as_str().to_owned(), Totals::default(), 0));
                    foods.len() - 1
                });
                if let Some((_, _, totals, times)) = foods.get_mut(place) {
                    totals.add(diary.pantry(), line);
                    *times += 1;
                }
            }
        }
        Self { days, foods }
    }

    /// The foods with most of what a column adds up, and those of which it is not known.
    fn of(&self, column: &str) -> (Vec<(FoodId, String, f64)>, Vec<String>) {
        let sums = || self.foods.iter().map(|(id, name, totals, times)| (id, name, sum(totals, column), times));
        let known = sums().filter(|(_, _, sum, _)| sum.known > 0.0);
        let mut known: Vec<_> = known.map(|(id, name, sum, _)| (*id, name.clone(), sum.known)).collect();
        known.sort_by(|(_, a, x), (_, b, y)| y.total_cmp(x).then_with(|| a.cmp(b)));
        known.truncate(MOST_FOODS);
        let mut unknown: Vec<_> = sums().filter(|(_, _, sum, _)| sum.unknown > 0).collect();
        unknown.sort_by(|(_, a, _, x), (_, b, _, y)| y.cmp(x).then_with(|| a.cmp(b)));
        (known, unknown.into_iter().map(|(_, name, ..)| name.clone()).collect())
    }
}

/// What foods add up to in a column of foods.
fn sum(totals: &Totals, column: &str) -> Sum {
    let key = column.strip_prefix(COLUMN_PREFIX).unwrap_or(column);
    let nutrient = Nutrient::ALL.into_iter().find(|nutrient| nutrient.key() == key);
    nutrient.map_or_else(|| totals.epa_and_dha(), |nutrient| totals.sum(nutrient))
}
