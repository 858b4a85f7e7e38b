//! What the person's own diary says of a path: found, not found, or too early to tell. Nothing is computed here; it is read from
//! the insights, and stands beside the literature without being joined with it.

use crate::analysis::engine::minimum::OUTCOME_DAYS;
use crate::analysis::insights::{Finding, Insights, words};
use crate::columns::DayTable;
use crate::evidence::gate::Part;
use crate::evidence::related::{Pair, Related, related};
use crate::evidence::situation::Person;
use crate::evidence::wording::STUDIES_EXIST;
use crate::model::body_system::BodySystem;
use crate::words::count;

/// Insights that were worked out, and the table they were worked out from.
#[derive(Debug, Clone, Copy)]
pub struct Associations<'a> {
    /// What was found.
    pub insights: &'a Insights,
    /// The part of the day table that was analysed.
    pub table: &'a DayTable,
}

/// What the diary says of a path.
#[derive(Debug, Clone, PartialEq)]
pub enum Own {
    /// A diary holds no outcome of what the arrow leads to.
    NotInADiary,
    /// Factors of its tail went along with outcomes of its head.
    Found(Vec<OwnFinding>),
    /// Pairs were tested, and none stands out from chance.
    NotFound {
        /// Days that were looked at.
        days: usize,
        /// Pairs that were tested.
        pairs: usize,
        /// What is to be known of it, each a sentence.
        remarks: Vec<String>,
    },
    /// Too little is logged, or nothing was worked out yet.
    CannotSay {
        /// What is missing, each a sentence.
        missing: Vec<String>,
    },
}

/// An association of the diary on a path, in words and by its keys.
#[derive(Debug, Clone, PartialEq)]
pub struct OwnFinding {
    /// Key of the factor.
    pub factor: String,
    /// Key of the outcome.
    pub outcome: String,
    /// What went along with what.
    pub headline: String,
    /// Size, interval, days.
    pub sentence: String,
    /// How sure, with the chance of its being chance.
    pub grade: String,
    /// How it stands to what studies say, each a sentence; no agreement where a gate closes the card.
    pub beside: Vec<String>,
}

impl Own {
    /// A few words, for the map and its table.
    pub fn words(&self) -> String {
        match self {
            Self::NotInADiary => "a diary cannot see this".to_owned(),
            Self::Found(found) => {
                let all: Vec<&str> = found.iter().map(|found| found.headline.as_str()).collect();
                format!("found: {}", all.join("; "))
            }
            Self::NotFound { days, .. } => format!("not found, with {}", count(*days, "day", "days")),
            Self::CannotSay { .. } => "cannot say yet".to_owned(),
        }
    }

    /// Whether something was found.
    pub fn is_found(&self) -> bool {
        matches!(self, Self::Found(_))
    }
}

/// What the diary says of a path from the columns of its tail to the outcomes of its head.
pub(super) fn own(
    factors: &[&str],
    head: Option<BodySystem>,
    associations: Option<Associations<'_>>,
    person: &Person<'_>,
) -> Own {
    let Some(head) = head else { return Own::NotInADiary };
    let Some(Associations { insights, table }) = associations else {
        return Own::CannotSay { missing: vec!["The search through your diary is not done yet.".to_owned()] };
    };
    let is_path = |factor: &str, outcome: &str| {
        factors.contains(&factor) && table.column(outcome).is_some_and(|column| column.is_outcome_of(head))
    };
    let findings = insights.findings.iter().filter(|finding| is_path(&finding.factor, &finding.outcome));
    let (enough, few): (Vec<&Finding>, Vec<&Finding>) =
        findings.partition(|finding| finding.claim.paired_days >= OUTCOME_DAYS);
    let (clear, unclear): (Vec<&Finding>, Vec<&Finding>) = enough.into_iter().partition(|finding| has_a_sign(finding));
    if !clear.is_empty() {
        return Own::Found(clear.into_iter().map(|finding| named(finding, table, person)).collect());
    }
    let pairs = insights.lag_rows.iter().filter(|row| is_path(&row.factor, &row.outcome)).count();
    let title = |finding: &&Finding| words::pair_title(&finding.factor, &finding.outcome, table);
    if pairs > 0 && few.is_empty() {
        let unclear = unclear.iter().map(|finding| format!("{}: no clear pattern.", title(finding)));
        let separate = insights.cannot_separate.iter().filter(|pair| is_path(&pair.factor, &pair.outcome));
        let remarks = unclear.chain(separate.map(|pair| words::cannot_separate(pair, table))).collect();
        return Own::NotFound { days: insights.days, pairs, remarks };
    }
    let few = few.iter().map(|finding| {
        let days = count(finding.claim.paired_days, "day", "days");
        format!("{}: both answered on only {days}; {OUTCOME_DAYS} are needed.", title(finding))
    });
    let untested = insights.not_tested.iter().filter(|pair| is_path(&pair.factor, &pair.outcome));
    let mut missing: Vec<String> = few.chain(untested.map(|pair| words::not_tested(pair, table))).collect();
    missing.sort();
    missing.dedup();
    if missing.is_empty() {
        missing.push("Nothing of this path is logged yet.".to_owned());
    }
    Own::CannotSay { missing }
}

/// Whether the interval lies on one side of 0.
fn has_a_sign(finding: &Finding) -> bool {
    let (low, high) = finding.claim.interval;
    low > 0.0 || high < 0.0
}

fn named(finding: &Finding, table: &DayTable, person: &Person<'_>) -> OwnFinding {
    let label = |key: &str| words::label(table, key);
    let side = if finding.claim.effect > 0.0 { "higher" } else { "lower" };
    let (factor, outcome) = (words::lowered(&label(&finding.factor)), words::lowered(&label(&finding.outcome)));
    OwnFinding {
        factor: finding.factor.clone(),
        outcome: finding.outcome.clone(),
        headline: format!("more {factor} went along with {side} {outcome}"),
        sentence: words::sentence(finding, table),
        grade: words::grade(finding.grade),
        beside: beside(finding, table, person),
    }
}

/// What the cards that speak of a pair say to it.
fn beside(finding: &Finding, table: &DayTable, person: &Person<'_>) -> Vec<String> {
    let lags = (finding.claim.lag, finding.claim.lag_end);
    let pair = Pair { factor: &finding.factor, outcome: &finding.outcome, effect: finding.claim.effect, lags };
    let related = related(table, person, pair, false);
    if related.is_empty() {
        return vec!["No evidence card speaks of this pair for the conditions you entered.".to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    for Related { shown, agreement, days, .. } in &related {
        let exist = shown.has(Part::StudiesExist).then(|| STUDIES_EXIST.to_owned());
        let say = shown.say().map(str::to_owned);
        let agreement = agreement.map(|agreement| agreement.words().to_owned());
        for line in [exist, say, agreement, days.clone()].into_iter().flatten() {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    lines
}
