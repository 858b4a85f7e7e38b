//! The line of a trial on top of the forms: what the lot says for the open day, and whether it was kept to. Of the days to come only
//! tomorrow is said, and that in the evening.

use eframe::egui::{Label, RichText, Ui, Vec2};

use crate::analysis::trial::look_words;
use crate::analysis::trial::side_stop::made_worse;
use crate::analysis::trial::side_words;
use crate::analysis::trial::words::standing;
use crate::edit::Command;
use crate::model::region::Region;
use crate::model::time::{ClockTime, Day};
use crate::model::trial::{Adherence, Trial, TrialStage};
use crate::ui::command::{Destination, DialogRequest, UiCommands};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::row_focus::{self, Pressed, Row};
use crate::ui::widgets::{Edited, caption_ui, card, cell};
use crate::workspace::Workspace;

/// The hour from which tomorrow's instruction is said.
const EVENING: u8 = 18;
/// Days for which the forms say that a result is there.
const RESULT_DAYS: i32 = 7;
const WIDE: f32 = 68.0;

/// Shows the line of the trial that the open day belongs to, or of one whose result is new.
pub(super) fn trial_ui(ui: &mut Ui, workspace: &Workspace, day: Day, commands: &mut UiCommands) {
    let today = workspace.today();
    let Some(trial) = workspace.diary().trials().find(|trial| concerns(trial, day, today)) else { return };
    card::plain_ui(ui, |ui| {
        if trial.stage(today) == TrialStage::Over && day == today {
            let words = format!("The trial of {} is over.", trial.factor.name);
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(words).font(strong_font(size::BODY)));
                if ui.link("see the result").clicked() {
                    commands.go(Destination::Trial(trial.id));
                }
            });
        } else {
            instruction_ui(ui, trial, (day, today), commands);
        }
        if day == today
            && let Some(place) = made_worse(trial, &workspace.table(), today)
        {
            worse_ui(ui, trial, place, commands);
        }
        if day == today && trial.due_look(today).is_some() {
            ui.horizontal_wrapped(|ui| {
                ui.label(look_words::DUE);
                if ui.link("to the look").clicked() {
                    commands.go(Destination::Trial(trial.id));
                }
            });
        }
        if day <= today && trial.has(day) {
            let writable = workspace.read_only().is_none();
            let edited = ui.add_enabled_ui(writable, |ui| kept_ui(ui, trial.kept.get(&day).copied())).inner;
            if let Some(kept) = edited {
                commands.edit(Command::AnswerTrial { id: trial.id, day, kept });
            }
        }
        if day == today
            && let Some(words) = tomorrow(trial, today, now(workspace))
        {
            caption_ui(ui, &words);
        }
    });
    ui.add_space(space::ROW);
}

/// What is said where the treated side became worse, with the way to end it.
fn worse_ui(ui: &mut Ui, trial: &Trial, place: Region, commands: &mut UiCommands) {
    let words = RichText::new(side_words::made_worse(place)).color(Palette::of(ui).attention);
    ui.add(Label::new(words).wrap());
    if ui.link("end the trial").clicked() {
        commands.open(DialogRequest::EndTrial(trial.id));
    }
}

/// The hour of the diary day, 24 and more after midnight: the night belongs to the evening before.
fn now(workspace: &Workspace) -> u8 {
    let (hour, ends) = (ClockTime::now().hour(), workspace.diary().settings().day_end.hour());
    if hour < ends { hour + 24 } else { hour }
}

fn concerns(trial: &Trial, day: Day, today: Day) -> bool {
    let is_new = day == today
        && trial.stage(today) == TrialStage::Over
        && (0..=RESULT_DAYS).contains(&today.days_since(trial.end()));
    is_new || trial.has(day) || (day == trial.start.plus(-1) && trial.stage(today) != TrialStage::Over)
}

fn instruction_ui(ui: &mut Ui, trial: &Trial, (day, today): (Day, Day), commands: &mut UiCommands) {
    let words = match trial.instruction(day) {
        Some(_) if day > today => "Trial: tomorrow's instruction is said here this evening.".to_owned(),
        Some(instruction) => format!("Trial, {}: {instruction}", standing_on(trial, day)),
        None => format!("The trial of {} starts tomorrow.", trial.factor.name),
    };
    ui.horizontal_wrapped(|ui| {
        ui.add(Label::new(RichText::new(words).font(strong_font(size::BODY)).color(Palette::of(ui).text)).wrap());
        if ui.link("about it").on_hover_text("Opens the page of this trial").clicked() {
            commands.go(Destination::Trial(trial.id));
        }
    });
}

