//! Changes: old and new value side by side, so that undoing is applying the other way round.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::course::{Course, CourseId};
use crate::model::diary::Diary;
use crate::model::page::Page;
use crate::model::pantry::{PantryItem, PantryItemId};
use crate::model::profile::Profile;
use crate::model::settings::Settings;
use crate::model::time::Day;
use crate::model::trackable::{Key, Trackable};

/// One reversible change of the diary.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// A day's page appears, changes or goes.
    Page {
        /// The day.
        day: Day,
        /// Before; `None` if nothing was logged.
        before: Option<Arc<Page>>,
        /// After; `None` if nothing is logged any more.
        after: Option<Arc<Page>>,
    },
    /// A course appears, changes or goes.
    Course {
        /// The course.
        id: CourseId,
        /// Before.
        before: Option<Box<Course>>,
        /// After.
        after: Option<Box<Course>>,
    },
    /// An own trackable appears, or any trackable is renamed or hidden.
    Trackable {
        /// Its key.
        key: Key,
        /// Before; `None` if it was as built in, or not there.
        before: Option<Box<Trackable>>,
        /// After.
        after: Option<Box<Trackable>>,
    },
    /// Something of the pantry appears, changes or goes.
    Pantry {
        /// Which thing.
        id: PantryItemId,
        /// Before.
        before: Option<Box<PantryItem>>,
        /// After.
        after: Option<Box<PantryItem>>,
    },
    /// Settings change.
    Settings {
        /// Before.
        before: Box<Settings>,
        /// After.
        after: Box<Settings>,
    },
    /// The profile changes.
    Profile {
        /// Before.
        before: Box<Profile>,
        /// After.
        after: Box<Profile>,
    },
}

/// What a change leaves behind: a whole new value, as the journal keeps it. Putting one twice changes nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Op {
    /// The page of a day.
    PutDay(Page),
    /// Nothing is logged for this day any more.
    DelDay(Day),
    /// A course.
    PutCourse(Course),
    /// This course is gone.
    DelCourse(CourseId),
    /// An own or changed trackable.
    PutTrackable(Trackable),
    /// This trackable is gone, or as built in again.
    DelTrackable(Key),
    /// Something of the pantry.
    PutPantry(PantryItem),
    /// This is no longer in the pantry.
    DelPantry(PantryItemId),
    /// The settings.
    PutSettings(Settings),
    /// The profile.
    PutProfile(Profile),
}

impl Change {
    /// The same change the other way round.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Page { day, before, after } => Self::Page { day, before: after, after: before },
            Self::Course { id, before, after } => Self::Course { id, before: after, after: before },
            Self::Trackable { key, before, after } => Self::Trackable { key, before: after, after: before },
            Self::Pantry { id, before, after } => Self::Pantry { id, before: after, after: before },
            Self::Settings { before, after } => Self::Settings { before: after, after: before },
            Self::Profile { before, after } => Self::Profile { before: after, after: before },
        }
    }

    /// Carries the change out, and gives what is to be kept of it. The revision of a page only ever rises.
    pub fn carry_out(&self, diary: &mut Diary) -> Op {
        let op = self.op(diary);
        op.clone().put(diary);
        op
    }

    fn op(&self, diary: &Diary) -> Op {
        match self {
            Self::Page { day, after: None, .. } => Op::DelDay(*day),
            Self::Page { day, before, after: Some(after) } => {
                let known = diary.pages.get(day).map_or(0, |page| page.rev);
                let before = before.as_ref().map_or(0, |page| page.rev);
                let mut page = Page::clone(after);
                page.rev = page.rev.max(known).max(before).saturating_add(1);
                Op::PutDay(page)
            }
            Self::Course { id, after, .. } => match after {
                Some(course) => Op::PutCourse(Course::clone(course)),
                None => Op::DelCourse(*id),
            },
            Self::Trackable { key, after, .. } => match after {
                Some(trackable) => Op::PutTrackable(Trackable::clone(trackable)),
                None => Op::DelTrackable(key.clone()),
            },
            Self::Pantry { id, after, .. } => match after {
                Some(item) => Op::PutPantry(PantryItem::clone(item)),
                None => Op::DelPantry(*id),
            },
            Self::Settings { after, .. } => Op::PutSettings(Settings::clone(after)),
            Self::Profile { after, .. } => Op::PutProfile(Profile::clone(after)),
        }
    }

    /// The one change that leads from before this one to after the next, if both are of one thing.
    #[must_use]
    pub fn followed_by(&self, next: &Self) -> Option<Self> {
        match (self, next) {
            (Self::Page { day, before, .. }, Self::Page { day: same, after, .. }) if day == same => {
                Some(Self::Page { day: *day, before: before.clone(), after: after.clone() })
            }
            (Self::Course { id, before, .. }, Self::Course { id: same, after, .. }) if id == same => {
                Some(Self::Course { id: *id, before: before.clone(), after: after.clone() })
            }
            (Self::Trackable { key, before, .. }, Self::Trackable { key: same, after, .. }) if key == same => {
                Some(Self::Trackable { key: key.clone(), before: before.clone(), after: after.clone() })
            }
            (Self::Pantry { id, before, .. }, Self::Pantry { id: same, after, .. }) if id == same => {
                Some(Self::Pantry { id: *id, before: before.clone(), after: after.clone() })
            }
            (Self::Settings { before, .. }, Self::Settings { after, .. }) => {
                Some(Self::Settings { before: before.clone(), after: after.clone() })
            }
            (Self::Profile { before, .. }, Self::Profile { after, .. }) => {
                Some(Self::Profile { before: before.clone(), after: after.clone() })
            }
            _ => None,
        }
    }

    /// Whether it leads back to where it began.
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Page { before, after, .. } => match (before, after) {
                (Some(before), Some(after)) => before.says_the_same(after),
                (before, after) => before.is_none() && after.is_none(),
            },
            Self::Course { before, after, .. } => before == after,
            Self::Trackable { before, after, .. } => before == after,
            Self::Pantry { before, after, .. } => before == after,
            Self::Settings { before, after } => before == after,
            Self::Profile { before, after } => before == after,
        }
    }

    /// The day it touches, if it touches one.
    pub fn day(&self) -> Option<Day> {
        match self {
            Self::Page { day, .. } => Some(*day),
            _ => None,
        }
    }
}

impl Op {
    /// Puts the value into the diary. Used for every edit and for every replay, so that both mean the same.
    pub fn put(self, diary: &mut Diary) {
        match self {
            Self::PutDay(page) if page.is_blank() => {
                diary.pages.remove(&page.date);
            }
            Self::PutDay(page) => {
                diary.pages.insert(page.date, Arc::new(page));
            }
            Self::DelDay(day) => {
                diary.pages.remove(&day);
            }
            Self::PutCourse(course) => {
                diary.courses.insert(course.id, course);
            }
            Self::DelCourse(id) => {
                diary.courses.remove(&id);
            }
            Self::PutTrackable(trackable) => {
                let key = trackable.key.clone();
                diary.catalogue.put(&key, Some(trackable));
            }
            Self::DelTrackable(key) => diary.catalogue.put(&key, None),
            Self::PutPantry(item) => Arc::make_mut(&mut diary.pantry).put(item),
            Self::DelPantry(id) => Arc::make_mut(&mut diary.pantry).remove(id),
            Self::PutSettings(settings) => diary.settings = settings,
            Self::PutProfile(profile) => diary.profile = profile,
        }
    }
}
