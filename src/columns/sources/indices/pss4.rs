//! PSS-4 perceived stress, 0 to 16, more is worse: the sum of the four answers, 0 to 4 each, where those to the second and third
//! question, which ask for something good, count 4 less the answer (Cohen, Kamarck & Mermelstein 1983, doi:10.2307/2136404).
//! Without all four there is no score.

use super::IndexSpec;
use super::items::answers;
use crate::columns::spec::Scale;
use crate::model::questionnaire::Questionnaire::Pss4;
use crate::model::trackable::Direction;

/// Which questions count the other way round.
const IS_REVERSED: [bool; 4] = [false, true, true, false];

pub(super) const SPEC: IndexSpec = IndexSpec {
    key: Pss4.score_key(),
    label: "PSS-4 perceived stress (0 to 16)",
    direction: Direction::WorseUp,
    scale: Scale::Points,
    cell: |window| score(&answers(window.day, Pss4)),
    ..IndexSpec::PLAIN
};

fn score(answers: &[Option<f64>]) -> Option<f64> {
    if answers.len() != IS_REVERSED.len() {
        return None;
    }
    let points = |(answer, is_reversed): (&Option<f64>, bool)| {
        answer.map(|answer| if is_reversed { 4.0 - answer } else { answer })
    };
    answers.iter().zip(IS_REVERSED).map(points).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(answers: [u8; 4]) -> Option<f64> {
        score(&answers.map(|answer| Some(f64::from(answer))))
    }

    #[test]
    fn the_worked_example_of_the_scale() {
        // 3 + (4 - 1) + (4 - 2) + 4
        assert_eq!(of([3, 1, 2, 4]), Some(12.0));
        assert_eq!((of([0, 4, 4, 0]), of([4, 0, 0, 4])), (Some(0.0), Some(16.0)));
    }

    #[test]
    fn good_answers_lower_it_and_bad_ones_raise_it_by_a_point() {
        for (place, change) in [1.0, -1.0, -1.0, 1.0].into_iter().enumerate() {
            let mut answers = [2; 4];
            answers[place] += 1;
            assert_eq!(of(answers), Some(8.0 + change));
        }
    }

    #[test]
    fn an_answer_that_is_missing_leaves_no_score() {
        for place in 0..4 {
            let mut answers = [Some(2.0); 4];
            answers[place] = None;
            assert_eq!(score(&answers), None);
        }
        assert_eq!(score(&[]), None);
    }
}
