//! EASI from 8 years on, 0 to 72: 0.1, 0.2, 0.3 and 0.4 for head, arms, trunk and legs, each times redness, swelling, scratch marks and
//! thickened lines (0 to 3 each), times the band of the covered share (Hanifin and others 2001,
//! doi:10.1034/j.1600-0625.2001.100102.x).

use super::IndexSpec;
use super::pasi::WEIGHTS;
use super::signs::sum_of_part;
use super::skin_bands::by_parts;
use crate::columns::spec::{Role, Scale};
use crate::model::body_system::BodySystem;
use crate::model::score_sheet::ScoreSheet;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "easi",
    label: "EASI (0 to 72)",
    scale: Scale::Points,
    role: Role::Outcome,
    body_system: Some(BodySystem::Skin),
    cell: |window| by_parts(window.day, &WEIGHTS, |part| sum_of_part(window.day, ScoreSheet::Easi, part)),
    ..IndexSpec::PLAIN
};
