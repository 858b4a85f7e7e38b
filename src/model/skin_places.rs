//! What one day says of each place of the skin for one trackable. One rule for area, scores, heat map and the two sides of the body:
//! the finer answer counts in its place, and a place that nobody spoke of is clear only if the day says so of all the rest.

use super::builtin::REST_CLEAR;
use super::day_record::DayRecord;
use super::entry::EntryKind;
use super::region::Region;
use super::trackable::{Direction, Trackable};
use super::value::Value;

/// The worst answer of a day for each place that was answered for, of one trackable.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SkinPlaces {
    answered: Vec<(Region, f64)>,
    rest_is_clear: bool,
}

/// Whether a day says that there are no signs beside the places it speaks of.
pub fn is_rest_clear(page: &DayRecord) -> bool {
    let checks = page.entries.iter().filter(|entry| entry.kind == EntryKind::SkinCheck);
    checks.filter_map(|entry| entry.answers.get(REST_CLEAR)).any(|answer| answer == Value::YesNo(true))
}

impl SkinPlaces {
    /// What a day says for a trackable.
    pub fn on(page: &DayRecord, known: &Trackable) -> Self {
        let mut places = Self { answered: Vec::new(), rest_is_clear: is_rest_clear(page) };
        for entry in page.entries.iter().filter(|entry| entry.kind == known.carried_by) {
            if let (Some(region), Some(value)) = (entry.region, entry.answers.get(known.key.as_str())) {
                places.answer(region, value.as_number(), known.direction);
            }
        }
        places
    }

    /// From answers by place.
    pub fn new(rest_is_clear: bool, answers: impl IntoIterator<Item = (Region, f64)>, direction: Direction) -> Self {
        let mut places = Self { answered: Vec::new(), rest_is_clear };
        answers.into_iter().for_each(|(region, value)| places.answer(region, value, direction));
        places
    }

    /// Of several answers for a place the worst counts.
    fn answer(&mut self, region: Region, value: f64, direction: Direction) {
        match self.answered.iter_mut().find(|(place, _)| *place == region) {
            Some((_, worst)) if direction == Direction::BetterUp => *worst = worst.min(value),
            Some((_, worst)) => *worst = worst.max(value),
            None => self.answered.push((region, value)),
        }
    }

    /// The worst answer for exactly this place.
    pub fn answered(&self, region: Region) -> Option<f64> {
        self.answered.iter().find(|(place, _)| *place == region).map(|(_, value)| *value)
    }

    /// The places that were answered for, each with its worst answer.
    pub fn places(&self) -> impl Iterator<Item = (Region, f64)> + '_ {
        self.answered.iter().copied()
    }

    /// What the day says of a place: its own answer, else that of the place it is part of, else 0 where all the rest is clear,
    /// else nothing.
    pub fn value(&self, region: Region) -> Option<f64> {
        let above = || region.parent().and_then(|parent| self.answered(parent));
        self.answered(region).or_else(above).or(self.rest_is_clear.then_some(0.0))
    }

    /// Whether anything is said of any place.
    pub fn is_silent(&self) -> bool {
        self.answered.is_empty() && !self.rest_is_clear
    }

    /// The finest places among some of which nothing is said.
    pub fn unknown(&self, among: &[Region]) -> Vec<Region> {
        among.iter().copied().filter(|region| self.value(*region).is_none()).collect()
    }

    /// The share of some of the finest places that is covered, in percent of their skin, if the answers are percent of a place:
    /// 100 x sum of share x cover / sum of shares.
    ///
    /// # Errors
    /// The places of which nothing is said.
    pub fn covered_percent(&self, among: &[Region]) -> Result<f64, Vec<Region>> {
        let unknown = self.unknown(among);
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let (mut whole, mut covered) = (0.0, 0.0);
        for region in among {
            let share = region.share_percent();
            whole += share;
            covered += share * self.value(*region).unwrap_or(0.0) / 100.0;
        }
        Ok(if whole > 0.0 { 100.0 * covered / whole } else { 0.0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(rest_is_clear: bool, answers: &[(Region, f64)]) -> SkinPlaces {
        SkinPlaces::new(rest_is_clear, answers.iter().copied(), Direction::WorseUp)
    }

    /// The rule as a table: what is answered, whether the rest is clear, and what holds for the left elbow.
    #[test]
    fn the_finer_answer_counts_then_that_of_the_arm_then_the_clear_rest() {
        let (arm, elbow) = ((Region::LeftArm, 3.0), (Region::LeftElbow, 1.0));
        for (rest, answers, expected) in [
            (false, vec![elbow, arm], Some(1.0)),
            (false, vec![arm], Some(3.0)),
            (true, vec![arm], Some(3.0)),
            (true, vec![(Region::RightElbow, 4.0)], Some(0.0)),
            (true, vec![], Some(0.0)),
            (false, vec![(Region::RightElbow, 4.0)], None),
            (false, vec![], None),
        ] {
            assert_eq!(places(rest, &answers).value(Region::LeftElbow), expected, "{rest} {answers:?}");
        }
    }

    #[test]
    fn of_two_answers_for_a_place_the_worst_counts() {
        let twice = [(Region::Neck, 1.0), (Region::Neck, 3.0)];
        assert_eq!(places(false, &twice).value(Region::Neck), Some(3.0));
        let better = SkinPlaces::new(false, twice, Direction::BetterUp);
        assert_eq!(better.value(Region::Neck), Some(1.0));
    }

    /// Lower back 5.5 of a trunk of 27, 30 % of it: 6.1 %.
    #[test]
    fn what_is_covered_is_weighed_by_the_shares_and_silence_is_named() {
        let trunk = || crate::model::region::BodyPart::Trunk.finest();
        let said = places(true, &[(Region::LowerBack, 30.0)]).covered_percent(trunk()).unwrap();
        assert!((said - 100.0 * 1.65 / 27.0).abs() < 1e-9, "{said}");
        let silent = places(false, &[(Region::Back, 30.0), (Region::Chest, 0.0)]).covered_percent(trunk()).unwrap_err();
        assert!(!silent.contains(&Region::UpperBack) && !silent.contains(&Region::Chest));
        assert!(silent.contains(&Region::Abdomen) && silent.contains(&Region::LeftGroin));
    }
}
