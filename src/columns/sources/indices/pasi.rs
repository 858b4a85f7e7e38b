//! PASI, 0 to 72: 0.1, 0.2, 0.3 and 0.4 for head, arms, trunk and legs, each times redness, thickness and scale (0 to 4 each), times
//! the band of the covered share (Fredriksson and Pettersson 1978, doi:10.1159/000250839).

use super::IndexSpec;
use super::signs::sum_of_part;
use super::skin_bands::by_parts;
use crate::columns::spec::{Role, Scale};
use crate::model::body_system::BodySystem;
use crate::model::region::BodyPart;
use crate::model::score_sheet::ScoreSheet;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: "pasi",
    label: "PASI (0 to 72)",
    scale: Scale::Points,
    role: Role::Outcome,
    body_system: Some(BodySystem::Skin),
    cell: |window| by_parts(window.day, &WEIGHTS, |part| sum_of_part(window.day, ScoreSheet::Pasi, part)),
    ..IndexSpec::PLAIN
};

pub(super) const WEIGHTS: [(BodyPart, f64); 4] =
    [(BodyPart::Head, 0.1), (BodyPart::Arms, 0.2), (BodyPart::Trunk, 0.3), (BodyPart::Legs, 0.4)];
