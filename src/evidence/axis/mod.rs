//! The gut-skin map: boxes with the person's self-care indices, arrows with what studies say and, beside it, what the person's own
//! diary shows. No number is pushed along an arrow and no index is computed from another: a chain that studies have not shown
//! must not look like a calculation.

mod courses;
mod lanes;
mod literature;
mod own;
mod plan;
mod reading;
mod words;

pub use self::courses::{ASK, RunningMedicine};
pub use self::lanes::{LaneCourse, TreatmentLane, first_day};
pub use self::literature::{ArrowCard, Head, Line, Style};
pub use self::own::{Associations, Own, OwnFinding};
pub use self::plan::{ArrowPlan, BoxPlan, NotYet, Place, Plan, Side, StyleSource, plan};
pub use self::reading::{BoxIndex, Shown, WEEKS};
pub use self::words::{ABOUT, EMPTY};
use super::safety;
use super::situation::Person;
use crate::columns::{DayTable, index_readings};
use crate::model::diary::Diary;
use crate::model::time::Day;

/// The map of a diary on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisMap {
    /// The day.
    pub day: Day,
    /// Whether nothing is logged at all.
    pub is_empty: bool,
    /// The boxes, in reading order.
    pub boxes: Vec<AxisBox>,
    /// The arrows, in the order of their numbers.
    pub arrows: Vec<AxisArrow>,
    /// Treatment beneath the skin.
    pub lanes: Vec<TreatmentLane>,
}

/// A box of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisBox {
    /// What is known of it without a diary.
    pub plan: &'static BoxPlan,
    /// Its name.
    pub title: &'static str,
    /// Its index; `None` for what only sends an arrow.
    pub index: Option<BoxIndex>,
}

/// An arrow of the map.
#[derive(Debug, Clone, PartialEq)]
pub struct AxisArrow {
    /// What is known of it without a diary.
    pub plan: &'static ArrowPlan,
    /// Its number on the map, from 1.
    pub number: usize,
    /// Titles of tail and head.
    pub ends: (&'static str, &'static str),
    /// How it is drawn.
    pub style: Style,
    /// What is said where the cards leave out a condition of the person.
    pub gap: Option<&'static str>,
    /// What studies say, card by card.
    pub cards: Vec<ArrowCard>,
    /// Running medicines, on the path they have.
    pub medicines: Vec<RunningMedicine>,
    /// What the diary shows.
    pub own: Own,
}

/// The map of a diary on a day. `associations` are the insights where they have been worked out.
pub fn map(diary: &Diary, table: &DayTable, associations: Option<Associations<'_>>, day: Day) -> AxisMap {
    let (plan, person) = (plan(), Person::on(diary, day));
    let (readings, flags) = (index_readings(diary, table, day), safety::flags_of(diary, table, &person));
    let boxes: Vec<AxisBox> = plan
        .boxes
        .iter()
        .map(|plan| {
            let reading = readings.iter().find(|reading| plan.index.as_deref() == Some(reading.key));
            let title = reading.map_or(plan.title.as_deref().unwrap_or_default(), |reading| reading.title);
            AxisBox { plan, title, index: reading.map(|it| reading::box_index(plan, it, &flags, table, day)) }
        })
        .collect();
    let arrows = plan.arrows.iter().enumerate().filter_map(|(place, arrow)| {
        let (tail, head) = arrow.ends();
        let tail = boxes.iter().find(|of| of.plan.id == tail)?;
        let head = boxes.iter().find(|of| of.plan.id == head)?;
        let cards = literature::cards(arrow, &person);
        Some(AxisArrow {
            plan: arrow,
            number: place + 1,
            ends: (tail.title, head.title),
            gap: literature::gap(arrow, &person),
            style: literature::style(arrow, &cards, &person),
            cards,
            medicines: if arrow.style == StyleSource::ByCourses { courses::running(&person) } else { Vec::new() },
            own: own::own(&tail.columns(), head.plan.outcomes, associations, &person),
        })
    });
    let (arrows, lanes) = (arrows.collect(), lanes::lanes(diary, day));
    AxisMap { day, is_empty: diary.span().is_none(), boxes, arrows, lanes }
}

impl AxisBox {
    /// Keys of the columns that belong to it: those its index is made of, and those named beside them.
    pub fn columns(&self) -> Vec<&str> {
        let of_parts = self.index.iter().flat_map(|index| &index.reading.parts).flat_map(|part| part.columns);
        let named = self.plan.columns.iter().map(String::as_str);
        let mut keys: Vec<&str> = of_parts.copied().chain(named).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }
}

impl AxisMap {
    /// The box with an id.
    pub fn find_box(&self, id: &str) -> Option<&AxisBox> {
        self.boxes.iter().find(|of| of.plan.id == id)
    }

    /// The arrow with an id.
    pub fn arrow(&self, id: &str) -> Option<&AxisArrow> {
        self.arrows.iter().find(|arrow| arrow.plan.id == id)
    }

    /// The arrows that leave a box or lead to it.
    pub fn arrows_at<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a AxisArrow> {
        self.arrows.iter().filter(move |arrow| arrow.plan.ends().0 == id || arrow.plan.ends().1 == id)
    }
}
