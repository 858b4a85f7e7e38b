//! Page one, read in two minutes: who, what needs a look, better or worse and how sure, what the person wants to ask, the main signs
//! now and before on one time axis, what went along with what, and what was tried and taken. It is one page in every diary: each part
//! says a few things, and how many more there are.

use super::signs::{figure, signs, table};
use super::{Source, advice, findings, heading, headline, taken, who};
use crate::report::document::Block;
use crate::words::report::findings::HEADING;
use crate::words::report::front_page as words;

/// Letters of the questions that page one shows; the rest stands on the next page.
const QUESTION_LETTERS: usize = 420;
/// Lines of them.
const QUESTION_LINES: usize = 5;

/// The whole of page one after the title.
pub(super) fn blocks(source: &Source<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if source.request.made_up {
        blocks.push(Block::Paragraph(words::MADE_UP.to_owned()));
    }
    blocks.push(who::who(source));
    let flags = advice::flags(source);
    if flags.is_empty() && source.request.with_flags {
        blocks.push(Block::Aside(words::NO_FLAG.to_owned()));
    }
    blocks.extend(flags);
    blocks.push(heading(words::IN_SHORT));
    blocks.push(Block::List(headline::sentences(source)));
    let (shown, more) = questions(source);
    if !shown.is_empty() {
        blocks.push(heading(words::QUESTIONS));
        blocks.push(Block::List(shown));
        if !more.is_empty() {
            blocks.push(Block::Aside(words::MORE_QUESTIONS.to_owned()));
        }
    }
    let signs = signs(source);
    if !signs.is_empty() {
        blocks.push(table(source, &signs));
        blocks.push(figure(source, &signs));
    }
    let found = findings::of_condition(source);
    if !found.is_empty() {
        blocks.push(heading(HEADING));
        blocks.extend(found);
    }
    let taken = taken::sentences(source);
    let nothing = taken::nothing_taken(source);
    if !taken.is_empty() || nothing.is_some() {
        blocks.push(heading(words::TRIED_AND_TAKEN));
    }
    if !taken.is_empty() {
        blocks.push(Block::List(taken));
    }
    blocks.extend(nothing.map(Block::Aside));
    blocks
}

/// The questions that page one has no room for.
pub(super) fn more_questions(source: &Source<'_>) -> Vec<Block> {
    let (_, more) = questions(source);
    if more.is_empty() { Vec::new() } else { vec![heading(words::QUESTIONS_CONTINUED), Block::List(more)] }
}

/// The questions, a line each, those of page one and those after it.
fn questions(source: &Source<'_>) -> (Vec<String>, Vec<String>) {
    let lines = source.request.questions.lines().map(str::trim).filter(|line| !line.is_empty());
    let (mut letters, mut shown, mut more) = (0, Vec::new(), Vec::new());
    for line in lines {
        letters += line.chars().count();
        let fits = more.is_empty() && letters <= QUESTION_LETTERS && shown.len() < QUESTION_LINES;
        if fits { &mut shown } else { &mut more }.push(line.to_owned());
    }
    (shown, more)
}
