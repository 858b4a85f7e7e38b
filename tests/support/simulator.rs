//! Made-up diaries with known truth, to measure how often the analysis is right.
//!
//! Everything that fools a plain correlation is in them: memory from day to day, partly shared between outcomes; a weekly
//! rhythm; slow drift; factors that follow one another and a habit nobody logs; bad skin that raises stress the next day;
//! rounding and clipping; single missing days and gaps of weeks. Four in ten hold no effect at all.

use gutskin::analysis::engine::{Discovery, Search};
use gutskin::columns::{Column, ColumnIndex, ColumnSpec, DayTable, Origin, Role, Scale};
use gutskin::model::body_system::BodySystem;
use gutskin::model::time::Day;

/// Chance from a seed: `SplitMix64` (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195).
pub struct Rng(u64);

impl Rng {
    /// A stream of its own for every seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0xD1B5_4A32_D192_ED03)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// 0 to just under 1.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / 9_007_199_254_740_992.0
    }

    fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % count as u64).unwrap()
    }

    /// Nearly normal, mean 0 and deviation 1.
    fn gauss(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }
}

/// How diaries are made.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// Days.
    pub days: usize,
    /// Factors.
    pub factors: usize,
    /// Outcomes.
    pub outcomes: usize,
    /// Share of diaries without any effect.
    pub empty_share: f64,
}

/// How closely factors follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(dead_code, reason = "not all who make diaries make every kind")]
pub enum Kinship {
    /// Two in five share a habit, some strongly.
    Usual,
    /// Three in five do hardly anything but follow one habit.
    OneHabit,
    /// Every second factor is the one before it with some noise.
    Twins,
}

/// A planted effect.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Planted {
    /// Place of the factor in the table.
    pub factor: ColumnIndex,
    /// Place of the outcome in the table.
    pub outcome: ColumnIndex,
    /// First lag.
    pub lag: usize,
    /// Days it acts.
    pub width: usize,
    /// Change of the outcome, in its unit, for one unit of the factor, on each of these days.
    pub per_day: f64,
}

/// A made-up diary and its truth.
pub struct Simulated {
    /// Factors first, then outcomes.
    pub table: DayTable,
    /// What was planted.
    pub planted: Vec<Planted>,
}

struct Factor {
    carried: f64,
    habit: f64,
    weekly: f64,
    yes_no: bool,
    reacts: bool,
    state: f64,
}

struct Outcome {
    carried: f64,
    shared: f64,
    weekly: f64,
    drift: (f64, f64, f64),
    state: f64,
}

/// Days lived before the diary begins.
const BEFORE: usize = 30;
/// Points of an outcome for one deviation of its noise.
const POINTS: f64 = 1.6;

/// Makes one diary.
pub fn simulate(seed: u64, setting: Setting) -> Simulated {
    simulate_with(seed, setting, Kinship::Usual)
}