/// Where a day of a trial stands in it, whatever day it is now.
fn standing_on(trial: &Trial, day: Day) -> String {
    match trial.stage(day) {
        TrialStage::Running { .. } => standing(trial, day),
        _ => format!("day {} of {}", day.days_since(trial.start) + 1, trial.days()),
    }
}

/// Tomorrow's instruction, in the evening of a day before one of the trial.
fn tomorrow(trial: &Trial, today: Day, hour: u8) -> Option<String> {
    let instruction = trial.instruction(today.plus(1)).filter(|_| hour >= EVENING)?;
    Some(format!("Tomorrow: {instruction}"))
}

/// Three cells, one stop for the keyboard; none of them pressed means that nobody answered. Pressing the answer again clears it.
fn kept_ui(ui: &mut Ui, kept: Option<Adherence>) -> Edited<Adherence> {
    const LABEL: &str = "Kept to it?";
    let mut edited = None;
    let row = ui.horizontal_wrapped(|ui| {
        ui.label(LABEL);
        ui.spacing_mut().item_spacing.x = 2.0;
        for answer in Adherence::ALL {
            let word = answer.label();
            let chosen = kept == Some(answer);
            let name = format!("{LABEL} {word}");
            if cell::part_ui(ui, word, &name, chosen, Vec2::new(WIDE, space::CELL)).clicked() {
                edited = Some((!chosen).then_some(answer));
            }
        }
    });
    let at = |place: usize| Adherence::ALL.get(place).copied().map(Some);
    let place = kept.and_then(|kept| Adherence::ALL.iter().position(|answer| *answer == kept));
    let shown = kept.map_or("not answered", Adherence::label);
    let value = place.map(|place| place as f64);
    let row = Row { salt: LABEL, rect: row.response.rect, label: LABEL, value, shown, ends: "", before: None };
    edited.or(match row_focus::row_focus_ui(ui, &row, edited.is_some()).0 {
        Some(Pressed::Letter('y')) => at(0),
        Some(Pressed::Letter('m')) => at(1),
        Some(Pressed::Letter('n')) => at(2),
        Some(Pressed::Step(1)) => at(place.map_or(0, |place| place + 1)),
        Some(Pressed::Step(-1)) => at(place.map_or(0, |place| place.saturating_sub(1))),
        Some(Pressed::Clear) => kept.map(|_| None),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::text::{Name, TextError};
    use crate::model::trackable::Direction;
    use crate::model::trial::{Lot, TrialDesign, TrialFactor, TrialId};

    fn day(number: u32) -> Day {
        Day::from_ymd(2026, 3, number).unwrap_or_else(Day::calendar_today)
    }

    /// Two periods of two days from 2 March, the first off.
    fn trial() -> Result<Trial, TextError> {
        let design = TrialDesign {
            lot: Lot::Pairs,
            periods: 2,
            days_per_period: 2,
            washout_days: 0,
            carry_over: false,
            looks: false,
        };
        let (name, on, off) = (Name::new("dairy")?, Name::new("milk with two meals")?, Name::new("no dairy")?);
        Ok(Trial {
            id: TrialId(1),
            drawn: day(1),
            start: day(2),
            factor: TrialFactor { name, on, off, subject: None },
            outcome: "redness".to_owned(),
            direction: Direction::WorseUp,
            smallest_change: 1.0,
            watched: Vec::new(),

            covariates: Vec::new(),
            design,
            seed: 1,
            order: "AB".to_owned(),
            sides: None,
            kept: BTreeMap::new(),
            looked: Vec::new(),
            ended: None,
            order_seen: None,
            resumed: None,
        })
    }

    #[test]
    fn tomorrow_is_said_in_the_evening_and_not_before() -> Result<(), TextError> {
        let trial = trial()?;
        assert_eq!(tomorrow(&trial, day(3), 17), None);
        assert_eq!(tomorrow(&trial, day(3), 18), Some("Tomorrow: milk with two meals".to_owned()));
        assert_eq!(
            tomorrow(&trial, day(1), 25),
            Some("Tomorrow: no dairy".to_owned()),
            "the night belongs to the evening"
        );
        assert_eq!(tomorrow(&trial, day(5), 20), None, "the last day has no tomorrow");
        Ok(())
    }

    #[test]
    fn the_forms_speak_of_a_trial_from_the_day_before_it_to_a_week_after_it() -> Result<(), TextError> {
        let trial = trial()?;
        let spoken_of = |at: u32| concerns(&trial, day(at), day(at));
        assert_eq!(
            [28, 1].map(|at| concerns(&trial, if at == 28 { day(1).plus(-1) } else { day(at) }, day(1))),
            [false, true]
        );
        assert_eq!([2, 5, 6, 12, 13].map(spoken_of), [true, true, true, true, false]);
        Ok(())
    }
}
