//! Insights as plain text, for the command line.

use super::{Analysed, Insights, coverage, prespecified_words, words};
use crate::columns::DayTable;
use crate::words::chance;

/// Everything in lines.
pub fn text(insights: &Insights, table: &DayTable) -> String {
    let mut lines = vec![format!(
        "{} of {} days used, {} pairs tested, {} not tested.",
        insights.days,
        insights.days_in_all,
        insights.pairs_tested,
        insights.not_tested.len()
    )];
    lines.extend(insights.analysed.and_then(Analysed::words));
    if insights.pairs_tested > 0 && insights.findings.is_empty() {
        lines.push(words::nothing_found(insights.days));
    }
    lines.extend(coverage::line(&coverage::coverage(insights, table), table));
    for finding in &insights.findings {
        lines.push(String::new());
        lines.push(words::sentence(finding, table));
        lines.push(format!("  {} (q {})", words::grade(finding.grade), chance(finding.claim.q)));
        lines.push(format!("  {}", words::CONFOUNDING));
    }
    if !insights.kept_back.is_empty() {
        lines.push(String::new());
        lines.extend(insights.kept_back.iter().map(|pair| pair.words(table)));
    }
    if let Some(suspects) = &insights.suspects {
        lines.push(String::new());
        lines.push(prespecified_words::head(suspects));
        lines.extend(suspects.results.iter().map(|result| format!("  {}", prespecified_words::result(result, table))));
    }
    if !insights.cannot_separate.is_empty() {
        lines.push(String::new());
        lines.extend(insights.cannot_separate.iter().map(|pair| words::cannot_separate(pair, table)));
    }
    let mut reasons: Vec<String> = insights.not_tested.iter().map(|pair| words::not_tested(pair, table)).collect();
    reasons.sort();
    reasons.dedup();
    if !reasons.is_empty() {
        lines.push(String::new());
        lines.push("Not tested:".to_owned());
        lines.extend(reasons.into_iter().map(|reason| format!("  {reason}")));
    }
    lines.join("\n") + "\n"
}
