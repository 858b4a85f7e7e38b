//! Whether logging depends on the outcome: shown where somebody writes on bad days, seldom where nobody does.

use gutskin::analysis::logging_habit::{LoggingHabit, TooFew, logging_habit, sentence, too_few};

use super::simulator::{Rng, Setting, simulate};

/// Checks of three outcomes of some diaries of a year; `missing` gives the share of days left out, by the outcome.
fn checks(diaries: u64, missing: impl Fn(f64) -> f64) -> Vec<LoggingHabit> {
    let mut found = Vec::new();
    for seed in 0..diaries {
        let setting = Setting { days: 365, factors: 1, outcomes: 3, empty_share: 1.0 };
        let mut diary = simulate(41_000 + seed, setting);
        let mut chance = Rng::new(seed);
        for column in &mut diary.table.columns[1..] {
            for cell in &mut column.cells {
                *cell = cell.filter(|value| chance.unit() >= missing(*value));
            }
        }
        for key in ["o1", "o2", "o3"] {
            found.push(logging_habit(&diary.table, key, 365).unwrap());
        }
    }
    found
}

#[test]
fn somebody_who_writes_on_bad_days_is_told_so_and_nearly_nobody_else() {
    let shown = |checks: &[LoggingHabit]| checks.iter().filter(|check| check.stands_out()).count();
    let even = checks(20, |_| 0.2);
    assert!(shown(&even) <= 7, "{} of {}", shown(&even), even.len());
    // Bad days always, good days hardly: the days next to unlogged ones are the better ones.
    let habit = checks(20, |value| if value >= 4.0 { 0.0 } else { 0.6 });
    assert!(shown(&habit) >= 15, "{} of {}", shown(&habit), habit.len());
    assert!(habit.iter().filter(|check| check.stands_out()).all(|check| check.difference < 0.0));
    let mean = habit.iter().map(|check| check.difference).sum::<f64>() / habit.len() as f64;
    assert!(mean < 0.0);
}

#[test]
fn too_few_unlogged_days_give_counts_and_no_number() {
    let setting = Setting { days: 60, factors: 1, outcomes: 1, empty_share: 1.0 };
    let mut table = simulate(5, setting).table;
    let cells = &mut table.columns[1].cells;
    for (day, cell) in cells.iter_mut().enumerate() {
        *cell = Some(f64::from(u8::try_from(day % 7).unwrap()));
    }
    cells[30] = None;
    assert_eq!(logging_habit(&table, "o1", 60), Err(TooFew::Days { next_to: 2, others: 57 }));
    assert!(too_few(&TooFew::Days { next_to: 2, others: 57 }, "Itch").contains("15 of each are needed"));
    assert_eq!(logging_habit(&table, "none", 60), Err(TooFew::NoOutcome));
    assert_eq!(logging_habit(&table, "o1", 0), Err(TooFew::Days { next_to: 0, others: 0 }));
}

#[test]
fn the_words_say_what_follows_and_no_more() {
    let table = simulate(5, Setting { days: 60, factors: 1, outcomes: 1, empty_share: 1.0 }).table;
    let check = LoggingHabit { outcome: "o1".to_owned(), difference: -0.5, interval: (-0.9, -0.1), days: (60, 120) };
    let said = sentence(&check, &table.columns[1]);
    assert!(said.contains("0.5 points lower") && said.contains("0.1 to 0.9"), "{said}");
    assert!(said.contains("days with high o1 may be logged more often"), "{said}");
    let said = sentence(&LoggingHabit { interval: (-0.9, 0.1), ..check }, &table.columns[1]);
    assert!(said.starts_with("Nothing shows"), "{said}");
}
