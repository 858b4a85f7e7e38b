//! Stools of a day. Without any the day counts only if somebody said that there was none.

use super::IndexSpec;
use crate::columns::spec::Role;
use crate::model::body_system::BodySystem;
use crate::model::entry::EntryKind;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "stool_count",
    label: "Stools",
    role: Role::Outcome,
    body_system: Some(BodySystem::Gut),
    cell: |window| {
        let stools = window.day.entries().iter().filter(|entry| entry.kind == EntryKind::Stool).count();
        let is_known = stools > 0 || window.day.answer("no_stool") == Some(1.0);
        is_known.then_some(stools as f64)
    },
    ..IndexSpec::PLAIN
};
