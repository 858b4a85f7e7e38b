//! How far the day's mean stool form lies from 4, the middle of the scale, whichever way.

use super::IndexSpec;
use crate::columns::spec::Role;
use crate::model::body_system::BodySystem;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "stool_off",
    label: "Stool form away from 4",
    role: Role::Outcome,
    body_system: Some(BodySystem::Gut),
    cell: |window| window.day.answer("stool").map(|form| (form - 4.0).abs()),
    ..IndexSpec::PLAIN
};
