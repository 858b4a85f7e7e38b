//! From a command to changes. Everything is checked here, before the first change.

use std::sync::Arc;

use super::batch::batch;
use super::change::Change;
use super::command::{Command, EntryDraft, Place};
use super::copy::copy_card;
use super::error::CommandError;
use super::import::{Import, import};
use super::pantry::{give_up, keep};
use super::validate::{MOST_ENTRIES, check_course, check_page, check_trackable};
use crate::model::catalogue::Catalogue;
use crate::model::course::Course;
use crate::model::diary::Diary;
use crate::model::entry::{Entry, EntryId};
use crate::model::page::Page;
use crate::model::profile::Profile;
use crate::model::settings::{HiddenCard, Settings};
use crate::model::suspects::{MOST_SUSPECTS, Suspect, Suspects};
use crate::model::time::Day;
use crate::model::trackable::{Key, Trackable};

/// Checks a command and gives the changes that carry it out. `today` is the diary day it is now: pages more than one day
/// ahead of it are refused.
///
/// # Errors
/// [`CommandError`]; nothing has been changed then.
pub fn plan(diary: &Diary, command: Command, today: Day) -> Result<Vec<Change>, CommandError> {
    match command {
        Command::Answer { day, place, key, value } => {
            let trackable = known(diary, &key)?;
            if let Some(value) = value {
                trackable.check(value)?;
            }
            let carried_by = trackable.carried_by;
            on_page(diary, day, today, |page| {
                let place = match place {
                    Place::Main { region, .. } => Place::Main { kind: carried_by, region },
                    place @ Place::Entry(_) => place,
                };
                let entry = place_in(page, place)?;
                entry.answers.set(&key, value);
                Ok(())
            })
        }
        Command::Write { day, place, text } => on_page(diary, day, today, |page| {
            place_in(page, place)?.text = text;
            Ok(())
        }),
        Command::Retime { day, id, at } => on_page(diary, day, today, |page| {
            entry_in(page, id)?.at = at;
            Ok(())
        }),
        Command::Log { day, drafts } => {
            for draft in &drafts {
                check_answers(diary, draft)?;
            }
            on_page(diary, day, today, |page| {
                for draft in drafts {
                    add(page, draft);
                }
                Ok(())
            })
        }
        Command::Amend { day, entry } => on_page(diary, day, today, |page| {
            let id = entry.id;
            *entry_in(page, id)? = entry;
            Ok(())
        }),
        Command::Remove { day, id } => on_page(diary, day, today, |page| {
            entry_in(page, id)?;
            page.entries.retain(|entry| entry.id != id);
            Ok(())
        }),
        Command::MoveFood { day, from, line, to } => on_page(diary, day, today, |page| move_food(page, from, line, to)),
        Command::CopyCard { from, to, card } => copy_card(diary, from, to, card, today),
        Command::ClearCard { day, card } => on_page(diary, day, today, |page| {
            page.entries.retain(|entry| entry.kind.card() != card);
            Ok(())
        }),
        Command::DeleteDay { day } => match diary.page(day) {
            Some(page) => Ok(vec![Change::Page { day, before: Some(page.clone()), after: None }]),
            None => Err(CommandError::Nothing(format!("{day} is already empty"))),
        },
        Command::AddCourse { mut course } => {
            course.id = diary.next_course_id();
            put_course(diary, course)
        }
        Command::AmendCourse { course } => {
            diary.course(course.id).ok_or(CommandError::NoCourse)?;
            put_course(diary, course)
        }
        Command::StopCourse { id, on } => {
            let mut course = diary.course(id).ok_or(CommandError::NoCourse)?.clone();
            course.stop = Some(on);
            put_course(diary, course)
        }
        Command::RemoveCourse { id } => {
            let before = diary.course(id).ok_or(CommandError::NoCourse)?.clone();
            Ok(vec![Change::Course { id, before: Some(Box::new(before)), after: None }])
        }
        Command::PutTrackable { trackable } => put_trackable(diary.catalogue(), trackable).map(|change| vec![change]),
        Command::KeepInPantry { item } => keep(diary, item).map(|change| change.into_iter().collect()),
        Command::TakeFromPantry { id } => give_up(diary, id),
        Command::HideCard { card, reason } => Ok(settings(diary, |settings| {
            settings.hidden_cards.retain(|hidden| hidden.card != card);
            settings.hidden_cards.push(HiddenCard { card, reason });
        })),
        Command::ShowCard { card } => {
            Ok(settings(diary, |settings| settings.hidden_cards.retain(|hidden| hidden.card != card)))
        }
        Command::MarkPair { mark } => Ok(settings(diary, |settings| {
            settings.pair_marks.retain(|kept| !kept.is_of(&mark.factor, &mark.outcome));
            if !mark.is_blank() {
                settings.pair_marks.push(mark);
            }
        })),
        Command::NameSuspects { pairs } => name_suspects(diary, pairs, today),
        Command::SetSettings { settings: new } => Ok(settings(diary, |settings| *settings = new)),
        Command::SetProfile { profile } => set_profile(diary, profile, today),
        Command::Import { pages, courses, trackables, pantry, replace, .. } => {
            import(diary, Import { pages, courses, trackables, pantry: *pantry, replace }, today)
        }
        Command::Batch { steps, .. } => batch(diary, steps, today),
    }
}

