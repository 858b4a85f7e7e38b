//! One input for one trackable, chosen by its kind.

use eframe::egui::{self, Ui, Vec2};

use crate::foods::measures::read_millilitres;
use crate::model::locale::{Locale, VolumeUnit};
use crate::model::time::ClockTime;
use crate::model::trackable::{Aggregate, Direction, Kind, Trackable, hours_and_minutes};
use crate::model::value::Value;
use crate::ui::drafts::Drafts;
use crate::ui::theme::space;
use crate::ui::widgets::score_row::ScoreRow;
use crate::ui::widgets::typed_field::{self, Typed, TypedField};
use crate::ui::widgets::{Edited, cover_row, focus, stepper, stool_row, yes_no};
use crate::words::{marked, rounded};

/// What happened to an input: what was pressed, and, where it can be typed into, what happened to its field.
#[derive(Clone, Copy)]
pub struct Input {
    /// What was pressed.
    pub edited: Edited<Value>,
    /// What happened to the field.
    pub typed: Option<Typed>,
}

/// Shows the input of a trackable of the diary, with a quiet trace of the answer of the day `before`.
pub fn field_ui(
    ui: &mut Ui,
    drafts: &mut Drafts,
    known: &Trackable,
    value: Option<Value>,
    before: Option<Value>,
) -> Input {
    let number = value.map(Value::as_number);
    let pressed = |edited: Edited<Value>| Input { edited, typed: None };
    let as_value = |edited: Edited<f64>| edited.map(|answer| answer.and_then(Value::number));
    let label = known.label.as_str();
    let (shown, trace) = (shown(known, value), self::shown(known, before));
    let before_number = before.map(Value::as_number);
    let ends = match known.direction {
        Direction::BetterUp => ("worst", "best"),
        Direction::WorseUp | Direction::Neutral => ("none", "worst"),
    };
    let mut stepped = |ui: &mut Ui, step: f64| {
        let (edited, typed) =
            stepper::stepper_ui(ui, drafts, known, (number, &shown, &trace), (unit_shown(known), step));
        focus::row(ui.ctx(), typed.id);
        Input { edited: as_value(edited), typed: Some(typed) }
    };
    match &known.kind {
        Kind::Score => {
            let row = ScoreRow::new(label, 0..=10, number).ends(ends.0, ends.1).before(before_number);
            pressed(as_value(row.ui(ui)))
        }
        Kind::Grade => {
            let row = ScoreRow::new(label, 0..=4, number).ends(ends.0, ends.1).before(before_number);
            pressed(as_value(row.on_one_line().ui(ui)))
        }
        Kind::Level { most } => {
            let most = u8::try_from(*most).unwrap_or(u8::MAX);
            let row = ScoreRow::new(label, 0..=most, number).ends(ends.0, ends.1).before(before_number);
            pressed(as_value(row.on_one_line().ui(ui)))
        }
        Kind::Amount { .. } if known.aggregate == Aggregate::Area => {
            pressed(as_value(cover_row::cover_row_ui(ui, label, number, before_number)))
        }
        Kind::StoolForm => pressed(as_value(stool_row::stool_row_ui(ui, label, number))),
        Kind::Count { .. } => stepped(ui, 1.0),
        Kind::Amount { step, .. } => {
            stepped(ui, poured_in(known).map_or(*step, |unit| unit.step() * unit.millilitres()))
        }
        Kind::YesNo => {
            let yes = |value| match value {
                Some(Value::YesNo(yes)) => Some(yes),
                _ => None,
            };
            let edited = yes_no::after_yesterday_ui(ui, label, yes(value), yes(before));
            pressed(edited.map(|answer| answer.map(Value::YesNo)))
        }
        Kind::Duration => Input { edited: None, typed: Some(typed_ui(ui, drafts, known, &shown, or(&trace, "h:mm"))) },
        Kind::Clock => Input { edited: None, typed: Some(typed_ui(ui, drafts, known, &shown, or(&trace, "hh:mm"))) },
    }
}

/// Shows the input of a value that is not in the diary: what was typed counts on leaving the field.
pub fn edited(ui: &mut Ui, drafts: &mut Drafts, known: &Trackable, value: Option<Value>) -> Edited<Value> {
    let Input { edited, typed } = field_ui(ui, drafts, known, value, None);
    let typed = typed.filter(|typed| typed.left).and_then(|typed| {
        let shown = shown(known, value);
        typed.read(drafts, (known.label.as_str(), &shown), &|text| read_value(known, text))
    });
    edited.or(typed)
}

fn typed_ui(ui: &mut Ui, drafts: &mut Drafts, known: &Trackable, shown: &str, hint: &str) -> Typed {
    let row = ui.horizontal(|ui| {
        let room = (ui.available_width() - 80.0).max(60.0);
        ui.allocate_ui_with_layout(
            Vec2::new(room, space::CELL),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(room);
                ui.label(known.label.as_str());
            },
        );
        TypedField { label: known.label.as_str(), shown, width: 72.0, hint }.quietly_ui(ui, drafts)
    });
    let typed = row.inner;
    focus::row(ui.ctx(), typed.id);
    typed_field::refusal_ui(ui, drafts, typed.id);
    typed
}

/// What was answered the day before, else what to write.
fn or<'a>(trace: &'a str, hint: &'a str) -> &'a str {
    if trace.is_empty() { hint } else { trace }
}

/// What is typed into a field, as an answer; nothing is missing.
///
/// # Errors
/// What would fit.
pub fn read(known: &Trackable, text: &str) -> Result<Option<Value>, String> {
    if text.trim().is_empty() { Ok(None) } else { read_value(known, text.trim()).map(Some) }
}

fn read_value(known: &Trackable, text: &str) -> Result<Value, String> {
    let loose = ClockTime::parse(text).ok().filter(|_| text.len() > 2 && !text.contains(['.', ',']));
    let text = match (&known.kind, loose) {
        (Kind::Duration, Some(time)) => format!("{}:{:02}", time.hour(), time.minute()),
        _ => text.to_owned(),
    };
    if poured_in(known).is_some() {
        // To a tenth: an ounce comes back as the ounce it was.
        let millilitres = (read_millilitres(&text)? * 10.0).round() / 10.0;
        return known.read(&millilitres.to_string()).map_err(|error| error.expected);
    }
    known.read(&text).map_err(|error| error.expected)
}

/// The unit that an amount kept in millilitres is shown and typed in here; `None` where it is what it is kept in.
fn poured_in(known: &Trackable) -> Option<VolumeUnit> {
    let unit = Locale::current().volume;
    (known.kind.unit() == VolumeUnit::Millilitre.label() && unit != VolumeUnit::Millilitre).then_some(unit)
}

/// The unit behind the name of a field.
fn unit_shown(known: &Trackable) -> &str {
    match poured_in(known) {
        Some(unit) => unit.label(),
        None => known.kind.unit(),
    }
}

/// What a field that is typed into shows.
fn shown(known: &Trackable, value: Option<Value>) -> String {
    match (&known.kind, value) {
        (_, None) => String::new(),
        (Kind::Duration, Some(value)) => hours_and_minutes(value.as_number()),
        (Kind::Clock, Some(value)) => value.to_string(),
        (_, Some(value)) => match poured_in(known) {
            Some(unit) => rounded(value.as_number() / unit.millilitres(), -1),
            None => marked(&value.as_number().to_string()),
        },
    }
}
