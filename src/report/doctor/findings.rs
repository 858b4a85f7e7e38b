//! The findings of the analysis in a report: on page one at most three, each with its interval, its days and its doubt; after it all
//! of them with their figures.

use super::{Source, heading};
use crate::analysis::insights::behind::behind;
use crate::analysis::insights::{Analysed, Finding, Insights, words};
use crate::columns::DayTable;
use crate::model::body_system::BodySystem;
use crate::model::form_rows::FormRows;
use crate::report::document::Block;
use crate::report::figure::{lag_curve, spread};
use crate::words::chance;
use crate::words::report::{findings as said, more_in_the_diary};

/// The most findings that are said at once.
pub const MOST_FINDINGS: usize = 3;
/// The most findings with figures.
const MOST_WITH_FIGURES: usize = 12;
/// Widths of their figures side by side, and between the two, in points.
const FIGURE_WIDTHS: [f32; 2] = [360.0, 340.0];
const FIGURE_GAP: f32 = 12.0;

/// What page one says of the findings, those first that are about what the person's condition is about; nothing before the diary
/// was looked at.
pub(super) fn of_condition(source: &Source<'_>) -> Vec<Block> {
    let Some((insights, table)) = &source.found else { return Vec::new() };
    let of_condition = FormRows::built_in().of_conditions(source.diary.profile());
    let is_skin = |key: &str| table.column(key).is_some_and(|column| column.is_outcome_of(BodySystem::Skin));
    on_one_page(insights, table, &|finding| {
        let key = finding.outcome.split('.').next().unwrap_or_default();
        match (of_condition.contains(&key), is_skin(&finding.outcome)) {
            (true, _) => 0,
            (false, true) => 1,
            (false, false) => 2,
        }
    })
}

/// The best supported findings in sentences, those with the lowest rank first; empty if the diary has not been looked at yet.
pub fn on_one_page(insights: &Insights, table: &DayTable, rank: &dyn Fn(&Finding) -> usize) -> Vec<Block> {
    if insights.pairs_tested == 0 {
        return Vec::new();
    }
    let looked = looked(insights);
    let mut blocks = said_first(insights, table);
    if insights.findings.is_empty() {
        blocks.push(Block::Aside(looked));
        blocks.push(Block::Paragraph(words::nothing_found(insights.days)));
        return blocks;
    }
    let mut told: Vec<&Finding> = insights.findings.iter().collect();
    // Stable: within a rank the best supported stay first.
    told.sort_by_key(|finding| rank(finding));
    told.truncate(MOST_FINDINGS);
    // A grade that all share is said once.
    let shared =
        told.first().map(|first| first.grade).filter(|grade| told.iter().all(|finding| finding.grade == *grade));
    let sentences = told.iter().map(|finding| match shared {
        Some(_) => words::sentence(finding, table),
        None => graded(finding, table),
    });
    blocks.push(Block::List(sentences.collect()));
    let graded = shared.map_or_else(String::new, |grade| said::shared_grade(&words::grade(grade), told.len()));
    let rest = said::rest(insights.findings.len().saturating_sub(MOST_FINDINGS));
    blocks.push(Block::Aside(format!("{graded}{}{rest} {looked}", words::CONFOUNDING)));
    blocks
}

/// Every finding with its sentence, its lags, and the days with more of the factor beside those with less.
pub(super) fn with_figures(source: &Source<'_>) -> Vec<Block> {
    let Some((insights, table)) = source.found.as_ref().filter(|(insights, _)| insights.pairs_tested > 0) else {
        return Vec::new();
    };
    let mut blocks = vec![heading(said::IN_DETAIL)];
    blocks.extend(said_first(insights, table));
    blocks.push(Block::Aside(format!("{} {}", looked(insights), words::CONFOUNDING)));
    if insights.findings.is_empty() {
        blocks.push(Block::Paragraph(words::nothing_found(insights.days)));
    }
    for finding in insights.findings.iter().take(MOST_WITH_FIGURES) {
        let lags = (finding.claim.lag, finding.claim.lag_end);
        let days = behind(table, &finding.factor, &finding.outcome, lags, insights.days);
        blocks.push(Block::Heading { level: 3, text: words::heading(finding, table) });
        let graded = graded(finding, table);
        blocks.push(Block::Paragraph(said::with_chance(&graded, &chance(finding.claim.q))));
        let [lags, sides] = FIGURE_WIDTHS;
        let curve = lag_curve::draw(finding, table, lags).map(|figure| figure.scene);
        let compared = spread::draw(finding, &days, table, sides).map(|figure| figure.scene);
        let scene = match (curve, compared) {
            (Some(curve), Some(compared)) => Some(curve.beside(compared, FIGURE_GAP)),
            (curve, compared) => curve.or(compared),
        };
        blocks.extend(scene.map(|scene| Block::Drawing(Box::new(scene))));
    }
    let more = insights.findings.len().saturating_sub(MOST_WITH_FIGURES);
    if more > 0 {
        blocks.push(Block::Aside(more_in_the_diary(more)));
    }
    blocks
}

fn graded(finding: &Finding, table: &DayTable) -> String {
    said::graded(&words::sentence(finding, table), &words::grade(finding.grade))
}

/// Which part of the diary was looked at, and what a running trial keeps back.
fn said_first(insights: &Insights, table: &DayTable) -> Vec<Block> {
    let analysed = insights.analysed.and_then(Analysed::words).map(Block::Aside);
    analysed.into_iter().chain(insights.kept_back.iter().map(|pair| Block::Aside(pair.words(table)))).collect()
}

fn looked(insights: &Insights) -> String {
    said::looked(insights.pairs_tested, insights.days)
}