fn known<'a>(diary: &'a Diary, key: &Key) -> Result<&'a Trackable, CommandError> {
    diary.catalogue().get(key.as_str()).ok_or_else(|| CommandError::UnknownKey {
        key: key.to_string(),
        nearest: diary.catalogue().nearest_keys(key.as_str()),
    })
}

fn check_answers(diary: &Diary, draft: &EntryDraft) -> Result<(), CommandError> {
    for (key, value) in draft.answers.iter() {
        known(diary, key)?.check(value)?;
    }
    Ok(())
}

/// Copies a page, lets `edit` change the copy, and gives the change; blank entries are dropped, a blank page goes.
pub(super) fn on_page(
    diary: &Diary,
    day: Day,
    today: Day,
    edit: impl FnOnce(&mut Page) -> Result<(), CommandError>,
) -> Result<Vec<Change>, CommandError> {
    if day.days_since(today) > 1 {
        return Err(CommandError::Future { day });
    }
    let before = diary.page(day).cloned();
    let mut page = before.as_ref().map_or_else(|| Page::blank(day), |page| Page::clone(page));
    edit(&mut page)?;
    page.entries.retain(|entry| !entry.is_blank());
    if page.entries.len() > MOST_ENTRIES {
        return Err(CommandError::Full { day, most: MOST_ENTRIES });
    }
    check_page(&page, diary.catalogue())?;
    let unchanged = before.as_ref().map_or(page.is_blank(), |before| before.says_the_same(&page));
    if unchanged {
        return Ok(Vec::new());
    }
    let after = (!page.is_blank()).then(|| Arc::new(page));
    Ok(vec![Change::Page { day, before, after }])
}

fn entry_in(page: &mut Page, id: EntryId) -> Result<&mut Entry, CommandError> {
    let day = page.date;
    page.entry_mut(id).ok_or(CommandError::NoEntry { day, id })
}

fn place_in(page: &mut Page, place: Place) -> Result<&mut Entry, CommandError> {
    let id = match place {
        Place::Entry(id) => id,
        Place::Main { kind, region } => {
            let there = page.main_entry(kind, region).map(|entry| entry.id);
            there.unwrap_or_else(|| add(page, EntryDraft { region, ..EntryDraft::new(kind) }))
        }
    };
    entry_in(page, id)
}

pub(super) fn add(page: &mut Page, draft: EntryDraft) -> EntryId {
    let EntryDraft { kind, at, region, answers, text, foods } = draft;
    let id = page.next_id();
    page.entries.push(Entry { id, kind, at, region, answers, text, foods });
    id
}

