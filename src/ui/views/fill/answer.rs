//! One thing on one day: what is answered, and the command that changes it. What can be filled in at all.

use crate::edit::{Command, Place};
use crate::model::catalogue::Catalogue;
use crate::model::entry::EntryKind;
use crate::model::questionnaire::Questionnaire;
use crate::model::score_sheet::ScoreSheets;
use crate::model::time::Day;
use crate::model::trackable::{Role, Trackable};
use crate::model::value::Value;
use crate::workspace::Workspace;

/// What the day answers by itself, outside single moments and places.
pub fn answer_on(workspace: &Workspace, known: &Trackable, day: Day) -> Option<Value> {
    let entry = workspace.diary().day_record(day)?.main_entry(known.carried_by, None)?;
    entry.answers.get(known.key.as_str())
}

/// The command that puts an answer on a day, or with `None` makes it missing.
pub fn put(workspace: &Workspace, known: &Trackable, day: Day, value: Option<Value>) -> Command {
    let kind = known.carried_by;
    let entry = workspace.diary().day_record(day).and_then(|page| page.main_entry(kind, None));
    let place = entry.map_or(Place::Main { kind, region: None }, |entry| Place::Entry(entry.id));
    Command::Answer { day, place, key: known.key.clone(), value }
}

/// Everything that is answered once for a day. A stool is one of several, a warning sign is for today, and a questionnaire is not
/// for every day.
pub fn fillable(catalogue: &Catalogue) -> impl Iterator<Item = &Trackable> {
    let once = |known: &&Trackable| {
        let is_daily = Questionnaire::carried_by(known.carried_by).is_none();
        is_daily
            && !ScoreSheets::shipped().asks(known.key.as_str())
            && known.carried_by != EntryKind::Stool
            && known.role != Role::Warning
    };
    catalogue.iter().filter(|known| !known.hidden).filter(once)
}
