//! Several commands as one act: each is checked against the diary as the ones before it leave it, and what comes of all of them
//! is one step to be undone.

use super::change::Change;
use super::error::CommandError;
use super::{Command, plan};
use crate::model::course::CourseId;
use crate::model::decision::Choice;
use crate::model::diary::Diary;
use crate::model::food_line::FoodId;
use crate::model::pantry::PantryItemId;
use crate::model::record::RecordKey;
use crate::model::time::Day;

impl Command {
    /// Several commands under the name of the act that they are; one alone keeps its own name. `None` if there is none.
    pub fn of_steps(label: &str, mut steps: Vec<Self>) -> Option<Self> {
        match steps.len() {
            0 | 1 => steps.pop(),
            _ => Some(Self::Batch { label: label.to_owned(), steps }),
        }
    }
}

/// The changes of all steps, with one change for each thing that they touch. A food without a number that is logged is the one
/// that was kept in a step before; a course without a number that a decision names is the one that was added in a step before.
///
/// # Errors
/// [`CommandError`] of the first step that does not fit; nothing has been changed then.
pub(super) fn batch(diary: &Diary, steps: Vec<Command>, today: Day) -> Result<Vec<Change>, CommandError> {
    let mut ahead = diary.clone();
    let mut joined: Vec<Change> = Vec::new();
    let (mut kept, mut added) = (None, None);
    for mut step in steps {
        if let (Command::Log { drafts, .. }, Some(kept)) = (&mut step, kept) {
            let lines = drafts.iter_mut().flat_map(|draft| &mut draft.foods);
            lines.filter(|line| is_new(line.food)).for_each(|line| line.food = kept);
        }
        if let (Command::Decide { decision }, Some(added)) = (&mut step, added)
            && let Choice::Trying { course, .. } = &mut decision.choice
            && *course == CourseId::NEW
        {
            *course = added;
        }
        for change in plan(&ahead, step, today)? {
            change.apply(&mut ahead);
            if let RecordKey::PantryItem(PantryItemId::OwnFood(food) | PantryItemId::Recipe(food)) = change.key {
                kept = Some(food);
            }
            if let (RecordKey::Course(course), None) = (&change.key, &change.before) {
                added = Some(*course);
            }
            change.join(&mut joined);
        }
    }
    joined.retain(|change| !change.is_nothing());
    Ok(joined)
}

fn is_new(food: FoodId) -> bool {
    food == FoodId::NEW_OWN || food == FoodId::NEW_RECIPE
}
