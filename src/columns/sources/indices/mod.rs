//! What is worked out from the answers of a day, or of some days: an index a file, which says what it is and how it is reckoned.

pub(in crate::columns) mod bed_hours;
mod gut_today;
mod items;
pub(in crate::columns) mod parts;
mod pss4;
mod skin_today;
mod stool_count;
mod stool_off;
mod weighted;
mod who5;

use crate::columns::contents::Contents;
use crate::columns::spec::{ColumnSpec, Origin, Role, Scale};
use crate::columns::window::{SourceColumn, Window};
use crate::model::body_system::BodySystem;
use parts::ScorePart;

/// Every index, in the order of the table.
const INDICES: &[IndexSpec] = &[
    stool_count::SPEC,
    stool_off::SPEC,
    bed_hours::SPEC,
    skin_today::SPEC,
    gut_today::SPEC,
    who5::SPEC,
    who5::LOWEST,
    pss4::SPEC,
];

/// What an index is, and how it is reckoned; the fields are those of [`ColumnSpec`].
struct IndexSpec {
    key: &'static str,
    label: &'static str,
    unit: &'static str,
    scale: Scale,
    role: Role,
    body_system: Option<BodySystem>,
    window_days: usize,
    /// The parts of a score of a single day, and how many of them it needs.
    parts: (&'static [ScorePart], usize),
    cell: fn(&Window<'_>) -> Option<f64>,
}

/// The columns of all indices; they are there whatever a diary has.
pub(in crate::columns) fn columns(_: &Contents) -> Vec<SourceColumn> {
    INDICES.iter().map(IndexSpec::column).collect()
}

impl IndexSpec {
    /// What an index is that says nothing else of itself: a number of single days, without a unit, not analysed.
    const PLAIN: Self = Self {
        key: "",
        label: "",
        unit: "",
        scale: Scale::Number,
        role: Role::Context,
        body_system: None,
        window_days: 1,
        parts: (&[], 0),
        cell: |_| None,
    };

    fn column(&self) -> SourceColumn {
        let spec = ColumnSpec {
            unit: self.unit.to_owned(),
            scale: self.scale,
            body_system: self.body_system,
            window_days: self.window_days,
            ..ColumnSpec::new(self.key, self.label, self.role, Origin::Computed)
        };
        SourceColumn::new(spec, self.cell)
    }
}
