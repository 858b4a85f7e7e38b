//! What the rules will say of a course that is being entered, before it is kept.

use std::time::Instant;

use crate::edit::{Command, Session};
use crate::evidence::safety::{self, Flag};
use crate::model::course::Course;
use crate::model::record::RecordKey;
use crate::workspace::Workspace;

/// What is said of a course, and of which one, so that it is worked out only when something has changed.
#[derive(Debug, Clone, Default)]
pub(super) struct SaidBeforehand {
    of: Option<(Course, u64)>,
    flags: Vec<Flag>,
}

impl SaidBeforehand {
    /// What the rules say of a course as if it were kept. One that starts later is read as if it ran.
    pub(super) fn flags(&mut self, course: &Course, exists: bool, workspace: &Workspace) -> &[Flag] {
        let now = (course.clone(), workspace.revision());
        if self.of.as_ref() != Some(&now) {
            self.flags = said(course, exists, workspace).unwrap_or_default();
            self.of = Some(now);
        }
        &self.flags
    }
}

fn said(course: &Course, exists: bool, workspace: &Workspace) -> Option<Vec<Flag>> {
    let today = workspace.today();
    let course = Course { start: course.start.min(today), ..course.clone() };
    let mut session = Session::new((**workspace.diary()).clone());
    session.pretend_today(today);
    let id = course.id;
    let command = if exists { Command::AmendCourse { course } } else { Command::AddCourse { course } };
    let edited = session.submit(command, Instant::now()).ok()?;
    let created = edited.created().into_iter().find_map(|key| match key {
        RecordKey::Course(id) => Some(id),
        _ => None,
    });
    let id = created.unwrap_or(id);
    let flags = safety::flags(session.diary(), &workspace.table(), today);
    Some(flags.into_iter().filter(|flag| flag.courses.contains(&id)).collect())
}
