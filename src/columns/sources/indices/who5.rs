//! WHO-5 well-being, 0 to 100, more is better: the sum of the five answers, 0 to 5 each, times 4 (Topp et al. 2015,
//! doi:10.1159/000376585). Without all five there is no score.

use super::IndexSpec;
use super::items::answers;
use crate::columns::spec::Scale;
use crate::model::questionnaire::Questionnaire::Who5;
use crate::model::trackable::Direction;

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: Who5.score_key(),
    label: "WHO-5 well-being (0 to 100)",
    direction: Direction::BetterUp,
    scale: Scale::Points,
    cell: |window| score(&answers(window.day, Who5)),
    ..IndexSpec::PLAIN
};

/// The lowest of the answers that were given, 0 to 5: any 0 is a reason for support, whatever the sum.
pub(super) const LOWEST: IndexSpec = IndexSpec {
    key: "who5_lowest",
    label: "WHO-5 lowest answer",
    scale: Scale::Points,
    cell: |window| answers(window.day, Who5).into_iter().flatten().reduce(f64::min),
    ..IndexSpec::PLAIN
};

fn score(answers: &[Option<f64>]) -> Option<f64> {
    let answered: Option<Vec<f64>> = answers.iter().copied().collect();
    let answered = answered.filter(|answered| !answered.is_empty())?;
    Some(4.0 * answered.iter().sum::<f64>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(answers: [u8; 5]) -> Option<f64> {
        score(&answers.map(|answer| Some(f64::from(answer))))
    }

    #[test]
    fn the_worked_example_of_the_scale() {
        assert_eq!(of([3, 2, 4, 1, 3]), Some(52.0));
        assert_eq!((of([0; 5]), of([5; 5])), (Some(0.0), Some(100.0)));
    }

    #[test]
    fn one_answer_more_is_four_points_more_whichever_it_is() {
        for place in 0..5 {
            let mut answers = [2; 5];
            answers[place] += 1;
            assert_eq!(of(answers), Some(44.0));
        }
    }

    #[test]
    fn an_answer_that_is_missing_leaves_no_score() {
        for place in 0..5 {
            let mut answers = [Some(3.0); 5];
            answers[place] = None;
            assert_eq!(score(&answers), None);
        }
        assert_eq!(score(&[]), None);
    }
}
