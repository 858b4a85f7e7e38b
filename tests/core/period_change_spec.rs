//! A period against the one before it: a known difference, what is too little, the other way round, and how often a difference is
//! said to stand out where there is none.

use gutskin::analysis::period_change::{PeriodChange, TooLittle, period_before, period_change};
use gutskin::columns::{Column, ColumnSpec, DayTable, Origin, Role, Scale};
use gutskin::model::body_system::BodySystem;
use gutskin::model::time::Day;

use super::simulator::Rng;

fn monday() -> Day {
    Day::from_ymd(2026, 1, 5).unwrap()
}

fn table(cells: Vec<Option<f64>>) -> DayTable {
    let itch = ColumnSpec::new("itch", "Itch", Role::Outcome, Origin::Logged).outcome(BodySystem::Skin);
    let spec = ColumnSpec { scale: Scale::Points, ..itch };
    let days = cells.len();
    DayTable::new(monday(), days, vec![Column { spec, cells }])
}

/// The second half of a table against the first.
fn halves(cells: Vec<Option<f64>>) -> Result<PeriodChange, TooLittle> {
    let days = i32::try_from(cells.len()).unwrap();
    let table = table(cells);
    period_change(&table, &table.columns[0], monday().plus(days / 2), monday().plus(days - 1))
}

/// 2, 3, 2, 3 and so on; `more` from day `at`.
fn by_turns(days: usize, at: usize, more: f64) -> Vec<Option<f64>> {
    (0..days).map(|day| Some(if day % 2 == 0 { 2.0 } else { 3.0 } + if day >= at { more } else { 0.0 })).collect()
}

#[test]
fn the_period_before_has_as_many_days_and_ends_the_day_before() {
    let (first, last) = period_before(monday(), monday().plus(89));
    assert_eq!((first, last), (monday().plus(-90), monday().plus(-1)));
}

#[test]
fn a_known_difference_is_found_and_turns_round_with_the_sign() {
    let worse = halves(by_turns(120, 60, 4.0)).unwrap();
    assert!((worse.difference - 4.0).abs() < 0.05 && worse.stands_out(), "{worse:?}");
    assert!(worse.interval.0 < 4.0 && 4.0 < worse.interval.1, "{worse:?}");
    assert_eq!(worse.answered, (60, 60));
    let mirrored = by_turns(120, 60, 4.0).into_iter().map(|cell| cell.map(|value| 10.0 - value)).collect();
    let better = halves(mirrored).unwrap();
    assert!((better.difference + worse.difference).abs() < 1e-9);
    assert!((better.interval.0 + worse.interval.1).abs() < 1e-9);
}

#[test]
fn a_difference_is_found_where_some_weekday_is_never_logged() {
    for never in 0..7 {
        let mut cells = by_turns(140, 70, 4.0);
        for day in (never..140).step_by(7) {
            cells[day] = None;
        }
        let found = halves(cells).unwrap();
        assert_eq!(found.answered, (60, 60));
        assert!((found.difference - 4.0).abs() < 0.05 && found.stands_out(), "never on weekday {never}: {found:?}");
    }
    // Too few days for a column a weekday, and none on a weekend.
    let cells = by_turns(70, 35, 4.0).into_iter().enumerate().map(|(day, cell)| cell.filter(|_| day % 7 < 5)).collect();
    let found = halves(cells).unwrap();
    assert!((found.difference - 4.0).abs() < 0.1, "{found:?}");
}

#[test]
fn missing_days_are_left_out_and_never_counted_as_zero() {
    let mut cells = by_turns(120, 60, 4.0);
    for day in (0..60).step_by(3) {
        cells[day] = None;
    }
    let found = halves(cells).unwrap();
    assert_eq!(found.answered, (40, 60));
    assert!((found.difference - 4.0).abs() < 0.3, "{found:?}");
}

#[test]
fn fewer_than_fourteen_answered_days_on_a_side_are_counted_and_not_compared() {
    let mut cells = by_turns(60, 30, 4.0);
    for cell in cells.iter_mut().take(17) {
        *cell = None;
    }
    assert_eq!(halves(cells), Err(TooLittle::Days { before: 13, now: 30 }));
    let table = table(by_turns(60, 30, 4.0));
    let none_before = period_change(&table, &table.columns[0], monday(), monday().plus(59));
    assert_eq!(none_before, Err(TooLittle::Days { before: 0, now: 60 }));
}

#[test]
fn an_outcome_that_never_changes_gives_no_interval() {
    assert_eq!(halves(vec![Some(2.0); 120]), Err(TooLittle::NoVariation));
}

/// One number of the standard normal distribution (Box and Muller 1958, doi:10.1214/aoms/1177706645).
fn normal(rng: &mut Rng) -> f64 {
    let (radius, angle) = ((-2.0 * (1.0 - rng.unit()).ln()).sqrt(), std::f64::consts::TAU * rng.unit());
    radius * angle.cos()
}

/// Noise that remembers, rounded to whole points from 0 to 10, with no difference in it.
fn noise(seed: u64, memory: f64) -> Vec<Option<f64>> {
    let mut rng = Rng::new(seed);
    let mut state = 0.0;
    let mut cells = Vec::new();
    for _ in 0..180 {
        state = memory * state + (1.0 - memory * memory).sqrt() * normal(&mut rng);
        cells.push(Some((5.0 + 1.6 * state).round().clamp(0.0, 10.0)));
    }
    cells
}

#[test]
fn where_only_noise_moves_a_difference_stands_out_about_once_in_twenty_times() {
    for memory in [0.0, 0.5] {
        let shown = (0..300).filter(|seed| halves(noise(77_000 + seed, memory)).unwrap().stands_out()).count();
        // 15 of 300 at 5 %, whose standard deviation is 3.8.
        assert!((4..=27).contains(&shown), "{shown} of 300 with memory {memory}");
    }
}
