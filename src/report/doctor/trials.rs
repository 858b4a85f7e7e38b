//! Trials of the period: what was fixed before the first day, and, once a trial is over, its result whatever it is. Of one that runs
//! the report says that it runs and nothing of its outcome.

use super::{Source, heading};
use crate::analysis::trial::recorded::{AdherenceDays, judge};
use crate::analysis::trial::words;
use crate::model::trial::{Trial, TrialStage};
use crate::report::document::Block;
use crate::report::figure::trial::result;
use crate::words::report::trials as said;

/// Width of the figure, in points.
const FIGURE_WIDTH: f32 = 660.0;

/// The part about trials that touch the period; nothing without one.
pub(super) fn blocks(source: &Source<'_>) -> Vec<Block> {
    let (first, last) = (source.request.first, source.request.last);
    let mut trials: Vec<&Trial> =
        source.diary.trials().filter(|trial| trial.start <= last && trial.end() >= first).collect();
    trials.sort_by_key(|trial| (trial.start, trial.id));
    if trials.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading(said::HEADING)];
    let mut blinding: Vec<&str> = trials.iter().map(|trial| words::blinding(&trial.outcome)).collect();
    blinding.sort_unstable();
    blinding.dedup();
    for trial in trials {
        blocks.push(Block::Heading { level: 3, text: said::heading(trial.factor.name.as_str()) });
        blocks.push(Block::Paragraph(said::sentence(&words::standing(trial, source.request.today))));
        blocks.push(Block::List(words::plan(trial, source.table)));
        match trial.stage(source.request.today) {
            TrialStage::Over => blocks.extend(over(source, trial)),
            _ => blocks.push(Block::Aside(words::NO_PEEK.to_owned())),
        }
        blocks.push(Block::Paragraph(words::adherence(AdherenceDays::of_trial(trial, source.request.today))));
    }
    blocks.extend(blinding.into_iter().map(|words| Block::Aside(words.to_owned())));
    blocks
}

/// The result: headline, sentences, figure, and the size of what was watched.
fn over(source: &Source<'_>, trial: &Trial) -> Vec<Block> {
    let table = source.table;
    let Some(outcome) = table.column(&trial.outcome) else {
        return vec![Block::Paragraph(words::OUTCOME_GONE.to_owned())];
    };
    let judged = match judge(trial, &trial.outcome, table, source.request.today) {
        Ok(judged) => judged,
        Err(reason) => return vec![Block::Paragraph(said::sentence(&reason.to_string()))],
    };
    let mut blocks = vec![
        Block::Paragraph(words::headline(trial, &judged, outcome)),
        Block::List(words::sentences(trial, &judged, outcome)),
        Block::Drawing(Box::new(result(trial, &judged, outcome, &source.request.styles, FIGURE_WIDTH).scene)),
    ];
    let watched = trial.watched.iter().filter_map(|key| {
        let judged = judge(trial, key, table, source.request.today).ok()?;
        Some(words::watched(trial, &judged, table.column(key)?))
    });
    let watched: Vec<String> = watched.collect();
    if !watched.is_empty() {
        blocks.push(Block::Aside(words::WATCHED_UNTESTED.to_owned()));
        blocks.push(Block::List(watched));
    }
    blocks
}
