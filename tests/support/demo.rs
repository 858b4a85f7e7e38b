//! What was planted in the sample diary beside what its insights say: found at which lag and in which size, or why not.

use gutskin::analysis::before_after::{before_after, words as before_after_words};
use gutskin::analysis::insights::{Finding, Insights, of_diary, words};
use gutskin::columns::{DayTable, tabulate};
use gutskin::model::diary::Diary;
use gutskin::model::time::Day;
use gutskin::sample::{self, EFFECTS, Effect, FOLLOWS, STEPS, Step};
use gutskin::words::{chance, plain};

/// The sample as it is shown on 20 November 2026, so that what is said of it is the same on every day.
pub fn today() -> Day {
    Day::from_ymd(2026, 11, 20).unwrap()
}

/// The sample of a seed, its day table and its insights.
pub fn of_seed(seed: u64) -> (Diary, DayTable, Insights) {
    let diary = sample::diary(seed, today()).unwrap();
    let table = tabulate(&diary);
    let insights = of_diary(&table, &|_| true).unwrap();
    (diary, table, insights)
}

/// A planted effect, and the finding of its pair or why there is none.
pub struct Planted {
    /// What was planted.
    pub effect: Effect,
    /// The finding, or why there is none.
    pub found: Result<Finding, String>,
}

/// All planted effects of factors, in the order of their list.
pub fn planted(table: &DayTable, insights: &Insights) -> Vec<Planted> {
    let of = |effect: &Effect| {
        let finding = insights.findings.iter().find(|finding| is_of(finding, effect));
        finding.cloned().ok_or_else(|| why_not(table, insights, effect.factor, effect.outcome))
    };
    EFFECTS.iter().map(|effect| Planted { effect: *effect, found: of(effect) }).collect()
}

impl Planted {
    /// The planted days, first and last.
    pub fn days(&self) -> (usize, usize) {
        (self.effect.lags[0].0, self.effect.lags[self.effect.lags.len() - 1].0)
    }

    /// Whether a finding's window begins and ends within a day of the planted days.
    pub fn is_near(&self, finding: &Finding) -> bool {
        let (first, last) = self.days();
        finding.claim.lag.abs_diff(first) <= 1 && finding.claim.lag_end.abs_diff(last) <= 1
    }

    /// Change of the outcome for one unit more of the factor on each day of a window.
    pub fn size(&self, (first, last): (usize, usize)) -> f64 {
        self.effect.lags.iter().filter(|(lag, _)| (first..=last).contains(lag)).map(|(_, size)| size).sum()
    }
}

/// Whether the interval of a finding holds a size for one unit of the factor.
pub fn holds(interval: (f64, f64), size: f64) -> bool {
    interval.0 <= size && size <= interval.1
}

fn is_of(finding: &Finding, effect: &Effect) -> bool {
    finding.factor == effect.factor && finding.outcome == effect.outcome
}

/// Why a pair is not among the findings.
pub fn why_not(table: &DayTable, insights: &Insights, factor: &str, outcome: &str) -> String {
    if let Some(pair) = insights.not_tested.iter().find(|pair| pair.factor == factor && pair.outcome == outcome) {
        return words::not_tested(pair, table);
    }
    if let Some(pair) = insights.cannot_separate.iter().find(|pair| pair.factor == factor && pair.outcome == outcome) {
        return words::cannot_separate(pair, table);
    }
    match insights.lag_rows.iter().find(|row| row.factor == factor && row.outcome == outcome) {
        Some(row) => {
            let largest = row.t.iter().copied().reduce(|a, b| if b.abs() > a.abs() { b } else { a });
            let t = largest.unwrap_or_default();
            format!("Does not stand out from chance: q {}, largest t of a day alone {t:.1}.", chance(row.q))
        }
        None => "Not a pair that is looked at.".to_owned(),
    }
}

/// What the comparison of the days before and after says of a planted step: its size and interval, or why there is none.
pub fn step_found(diary: &Diary, table: &DayTable, step: &Step) -> Result<(f64, (f64, f64)), String> {
    let course = diary.courses().find(|course| course.kind == step.course).ok_or("There is no such course.")?;
    let onset = usize::try_from(step.after_start).unwrap_or_default();
    let found = before_after(table, step.outcome, course.start, onset);
    let found = found.map_err(|missing| before_after_words::too_little(&missing, step.outcome))?;
    Ok((found.step, found.interval))
}

/// What the sample's outcomes are made of that are worked out from others or from a limit.
const MADE_OF: &[(&str, &[&str])] = &[
    ("flare", &["redness"]),
    ("skin_today", &["itch", "skin_pain", "redness", "dryness"]),
    ("gut_today", &["gut_pain", "bloating", "wind"]),
];

