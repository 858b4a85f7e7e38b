//! The findings of the analysis as a part of the report: at most three, each with its interval, its days and its doubt.

use super::document::Block;
use crate::analysis::insights::{Analysed, Insights, words};
use crate::columns::DayTable;

/// The most findings that are said at once.
pub const MOST_FINDINGS: usize = 3;

/// The blocks of the part "What went along with what"; empty if the diary has not been looked at yet.
pub fn blocks(insights: &Insights, table: &DayTable) -> Vec<Block> {
    if insights.pairs_tested == 0 {
        return Vec::new();
    }
    let looked = format!(
        "{} pairs of a factor and an outcome were tested together over the first {} days of the diary.",
        insights.pairs_tested, insights.days
    );
    let mut blocks = vec![Block::Aside(looked)];
    blocks.extend(insights.analysed.and_then(Analysed::words).map(Block::Aside));
    if insights.findings.is_empty() {
        blocks.push(Block::Paragraph(words::nothing_found(insights.days)));
        return blocks;
    }
    let said = insights.findings.iter().take(MOST_FINDINGS).map(|finding| {
        let grade = words::grade(finding.grade);
        format!("{} This is {grade}.", words::sentence(finding, table))
    });
    blocks.push(Block::List(said.collect()));
    let more = insights.findings.len().saturating_sub(MOST_FINDINGS);
    let rest = match more {
        0 => String::new(),
        1 => " One more is in the diary.".to_owned(),
        more => format!(" {more} more are in the diary."),
    };
    blocks.push(Block::Aside(format!("{}{rest}", words::CONFOUNDING)));
    blocks
}
