//! What was planted in the sample diary is found again, and what is not found has a reason that is known.

use gutskin::model::course::CourseKind;
use gutskin::sample::{self, STEPS};

use super::demo::{holds, of_seed, others, planted, step_found, why_not};

/// Planted, and not found by the search over all days: a course is switched on and off once, and goes along with whatever else
/// changed in those weeks. The comparison of the days before and after is for these.
const NOT_FOUND: &[(CourseKind, &str)] = &[(CourseKind::Topical, "redness"), (CourseKind::Antibiotic, "stool")];

/// Found, and nothing but chance, as one finding of twenty may be: nothing like it was planted.
const BY_CHANCE: &[(&str, &str)] = &[("food_protein_g", "urgency")];

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
fn every_other_finding_of_the_sample_is_a_planted_effect_seen_through_another_outcome_or_known_to_be_chance() {
    let (_, _, insights) = of_seed(sample::SEED);
    let others = others(&insights);
    for (finding, through) in &others {
        let is_known = BY_CHANCE.contains(&(finding.factor.as_str(), finding.outcome.as_str()));
        assert_eq!(through.is_none(), is_known, "{} on {}", finding.factor, finding.outcome);
    }
    // The search lets one finding of twenty be chance.
    assert!(BY_CHANCE.len() * 20 <= insights.findings.len().max(20), "{} findings", insights.findings.len());
}