/// Makes one diary whose factors follow one another more or less.
pub fn simulate_with(seed: u64, setting: Setting, kinship: Kinship) -> Simulated {
    let mut chance = Rng::new(seed);
    let mut factors: Vec<Factor> = (0..setting.factors).map(|index| factor(index, &mut chance)).collect();
    if kinship == Kinship::OneHabit {
        factors
            .iter_mut()
            .filter(|factor| !factor.reacts && factor.carried < 0.36)
            .for_each(|factor| factor.habit = 0.8);
    }
    let mut outcomes: Vec<Outcome> = (0..setting.outcomes).map(|_| outcome(&mut chance)).collect();
    let planted = plant(setting, &factors, &mut chance);
    let total = setting.days + BEFORE;
    let mut x = vec![vec![0.0_f64; total]; setting.factors];
    let mut y = vec![vec![0.0_f64; total]; setting.outcomes];
    let (mut habit, mut shared) = (0.0, 0.0);
    for day in 0..total {
        habit = carry(habit, 0.7, &mut chance);
        shared = carry(shared, 0.6, &mut chance);
        let weekend = if day % 7 >= 5 { 1.0 } else { -0.4 };
        let yesterday = if day == 0 { 0.0 } else { (y[0][day - 1] - 4.0) / POINTS };
        let mut before = 0.0;
        for (index, (factor, series)) in factors.iter_mut().zip(&mut x).enumerate() {
            factor.state = carry(factor.state, factor.carried, &mut chance);
            let own = (1.0 - factor.habit * factor.habit).sqrt() * factor.state;
            let reaction = if factor.reacts { 0.4 * yesterday } else { 0.0 };
            let mut raw = own + factor.habit * habit + factor.weekly * weekend + reaction;
            if kinship == Kinship::Twins && index % 2 == 1 {
                raw = 0.85 * before + 0.53 * raw;
            }
            before = raw;
            series[day] =
                if factor.yes_no { f64::from(u8::from(raw > 0.2)) } else { (5.0 + 2.0 * raw).round().clamp(0.0, 12.0) };
        }
        for (index, (outcome, series)) in outcomes.iter_mut().zip(&mut y).enumerate() {
            outcome.state = carry(outcome.state, outcome.carried, &mut chance);
            let own = (1.0 - outcome.shared * outcome.shared).sqrt() * outcome.state;
            let (size, length, phase) = outcome.drift;
            let drift = size * (std::f64::consts::TAU * (day as f64 / length + phase)).sin();
            let noise = own + outcome.shared * shared + outcome.weekly * weekend + drift;
            let acting: f64 = planted
                .iter()
                .filter(|effect| effect.outcome.0 == setting.factors + index)
                .flat_map(|effect| (effect.lag..effect.lag + effect.width).map(move |lag| (effect, lag)))
                .filter_map(|(effect, lag)| {
                    let usual = if factors[effect.factor.0].yes_no { 0.45 } else { 5.0 };
                    Some(effect.per_day * (x[effect.factor.0][day.checked_sub(lag)?] - usual))
                })
                .sum();
            series[day] = (4.0 + POINTS * noise + acting).round().clamp(0.0, 10.0);
        }
    }
    let columns = x.iter().chain(&y).enumerate().map(|(index, series)| {
        let is_factor = index < setting.factors;
        let key = format!("{}{index}", if is_factor { "f" } else { "o" });
        let factor = ColumnSpec::new(key.clone(), key, Role::Factor, Origin::Logged);
        let spec = if is_factor { factor } else { factor.outcome(BodySystem::Skin) };
        Column { spec: ColumnSpec { scale: Scale::Points, ..spec }, cells: logged(&series[BEFORE..], &mut chance) }
    });
    let first = Day::from_ymd(2024, 1, 1).unwrap();
    Simulated { table: DayTable::new(first, setting.days, columns.collect()), planted }
}

fn carry(state: f64, share: f64, chance: &mut Rng) -> f64 {
    share * state + (1.0 - share * share).sqrt() * chance.gauss()
}

fn factor(index: usize, chance: &mut Rng) -> Factor {
    Factor {
        carried: chance.between(0.0, 0.6),
        habit: if chance.unit() < 0.4 { chance.between(0.3, 0.8) } else { 0.0 },
        weekly: if chance.unit() < 0.3 { chance.between(0.2, 0.8) } else { 0.0 },
        yes_no: index > 0 && chance.unit() < 0.35,
        // The first factor is stress, which bad skin raises.
        reacts: index == 0,
        state: 0.0,
    }
}

fn outcome(chance: &mut Rng) -> Outcome {
    Outcome {
        carried: chance.between(0.2, 0.85),
        shared: chance.between(0.0, 0.6),
        weekly: if chance.unit() < 0.3 { chance.between(0.1, 0.4) } else { 0.0 },
        drift: (chance.between(0.0, 0.8), chance.between(120.0, 400.0), chance.unit()),
        state: 0.0,
    }
}

fn plant(setting: Setting, factors: &[Factor], chance: &mut Rng) -> Vec<Planted> {
    if chance.unit() < setting.empty_share {
        return Vec::new();
    }
    let mut planted: Vec<Planted> = Vec::new();
    for _ in 0..=chance.below(4) {
        let (factor, outcome) = (chance.below(setting.factors), setting.factors + chance.below(setting.outcomes));
        if planted.iter().any(|effect| (effect.factor.0, effect.outcome.0) == (factor, outcome)) {
            continue;
        }
        let width = 1 + chance.below(3);
        // Most effects act within days, some after one to two weeks.
        let lag = if chance.unit() < 0.7 { chance.below(4) } else { chance.below(14 - width) };
        let size = [0.2, 0.35, 0.6][chance.below(3)] * POINTS * if chance.unit() < 0.5 { 1.0 } else { -1.0 };
        // Sizes are for one deviation of the factor, spread over the days.
        let deviation = if factors[factor].yes_no { 0.5 } else { 2.0 };
        let per_day = size / deviation / (width as f64).sqrt();
        planted.push(Planted { factor: ColumnIndex(factor), outcome: ColumnIndex(outcome), lag, width, per_day });
    }
    planted
}

