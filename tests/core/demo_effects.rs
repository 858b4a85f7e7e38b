//! What was planted in the sample diary is found again, and what is not found has a reason that is known.

use gutskin::model::course::CourseKind;
use gutskin::sample::{self, STEPS};

use super::demo::{holds, of_seed, others, planted, step_found, why_not};

/// Planted, and not found by the search over all days: a course is switched on and off once, and goes along with whatever else
/// changed in those weeks. The comparison of the days before and after is for these.
const NOT_FOUND: &[(CourseKind, &str)] = &[(CourseKind::Topical, "redness"), (CourseKind::Antibiotic, "stool")];

#[test]
fn every_planted_effect_is_found_at_its_days_in_its_size_or_has_its_reason() {
    let (diary, table, insights) = of_seed(sample::SEED);
    for line in planted(&table, &insights) {
        let name = format!("{} on {}", line.effect.factor, line.effect.outcome);
        let finding = line.found.as_ref().unwrap_or_else(|why| panic!("{name} is not found: {why}"));
        let (claim, days) = (&finding.claim, line.days());
        assert!(line.is_near(finding), "{name}: planted on days {days:?}, found on {} to {}", claim.lag, claim.lag_end);
        assert_eq!(claim.effect > 0.0, line.size(days) > 0.0, "{name}: the wrong direction");
        let size = line.size((claim.lag, claim.lag_end));
        assert!(holds(claim.interval, size), "{name}: {size} lies outside {:?}", claim.interval);
    }
    for step in STEPS {
        assert!(NOT_FOUND.contains(&(step.course, step.outcome)), "{step:?} has no reason");
        let why = why_not(&table, &insights, step.course.key(), step.outcome);
        assert!(why.contains("2 times; 7 are needed, or compare before and after"), "{why}");
        let (_, interval) = step_found(&diary, &table, step).unwrap();
        assert!(holds(interval, step.size), "{step:?} lies outside {interval:?}");
    }
}

#[test]
fn every_other_finding_of_the_sample_is_a_planted_effect_seen_through_another_outcome() {
    let (_, _, insights) = of_seed(sample::SEED);
    for (finding, through) in others(&insights) {
        assert!(through.is_some(), "{} on {} is chance", finding.factor, finding.outcome);
    }
}
