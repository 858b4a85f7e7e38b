//! What somebody wants to try, while it is being put together: texts as typed, and what they come to.

use crate::analysis::trial::candidate::SideWay;
use crate::analysis::trial::plan::{HALF_LIVES_DAYS, USUAL_HALF_LIFE_DAYS};
use crate::columns::{self, DayTable, Role};
use crate::evidence::eligible::{self, Wish};
use crate::evidence::lingering::lingering;
use crate::model::diary::Diary;
use crate::model::region::Region;
use crate::model::text::{LONGEST_NAME, Name};
use crate::model::time::Day;
use crate::model::trackable::Direction;
use crate::model::trial::{MOST_COVARIATES, MOST_WATCHED, Trial, TrialDesign, TrialFactor, TrialId, TrialSubject};
use crate::model::trial_sides::TrialSides;
use crate::ui::command::TrialStart;
use crate::workspace::Workspace;

/// The outcome offered first, where it is logged.
const FIRST_OUTCOME: &str = "redness";

/// A wish in the making.
pub(super) struct WishDraft {
    pub name: String,
    pub on: String,
    pub off: String,
    pub subject: Option<TrialSubject>,
    pub is_eaten: bool,
    pub tested: bool,
    pub outcome: String,
    pub direction: Direction,
    pub smallest: String,
    pub watched: Vec<String>,
    /// The places, where one side is treated at a time.
    pub sides: Option<TrialSides>,
    /// Whether the treated side may change.
    pub may_swap: bool,
    /// Columns that are taken out of the outcome before it is judged.
    pub covariates: Vec<String>,
    /// Days after which half of what it does is gone.
    pub half_life_days: u8,
    /// Who says so; `None` once the person has chosen, or where nobody knows.
    pub half_life_source: Option<String>,
    pub start: Day,
}

impl WishDraft {
    pub(super) fn new(workspace: &Workspace, start: &TrialStart) -> Self {
        let table = workspace.table();
        let logged = outcomes(&table);
        let offered = start.outcome.clone().filter(|key| logged.iter().any(|(known, _)| known == key));
        let usual = || logged.iter().find(|(key, _)| key == FIRST_OUTCOME).or(logged.first());
        let outcome = offered.or_else(|| usual().map(|(key, _)| key.clone())).unwrap_or_default();
        let direction = direction(workspace.diary(), &outcome);
        let mut draft = Self {
            name: start.name.clone(),
            on: start.on.clone(),
            off: start.off.clone(),
            subject: start.subject.clone(),
            is_eaten: false,
            tested: false,
            outcome,
            direction,
            smallest: "1".to_owned(),
            watched: Vec::new(),
            sides: None,
            may_swap: true,
            covariates: Vec::new(),
            half_life_days: USUAL_HALF_LIFE_DAYS,
            half_life_source: None,
            start: workspace.today().plus(1),
        };
        draft.ask_how_long(workspace.diary());
        draft
    }

    /// What the factor is of the diary, and with it how long it is said to act.
    pub(super) fn choose_subject(&mut self, diary: &Diary, subject: Option<TrialSubject>) {
        self.covariates.retain(|key| subject != Some(TrialSubject::Column(key.clone())));
        self.subject = subject;
        self.ask_how_long(diary);
    }

    fn ask_how_long(&mut self, diary: &Diary) {
        let known = lingering(self.subject.as_ref(), diary);
        self.half_life_days = known.as_ref().map_or(USUAL_HALF_LIFE_DAYS, |known| nearest(known.half_life_days));
        self.half_life_source = known.map(|known| known.source);
    }

    /// Compares two sides, or the whole skin again. What is done on a day on and off follows from the places.
    pub(super) fn choose_sides(&mut self, sides: Option<TrialSides>) {
        self.sides = sides;
        if let Some(sides) = sides {
            let name = if self.name.trim().is_empty() { "it" } else { self.name.trim() };
            let at = |place: Region| format!("{name} on the {} only", place.label().to_lowercase());
            (self.on, self.off) = (at(sides.one), at(sides.other));
        }
    }

    /// How the two sides are compared, if they are.
    pub(super) fn side_way(&self) -> Option<SideWay> {
        self.sides.map(|_| SideWay::fitting(self.half_life_days, self.may_swap))
    }

    /// Takes another column out of the outcome, or no longer; more than fit are not taken.
    pub(super) fn take_out(&mut self, key: String) {
        if self.covariates.contains(&key) {
            self.covariates.retain(|taken| *taken != key);
        } else if self.covariates.len() < MOST_COVARIATES {
            self.covariates.push(key);
        }
    }

    /// Another main outcome, with the direction it has.
    pub(super) fn choose_outcome(&mut self, diary: &Diary, key: String) {
        self.direction = direction(diary, &key);
        self.watched.retain(|watched| *watched != key);
        self.outcome = key;
    }

    /// Watches another outcome, or no longer; more than fit are not taken.
    pub(super) fn watch(&mut self, key: String) {
        if self.watched.contains(&key) {
            self.watched.retain(|watched| *watched != key);
        } else if self.watched.len() < MOST_WATCHED && key != self.outcome {
            self.watched.push(key);
        }
    }

    /// The smallest change that matters, if a number above 0 was typed.
    pub(super) fn smallest_change(&self) -> Option<f64> {
        let number: f64 = self.smallest.trim().replace(',', ".").parse().ok()?;
        (number.is_finite() && number > 0.0).then_some(number)
    }

