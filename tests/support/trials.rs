//! Trials to begin from: one of ten weeks, diaries in which it starts today or ended yesterday.

use gutskin::edit::Command;
use gutskin::model::diary::Diary;
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use gutskin::model::trackable::Direction;
use gutskin::model::trial::{Lot, Trial, TrialDesign, TrialFactor, TrialId};
use gutskin::model::value::Value;
use gutskin::rng::Rng;

use super::commands::{answer, carry_out, today};

pub fn name(words: &str) -> Name {
    Name::new(words).unwrap()
}

/// Ten periods of seven days, the first two of each left out: 70 days.
pub const TEN_WEEKS: TrialDesign = TrialDesign {
    lot: Lot::Balanced { most_alike: 2 },
    periods: 10,
    days_per_period: 7,
    washout_days: 2,
    carry_over: false,
    looks: false,
};

/// A trial of dairy on redness, with an order that its lot can draw, off first.
pub fn trial(start: Day) -> Trial {
    Trial {
        id: TrialId::NEW,
        drawn: start,
        start,
        factor: TrialFactor {
            name: name("dairy"),
            on: name("milk with two meals"),
            off: name("no dairy"),
            subject: None,
        },
        outcome: "redness".to_owned(),
        direction: Direction::WorseUp,
        smallest_change: 1.0,
        watched: vec!["itch".to_owned()],

        covariates: Vec::new(),
        design: TEN_WEEKS,
        seed: 7,
        order: "ABBABAABAB".to_owned(),
        sides: None,
        kept: [].into(),
        looked: Vec::new(),
        ended: None,
        order_seen: None,
        resumed: None,
    }
}

pub fn start(trial: Trial) -> Command {
    Command::StartTrial { trial: Box::new(trial) }
}

/// A diary in which a trial starts today.
pub fn started() -> Diary {
    let mut diary = Diary::default();
    carry_out(&mut diary, start(trial(today()))).unwrap();
    diary
}

pub fn only(diary: &Diary) -> &Trial {
    let mut all = diary.trials();
    let first = all.next().unwrap();
    assert!(all.next().is_none());
    first
}

pub fn refused(diary: &Diary, command: Command) -> String {
    carry_out(&mut diary.clone(), command).unwrap_err().to_string()
}

/// A diary with a trial that ended yesterday: redness is drawn around 2, `effect` higher on.
pub fn over(effect: f64) -> Diary {
    let mut diary = Diary::default();
    let trial = trial(today().plus(-70));
    let mut rng = Rng::new(3, 1);
    for day in 0..70 {
        let day = trial.start.plus(day);
        let on = f64::from(u8::from(trial.is_on(day).unwrap()));
        let value = (2.0 + 0.4 * rng.gauss() + effect * on).round().clamp(0.0, 4.0);
        carry_out(&mut diary, answer(day, "redness", Value::Number(value))).unwrap();
    }
    carry_out(&mut diary, Command::BringTrial { trial: Box::new(trial), course: None }).unwrap();
    diary
}