/// The planted effect that is seen through another outcome: "bloating" for fibre and wind. `None` if the pair has nothing to do
/// with each other.
pub fn seen_through(factor: &str, outcome: &str) -> Option<&'static str> {
    let parts: Vec<&'static str> = FOLLOWS
        .iter()
        .filter(|follow| follow.outcome == outcome)
        .map(|follow| follow.of)
        .chain(MADE_OF.iter().filter(|(made, _)| *made == outcome).flat_map(|(_, parts)| parts.iter().copied()))
        .collect();
    let planted = |part: &&&str| EFFECTS.iter().any(|effect| effect.factor == factor && effect.outcome == **part);
    parts.iter().find(planted).copied().or_else(|| parts.iter().find_map(|part| seen_through(factor, part)))
}

/// Findings of pairs that are not planted, with the outcome through which a planted effect is seen, if there is one.
pub fn others(insights: &Insights) -> Vec<(&Finding, Option<&'static str>)> {
    let is_planted = |finding: &&Finding| EFFECTS.iter().any(|effect| is_of(finding, effect));
    let other = insights.findings.iter().filter(|finding| !is_planted(finding));
    other.map(|finding| (finding, seen_through(&finding.factor, &finding.outcome))).collect()
}

/// "2-4", or "1" for a single day.
fn days((first, last): (usize, usize)) -> String {
    if first == last { first.to_string() } else { format!("{first}-{last}") }
}

/// Prints what was found in the sample, and how often as much is found in others like it.
pub fn print(others_like_it: u64) {
    let (diary, table, insights) = of_seed(sample::SEED);
    print_tables(&diary, &table, &insights);
    let (mut all, mut found, mut near, mut held, mut further, mut through) = (0, 0, 0, 0, 0, 0);
    for seed in (0..).filter(|seed| *seed != sample::SEED).take(usize::try_from(others_like_it).unwrap()) {
        let (_, table, insights) = of_seed(seed);
        for line in planted(&table, &insights) {
            all += 1;
            let Ok(finding) = &line.found else { continue };
            let claim = &finding.claim;
            found += 1;
            near += usize::from(line.is_near(finding));
            held += usize::from(holds(claim.interval, line.size((claim.lag, claim.lag_end))));
        }
        let others = others(&insights);
        further += others.len();
        through += others.iter().filter(|(_, through)| through.is_some()).count();
    }
    println!(
        "\nIn {others_like_it} other made-up diaries {found} of {all} planted effects are found, {near} of these within a day of \
         their days, {held} with an interval that holds the planted size. Of {further} further findings {through} are planted on \
         an outcome that the found one follows; the others are chance."
    );
}

fn print_tables(diary: &Diary, table: &DayTable, insights: &Insights) {
    println!("\n{} of {} days used, {} pairs tested.\n", insights.days, insights.days_in_all, insights.pairs_tested);
    println!("Sizes are the change of the outcome for one typical step of the factor on each of the days found.\n");
    println!(
        "| factor | outcome | days later: planted | found | step | planted | found | 95 % interval | holds | grade | q |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for line in planted(table, insights) {
        let (factor, outcome) = (line.effect.factor, line.effect.outcome);
        let lags = days(line.days());
        match &line.found {
            Ok(finding) => {
                let claim = &finding.claim;
                let window = (claim.lag, claim.lag_end);
                let (step, size) = (finding.step, line.size(window));
                println!(
                    "| {factor} | {outcome} | {lags} | {} | {} | {:+.2} | {:+.2} | {:+.2} to {:+.2} | {} | {} | {} |",
                    days(window),
                    table.column(factor).map_or_else(String::new, |column| column.quantity().with_unit(&plain(step))),
                    size * step,
                    claim.effect * step,
                    claim.interval.0 * step,
                    claim.interval.1 * step,
                    if holds(claim.interval, size) { "yes" } else { "no" },
                    finding.grade.key(),
                    chance(claim.q)
                );
            }
            Err(why) => println!("| {factor} | {outcome} | {lags} | not found: {why} |"),
        }
    }
    println!("\n| course | outcome | planted | search over all days | before and after | 95 % interval | holds |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    for step in STEPS {
        let course = step.course.key();
        let why = why_not(table, insights, course, step.outcome);
        match step_found(diary, table, step) {
            Ok((size, (low, high))) => println!(
                "| {course} | {} | {:+.2} | not tested: {why} | {size:+.2} | {low:+.2} to {high:+.2} | {} |",
                step.outcome,
                step.size,
                if holds((low, high), step.size) { "yes" } else { "no" }
            ),
            Err(missing) => {
                println!("| {course} | {} | {:+.2} | not tested: {why} | {missing} |", step.outcome, step.size);
            }
        }
    }
    println!("\n| also found | days later | grade | q | why |");
    println!("| --- | --- | --- | --- | --- |");
    for (finding, through) in others(insights) {
        println!(
            "| {} on {} | {} | {} | {} | {} |",
            finding.factor,
            finding.outcome,
            days((finding.claim.lag, finding.claim.lag_end)),
            finding.grade.key(),
            chance(finding.claim.q),
            through.map_or_else(|| "chance: nothing is planted".to_owned(), |of| format!("planted on {of}"))
        );
    }
}
