//! Limits and references as the pages of the authorities print them (the sources stand beside each number in the table).

use super::*;
use crate::model::profile::Sex;

const ADULT: Person = Person { age: Some(35), sex: None, state: State::Usual };

fn amount(intake: Option<Intake>) -> f64 {
    intake.map_or(f64::NAN, |intake| intake.amount)
}

#[test]
fn the_table_reads() {
    let read: Result<Table, _> = ron::from_str(include_str!("../../assets/evidence/upper_limits.ron"));
    assert!(read.is_ok(), "{read:?}");
    assert_eq!((table().upper.len(), table().reference.len(), table().guidance.len()), (16, 10, 6));
}

#[test]
fn the_program_warns_at_the_lower_of_the_two_limits() {
    for (key, limit) in [
        ("vitamin_a_preformed", 3000.0),
        ("vitamin_d", 100.0),
        ("vitamin_e", 300.0),
        ("zinc", 25.0),
        ("selenium", 255.0),
        ("vitamin_b6", 12.0),
        ("nicotinic_acid", 10.0),
        ("iron", 40.0),
        ("iodine", 600.0),
        ("magnesium", 250.0),
        ("vitamin_c", 2000.0),
        ("calcium", 2500.0),
        ("nicotinamide", 900.0),
    ] {
        assert_eq!(amount(upper(key, &ADULT)), limit, "{key}");
    }
    assert_eq!(amount(upper("calcium", &Person { age: Some(60), ..ADULT })), 2000.0, "the US limit from 51 on");
}

#[test]
fn references_follow_age_sex_state_and_authority() {
    use Reference::{Efsa, Us};
    let fibre = |person: &Person, authority| amount(reference("fibre", person, authority));
    let man = Person { age: Some(66), sex: Some(Sex::Male), ..ADULT };
    assert_eq!(fibre(&man, Us), 30.0);
    assert_eq!(fibre(&ADULT, Us), 25.0, "not knowing the sex takes the lower one");
    assert_eq!(fibre(&man, Efsa), 25.0);
    assert_eq!(fibre(&Person { age: Some(16), ..ADULT }, Efsa), 21.0);
    let water = |person: &Person| amount(reference("water", person, Efsa));
    assert_eq!((water(&man), water(&ADULT)), (2500.0, 2000.0));
    let pregnant = Person { sex: Some(Sex::Female), state: State::Pregnant, ..ADULT };
    assert_eq!(water(&pregnant), 2300.0);
    let zinc = Person { sex: Some(Sex::Female), ..ADULT };
    assert_eq!(amount(reference("zinc", &zinc, Efsa)), 9.3);
}

#[test]
fn what_nobody_set_is_none_and_never_zero() {
    assert_eq!(upper("fibre", &ADULT), None);
    assert_eq!(reference("copper", &ADULT, Reference::Efsa), None);
    assert!(upper("vitamin_a_preformed", &Person { age: Some(3), ..ADULT }).is_none_or(|limit| limit.amount > 0.0));
}

#[test]
fn other_marks_depend_on_pregnancy_and_age() {
    let pregnant = Person { sex: Some(Sex::Female), state: State::Pregnant, ..ADULT };
    assert_eq!(guidance("caffeine", &pregnant), Some(200.0));
    assert_eq!(guidance("caffeine", &ADULT), Some(400.0));
    assert_eq!(guidance("alcohol_week", &Person { age: Some(15), ..ADULT }), Some(0.0));
}
