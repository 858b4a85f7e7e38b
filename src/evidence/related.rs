//! What studies say about a pair the diary shows: the cards that speak of it, how far they are open to the person, and whether both
//! point the same way. Neither proves the other.

use super::card::{Card, Relation, ShowWhen, Sign};
use super::gate::{self, Part, Shown, Surface};
use super::situation::Person;
use super::{library, wording};
use crate::columns::{ColumnSpec, DayTable};

/// How a finding stands to a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// Both point the same way.
    SameWay,
    /// They point different ways.
    OtherWay,
    /// Studies disagree or did not settle it.
    Unsettled,
    /// Studies found no effect.
    NoEffect,
}

impl Agreement {
    /// How a finding stands to what the literature expects.
    pub(super) fn between(sign: Sign, effect: f64) -> Self {
        match sign {
            Sign::NoChange => Self::NoEffect,
            Sign::Unsettled => Self::Unsettled,
            Sign::Higher if effect > 0.0 => Self::SameWay,
            Sign::Lower if effect < 0.0 => Self::SameWay,
            Sign::Higher | Sign::Lower => Self::OtherWay,
        }
    }

    /// In a sentence.
    pub fn words(self) -> &'static str {
        match self {
            Self::SameWay => "People in studies and your log point the same way. Neither proves the other.",
            Self::OtherWay => "People in studies and your log point different ways. Neither disproves the other.",
            Self::Unsettled => "Studies have not settled this, so they neither support nor contradict your log.",
            Self::NoEffect => "Studies found no effect. Your log alone is a weak reason to think otherwise.",
        }
    }
}

/// A finding of the analysis, as far as a card can be held against it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair<'a> {
    /// Key of the column that may explain.
    pub factor: &'a str,
    /// Key of the column that is explained.
    pub outcome: &'a str,
    /// Higher or lower with more of the factor.
    pub effect: f64,
    /// First and last day between them.
    pub lags: (usize, usize),
}

/// A card about a pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// The card.
    pub card: &'static Card,
    /// What may be shown of it.
    pub shown: Shown,
    /// How the finding stands to it; `None` where that may not be said, or where nothing is known of it.
    pub agreement: Option<Agreement>,
    /// What the days of both say about each other; `None` where that may not be said.
    pub days: Option<String>,
}

/// The cards that speak of a pair, for this person.
pub fn related(table: &DayTable, person: &Person<'_>, pair: Pair<'_>, trials_are_silent: bool) -> Vec<Related> {
    let Some(outcome) = table.column(pair.outcome) else { return Vec::new() };
    let cards = library::cards().iter().filter(|card| card.is_for(person.profile));
    cards.filter_map(|card| of_card(card, person, pair, outcome, trials_are_silent)).collect()
}

fn of_card(
    card: &'static Card,
    person: &Person<'_>,
    pair: Pair<'_>,
    outcome: &ColumnSpec,
    trials_are_silent: bool,
) -> Option<Related> {
    let row = card.relates.iter().find(|row| row.is_of_factor(pair.factor) && row.outcomes.hold(outcome));
    if row.is_none() && !speaks_of(card, pair.factor, outcome) {
        return None;
    }
    let shown = gate::shown(card, person, Surface::BesideFinding, trials_are_silent);
    if shown.is_nothing() {
        return None;
    }
    let agreement = row.filter(|_| shown.has(Part::Agreement)).map(|row| Agreement::between(row.sign, pair.effect));
    let days = shown.has(Part::Days).then(|| compare_days(card, row, pair.lags));
    Some(Related { card, shown, agreement, days })
}

/// Whether a card is to stand beside a finding about a factor and an outcome.
fn speaks_of(card: &Card, factor: &str, outcome: &ColumnSpec) -> bool {
    card.show_when.iter().any(|way| match way {
        ShowWhen::Finding { factors, outcomes } => factors.iter().any(|it| it == factor) && outcomes.hold(outcome),
        _ => false,
    })
}

fn compare_days(card: &Card, row: Option<&Relation>, (from, to): (usize, usize)) -> String {
    let (first, last) = row.map_or(card.onset_days, |row| row.lag_days);
    let (first, last) = (usize::from(first), usize::from(last));
    if (first, last) == (0, 0) {
        return "Studies name no number of days to look for.".to_owned();
    }
    let studied = wording::days_to_look((first, last));
    if to < first || from > last {
        return format!(
            "Studies say: {studied}. Your finding is about other days, so the two may not be about the same thing."
        );
    }
    format!("Studies say: {studied}. Your finding lies within that.")
}
