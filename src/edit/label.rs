//! The name of a step, as in "Undo *Belly pain 1, 28 Nov*" and "Undone: *deleting Porridge, 28 Nov*": what a person saw on the
//! screen, with its unit and its day, never a key or a number of the diary.

use super::command::{Command, EntryDraft, Place};
use crate::foods::past_meals::{short_name, title};
use crate::model::answers::Answers;
use crate::model::course::CourseId;
use crate::model::diary::Diary;
use crate::model::entry::{Entry, EntryId, EntryKind};
use crate::model::food_line::FoodLine;
use crate::model::pair_mark::PairMark;
use crate::model::pantry::{PantryItem, PantryItemId};
use crate::model::region::Region;
use crate::model::text::Note;
use crate::model::time::Day;
use crate::model::trackable::{Kind, Trackable, hours_and_minutes};
use crate::model::value::Value;

/// Longest words that a name repeats, in characters.
const LONGEST: usize = 40;

impl Command {
    /// Name of the step, for a diary that it has not changed yet. Days of another year than today have theirs.
    pub fn label(&self, diary: &Diary, today: Day) -> String {
        match self {
            Self::Answer { day, place, key, value } => {
                let place = region_of(diary, *day, *place).map(|region| format!(", {}", region.label().to_lowercase()));
                let (place, day) = (place.unwrap_or_default(), day.brief(today));
                let answer = answer(diary, key.as_str(), *value);
                if value.is_some() {
                    format!("{answer}{place}, {day}")
                } else {
                    format!("clearing {answer}{place}, {day}")
                }
            }
            Self::Write { day, place, text } => {
                let what = match kind_of(diary, *day, *place) {
                    Some(kind) if kind != EntryKind::Note => format!("the words of a {}", kind.label()),
                    _ => "a note".to_owned(),
                };
                let verb = if text.is_some() { "writing" } else { "clearing" };
                format!("{verb} {what}, {}", day.brief(today))
            }
            Self::Retime { day, id, at } => {
                let what = entry(diary, *day, *id).map_or_else(|| "an entry".to_owned(), |entry| said(diary, entry));
                match at {
                    Some(at) => format!("{what} at {at}, {}", day.brief(today)),
                    None => format!("clearing the time of {what}, {}", day.brief(today)),
                }
            }
            Self::Log { day, drafts } => match drafts.as_slice() {
                [draft] => format!("{}, {}", said_of_draft(diary, draft), day.brief(today)),
                drafts => format!("{} entries, {}", drafts.len(), day.brief(today)),
            },
            Self::Amend { day, entry } => format!("changing {}, {}", said(diary, entry), day.brief(today)),
            Self::Remove { day, id } => {
                let what = entry(diary, *day, *id).map_or_else(|| "an entry".to_owned(), |entry| said(diary, entry));
                format!("deleting {what}, {}", day.brief(today))
            }
            Self::MoveFood { day, from, line: Some(line), .. } => {
                let food = entry(diary, *day, *from).and_then(|entry| entry.foods.get(*line));
                let food = food.map_or_else(|| "a food".to_owned(), |food| short_name(food.name.as_str()));
                format!("moving {food}, {}", day.brief(today))
            }
            Self::MoveFood { day, line: None, .. } => format!("joining two meals, {}", day.brief(today)),
            Self::CopyCard { to, card, .. } => format!("{} same as yesterday, {}", card.label(), to.brief(today)),
            Self::ClearCard { day, card } => format!("clearing {}, {}", card.label(), day.brief(today)),
            Self::DeleteDay { day } => format!("deleting {}", day.short()),
            Self::AddCourse { course } => format!("starting {}", course.name),
            Self::AmendCourse { course } => format!("changing {}", course.name),
            Self::StopCourse { id, on } => format!("stopping {}, {}", course(diary, *id), on.brief(today)),
            Self::RemoveCourse { id } => format!("deleting {}", course(diary, *id)),
            Self::PutTrackable { trackable } => put(diary, trackable),
            Self::KeepInPantry { item } => kept(diary, item),
            Self::TakeFromPantry { id } => given_up(diary, *id),
            Self::HideCard { .. } => "hiding a suggestion".to_owned(),
            Self::ShowCard { .. } => "showing a suggestion again".to_owned(),
            Self::MarkPair { mark } => marked(diary, mark),
            Self::NameSuspects { pairs } if pairs.is_empty() => "clearing the suspects".to_owned(),
            Self::NameSuspects { .. } => "naming suspects".to_owned(),
            Self::SetSettings { .. } => "changing the settings".to_owned(),
            Self::SetProfile { .. } => "changing About you".to_owned(),
            Self::Import { source, .. } => format!("importing {source}"),
            Self::Batch { label, .. } => label.clone(),
        }
    }
}

/// A thing with its answer as people read it: `Fibre 12 g`; without an answer its name alone.
fn answer(diary: &Diary, key: &str, value: Option<Value>) -> String {
    let Some(known) = diary.catalogue().get(key) else { return key.replace('_', " ") };
    let shown = |value: Value| match known.kind {
        Kind::Duration => format!("{} {}", hours_and_minutes(value.as_number()), known.kind.unit()),
        _ => known.show(value),
    };
    let name = short(known.label.as_str());
    value.map_or_else(|| name.clone(), |value| format!("{name} {}", shown(value)))
}

