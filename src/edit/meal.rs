//! Moving foods from meal to meal. A meal that has nothing left goes by itself.

use super::change::Change;
use super::day::{EntryDraft, add, entry, entry_in, on_page};
use super::error::CommandError;
use crate::foods::past_meals::short_name;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::{Entry, EntryId};
use crate::model::time::Day;

/// The changes that move a food, or with `line` `None` a whole meal, into another meal or a new one.
///
/// # Errors
/// [`CommandError`] if meal or food are no longer there.
pub(super) fn move_food(
    diary: &Diary,
    day: Day,
    today: Day,
    from: EntryId,
    line: Option<usize>,
    to: Option<EntryId>,
) -> Result<Vec<Change>, CommandError> {
    on_page(diary, day, today, |page| move_on(page, from, line, to))
}

fn move_on(page: &mut DayRecord, from: EntryId, line: Option<usize>, to: Option<EntryId>) -> Result<(), CommandError> {
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

pub(super) fn name_of_moving(diary: &Diary, (day, today): (Day, Day), from: EntryId, line: Option<usize>) -> String {
    let Some(line) = line else { return format!("joining two meals, {}", day.brief(today)) };
    let food = entry(diary, day, from).and_then(|entry| entry.foods.get(line));
    let food = food.map_or_else(|| "a food".to_owned(), |food| short_name(food.name.as_str()));
    format!("moving {food}, {}", day.brief(today))
}
