//! Upper limits: what foods and pills of a day, or of two weeks, bring of a nutrient, against the lower of the two limits.

use super::days::{Found, with_unit};
use super::flag::{Mark, Source};
use super::raised::Raised;
use super::reader::Reader;
use super::rules::LimitRule;
use crate::intakes::{self, Counts, Intake, UpperNutrient};
use crate::medicines;
use crate::model::course::{Course, Phase};
use crate::model::time::Day;
use crate::words::capital;
use crate::words::count;

/// How much of a nutrient a day brought, at least.
struct Amount {
    /// From foods and pills together.
    all: f64,
    /// From pills alone.
    pills: f64,
}

/// What an upper limit says that was passed.
pub(super) struct OverLimit {
    pub nutrient: &'static UpperNutrient,
    pub raised: Raised,
    pub words: String,
    pub source: Vec<Source>,
}

impl Reader<'_> {
    /// A nutrient on a single day, above the limit of this person.
    pub(super) fn over_limit_on(&self, key: &str, day: Day) -> Option<Found> {
        let nutrient = intakes::upper_nutrient(key)?;
        let limit = intakes::upper(key, &self.intakes)?;
        let amount = self.amount_on(nutrient, &limit, day).filter(|amount| amount.all > limit.amount)?;
        let (n, limit_words) = (with_unit(amount.all, &nutrient.unit), with_unit(limit.amount, &nutrient.unit));
        let mut found = Found::new(day, capital(&nutrient.label), n.clone(), amount.all / limit.amount);
        found.fills = vec![("n", n), ("day", day.brief(self.today())), ("limit", limit_words)];
        Some(found)
    }

    /// The nutrients whose limit was passed.
    pub(super) fn over_limits(&self, rule: &LimitRule) -> Vec<OverLimit> {
        intakes::table().upper.iter().filter_map(|nutrient| self.over_limit(rule, nutrient)).collect()
    }

    /// Whether the limit of a nutrient was passed, and by what.
    pub(super) fn over_limit(&self, rule: &LimitRule, nutrient: &'static UpperNutrient) -> Option<OverLimit> {
        let limit = intakes::upper(&nutrient.key, &self.intakes)?;
        let spoken_of =
            rule.unless.iter().any(|(key, when)| *key == nutrient.key && self.read(when, rule.level).is_some());
        if spoken_of {
            return None;
        }
        let amounts: Vec<(Day, Amount)> =
            self.window(rule.of, 0).filter_map(|day| Some((day, self.amount_on(nutrient, &limit, day)?))).collect();
        let mean = amounts.iter().map(|(_, amount)| amount.all).sum::<f64>() / amounts.len().max(1) as f64;
        let unit = nutrient.unit.as_str();
        let of_limit = format!("the limit is {} a day ({})", with_unit(limit.amount, unit), limit.source);
        let label = capital(&nutrient.label);
        let by_pills = amounts.iter().find(|(_, amount)| amount.pills > limit.amount);
        let (because, amount) = if amounts.len() >= rule.answered && mean > limit.amount {
            let days = count(amounts.len(), "answered day", "answered days");
            let mean_words = with_unit(mean, unit);
            (format!("{label}: {mean_words} a day on average, {days} of the last {}; {of_limit}.", rule.of), mean)
        } else {
            let (day, amount) = by_pills?;
            let pills = with_unit(amount.pills, unit);
            (format!("{label}: {pills} from pills on {}; {of_limit}.", day.brief(self.today())), amount.pills)
        };
        let mut raised = Raised::said(because);
        raised.days = amounts.iter().filter(|(_, amount)| amount.all > 0.0).map(|(day, _)| *day).collect();
        raised.courses = self.pills(&nutrient.key, self.today()).map(|(course, _)| course.id).collect();
        raised.reading = amount / limit.amount;
        let mark = if limit.seen { Mark::Verified } else { Mark::General };
        let source = vec![Source { words: format!("{}, {}", limit.source, limit.year), mark }];
        Some(OverLimit { nutrient, raised, words: nutrient.over_words.clone(), source })
    }

    /// What foods and pills of a day brought, as far as it counts for a limit; `None` where nothing is known.
    fn amount_on(&self, nutrient: &UpperNutrient, limit: &Intake, day: Day) -> Option<Amount> {
        let counts_food = matches!(limit.counts, Counts::AllSources | Counts::PreformedOnly);
        let columns = nutrient.columns.iter().filter(|_| counts_food);
        let eaten = columns.filter_map(|column| self.at_least(column, day)).reduce(|a, b| a + b);
        let pills = self.pills(&nutrient.key, day).map(|(_, dose)| dose).reduce(|a, b| a + b);
        let holds_pills = self.rules.limit.as_ref().is_some_and(|rule| rule.columns_with_pills.contains(&nutrient.key));
        let all = match (eaten, pills) {
            (Some(eaten), Some(pills)) if holds_pills => eaten.max(pills),
            (Some(eaten), Some(pills)) => eaten + pills,
            (eaten, pills) => eaten.or(pills)?,
        };
        Some(Amount { all, pills: pills.unwrap_or(0.0) })
    }

    /// Courses that run on a day and bring a nutrient, each with its dose a day where that can be read.
    fn pills(&self, key: &str, day: Day) -> impl Iterator<Item = (&Course, f64)> {
        let counted = self.person.medicines.iter().filter(move |medicine| {
            let class = medicines::class(&medicine.found.medicine.class);
            class.is_some_and(|class| class.counts_as.as_deref() == Some(key))
                && medicine.course.phase(day) == Phase::During
        });
        counted.filter_map(move |medicine| Some((medicine.course, intakes::daily_dose(medicine.course, key)?)))
    }
}