/// What was written down: single days are missing, and now and then weeks.
fn logged(series: &[f64], chance: &mut Rng) -> Vec<Option<f64>> {
    let share = chance.between(0.08, 0.25);
    let mut cells: Vec<Option<f64>> = series.iter().map(|value| (chance.unit() >= share).then_some(*value)).collect();
    if series.len() > 80 && chance.unit() < 0.5 {
        let length = 7 + chance.below(14);
        let start = chance.below(series.len() - length);
        cells[start..start + length].fill(None);
    }
    cells
}

/// What a method says of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Finding {
    /// Place of the factor in the table.
    pub factor: ColumnIndex,
    /// Place of the outcome in the table.
    pub outcome: ColumnIndex,
    /// First lag.
    pub lag: usize,
    /// Last lag.
    pub lag_end: usize,
    /// Change of the outcome for one unit more of the factor on each of these days; its sign, if the method gives no size.
    pub effect: f64,
    /// Ends of its 95 % interval, if the method gives one.
    pub interval: Option<(f64, f64)>,
}

/// How often a method was right, over many diaries.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Score {
    /// Diaries.
    pub diaries: f64,
    /// Sum over diaries of the share of claims that are false.
    pub false_share: f64,
    /// Diaries without any effect.
    pub empty: f64,
    /// Those among them with a claim.
    pub empty_with_claim: f64,
    /// Planted effects.
    pub planted: f64,
    /// Those that were claimed.
    pub hits: f64,
    /// Hits of the wrong sign.
    pub wrong_sign: f64,
    /// Hits with an interval.
    pub with_interval: f64,
    /// Hits whose interval holds the truth.
    pub covered: f64,
}

/// What the engine claims.
pub fn findings(found: &Search, q: f64) -> Vec<Finding> {
    let finding = |claim: &Discovery| Finding {
        factor: claim.factor,
        outcome: claim.outcome,
        lag: claim.lag,
        lag_end: claim.lag_end,
        effect: claim.effect,
        interval: Some(claim.interval),
    };
    found.discoveries.iter().filter(|claim| claim.q <= q).map(finding).collect()
}

impl Score {
    /// Adds one diary as the engine saw it.
    pub fn add(&mut self, diary: &Simulated, found: &Search, q: f64) {
        self.add_findings(diary, &findings(found, q));
    }

    /// Adds one diary as any method saw it.
    pub fn add_findings(&mut self, diary: &Simulated, findings: &[Finding]) {
        let truth = |factor: ColumnIndex, outcome: ColumnIndex| {
            diary.planted.iter().find(|effect| effect.factor == factor && effect.outcome == outcome)
        };
        let mut wrong = 0.0;
        for finding in findings {
            let Some(effect) = truth(finding.factor, finding.outcome) else {
                wrong += 1.0;
                continue;
            };
            self.hits += 1.0;
            let acting =
                (finding.lag..=finding.lag_end).filter(|lag| (effect.lag..effect.lag + effect.width).contains(lag));
            let expected = effect.per_day * acting.count() as f64;
            if let Some((low, high)) = finding.interval {
                self.with_interval += 1.0;
                self.covered += f64::from(u8::from((low..=high).contains(&expected)));
            }
            self.wrong_sign += f64::from(u8::from(finding.effect.signum() != effect.per_day.signum()));
        }
        self.diaries += 1.0;
        self.planted += diary.planted.len() as f64;
        self.false_share += if findings.is_empty() { 0.0 } else { wrong / findings.len() as f64 };
        if diary.planted.is_empty() {
            self.empty += 1.0;
            self.empty_with_claim += f64::from(u8::from(!findings.is_empty()));
        }
    }
}