/// A text as far as a menu has room for it.
fn short(text: &str) -> String {
    let start: String = text.chars().take(LONGEST).collect();
    if start.len() < text.len() { format!("{}…", start.trim_end()) } else { start }
}

fn entry(diary: &Diary, day: Day, id: EntryId) -> Option<&Entry> {
    diary.page(day).and_then(|page| page.entry(id))
}

fn region_of(diary: &Diary, day: Day, place: Place) -> Option<Region> {
    match place {
        Place::Main { region, .. } => region,
        Place::Entry(id) => entry(diary, day, id)?.region,
    }
}

fn kind_of(diary: &Diary, day: Day, place: Place) -> Option<EntryKind> {
    match place {
        Place::Main { kind, .. } => Some(kind),
        Place::Entry(id) => entry(diary, day, id).map(|entry| entry.kind),
    }
}

fn said(diary: &Diary, entry: &Entry) -> String {
    words(diary, entry.kind, &entry.answers, entry.text.as_ref(), &entry.foods)
}

fn said_of_draft(diary: &Diary, draft: &EntryDraft) -> String {
    words(diary, draft.kind, &draft.answers, draft.text.as_ref(), &draft.foods)
}

/// What an entry says first: its words, its foods, or its answers.
fn words(diary: &Diary, kind: EntryKind, answers: &Answers, text: Option<&Note>, foods: &[FoodLine]) -> String {
    let title = if kind == EntryKind::Note { String::new() } else { title(text, foods) };
    if !title.is_empty() {
        return short(&title);
    }
    let mut answered = answers.iter();
    match (answered.next(), answered.count()) {
        (None, _) => kind.label().to_owned(),
        (Some((key, value)), 0) => answer(diary, key.as_str(), Some(value)),
        (Some((key, value)), more) => format!("{} and {more} more", answer(diary, key.as_str(), Some(value))),
    }
}

fn course(diary: &Diary, id: CourseId) -> String {
    diary.course(id).map_or_else(|| "a course".to_owned(), |course| course.name.to_string())
}

fn put(diary: &Diary, new: &Trackable) -> String {
    match diary.catalogue().get(new.key.as_str()) {
        None => format!("adding {}", new.label),
        Some(known) if known.hidden != new.hidden && new.hidden => format!("hiding {}", new.label),
        Some(known) if known.hidden != new.hidden => format!("showing {}", new.label),
        Some(known) if known.label != new.label => format!("renaming {} to {}", known.label, new.label),
        Some(_) => format!("changing {}", new.label),
    }
}

fn kept(diary: &Diary, item: &PantryItem) -> String {
    let before = diary.pantry().get(item.id());
    let was_hidden = match &before {
        Some(PantryItem::OwnFood(food)) => food.hidden,
        Some(PantryItem::Recipe(recipe)) => recipe.hidden,
        _ => false,
    };
    let verb = match &before {
        None => "adding",
        Some(_) if was_hidden => "bringing back",
        Some(_) => "changing",
    };
    match item {
        PantryItem::OwnFood(food) => format!("{verb} {}", food.name),
        PantryItem::Recipe(recipe) => format!("{verb} {}", recipe.name),
        PantryItem::Template(template) => format!("keeping {} to log again", template.name),
        PantryItem::Favourite(food) => {
            format!("making {} a favourite", short_name(diary.pantry().name(*food).unwrap_or("a food")))
        }
        PantryItem::Drink(drink, _) => format!("the size of {}", drink.label().to_lowercase()),
    }
}

fn given_up(diary: &Diary, id: PantryItemId) -> String {
    let pantry = diary.pantry();
    match id {
        PantryItemId::OwnFood(food) | PantryItemId::Recipe(food) => {
            format!("removing {}", pantry.name(food).unwrap_or("a food"))
        }
        PantryItemId::Template(id) => {
            let kept = pantry.templates.get(&id).map_or("a meal", |template| template.name.as_str());
            format!("no longer keeping {kept} to log again")
        }
        PantryItemId::Favourite(food) => {
            format!("taking {} off the favourites", short_name(pantry.name(food).unwrap_or("a food")))
        }
        PantryItemId::Drink(drink) => format!("the size of {}", drink.label().to_lowercase()),
    }
}

/// Which part of the decision differs from what was decided before. Columns that are no fields of the forms have no name here.
fn marked(diary: &Diary, mark: &PairMark) -> String {
    let label = |key: &str| diary.catalogue().get(key).map(|known| known.label.to_string());
    let pair = match (label(&mark.factor), label(&mark.outcome)) {
        (Some(factor), Some(outcome)) => format!("the finding {factor} and {}", outcome.to_lowercase()),
        _ => "a finding".to_owned(),
    };
    let before = diary.settings().mark_of(&mark.factor, &mark.outcome);
    match mark {
        PairMark { hidden, .. } if *hidden != before.hidden && *hidden => format!("hiding {pair}"),
        PairMark { hidden, .. } if *hidden != before.hidden => format!("showing {pair} again"),
        PairMark { to_test, .. } if *to_test != before.to_test && *to_test => format!("marking {pair} for a test"),
        PairMark { to_test, .. } if *to_test != before.to_test => format!("no longer testing {pair}"),
        PairMark { note: None, .. } => format!("clearing the note on {pair}"),
        PairMark { .. } => format!("the note on {pair}"),
    }
}
