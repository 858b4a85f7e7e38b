//! The last whole week, Monday to Sunday: what was logged, what moved, what comes next. It neither praises nor blames.

use super::running::in_days;
use super::tile::difference_words;
use crate::analysis::week_change::{WEEK_DAYS, days_up_to, week_change};
use crate::columns::{Column, DayTable};
use crate::evidence::attempt::{Stage, attempts};
use crate::model::course::Phase;
use crate::model::diary::Diary;
use crate::model::entry::Card;
use crate::model::time::Day;
use crate::model::trial::TrialStage;
use crate::words::count;

/// Changes that are named.
const MOST_MOVED: usize = 3;
/// Cards of an ordinary day.
const CARDS: [Card; 5] = [Card::Skin, Card::Gut, Card::Food, Card::Sleep, Card::Mind];
/// Days ahead that are looked at.
const AHEAD_DAYS: i32 = 7;

/// A week looked back on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookBack {
    /// Its Monday.
    pub first: Day,
    /// Its Sunday.
    pub last: Day,
    /// What was logged.
    pub logged: String,
    /// What moved against the week before; a word on why nothing is said otherwise.
    pub moved: Vec<String>,
    /// What comes in the next days.
    pub next: Vec<String>,
}

/// The last whole week before a day; `None` if nothing was logged in it.
pub fn look_back(diary: &Diary, table: &DayTable, today: Day) -> Option<LookBack> {
    let since_monday = i32::try_from(today.weekday()).ok()?;
    let last = today.plus(-since_monday - 1);
    let first = last.plus(1 - i32::try_from(WEEK_DAYS).ok()?);
    let days = diary.day_records_between(first, last).count();
    if days == 0 {
        return None;
    }
    let logged = format!("Logged on {days} of {WEEK_DAYS} days: {}.", of_cards(diary, first, last));
    Some(LookBack { first, last, logged, moved: moved(table, last), next: next(diary, today) })
}

/// On how many days each card of an ordinary day holds something: `skin on 5, gut on 4`.
fn of_cards(diary: &Diary, first: Day, last: Day) -> String {
    let days_of = |card: Card| {
        let holds = |entries: &[crate::model::entry::Entry]| entries.iter().any(|entry| entry.kind.card() == card);
        diary.day_records_between(first, last).filter(|record| holds(&record.entries)).count()
    };
    let said = CARDS.iter().map(|card| (card, days_of(*card))).filter(|(_, days)| *days > 0);
    let said: Vec<String> = said.map(|(card, days)| format!("{} on {days}", card.label().to_lowercase())).collect();
    if said.is_empty() { "other things than skin, gut, food, sleep and mind".to_owned() } else { said.join(", ") }
}

fn moved(table: &DayTable, last: Day) -> Vec<String> {
    let compared: Vec<_> = table
        .columns
        .iter()
        .filter(|column| column.is_outcome())
        .filter_map(|column| Some((column, week_change(table, column, last).ok()?)))
        .collect();
    if compared.is_empty() {
        return vec!["Too few days are answered to compare with the week before.".to_owned()];
    }
    let mut moved: Vec<_> = compared.into_iter().filter(|(_, change)| !change.is_usual()).collect();
    // Against the spread from day to day; what never varied before comes first.
    moved.sort_by(|(_, a), (_, b)| (b.difference.abs() / b.spread).total_cmp(&(a.difference.abs() / a.spread)));
    let said = moved.iter().map(|(column, change)| {
        if column.quantity().yes_no {
            return days_with(table, column, last);
        }
        let words = difference_words(column, change.difference, false, "the week before");
        format!("{}: {words} ({} and {} days)", name(column), change.answered.0, change.answered.1)
    });
    let said: Vec<String> = said.filter(|words| !words.contains("about as")).take(MOST_MOVED).collect();
    if said.is_empty() { vec!["Nothing moved more than it usually does from day to day.".to_owned()] } else { said }
}

/// `Flare: on 3 of 7 days, the week before on 4 of 5`.
fn days_with(table: &DayTable, column: &Column, last: Day) -> String {
    let cells = days_up_to(table, column, last, 2 * WEEK_DAYS);
    let (before, now) = cells.split_at(WEEK_DAYS.min(cells.len()));
    let of = |cells: &[Option<f64>]| {
        let answers: Vec<f64> = cells.iter().flatten().copied().collect();
        format!("on {} of {}", answers.iter().filter(|answer| **answer > 0.0).count(), answers.len())
    };
    format!("{}: {} days, the week before {}", name(column), of(now), of(before))
}

fn name(column: &Column) -> &str {
    column.label.split(" (").next().unwrap_or(&column.label)
}

fn next(diary: &Diary, today: Day) -> Vec<String> {
    let is_near = |day: Day| (0..=AHEAD_DAYS).contains(&day.days_since(today));
    let mut said = Vec::new();
    for attempt in attempts(diary).filter(|attempt| attempt.stage(today) != Stage::Over) {
        let looks = [attempt.first_look, attempt.judge_on];
        if let Some(look) = looks.into_iter().find(|look| is_near(*look)) {
            said.push(format!("A look at {}: {}.", attempt.course.name, in_days(look, today)));
        }
    }
    for course in diary.courses().filter(|course| course.phase(today) == Phase::During) {
        if let Some(stop) = course.stop.filter(|stop| is_near(*stop)) {
            said.push(format!("The last day of {}: {}.", course.name, in_days(stop, today)));
        }
    }
    for trial in diary.trials() {
        match trial.stage(today) {
            TrialStage::Ahead if is_near(trial.start) => {
                said.push(format!("The trial of {} starts {}.", trial.factor.name, in_days(trial.start, today)));
            }
            TrialStage::Running { day } => {
                let left = count(trial.days().saturating_sub(day), "day", "days");
                said.push(format!("The trial of {} goes on: {left} left.", trial.factor.name));
            }
            _ => {}
        }
    }
    if said.is_empty() {
        said.push("Nothing is due in the next seven days.".to_owned());
    }
    said
}
