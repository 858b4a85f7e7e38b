//! The findings of the analysis as a part of the report: at most three, each with its interval, its days and its doubt.

use super::document::Block;
use crate::analysis::insights::{Analysed, Finding, Insights, words};
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
    let mut blocks: Vec<Block> = insights.analysed.and_then(Analysed::words).map(Block::Aside).into_iter().collect();
    blocks.extend(insights.kept_back.iter().map(|pair| Block::Aside(pair.words(table))));
    if insights.findings.is_empty() {
        blocks.push(Block::Aside(looked));
        blocks.push(Block::Paragraph(words::nothing_found(insights.days)));
        return blocks;
    }
    let told: Vec<&Finding> = insights.findings.iter().take(MOST_FINDINGS).collect();
    // A grade that all share is said once.
    let shared =
        told.first().map(|first| first.grade).filter(|grade| told.iter().all(|finding| finding.grade == *grade));
    let said = told.iter().map(|finding| match shared {
        Some(_) => words::sentence(finding, table),
        None => format!("{} This is {}.", words::sentence(finding, table), words::grade(finding.grade)),
    });
    blocks.push(Block::List(said.collect()));
    let graded = match (shared, told.len()) {
        (None, _) => String::new(),
        (Some(grade), 1) => format!("This is {}. ", words::grade(grade)),
        (Some(grade), _) => format!("Each is {}. ", words::grade(grade)),
    };
    let more = insights.findings.len().saturating_sub(MOST_FINDINGS);
    let rest = match more {
        0 => String::new(),
        1 => " One more is in the diary.".to_owned(),
        more => format!(" {more} more are in the diary."),
    };
    blocks.push(Block::Aside(format!("{graded}{}{rest} {looked}", words::CONFOUNDING)));
    blocks
}
