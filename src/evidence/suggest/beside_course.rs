//! Which cards stand beside a course.

use super::{Offer, Running};
use crate::evidence::card::{Card, ShowWhen};
use crate::evidence::gate::{self, Shown, Surface};
use crate::evidence::library;
use crate::evidence::situation::Person;
use crate::medicines;
use crate::model::course::{Course, CourseId, CourseKind};
use crate::model::diary::Diary;

/// A card beside a course.
#[derive(Debug, Clone, PartialEq)]
pub struct BesideCourse {
    /// The course.
    pub course: CourseId,
    /// The card.
    pub card: &'static Card,
    /// What may be shown of it.
    pub shown: Shown,
    /// Whether its change can be tried. What may be a tip is offered as one, where the diary is far from its aim.
    pub offer: Offer,
}

/// The cards beside the courses that run or may still act, in the order of the library.
pub fn all(diary: &Diary, person: &Person<'_>, trials_wait: bool, running: Option<&Running>) -> Vec<BesideCourse> {
    diary.courses().flat_map(|course| beside(course, person, trials_wait, running)).collect()
}

/// The cards beside one course.
pub fn beside(course: &Course, person: &Person<'_>, trials_wait: bool, running: Option<&Running>) -> Vec<BesideCourse> {
    let cards =
        library::cards().iter().filter(|card| card.is_for(person.profile) && is_raised_by(card, course, person));
    let show = |card| BesideCourse {
        course: course.id,
        card,
        shown: gate::shown(card, person, Surface::BesideCourse, trials_wait),
        offer: if card.may_be_a_tip() { Offer::None } else { Offer::from(card, person, trials_wait, running) },
    };
    cards.map(show).filter(|beside| !beside.shown.is_nothing()).collect()
}

fn is_raised_by(card: &Card, course: &Course, person: &Person<'_>) -> bool {
    let class = person.class_of(course.id);
    let phase = course.phase(person.today);
    let raised = card.show_when.iter().any(|way| match way {
        ShowWhen::Course { kind, phases, classes } => {
            let of_kind = *kind == kind_of(course, person);
            let of_class = classes.is_empty() && of_kind || class.is_some_and(|class| classes.contains(class));
            of_class && phases.iter().any(|it| it.is(phase))
        }
        _ => false,
    });
    raised && gate::may_raise(card, class, person)
}

/// What kind of course it is: that of its medicine where that is known, since people file the same pill under many heads.
fn kind_of(course: &Course, person: &Person<'_>) -> CourseKind {
    let class = person.class_of(course.id).and_then(medicines::class);
    class.map_or(course.kind, |class| class.kind)
}
