//! What is worked out from the answers of a day, or of some days: an index a file, which says what it is and how it is reckoned.

pub(in crate::columns) mod bed_hours;
mod calm;
mod comfort;
pub(in crate::columns) mod cover;
mod diet;
mod easi;
mod flora;
pub(in crate::columns) mod gags;
mod gut_today;
pub(in crate::columns) mod ihs4;
mod items;
mod lumps_today;
pub(in crate::columns) mod parts;
mod pasi;
mod pss4;
mod rest;
mod scorad;
mod shared;
mod signs;
mod skin;
pub(in crate::columns) mod skin_bands;
mod skin_today;
mod stool_count;
mod stool_forms;
mod stool_off;
mod vit_a_preformed;
mod water_total;
mod weighted;
mod who5;

use crate::columns::contents::Contents;
use crate::columns::formula::Formula;
use crate::columns::known_part::KnownPart;
use crate::columns::spec::{ColumnSpec, Origin, Role, Scale};
use crate::columns::window::{SourceColumn, Window};
use crate::model::body_system::BodySystem;
use crate::model::trackable::Direction;
use parts::ScorePart;

/// Every index that is worked out from the answers of days, in the order of the table.
const INDICES: &[IndexSpec] = &[
    stool_count::SPEC,
    stool_off::SPEC,
    bed_hours::SPEC,
    skin_today::SPEC,
    gut_today::SPEC,
    stool_forms::WITH_FORM,
    stool_forms::FORM_IN_RANGE,
    water_total::SPEC,
    vit_a_preformed::SPEC,
    who5::SPEC,
    who5::LOWEST,
    pss4::SPEC,
    lumps_today::SPEC,
    scorad::SPEC,
    pasi::SPEC,
    easi::SPEC,
    gags::SPEC,
    ihs4::SPEC,
];

/// Every index that is worked out from other columns: the seven of the axis map, in the order of the table.
pub(in crate::columns) const FORMULAS: &[Formula] =
    &[diet::FORMULA, flora::FORMULA, comfort::FORMULA, calm::FORMULA, cover::FORMULA, rest::FORMULA, skin::FORMULA];

/// What an index is, and how it is reckoned; the fields are those of [`ColumnSpec`].
struct IndexSpec {
    key: &'static str,
    label: &'static str,
    unit: &'static str,
    scale: Scale,
    direction: Direction,
    role: Role,
    body_system: Option<BodySystem>,
    window_days: usize,
    /// The parts of a score of a single day, and how many of them it needs.
    parts: (&'static [ScorePart], usize),
    cell: fn(&Window<'_>) -> Option<f64>,
    known_part: fn(&Window<'_>) -> Option<KnownPart>,
}

/// The columns of all indices; they are there whatever a diary has.
pub(in crate::columns) fn columns(_: &Contents) -> Vec<SourceColumn> {
    INDICES.iter().map(IndexSpec::column).chain(FORMULAS.iter().map(of_formula)).collect()
}

fn of_formula(formula: &Formula) -> SourceColumn {
    let spec = ColumnSpec {
        scale: Scale::Points,
        window_days: formula.window_days,
        ..ColumnSpec::new(formula.key, formula.label, Role::Context, Origin::Computed)
    };
    SourceColumn::of_columns(spec)
}

impl IndexSpec {
    /// What an index is that says nothing else of itself: a number of single days, without a unit, not analysed.
    const PLAIN: Self = Self {
        key: "",
        label: "",
        unit: "",
        scale: Scale::Number,
        direction: Direction::Neutral,
        role: Role::Context,
        body_system: None,
        window_days: 1,
        parts: (&[], 0),
        cell: |_| None,
        known_part: |_| None,
    };

    fn column(&self) -> SourceColumn {
        let spec = ColumnSpec {
            unit: self.unit.to_owned(),
            scale: self.scale,
            direction: self.direction,
            body_system: self.body_system,
            window_days: self.window_days,
            ..ColumnSpec::new(self.key, self.label, self.role, Origin::Computed)
        };
        SourceColumn::new(spec, self.cell).with_known_part(self.known_part)
    }
}
