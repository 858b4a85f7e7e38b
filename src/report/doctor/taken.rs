//! What was tried and taken, in a few sentences: trials with their result once they are over, and of each course what was different
//! after its first day. They say "after", never why.

use super::signs::plain_name;
use super::{Source, headline};
use crate::analysis::before_after::{Occasion, OccasionKind, TooLittle, before_after, occasions, what_else, words};
use crate::analysis::trial::recorded::judge;
use crate::analysis::trial::words as trial_words;
use crate::columns::Column;
use crate::model::body_system::BodySystem;
use crate::model::time::Day;
use crate::model::trial::{Trial, TrialStage};
use crate::report::chart::spans;
use crate::report::document::Block;
use crate::words::capital;
use crate::words::report::taken as sentences;

/// Letters of a name that page one shows.
const NAME_LETTERS: usize = 60;
/// Sentences on courses, and on trials, at most; more are counted.
const MOST_OF_EACH: usize = 3;

/// A sentence each for trials and courses of the period, the latest first; those without enough days together.
pub(super) fn sentences(source: &Source<'_>) -> Vec<String> {
    let mut said: Vec<String> = trials(source).iter().take(MOST_OF_EACH).map(|trial| of_trial(source, trial)).collect();
    let (mut compared, too_few) = courses(source);
    let more = compared.len().saturating_sub(MOST_OF_EACH);
    compared.truncate(MOST_OF_EACH);
    said.append(&mut compared);
    if more > 0 {
        said.push(sentences::more_courses(more));
    }
    if !too_few.is_empty() {
        let shown: Vec<String> = too_few.iter().take(MOST_OF_EACH).map(|name| short(name)).collect();
        let more = too_few.len() - shown.len();
        said.push(sentences::too_few(&shown, more));
    }
    said
}

/// Before and after of the courses that page one has no room for, and all names that it had none for.
pub(super) fn compared(source: &Source<'_>) -> Vec<Block> {
    let (mut compared, too_few) = courses(source);
    // Page one has said the others.
    compared.drain(..compared.len().min(MOST_OF_EACH));
    let mut blocks = Vec::new();
    if !compared.is_empty() {
        blocks.push(Block::Heading { level: 3, text: sentences::BEFORE_AND_AFTER.to_owned() });
        blocks.push(Block::List(compared));
    }
    if too_few.len() > MOST_OF_EACH {
        blocks.push(Block::Aside(sentences::too_few(&too_few, 0)));
    }
    blocks
}

/// Said where no course touches the period.
pub(super) fn nothing_taken(source: &Source<'_>) -> Option<String> {
    let is_nothing = spans(source.diary, source.period(), source.request.today).is_empty();
    is_nothing.then(|| sentences::NOTHING.to_owned())
}

/// Trials that touch the period, the latest first.
fn trials<'a>(source: &Source<'a>) -> Vec<&'a Trial> {
    let (first, last) = source.period();
    let mut found: Vec<&Trial> =
        source.diary.trials().filter(|trial| trial.start <= last && trial.end() >= first).collect();
    found.sort_by_key(|trial| std::cmp::Reverse((trial.start, trial.id)));
    found
}

fn of_trial(source: &Source<'_>, trial: &Trial) -> String {
    let (name, today) = (short(trial.factor.name.as_str()), source.request.today);
    if trial.stage(today) != TrialStage::Over {
        return sentences::running(&name, &trial_words::standing(trial, today));
    }
    let result = source.table.column(&trial.outcome).and_then(|outcome| {
        let judged = judge(trial, &trial.outcome, source.table, today).ok()?;
        let size = judged.size.as_ref().map(|size| format!(" {}", trial_words::size_words(trial, size, outcome)));
        Some(format!("{}{}", trial_words::headline(trial, &judged, outcome), size.unwrap_or_default()))
    });
    sentences::over(&name, &result.unwrap_or_else(|| trial_words::OUTCOME_GONE.to_owned()))
}

/// The index of the skin, else that of the gut: what courses are compared by.
fn compared_by<'a>(source: &'a Source<'_>) -> Option<&'a Column> {
    [BodySystem::Skin, BodySystem::Gut].into_iter().find_map(|system| headline::index_of(source, system))
}

/// Sentences on courses of the period, the latest first, and the names of those with too few days.
fn courses(source: &Source<'_>) -> (Vec<String>, Vec<String>) {
    let (mut compared, mut too_few) = (Vec::new(), Vec::new());
    let Some(outcome) = compared_by(source) else { return (compared, too_few) };
    let (first, last) = source.period();
    for occasion in occasions(source.diary).iter().rev() {
        let OccasionKind::Start(id) = occasion.kind else { continue };
        let Some(course) = source.diary.course(id) else { continue };
        let until = course.after_effect_until().or(course.stop);
        if course.start > last || until.is_some_and(|until| until < first) {
            continue;
        }
        match before_and_after(source, occasion, outcome) {
            Some(words) => compared.push(words),
            None => too_few.push(course.name.to_string()),
        }
    }
    (compared, too_few)
}

/// What was different after an occasion; `None` where too little is answered around it or a running trial keeps it back.
pub(super) fn before_and_after(source: &Source<'_>, occasion: &Occasion, outcome: &Column) -> Option<String> {
    if is_kept_back(source, &outcome.key, occasion.day) {
        return None;
    }
    let (label, day) = (short(&occasion.label), occasion.day.short());
    let found = before_after(source.table, &outcome.key, occasion.day, 0);
    if let Err(TooLittle::NoVariation) = found {
        return Some(sentences::hardly_varies(&label, &day, plain_name(&outcome.label)));
    }
    let found = found.ok()?;
    let grade = if found.is_possible() { capital(&words::grade(&found)) } else { sentences::UNCLEAR.to_owned() };
    let others = what_else(source.diary, occasion).len();
    Some(sentences::after(&label, &day, (&words::headline(&found, outcome), &grade), others))
}

fn is_kept_back(source: &Source<'_>, outcome: &str, day: Day) -> bool {
    let today = source.request.today;
    source.diary.trials().any(|trial| trial.is_running(today) && trial.looks_at(outcome) && trial.has(day))
}

/// A name, cut where it is long.
fn short(name: &str) -> String {
    let kept: String = name.chars().take(NAME_LETTERS).collect();
    if kept.len() < name.len() { format!("{}…", kept.trim_end()) } else { kept }
}
