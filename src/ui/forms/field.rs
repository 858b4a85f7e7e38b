//! One input for one trackable, chosen by its kind.

use eframe::egui::{self, Ui, Vec2};

use crate::model::time::ClockTime;
use crate::model::trackable::{Direction, Kind, Trackable};
use crate::model::value::Value;
use crate::ui::theme::space;
use crate::ui::widgets::score_row::ScoreRow;
use crate::ui::widgets::typed_field::{self, TypedField};
use crate::ui::widgets::{Edited, stepper, stool_row, yes_no};

/// Shows the input of a trackable.
pub fn show(ui: &mut Ui, known: &Trackable, value: Option<Value>) -> Edited<Value> {
    let number = value.map(Value::as_number);
    let as_value = |edited: Edited<f64>| edited.map(|answer| answer.and_then(Value::number));
    let label = known.label.as_str();
    let ends = match known.direction {
        Direction::BetterUp => ("worst", "best"),
        Direction::WorseUp | Direction::Neutral => ("none", "worst"),
    };
    match &known.kind {
        Kind::Score => as_value(ScoreRow::new(label, 0..=10, number).ends(ends.0, ends.1).show(ui)),
        Kind::Grade => as_value(ScoreRow::new(label, 0..=4, number).ends(ends.0, ends.1).show(ui)),
        Kind::StoolForm => as_value(stool_row::show(ui, label, number)),
        Kind::Count { .. } => as_value(stepper::show(ui, known, number, 1.0)),
        Kind::Amount { step, .. } => as_value(stepper::show(ui, known, number, *step)),
        Kind::YesNo => {
            let yes = match value {
                Some(Value::YesNo(yes)) => Some(yes),
                _ => None,
            };
            yes_no::show(ui, label, yes).map(|answer| answer.map(Value::YesNo))
        }
        Kind::Duration => typed(ui, known, value.map(|value| hours(value.as_number())), "h:mm"),
        Kind::Clock => typed(ui, known, value.map(|value| value.to_string()), "hh:mm"),
    }
}

fn typed(ui: &mut Ui, known: &Trackable, shown: Option<String>, hint: &str) -> Edited<Value> {
    let (mut edited, mut refused) = (None, None);
    ui.horizontal(|ui| {
        let room = (ui.available_width() - 80.0).max(60.0);
        ui.allocate_ui_with_layout(
            Vec2::new(room, space::CELL),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(room);
                ui.label(known.label.as_str());
            },
        );
        let read = |text: &str| {
            let loose = ClockTime::parse(text).ok().filter(|_| text.len() > 2 && !text.contains(['.', ',']));
            let text = match (&known.kind, loose) {
                (Kind::Duration, Some(time)) => format!("{}:{:02}", time.hour(), time.minute()),
                _ => text.to_owned(),
            };
            known.read(&text).map_err(|error| error.expected)
        };
        let shown = shown.unwrap_or_default();
        edited = TypedField { label: known.label.as_str(), shown, width: 72.0, hint, read: &read }.show_quietly(ui);
        refused = typed_field::refusal(ui, known.label.as_str());
    });
    typed_field::refusal_ui(ui, refused);
    edited
}

/// Hours as a clock shows them: 7.5 is "7:30".
pub(super) fn hours(number: f64) -> String {
    let minutes = (number * 60.0).round();
    format!("{}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
}
