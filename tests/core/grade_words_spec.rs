//! How often a grade is chance, as the screen says it, is what was measured.

use std::fs;
use std::path::Path;

use gutskin::analysis::insights::Grade;
use gutskin::analysis::insights::words;

/// Pairs over a year of looks, planted ones and those that are chance: of those whose best grade it was, and of those that had it
/// at a look.
fn measured(grade: Grade) -> [(f64, f64); 2] {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/error_rates/grades.tsv");
    let text = fs::read_to_string(file).unwrap();
    let line = text.lines().map(|line| line.split('\t').collect::<Vec<_>>()).find(|line| line[0] == grade.key());
    let counts: Vec<f64> =
        line.expect("every grade was measured")[1..].iter().map(|cell| cell.parse().unwrap()).collect();
    [(counts[0], counts[1]), (counts[2], counts[3])]
}

#[test]
fn one_in_so_many_is_what_was_measured() {
    let [ever, _] = measured(Grade::Replicated);
    let [_, shown] = measured(Grade::Clear);
    for (grade, (planted, chance)) in [(Grade::Replicated, ever), (Grade::Clear, shown)] {
        let said = f64::from(grade.one_of_so_many_is_chance().unwrap());
        let found = (planted + chance) / chance;
        assert!((said / found - 1.0).abs() < 0.1, "{}: 1 in {said} is said, 1 in {found:.1} was found", grade.key());
        assert!(words::grade(grade).contains(&format!("about 1 in {said} patterns")));
    }
}

#[test]
fn what_stays_possible_is_more_likely_chance_than_not() {
    let [(planted, chance), _] = measured(Grade::Possible);
    assert!(chance > planted, "{chance} of {}", planted + chance);
    assert!(words::grade(Grade::Possible).contains("more than half"));
}
