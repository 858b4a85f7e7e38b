//! What people answer: a column a trackable, the warning signs left out.

use super::food_answers::is_answered;
use crate::columns::contents::Contents;
use crate::columns::spec::{ColumnSpec, Origin, Role, Scale};
use crate::columns::window::SourceColumn;
use crate::model::catalogue::Catalogue;
use crate::model::trackable::{self, Aggregate, Kind, Trackable};

/// The columns of all trackables, in catalogue order.
pub(in crate::columns) fn columns(contents: &Contents) -> Vec<SourceColumn> {
    let column = |(place, known): (usize, &Trackable)| {
        let spec = spec(known, contents.has_foods);
        let is_sum_with_foods = spec.origin == Origin::LoggedAndFoods && known.aggregate == Aggregate::Sum;
        let column = SourceColumn::new(spec, move |window| window.day.number(place));
        if is_sum_with_foods { column.with_known_part(move |window| window.day.known_part(place)) } else { column }
    };
    contents.trackables.iter().enumerate().map(column).collect()
}

fn spec(known: &Trackable, with_foods: bool) -> ColumnSpec {
    let mixed = with_foods && is_answered(known.key.as_str());
    let origin = if mixed { Origin::LoggedAndFoods } else { Origin::Logged };
    let context = ColumnSpec { origin, ..as_context(known.key.to_string(), known.label.to_string(), known) };
    if known.role == trackable::Role::Factor {
        ColumnSpec { role: Role::Factor, ..context }
    } else {
        with_role(context, known)
    }
}

/// A column of an outcome as one of its part of the body; any other as it is.
pub(super) fn with_role(column: ColumnSpec, known: &Trackable) -> ColumnSpec {
    match known.role {
        trackable::Role::Outcome => column.outcome(Catalogue::body_system(known)),
        trackable::Role::Factor | trackable::Role::Context | trackable::Role::Warning => column,
    }
}

/// A column of answers of a trackable, or of a part of them, that is not analysed.
pub(super) fn as_context(key: String, label: String, known: &Trackable) -> ColumnSpec {
    let scale = match known.kind {
        Kind::Score | Kind::Grade | Kind::Level { .. } | Kind::StoolForm => Scale::Points,
        _ => Scale::Number,
    };
    let unit = known.kind.unit().to_owned();
    let direction = known.direction;
    ColumnSpec { unit, scale, direction, ..ColumnSpec::new(key, label, Role::Context, Origin::Logged) }
}