/// A meal that has nothing left goes by itself.
fn move_food(page: &mut Page, from: EntryId, line: Option<usize>, to: Option<EntryId>) -> Result<(), CommandError> {
    if to == Some(from) {
        return Ok(());
    }
    if let Some(to) = to {
        entry_in(page, to)?;
    }
    let source = entry_in(page, from)?;
    let gone =
        || CommandError::Nothing("this food is no longer in the meal; it may have been moved or removed".to_owned());
    let moved = match line {
        Some(place) if place < source.foods.len() => {
            EntryDraft { foods: vec![source.foods.remove(place)], ..EntryDraft::new(source.kind) }
        }
        Some(_) => return Err(gone()),
        None => {
            let Entry { kind, at, region, answers, text, foods, .. } = source.clone();
            page.entries.retain(|entry| entry.id != from);
            EntryDraft { kind, at, region, answers, text, foods }
        }
    };
    let Some(to) = to else {
        add(page, moved);
        return Ok(());
    };
    let target = entry_in(page, to)?;
    target.foods.extend(moved.foods);
    target.text = target.text.take().or(moved.text);
    for (key, value) in moved.answers.iter() {
        if target.answers.get(key.as_str()).is_none() {
            target.answers.set(key, Some(value));
        }
    }
    Ok(())
}

fn put_course(diary: &Diary, course: Course) -> Result<Vec<Change>, CommandError> {
    check_course(&course)?;
    let id = course.id;
    let before = diary.course(id).cloned().map(Box::new);
    if before.as_deref() == Some(&course) {
        return Ok(Vec::new());
    }
    Ok(vec![Change::Course { id, before, after: Some(Box::new(course)) }])
}

pub(super) fn put_trackable(catalogue: &Catalogue, trackable: Trackable) -> Result<Change, CommandError> {
    check_trackable(&trackable)?;
    let key = trackable.key.clone();
    if let Some(known) = catalogue.get(key.as_str())
        && (known.kind != trackable.kind || known.carried_by != trackable.carried_by)
    {
        return Err(CommandError::Profile(format!(
            "{}: the kind of a trackable cannot change, since past answers would change their meaning; add a new one",
            known.label
        )));
    }
    let before = catalogue.changed_entry(&key).cloned().map(Box::new);
    Ok(Change::Trackable { key, before, after: Some(Box::new(trackable)) })
}

fn settings(diary: &Diary, edit: impl FnOnce(&mut Settings)) -> Vec<Change> {
    let before = Box::new(diary.settings().clone());
    let mut after = before.clone();
    edit(&mut after);
    if before == after { Vec::new() } else { vec![Change::Settings { before, after }] }
}

/// A list that says the same keeps its date; any other is a new family from today on.
fn name_suspects(diary: &Diary, pairs: Vec<Suspect>, today: Day) -> Result<Vec<Change>, CommandError> {
    if pairs.len() > MOST_SUSPECTS {
        let given = pairs.len();
        return Err(CommandError::Profile(format!(
            "{given} suspects are named; at most {MOST_SUSPECTS} fit, so keep the likeliest"
        )));
    }
    let fits = |key: &str| !key.is_empty() && key.chars().count() <= 100;
    for (index, pair) in pairs.iter().enumerate() {
        if !fits(&pair.factor) || !fits(&pair.outcome) || pair.factor == pair.outcome {
            return Err(CommandError::Profile("a suspect needs a factor and another outcome; choose both".to_owned()));
        }
        if pairs.iter().take(index).any(|earlier| earlier == pair) {
            let words = format!("{} and {} are named twice; leave one out", pair.factor, pair.outcome);
            return Err(CommandError::Profile(words));
        }
    }
    if diary.settings().suspects.as_ref().is_some_and(|known| known.are(&pairs)) {
        return Ok(Vec::new());
    }
    let named = (!pairs.is_empty()).then_some(Suspects { named: today, pairs });
    Ok(settings(diary, |settings| settings.suspects = named))
}

fn set_profile(diary: &Diary, profile: Profile, today: Day) -> Result<Vec<Change>, CommandError> {
    if let Some(year) = profile.birth_year
        && !(today.year() - 130..=today.year()).contains(&i32::from(year))
    {
        return Err(CommandError::Profile(format!(
            "{year} cannot be a year of birth; please check it or leave it empty"
        )));
    }
    let before = Box::new(diary.profile().clone());
    let after = Box::new(profile);
    Ok(if before == after { Vec::new() } else { vec![Change::Profile { before, after }] })
}
