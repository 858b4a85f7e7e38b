//! Which factors stand out beside others: the adjustment by a set of other factors, and the challenge by every rival.
//!
//! That a pair must survive every factor that could stand behind it is the idea of the PC algorithm (Runge et al. 2019,
//! doi:10.1126/sciadv.aau4996), at a price that a diary can pay.

use super::outcome::{ConditioningSet, Outcome, Term, Tested};

/// A factor is a rival below this p, and there are at most so many.
const RIVAL_P: f64 = 0.05;
const MOST_RIVALS: usize = 12;
/// Windows of a rival that a factor must stand beside.
const RIVAL_WINDOWS: usize = 2;
/// A rival joins the adjustment set up to this p, and the set has at most so many.
const ADJUST_P: f64 = 0.001;
const MOST_ADJUSTED: usize = 8;
/// Limits of the challenge.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Adjusted p up to which a pair is challenged.
    pub test_p: f64,
    /// Largest p it may have beside any rival.
    pub challenge_p: f64,
}

impl Limits {
    /// For an open search.
    pub const OPEN: Self = Self { test_p: 0.02, challenge_p: 0.01 };
    /// For a few suspects named beforehand.
    pub const SUSPECTS: Self = Self { test_p: 0.06, challenge_p: 0.06 };
}

/// What became of a pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// p of the factor alone.
    pub marginal: f64,
    /// t of every window of the factor alone.
    pub t_marginal: Vec<f64>,
    /// p given the adjustment set.
    pub adjusted: f64,
    /// p that goes into the family: the adjusted one, or 1 if the pair failed or was not challenged.
    pub challenged: f64,
    /// The other factor beside which the pair no longer stands out, if there is one.
    pub rival: Option<usize>,
}

impl Outcome {
    /// Tests every factor alone, adjusted, and beside every rival. `go_on` is asked between factors; `None` if it says no.
    pub fn screen(&self, limits: Limits, go_on: &dyn Fn() -> bool) -> Option<Vec<Verdict>> {
        let count = self.factors();
        let tested_marginal: Vec<Tested> = (0..count).map(|factor| self.pair(factor, &[])).collect();
        let marginal: Vec<f64> = tested_marginal.iter().map(|tested| tested.p).collect();
        let rivals = rivals(&marginal);
        let set = self.adjustment_set(&rivals);
        let whole = self.conditioning_set(&set);
        let adjusted: Vec<f64> = (0..count)
            .map(|factor| {
                if set.is_empty() {
                    return marginal[factor];
                }
                if set.iter().all(|(other, _)| *other != factor) {
                    return self.pair_conditional(factor, &whole).p;
                }
                let others: Vec<Term> = set.iter().copied().filter(|(other, _)| *other != factor).collect();
                self.pair(factor, &others).p
            })
            .collect();
        let tested: Vec<usize> = (0..count).filter(|factor| adjusted[*factor] <= limits.test_p).collect();
        let mut all: Vec<usize> = rivals;
        all.extend(tested.iter().filter(|factor| !all.contains(factor)).copied().collect::<Vec<_>>());
        let conditional: Vec<(usize, ConditioningSet)> = if tested.is_empty() {
            Vec::new()
        } else {
            all.into_iter().map(|rival| (rival, self.given_rival(rival))).collect()
        };
        (0..count)
            .map(|factor| {
                if !go_on() {
                    return None;
                }
                let (marginal, adjusted) = (marginal[factor], adjusted[factor]);
                let t_marginal = tested_marginal[factor].t.clone();
                if !tested.contains(&factor) {
                    let rival = if marginal <= ADJUST_P { self.shadow(factor, &set, limits) } else { None };
                    return Some(Verdict { marginal, t_marginal, adjusted, challenged: 1.0, rival });
                }
                let (mut worst, mut rival) = (adjusted, None);
                for (other, conditioning_set) in conditional.iter().filter(|(other, _)| *other != factor) {
                    let p = self.pair_conditional(factor, conditioning_set).p;
                    if p > worst {
                        (worst, rival) = (p, Some(*other));
                    }
                }
                Some(if worst <= limits.challenge_p {
                    Verdict { marginal, t_marginal, adjusted, challenged: adjusted, rival: None }
                } else {
                    Verdict { marginal, t_marginal, adjusted, challenged: 1.0, rival }
                })
            })
            .collect()
    }

    /// The member of the adjustment set that leaves least of a factor which stands out alone.
    fn shadow(&self, factor: usize, set: &[Term], limits: Limits) -> Option<usize> {
        let others = set.iter().filter(|(other, _)| *other != factor);
        let conditional = others.map(|term| (self.pair(factor, &[*term]).p, term.0));
        let worst = conditional.max_by(|a, b| a.0.total_cmp(&b.0))?;
        (worst.0 > limits.challenge_p).then_some(worst.1)
    }

    /// The two best windows of a rival, the second beside the first.
    fn given_rival(&self, rival: usize) -> ConditioningSet {
        let mut terms: Vec<Term> = Vec::new();
        for _ in 0..RIVAL_WINDOWS {
            let best = self.pair(rival, &terms).best();
            terms.push((rival, best));
        }
        self.conditioning_set(&terms)
    }

    /// Forward: add the rival with the smallest p given the set, while that p is small enough.
    fn adjustment_set(&self, rivals: &[usize]) -> Vec<Term> {
        let mut set: Vec<Term> = Vec::new();
        while set.len() < MOST_ADJUSTED {
            let conditioning_set = self.conditioning_set(&set);
            let mut best: Option<(f64, Term)> = None;
            for factor in rivals.iter().filter(|factor| set.iter().all(|(other, _)| other != *factor)) {
                let tested = self.pair_conditional(*factor, &conditioning_set);
                if best.is_none_or(|(p, _)| tested.p < p) {
                    best = Some((tested.p, (*factor, tested.best())));
                }
            }
            match best {
                Some((p, term)) if p <= ADJUST_P => set.push(term),
                _ => break,
            }
        }
        set
    }
}

/// Factors with a small p alone, smallest first.
fn rivals(marginal: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..marginal.len()).collect();
    order.sort_by(|a, b| marginal[*a].total_cmp(&marginal[*b]));
    order.into_iter().filter(|factor| marginal[*factor] < RIVAL_P).take(MOST_RIVALS).collect()
}
