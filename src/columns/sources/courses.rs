//! Courses: two columns a kind, for the days in one and the days after. They need no answer: every day is in a course or it is
//! not.

use crate::columns::contents::Contents;
use crate::columns::spec::{ColumnSpec, Origin, Role};
use crate::columns::window::SourceColumn;
use crate::model::course::{CourseKind, Phase};

/// The columns of the kinds of courses that a diary has.
pub(in crate::columns) fn columns(contents: &Contents) -> Vec<SourceColumn> {
    contents.course_kinds.iter().flat_map(|kind| of_kind(*kind)).collect()
}

fn of_kind(kind: CourseKind) -> [SourceColumn; 2] {
    let column = |key: String, label: String, role: Role, phase: Phase| {
        let spec = ColumnSpec::new(key, label, role, Origin::Courses);
        SourceColumn::new(spec, move |window| Some(f64::from(u8::from(window.day.is_in(kind, phase)))))
    };
    let (key, label) = (kind.key(), kind.label());
    [
        column(key.to_owned(), label.to_owned(), Role::Factor, Phase::During),
        column(format!("{key}_after"), format!("{label} (days after)"), Role::Context, Phase::After),
    ]
}