    /// As the rules read it.
    pub(super) fn wish(&self, design: Option<TrialDesign>) -> Wish<'_> {
        Wish {
            factor: &self.name,
            instructions: [&self.on, &self.off],
            subject: self.subject.as_ref(),
            outcome: &self.outcome,
            sides: self.sides,
            start: self.start,
            design,
            is_eaten: self.is_eaten,
            tested_for_coeliac: self.tested,
        }
    }

    /// Why it cannot be tried now.
    pub(super) fn against(&self, workspace: &Workspace, design: Option<TrialDesign>) -> Vec<String> {
        let read_only = workspace.read_only().map(|reason| format!("This diary is open for reading only: {reason}."));
        let (diary, table, flags) = (workspace.diary(), workspace.table(), workspace.flags());
        let rules = eligible::against(&self.wish(design), diary, &table, &flags, workspace.today());
        read_only.into_iter().chain(rules).collect()
    }

    /// What is still to be said before it can be drawn.
    pub(super) fn missing(&self, design: Option<TrialDesign>) -> Option<&'static str> {
        let fits = |text: &str| Name::new(text).is_ok();
        if !fits(&self.name) {
            Some("Say what is switched on and off.")
        } else if !fits(&self.on) || !fits(&self.off) {
            Some("Say what you do on days on, and what on days off.")
        } else if self.direction == Direction::Neutral {
            Some("Say which way of the outcome is better.")
        } else if self.smallest_change().is_none() {
            Some("Say how large a change would matter to you: a number above 0.")
        } else if design.is_none() {
            Some("Choose one of the plans.")
        } else {
            None
        }
    }

    /// The trial to be locked; `None` while something is missing.
    pub(super) fn trial(&self, design: TrialDesign, order: String, seed: u64, today: Day) -> Option<Trial> {
        let name = |text: &str| Name::new(&text.chars().take(LONGEST_NAME).collect::<String>()).ok();
        Some(Trial {
            id: TrialId::NEW,
            drawn: today,
            start: self.start,
            factor: TrialFactor {
                name: name(&self.name)?,
                on: name(&self.on)?,
                off: name(&self.off)?,
                subject: self.subject.clone(),
            },
            outcome: self.outcome.clone(),
            direction: self.direction,
            smallest_change: self.smallest_change()?,
            watched: self.watched.clone(),
            covariates: self.covariates.clone(),
            design,
            seed,
            order,
            sides: self.sides,
            kept: std::collections::BTreeMap::new(),
            looked: Vec::new(),
            ended: None,
            order_seen: None,
            resumed: None,
        })
    }
}

/// Which way of an outcome is better, as far as its column says.
fn direction(diary: &Diary, key: &str) -> Direction {
    let columns = columns::every(diary.catalogue());
    columns.iter().find(|column| column.key == key).map_or(Direction::Neutral, |column| column.direction)
}

/// Outcomes with any answer: key and label.
pub(super) fn outcomes(table: &DayTable) -> Vec<(String, String)> {
    let logged = table.columns.iter().filter(|column| column.is_outcome() && column.answered_days() > 0);
    logged.map(|column| (column.key.clone(), column.label.clone())).collect()
}

/// What the factor can be of the diary, with its name.
pub(super) fn subjects(diary: &Diary, table: &DayTable) -> Vec<(Option<TrialSubject>, String)> {
    let columns = table.columns.iter().filter(|column| column.role == Role::Factor && column.answered_days() > 0);
    let columns = columns.map(|column| (Some(TrialSubject::Column(column.key.clone())), column.label.clone()));
    let courses = diary.courses().map(|course| (Some(TrialSubject::Course(course.id)), course.name.to_string()));
    std::iter::once((None, "nothing I log".to_owned())).chain(courses).chain(columns).collect()
}

/// The half-life that can be chosen and lies nearest; of two the longer, since what lingers unnoticed hides a difference.
fn nearest(days: u16) -> u8 {
    let far = |choice: &u8| (u16::from(*choice).abs_diff(days), u8::MAX - choice);
    HALF_LIVES_DAYS.into_iter().min_by_key(far).unwrap_or(USUAL_HALF_LIFE_DAYS)
}

/// What may be taken out of the outcome: what is logged, is no outcome and is not switched.
pub(super) fn covariates(table: &DayTable, subject: Option<&TrialSubject>) -> Vec<(String, String)> {
    let is_switched = |key: &str| matches!(subject, Some(TrialSubject::Column(switched)) if switched == key);
    let logged = table.columns.iter().filter(|column| !column.is_outcome() && column.answered_days() > 0);
    let logged = logged.filter(|column| !is_switched(&column.key));
    logged.map(|column| (column.key.clone(), column.label.clone())).collect()
}

/// Pairs of mirrored places for both of which an outcome was answered, the left one first.
pub(super) fn pairs(table: &DayTable, outcome: &str) -> Vec<TrialSides> {
    let is_answered = |key: &String| table.column(key).is_some_and(|column| column.answered_days() > 0);
    let sides = Region::all().iter().copied().filter_map(|one| {
        let other = one.twin().filter(|other| one < *other)?;
        let sides = TrialSides { one, other };
        sides.keys(outcome).iter().all(is_answered).then_some(sides)
    });
    sides.collect()
}
