//! What the person's own diary shows of a card, beside what studies show.

use crate::analysis::insights::Insights;
use crate::columns::DayTable;
use crate::evidence::card::{Card, Relation};
use crate::evidence::related::Agreement;

/// What the own diary shows.
#[derive(Debug, Clone, PartialEq)]
pub enum OwnDiary {
    /// A finding about what the card speaks of.
    Found {
        /// Name of the factor.
        factor: String,
        /// Name of the outcome.
        outcome: String,
        /// Whether the outcome is higher with more of the factor.
        higher: bool,
        /// Logged days of the outcome with the factor answered.
        days: usize,
        /// How it stands to the studies.
        agreement: Agreement,
    },
    /// Pairs the card speaks of were tested, and no pattern was found.
    NotFound {
        /// Days that were looked at.
        days: usize,
    },
    /// Too little is logged, or nothing was analysed yet.
    CannotSayYet,
}

impl OwnDiary {
    /// What a diary shows of a card.
    pub fn about(card: &Card, table: &DayTable, insights: Option<&Insights>) -> Self {
        let Some(insights) = insights else { return Self::CannotSayYet };
        let row = |factor: &str, outcome: &str| -> Option<&Relation> {
            let column = table.column(outcome)?;
            card.relates.iter().find(|row| row.is_of_factor(factor) && row.outcomes.hold(column))
        };
        let label = |key: &str| table.column(key).map_or_else(|| key.to_owned(), |column| column.label.clone());
        let found = insights.findings.iter().find_map(|finding| {
            let row = row(&finding.factor, &finding.outcome)?;
            Some(Self::Found {
                factor: label(&finding.factor),
                outcome: label(&finding.outcome),
                higher: finding.claim.effect > 0.0,
                days: finding.claim.paired_days,
                agreement: Agreement::between(row.sign, finding.claim.effect),
            })
        });
        let tested = || insights.lag_rows.iter().any(|pair| row(&pair.factor, &pair.outcome).is_some());
        found.unwrap_or_else(|| if tested() { Self::NotFound { days: insights.days } } else { Self::CannotSayYet })
    }

    /// In a sentence.
    pub fn words(&self) -> String {
        match self {
            Self::Found { factor, outcome, higher, days, agreement } => {
                let level = if *higher { "higher" } else { "lower" };
                format!(
                    "In your log more {} went along with {level} {}, on {days} paired days; that may be chance. {}",
                    factor.to_lowercase(),
                    outcome.to_lowercase(),
                    agreement.words()
                )
            }
            Self::NotFound { days } => format!("Your log shows no clear pattern in {days} days."),
            Self::CannotSayYet => "Your log cannot say yet.".to_owned(),
        }
    }
}
