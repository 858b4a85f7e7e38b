//! Reads a cell of a day table as an answer.

use crate::model::text::excerpt;
use crate::model::time::ClockTime;
use crate::model::trackable::{Aggregate, Kind, Trackable};
use crate::model::value::Value;

/// Reads a cell, and says whether it had to be rounded. The day table holds numbers, so a clock time may be hours with a point,
/// past 24 after midnight; and the mean of a day may lie between the steps of its scale.
pub(super) fn read(trackable: &Trackable, cell: &str) -> Result<(Value, bool), String> {
    let plain = || trackable.read(cell).map(|value| (value, false)).map_err(|error| error.to_string());
    // Whole hours past 24 are the small hours of our own table; 730 is half past seven.
    let past_midnight = |number: f64| cell.len() == 2 && number >= 24.0;
    let number = cell.parse::<f64>().ok().filter(|number| cell.contains('.') || past_midnight(*number));
    let steps = match trackable.kind {
        Kind::Score | Kind::StoolForm => Some(2.0),
        Kind::Grade | Kind::Count { .. } if trackable.aggregate == Aggregate::Mean => Some(1.0),
        _ => None,
    };
    match (&trackable.kind, number, steps) {
        (Kind::Clock, Some(hours), _) if (0.0..48.0).contains(&hours) => {
            let minutes = (hours * 60.0).round().rem_euclid(1440.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 24 and 60")]
            let time = ClockTime::new((minutes / 60.0) as u8, (minutes % 60.0) as u8);
            time.map(|time| (Value::Time(time), false))
                .ok_or_else(|| format!("{}: “{}” is not a time", trackable.label, excerpt(cell)))
        }
        (_, Some(mean), Some(steps)) => {
            let rounded = (mean * steps).round() / steps;
            checked(trackable, cell, rounded).map(|value| (value, rounded != mean))
        }
        // A number of our own table may have more digits than anybody types.
        (Kind::Amount { .. } | Kind::Duration, Some(number), _) => {
            checked(trackable, cell, number).map(|value| (value, false))
        }
        _ => plain(),
    }
}

fn checked(trackable: &Trackable, cell: &str, number: f64) -> Result<Value, String> {
    let value =
        Value::number(number).ok_or_else(|| format!("{}: “{}” does not fit", trackable.label, excerpt(cell)))?;
    trackable.check(value).map(|()| value).map_err(|error| error.to_string())
}
