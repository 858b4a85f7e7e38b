//! Which boxes and arrows the map has, where they stand and how they are called: read once from the file beside the cards.

use std::sync::OnceLock;

use serde::Deserialize;

use crate::evidence::card::{Direction, For};
use crate::model::body_system::BodySystem;
use crate::model::certainty::Certainty;

/// The map without a diary.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Version of the file's form.
    pub version: u16,
    /// The boxes.
    pub boxes: Vec<BoxPlan>,
    /// The arrows; their numbers on the map follow this order.
    pub arrows: Vec<ArrowPlan>,
}

/// A box without a diary.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BoxPlan {
    /// What arrows call it.
    pub id: String,
    /// Key of the column of its index; `None` for what only sends an arrow.
    #[serde(default)]
    pub index: Option<String>,
    /// The name of what has no index; a box with one is called as its index is.
    #[serde(default)]
    pub title: Option<String>,
    /// What it is, and what it cannot see.
    pub says: String,
    /// Where it stands.
    pub place: Place,
    /// Keys of columns that belong to it beside those its index is made of.
    #[serde(default)]
    pub columns: Vec<String>,
    /// What part of the body its outcomes are about, if a diary holds outcomes of it.
    #[serde(default)]
    pub outcomes: Option<BodySystem>,
    /// What the index leaves out, each a sentence.
    #[serde(default)]
    pub limits: Vec<String>,
    /// Whether the words of a safety rule that offers support stand in place of its number while it holds.
    #[serde(default)]
    pub support_first: bool,
}

/// Where a box stands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Place {
    /// In the grid above the outcome: column and row.
    Cell(u8, u8),
    /// The wide box at the foot.
    Outcome,
    /// A small box at the right of the outcome, counted from the top.
    Beside(u8),
    /// A small box below another one, to its left.
    Under(String),
}

/// An arrow without a diary.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ArrowPlan {
    /// `tail->head`.
    pub id: String,
    /// Where its certainty comes from.
    pub style: StyleSource,
    /// What that certainty is about; may be empty.
    #[serde(default)]
    pub about: String,
    /// Whether it has a head at both ends.
    #[serde(default)]
    pub both_ways: bool,
    /// Where it leaves its tail: the side, and how far along it, 0 to 1 from the left or the top.
    pub leaves: (Side, f32),
    /// Where it arrives at its head.
    pub arrives: (Side, f32),
    /// How far along it its number stands, 0 to 1.
    #[serde(default = "middle")]
    pub number_at: f32,
    /// Conditions of which the cards say nothing here yet.
    #[serde(default)]
    pub not_yet: Option<NotYet>,
}

/// Where the certainty of an arrow comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum StyleSource {
    /// It is the same for everybody.
    Fixed(Certainty, Direction),
    /// The cards for the person's conditions.
    ByPerson,
    /// Arithmetic.
    Link,
    /// The person's running courses.
    ByCourses,
}

/// A side of a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Side {
    Left,
    Right,
    Top,
    Bottom,
}

/// What is said for conditions that the cards leave out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotYet {
    /// The conditions.
    pub conditions: Vec<For>,
    /// The sentence.
    pub words: String,
}

const fn middle() -> f32 {
    0.5
}

impl ArrowPlan {
    /// The ids of tail and head.
    pub fn ends(&self) -> (&str, &str) {
        self.id.split_once("->").unwrap_or((&self.id, ""))
    }
}

impl Plan {
    /// The box with an id.
    pub fn find_box(&self, id: &str) -> Option<&BoxPlan> {
        self.boxes.iter().find(|plan| plan.id == id)
    }
}

/// The map that ships with the program.
pub fn plan() -> &'static Plan {
    static PLAN: OnceLock<Plan> = OnceLock::new();
    PLAN.get_or_init(|| {
        // The file is part of the program; the test below proves that it reads.
        read().unwrap_or_else(|error| {
            log::error!("the map of the axis cannot be read: {error}");
            Plan { version: 0, boxes: Vec::new(), arrows: Vec::new() }
        })
    })
}

fn read() -> Result<Plan, ron::error::SpannedError> {
    ron::from_str(include_str!("../../../assets/evidence/axis.ron"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::columns;
    use crate::model::catalogue::Catalogue;

    #[test]
    fn the_file_reads_and_every_arrow_goes_from_a_box_to_a_box_with_an_index() {
        let plan = read().unwrap();
        let ids: BTreeSet<&str> = plan.boxes.iter().map(|plan| plan.id.as_str()).collect();
        assert_eq!(ids.len(), plan.boxes.len(), "a box stands twice");
        let arrows: BTreeSet<&str> = plan.arrows.iter().map(|arrow| arrow.id.as_str()).collect();
        assert_eq!(arrows.len(), plan.arrows.len(), "an arrow stands twice");
        for arrow in &plan.arrows {
            let (tail, head) = arrow.ends();
            assert!(plan.find_box(tail).is_some(), "{}: no box {tail}", arrow.id);
            assert!(plan.find_box(head).is_some_and(|head| head.index.is_some()), "{}: no box {head}", arrow.id);
            for share in [arrow.leaves.1, arrow.arrives.1] {
                assert!((0.0..=1.0).contains(&share), "{}", arrow.id);
            }
        }
        for of in &plan.boxes {
            let touched = plan.arrows.iter().any(|arrow| arrow.ends().0 == of.id || arrow.ends().1 == of.id);
            assert!(touched, "no arrow at {}", of.id);
        }
    }

    #[test]
    fn no_two_boxes_stand_on_one_place() {
        let places = plan().boxes.iter().map(|plan| format!("{:?}", plan.place));
        assert_eq!(places.collect::<BTreeSet<_>>().len(), plan().boxes.len());
        assert_eq!(plan().boxes.iter().filter(|plan| plan.place == Place::Outcome).count(), 1);
    }

    #[test]
    fn every_column_of_the_map_exists() {
        let catalogue = Catalogue::default();
        let is_column = columns::keys(&catalogue);
        for of in &plan().boxes {
            for key in of.columns.iter().chain(&of.index) {
                assert!(is_column(key), "{}: no column {key}", of.id);
            }
        }
    }
}
