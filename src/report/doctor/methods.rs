//! How the numbers of a report are to be read, how they were worked out, and where that comes from.

use std::collections::BTreeSet;

use super::{Source, advice, heading};
use crate::report::document::Block;
use crate::words::report::methods as words;

/// How to read it, and what it cannot say.
pub(super) fn limits(_: &Source<'_>) -> Vec<Block> {
    let mut points = words::LIMITS.map(str::to_owned).to_vec();
    points.push(words::made_with());
    vec![heading(words::HEADING), Block::List(points)]
}

/// What the methods and the ideas of this report rest on, each source once.
pub(super) fn sources(source: &Source<'_>) -> Vec<Block> {
    let mut blocks = vec![heading(words::SOURCES), Block::List(words::PAPERS.map(str::to_owned).to_vec())];
    let cited: BTreeSet<String> = advice::citations(source).into_iter().collect();
    if !cited.is_empty() {
        blocks.push(Block::Heading { level: 3, text: words::OF_IDEAS.to_owned() });
        blocks.push(Block::List(cited.into_iter().collect()));
    }
    blocks
}
