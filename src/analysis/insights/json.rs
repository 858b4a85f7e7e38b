//! Insights as JSON, for other programs.

use serde_json::{Value, json};

use super::Insights;
use crate::analysis::day_table::DayTable;

/// The insights as one JSON object. `effect`, `lo` and `hi` are for one unit of the factor on each day of the window.
pub fn to_json(insights: &Insights, table: &DayTable) -> Value {
    let unit = |key: &str| table.column(key).map(|column| column.unit.clone()).unwrap_or_default();
    let claims: Vec<Value> = insights
        .findings
        .iter()
        .map(|finding| {
            let claim = &finding.claim;
            json!({
                "factor": finding.factor, "outcome": finding.outcome, "lag": claim.lag, "lag_end": claim.lag_end,
                "effect": claim.effect, "per_day": claim.per_day, "unit": unit(&finding.outcome),
                "lo": claim.interval.0, "hi": claim.interval.1, "q": claim.q, "grade": finding.grade.key(),
                "days_used": claim.days_used, "failed_rivals": finding.failed_rivals,
            })
        })
        .collect();
    let mut claims = claims;
    claims.sort_by(|a, b| a["q"].as_f64().unwrap_or(1.0).total_cmp(&b["q"].as_f64().unwrap_or(1.0)));
    let not_tested: Vec<Value> = insights
        .not_tested
        .iter()
        .map(|pair| {
            let (rule, have, need) = (pair.unmet.rule, pair.unmet.have, pair.unmet.need);
            json!({ "factor": pair.factor, "outcome": pair.outcome, "rule": rule, "have": have, "need": need })
        })
        .collect();
    let cannot_separate: Vec<Value> = insights
        .cannot_separate
        .iter()
        .map(|pair| json!({ "factor": pair.factor, "outcome": pair.outcome, "rival": pair.rival }))
        .collect();
    json!({
        "days": insights.days, "pairs_tested": insights.pairs_tested, "not_tested": not_tested, "claims": claims,
        "cannot_separate": cannot_separate,
    })
}
