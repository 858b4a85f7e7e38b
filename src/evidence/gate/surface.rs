//! The table of what is left of a card on each surface. Everything that shows a card asks it, so that no pane has rules of its own.

use super::{Access, access, is_listed, is_old_enough};
use crate::evidence::card::{Card, Strictness};
use crate::evidence::situation::Person;

/// Where a card is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Surface {
    /// As a tip of the ideas.
    Tip,
    /// The offer to try it.
    Try,
    /// The list of what is often claimed.
    Claimed,
    /// Beside a finding of the person's own.
    BesideFinding,
    /// Beside a course.
    BesideCourse,
    /// On an arrow of the axis map.
    AxisArrow,
    /// In the library.
    Library,
    /// In a report, where it was chosen.
    Report,
}

impl Surface {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Tip,
        Self::Try,
        Self::Claimed,
        Self::BesideFinding,
        Self::BesideCourse,
        Self::AxisArrow,
        Self::Library,
        Self::Report,
    ];
}

/// A part of a card that may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// What the gate says; it leads.
    Say,
    /// "Studies exist on this.", in place of everything else.
    StudiesExist,
    /// The action.
    Title,
    /// The claim as it is often made.
    PopularClaim,
    /// How certain for skin and for health.
    Chips,
    /// The one sentence.
    Plain,
    /// What studies found.
    Finding,
    /// What to heed.
    Cautions,
    /// What the claim overstates.
    Remark,
    /// Sources.
    Citations,
    /// How the person's finding stands to the studies.
    Agreement,
    /// The days between, of the studies and of the finding.
    Days,
    /// What to aim for, with its number.
    Aim,
    /// The change to try, and the button for it.
    Trial,
}

use Part::{
    Agreement, Aim, Chips, Citations, Days, Finding, Plain, PopularClaim, Remark, Say, StudiesExist, Title, Trial,
};

/// Everything there is to read of a card.
const ALL: &[Part] = &[Title, PopularClaim, Chips, Plain, Finding, Part::Cautions, Remark, Citations, Days, Aim, Trial];
/// The same without a number to reach and without a trial.
const NO_TRIAL: &[Part] = &[Say, Title, PopularClaim, Chips, Plain, Finding, Part::Cautions, Remark, Citations, Days];
const NOTHING: &[Part] = &[];

/// What is left of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    parts: Vec<Part>,
    say: Option<String>,
}

impl Shown {
    /// Whether a part may be shown.
    pub fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    /// What the gate says, where it is to be said.
    pub fn say(&self) -> Option<&str> {
        self.say.as_deref().filter(|_| self.has(Say))
    }

    /// Whether nothing is left.
    pub fn is_nothing(&self) -> bool {
        self.parts.is_empty()
    }
}

/// What is left of a card for a person on a surface, while red flags leave trials open or not.
pub fn shown(card: &Card, person: &Person<'_>, surface: Surface, trials_are_silent: bool) -> Shown {
    let access = access(card, person);
    let mut parts: Vec<Part> = if is_listed(card, person) { left(surface, &access).to_vec() } else { Vec::new() };
    let young = !is_old_enough(card, person);
    if young && matches!(surface, Surface::Tip | Surface::Try) {
        parts.clear();
    }
    if trials_are_silent || young || card.try_it.is_none() {
        parts.retain(|part| *part != Trial);
    }
    if trials_are_silent && surface == Surface::Library {
        parts.retain(|part| *part != Aim);
    }
    if trials_are_silent && surface == Surface::Try {
        parts.clear();
    }
    Shown { parts, say: access.say().map(str::to_owned) }
}

/// The table of the safety page, section 2.
fn left(surface: Surface, access: &Access) -> &'static [Part] {
    use Strictness::{AskFirst, Hide, NoTrial};
    use Surface::{AxisArrow, BesideCourse, BesideFinding, Claimed, Library, Report, Tip, Try};
    match (surface, access.strictness()) {
        (Tip | Library | Report, None) => ALL,
        (Tip | Library | Report, Some(NoTrial)) => NO_TRIAL,
        (Tip, Some(AskFirst | Hide)) | (Try, Some(_)) | (Report, Some(Hide)) => NOTHING,
        (Try, None) => &[Title, Part::Cautions, Aim, Trial],
        (Claimed, None | Some(NoTrial)) => &[PopularClaim, Chips, Plain],
        (Claimed | AxisArrow, Some(AskFirst)) => &[Say, Plain],
        (Claimed | AxisArrow, Some(Hide)) => &[Say],
        (BesideFinding, None) => &[Title, Chips, Plain, Agreement, Days, Citations, Trial],
        (BesideFinding, Some(NoTrial)) => &[Title, Chips, Plain, Agreement, Days, Citations],
        (BesideFinding, Some(AskFirst)) => &[Say, Chips, Plain, Citations],
        (BesideFinding, Some(Hide)) => &[StudiesExist, Say],
        (BesideCourse, None | Some(NoTrial)) => &[Title, Chips, Plain, Part::Cautions, Citations],
        (BesideCourse, Some(AskFirst)) => &[Say, Plain, Part::Cautions, Citations],
        (BesideCourse, Some(Hide)) => &[Say, Part::Cautions],
        (AxisArrow, None | Some(NoTrial)) => &[Title, Chips, Plain],
        (Library, Some(AskFirst)) => &[Say, Title, Finding, Part::Cautions, Citations],
        (Library, Some(Hide)) => &[Say, PopularClaim, Finding, Citations],
        (Report, Some(AskFirst)) => {
            &[Say, Title, PopularClaim, Chips, Plain, Finding, Part::Cautions, Remark, Citations]
        }
    }
}
