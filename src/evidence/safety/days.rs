//! What holds on a single day, and how the days of a window are said.

use super::raised::Raised;
use super::reader::Reader;
use super::when::{Is, OnDay};
use crate::foods::pantry::Content;
use crate::foods::tags::Presence;
use crate::medicines::FoodWith;
use crate::model::entry::EntryKind;
use crate::model::food_line::FoodLine;
use crate::model::time::Day;
use crate::model::value::Value;
use crate::words::{Quantity, count, rounded};

/// Days that are listed one by one; beyond that their number is said.
const LISTED_DAYS: usize = 4;

/// Something that held on a day.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    pub day: Day,
    /// What it was, each with a name and what it came to: `Itch`, `9`.
    pub said: Vec<(String, String)>,
    /// 1 at the mark of the rule, more beyond it.
    pub badness: f64,
    /// What is filled into the words.
    pub fills: Vec<(&'static str, String)>,
}

impl Found {
    pub fn new(day: Day, name: String, what: String, badness: f64) -> Self {
        Self { day, said: vec![(name, what)], badness, fills: Vec::new() }
    }

    fn and(mut self, other: Self) -> Self {
        self.said.extend(other.said);
        self.fills.extend(other.fills);
        self.badness += other.badness;
        self
    }
}

impl Reader<'_> {
    /// What makes a test hold on a day; `None` if it does not, or nobody answered.
    pub fn on(&self, test: &OnDay, day: Day) -> Option<Found> {
        match test {
            OnDay::Value(key, is) => self.value_is(key, *is, day),
            OnDay::Answers { key, is, times } => self.answers_are(key, *is, *times, day),
            OnDay::NoEntry(kind) => self.no_entry(*kind, day),
            OnDay::Food(food) => self.food_on(*food, day),
            OnDay::OverLimit(nutrient) => self.over_limit_on(nutrient, day),
            OnDay::All(parts) => {
                let mut parts = parts.iter().map(|part| self.on(part, day));
                let first = parts.next()??;
                parts.try_fold(first, |together, part| Some(together.and(part?)))
            }
            OnDay::Any(parts) => parts.iter().filter_map(|part| self.on(part, day)).reduce(Found::and),
        }
    }

    /// The number of a column on a day, or the answer to a key that has no column; `None` is missing.
    pub fn value(&self, key: &str, day: Day) -> Option<f64> {
        match self.table.position(key) {
            Some(column) => self.table[column].cells.get(self.table.row(day)?).copied().flatten(),
            None => self.answers(key, day).reduce(f64::max),
        }
    }

    /// At least how much it was on a day.
    pub fn at_least(&self, key: &str, day: Day) -> Option<f64> {
        self.table.lower_bound_on(key, day).or_else(|| self.value(key, day))
    }

    /// The number that a comparison reads: a lower bound may settle what lies above a mark, never what lies below.
    pub fn compared(&self, key: &str, is: Is, day: Day) -> Option<f64> {
        if is.is_upward() { self.at_least(key, day) } else { self.value(key, day) }
    }

    /// The answers to a key within the entries of a day.
    fn answers<'k>(&'k self, key: &'k str, day: Day) -> impl Iterator<Item = f64> + 'k {
        let entries = self.diary.day_record(day).into_iter().flat_map(|page| &page.entries);
        entries.filter_map(|entry| entry.answers.get(key)).map(Value::as_number)
    }

    fn value_is(&self, key: &str, is: Is, day: Day) -> Option<Found> {
        let value = self.compared(key, is, day).filter(|value| is.holds(*value))?;
        Some(Found::new(day, self.label(key), self.amount(key, value), is.badness(value)))
    }

    fn answers_are(&self, key: &str, is: Is, times: usize, day: Day) -> Option<Found> {
        let found = self.answers(key, day).filter(|answer| is.holds(*answer)).count();
        let name = match is {
            Is::AtLeast(mark) | Is::Above(mark) => format!("{} {} or more", self.label(key), rounded(mark, -1)),
            Is::AtMost(mark) => format!("{} {} or less", self.label(key), rounded(mark, -1)),
        };
        let badness = found as f64 / times.max(1) as f64;
        (found >= times).then(|| Found::new(day, name, format!("{found} times"), badness))
    }

    fn no_entry(&self, kind: EntryKind, day: Day) -> Option<Found> {
        let any = self.diary.day_record(day).is_some_and(|page| page.entries.iter().any(|entry| entry.kind == kind));
        (!any).then(|| Found { day, said: Vec::new(), badness: 0.0, fills: Vec::new() })
    }

    fn food_on(&self, food: FoodWith, day: Day) -> Option<Found> {
        let group = self.rules.food(food)?;
        let names = |text: &str| {
            let text = folded(text);
            let stands = |name: &String| text.contains(&folded(name));
            group.names.iter().any(stands) && !group.except.iter().any(stands)
        };
        let is_meant = |line: &FoodLine| {
            if names(line.name.as_str()) {
                return true;
            }
            let except = |text: &str| {
                let text = folded(text);
                group.except.iter().any(|name| text.contains(&folded(name)))
            };
            let mut found = false;
            self.diary.pantry().each_part(line.food, line.grams, &mut |part| {
                let tagged = |tag| part.tags().is_some_and(|tags| tags.has(tag) == Presence::Yes);
                let name = part.name();
                let in_group = match part.content {
                    Content::Table(food) => group.groups.iter().any(|meant| meant == food.group),
                    Content::Own(_) | Content::Unknown => false,
                };
                found |= names(name) || group.tags.iter().any(|tag| tagged(*tag)) || in_group && !except(name);
            });
            found
        };
        let lines = self.diary.day_record(day)?.entries.iter().flat_map(|entry| &entry.foods);
        let said: Vec<(String, String)> =
            lines.filter(|line| is_meant(line)).map(|line| (line.name.to_string(), grams(line.grams))).collect();
        (!said.is_empty()).then(|| Found { day, said, badness: 1.0, fills: Vec::new() })
    }

    /// A warning sign that was ticked within some days. One for the day after counts, too: after midnight the calendar, by which a
    /// command line names its days, is ahead of the diary.
    pub fn ticked(&self, key: &str, of: i32) -> Option<Raised> {
        let today = self.today();
        let days: Vec<Day> = self
            .window(of.saturating_add(1), -1)
            .filter(|day| self.answers(key, *day).any(|answer| answer == 1.0))
            .collect();
        let newest = days.first()?;
        let because = format!("You ticked on {}: {}.", newest.brief(today), self.label(key));
        Some(Raised { reading: days.len() as f64, days, ..Raised::said(because) })
    }

    /// Days of a window on which something held, in words.
    pub fn told(&self, found: &[Found], of: i32, before: i32) -> Raised {
        let today = self.today();
        let mut names: Vec<String> = found.iter().flat_map(|one| &one.said).map(|(name, _)| name.clone()).collect();
        names.sort_unstable();
        names.dedup();
        let because = names.into_iter().map(|name| {
            let of_name = |one: &Found| {
                let what = one.said.iter().find(|(said, _)| *said == name).map(|(_, what)| what.clone())?;
                Some((one.day, what))
            };
            let all: Vec<(Day, String)> = found.iter().filter_map(of_name).collect();
            if all.len() <= LISTED_DAYS {
                let each: Vec<String> =
                    all.iter().map(|(day, what)| format!("{what} on {}", day.brief(today))).collect();
                format!("{name}: {}.", each.join(", "))
            } else {
                let days = count(all.len(), "day", "days");
                let window = if before == 0 { format!("the last {of}") } else { format!("the {of} before them") };
                let newest = all.first().map(|(day, what)| format!(", {what} on {}", day.brief(today)));
                format!("{name}: on {days} of {window}{}.", newest.unwrap_or_default())
            }
        });
        let because = because.collect();
        let fills = found.iter().flat_map(|one| one.fills.iter().cloned());
        let mut raised = Raised { because, days: found.iter().map(|one| one.day).collect(), ..Raised::default() };
        for (name, value) in fills {
            raised.fills.entry(name).or_insert(value);
        }
        raised.reading = found.iter().map(|one| one.badness).sum();
        raised
    }

    /// Name of a column or trackable, for people.
    pub fn label(&self, key: &str) -> String {
        let column = self.table.column(key).map(|column| column.label.clone());
        let known = || self.diary.catalogue().get(key).map(|known| known.label.to_string());
        column.or_else(known).unwrap_or_else(|| key.to_owned())
    }

    /// A number of a column with its unit; yes for the yes of a question.
    pub fn amount(&self, key: &str, value: f64) -> String {
        use crate::model::trackable::Kind;
        let known = self.diary.catalogue().get(key);
        if known.is_some_and(|known| known.kind == Kind::YesNo) {
            return if value > 0.0 { "yes" } else { "no" }.to_owned();
        }
        let unit = self.table.column(key).map(|column| column.unit.clone());
        let unit = unit.or_else(|| Some(known?.kind.unit().to_owned())).unwrap_or_default();
        with_unit(value, &unit)
    }
}

/// A number with its unit: `3 units`, `18884 µg`, `7.5 h`.
pub(super) fn with_unit(value: f64, unit: &str) -> String {
    let place = if value.abs() >= 100.0 { 0 } else { -1 };
    Quantity { unit, yes_no: false, step: 1.0 }.with_unit(&rounded(value, place))
}

fn grams(grams: f64) -> String {
    with_unit(grams, "g")
}

/// Lower case, anything that is no letter or digit as one space, with a space at both ends: a word stands in it as itself.
fn folded(words: &str) -> String {
    let mut folded = String::with_capacity(words.len() + 2);
    folded.push(' ');
    for letter in words.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            folded.push(letter);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    if !folded.ends_with(' ') {
        folded.push(' ');
    }
    folded
}
