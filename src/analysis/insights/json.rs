//! Insights as JSON, for other programs.

use serde_json::{Value, json};

use super::{Analysed, Finding, Insights, PrespecifiedResult, PrespecifiedResults, PrespecifiedState};
use crate::columns::DayTable;

/// The insights as one JSON object. `effect`, `lo` and `hi` are for one unit of the factor on each day of the window.
pub fn to_json(insights: &Insights, table: &DayTable) -> Value {
    let claims: Vec<Value> = insights.findings.iter().map(|finding| claim(finding, table)).collect();
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
    let kept_back: Vec<Value> = insights
        .kept_back
        .iter()
        .map(|pair| json!({ "factor": pair.factor, "outcome": pair.outcome, "until": pair.until }))
        .collect();
    json!({
        "days": insights.days, "analysed": insights.analysed.map(analysed), "pairs_tested": insights.pairs_tested, "not_tested": not_tested, "claims": claims,
        "cannot_separate": cannot_separate, "kept_back": kept_back, "suspects": insights.suspects.as_ref().map(|found| suspects(found, table)),
    })
}

fn analysed(analysed: Analysed) -> Value {
    let Analysed { first, last, older, newer } = analysed;
    json!({ "first": first, "last": last, "older_days_left_out": older, "newer_days_left_out": newer })
}

fn claim(finding: &Finding, table: &DayTable) -> Value {
    let claim = &finding.claim;
    let unit = table.column(&finding.outcome).map(|column| column.unit.clone()).unwrap_or_default();
    json!({
        "factor": finding.factor, "outcome": finding.outcome, "lag": claim.lag, "lag_end": claim.lag_end,
        "effect": claim.effect, "per_day": claim.per_day, "unit": unit,
        "lo": claim.interval.0, "hi": claim.interval.1, "q": claim.q, "grade": finding.grade.key(),
        "days_used": claim.days_used, "paired_days": claim.paired_days, "filled_days": claim.filled_days,
        "failed_rivals": finding.failed_rivals,
    })
}

fn suspects(found: &PrespecifiedResults, table: &DayTable) -> Value {
    let result = |result: &PrespecifiedResult| {
        let (state, detail) = match &result.state {
            PrespecifiedState::Found(finding) => ("found", claim(finding, table)),
            PrespecifiedState::NotFound => ("not_found", Value::Null),
            PrespecifiedState::CannotSeparate(rival) => ("cannot_separate", json!({ "rival": rival })),
            PrespecifiedState::Untested(unmet) => {
                ("not_tested", json!({ "rule": unmet.rule, "have": unmet.have, "need": unmet.need }))
            }
            PrespecifiedState::Gone => ("gone", Value::Null),
            PrespecifiedState::TooEarly => ("too_early", Value::Null),
            PrespecifiedState::KeptBack => ("kept_back", Value::Null),
        };
        json!({ "factor": result.factor, "outcome": result.outcome, "state": state, "detail": detail })
    };
    json!({
        "named": found.named, "from": found.from, "days": found.days, "pairs_tested": found.pairs_tested,
        "results": found.results.iter().map(result).collect::<Vec<_>>(),
    })
}
