//! `gutskin trial`: the verdict on a randomised self-experiment in any tidy CSV, and a plan for one from a plain diary CSV.

use std::path::Path;

use serde_json::{Map, Value, json};

use super::args::{RandomisationName, TextFormat, TrialArgs};
use super::exit::{Code, Failure};
use super::output::print;
use crate::analysis::tidy_csv;
use crate::analysis::trial::design::Design;
use crate::analysis::trial::error::Inconclusive;
use crate::analysis::trial::periods::Statistic;
use crate::analysis::trial::plan::{Plan, USUAL_MOST_DAYS};
use crate::analysis::trial::planner::{LEAST_NOISE_DAYS, OwnNoise};
use crate::analysis::trial::run::{RandomisationKind, Run};
use crate::analysis::trial::size::{Size, size_beside};
use crate::analysis::trial::verdict::{Method, Verdict, with};
use crate::files::read_file;
use crate::model::text::{excerpt, show_path};

/// Orders are drawn, and trials made up, from this seed: the same file always says the same.
const SEED: u64 = 1;
/// The most covariates: more are too many for the days of a trial.
const MOST_COVARIATES: usize = 2;

pub(super) fn run(args: &TrialArgs) -> Result<(), Failure> {
    let content = read_file(&args.csv).map_err(|error| refused(&args.csv, &error.to_string()))?;
    if args.plan { plan(args, &content) } else { judge(args, &content) }
}

fn refused(file: &Path, reason: &str) -> Failure {
    Failure::new(Code::InputRefused, format!("{}: {reason}", show_path(file)))
}

/// What is said of a trial.
struct Said {
    design: Design,
    adherence: Option<f64>,
    verdict: Option<Verdict>,
    size: Option<Size>,
    word: &'static str,
    note: Option<String>,
}

fn judge(args: &TrialArgs, content: &[u8]) -> Result<(), Failure> {
    if args.smallest.is_some() || args.max_days.is_some() {
        return Err(Failure::usage("--smallest and --max-days go with --plan"));
    }
    if args.covariates.len() > MOST_COVARIATES {
        return Err(Failure::usage("at most two covariates can be taken out; name the two that were fixed beforehand"));
    }
    if args.carry && args.drop > 0 {
        return Err(Failure::usage("--carry drops no days; leave out --drop, or leave out --carry"));
    }
    let scheme = match args.scheme {
        RandomisationName::Balanced => RandomisationKind::Balanced { most_alike: args.alike },
        RandomisationName::Pairs => RandomisationKind::Pairs,
    };
    let refused = |reason: String| refused(&args.csv, &reason);
    let run = Run::read(content, &args.outcome, &args.covariates).map_err(|error| refused(error.to_string()))?;
    let design = run.design(scheme, args.drop).map_err(|error| refused(error.to_string()))?;
    let said = say_of(&run, design, args.carry).map_err(|reason| refused(reason.to_string()))?;
    match args.format {
        TextFormat::Json => print(&format!("{:#}\n", json_of(&said))),
        TextFormat::Text => print(&text_of(&said, &args.outcome)),
    }
}

/// # Errors
/// [`Inconclusive::OtherOrder`] if the order could not have been drawn: the file or the scheme is then wrong.
fn say_of(run: &Run, design: Design, carries_over: bool) -> Result<Said, Inconclusive> {
    let statistic = if carries_over { Statistic::CarryOver } else { Statistic::Whitened };
    let method = Method { statistic, covariates: &run.covariates };
    let cannot = design.randomisation().check().err();
    if design.randomisation().count().is_err() {
        let note = cannot.map(|error| error.to_string());
        return Ok(Said { design, adherence: run.adherence, verdict: None, size: None, word: "none shown", note });
    }
    let found = with(method, &design, run.sequence, &run.outcome, SEED);
    let (verdict, word, note) = match found {
        Ok(verdict) if verdict.is_difference() => (Some(verdict), "difference", None),
        Ok(verdict) => (Some(verdict), "none shown", cannot.map(|error| error.to_string())),
        Err(Inconclusive::OtherOrder) => return Err(Inconclusive::OtherOrder),
        Err(reason @ Inconclusive::NoVariation) => (None, "none shown", Some(reason.to_string())),
        Err(reason) => (None, "not enough logged", Some(reason.to_string())),
    };
    let counted = design.counted(&run.outcome).ok().filter(|_| verdict.is_some());
    let size = counted.and_then(|counted| size_beside(&run.covariates, &design, run.sequence, &counted, None));
    let note = note.or_else(|| disagreement(word, size.as_ref()));
    Ok(Said { design, adherence: run.adherence, verdict, size, word, note })
}

/// What is said where verdict and interval disagree.
fn disagreement(word: &str, size: Option<&Size>) -> Option<String> {
    let size = size.filter(|size| word == "none shown" && size.interval.0 * size.interval.1 > 0.0)?;
    let way = if size.difference < 0.0 { "lower" } else { "higher" };
    Some(format!(
        "The order of the periods alone does not rule out chance; the size points to {way} numbers while it was on."
    ))
}

fn json_of(said: &Said) -> Value {
    let Said { design, adherence, verdict, size, word, note } = said;
    let periods_used = verdict.as_ref().map_or(0, |verdict| design.periods() - verdict.dropped.len());
    let of_size = |value: fn(&Size) -> f64| size.as_ref().map(value);
    let mut all = Map::new();
    let mut put = |key: &str, value: Value| drop(all.insert(key.to_owned(), value));
    put("periods", json!(design.periods()));
    put("periods_used", json!(periods_used));
    put("days", json!(design.days()));
    put("days_used", json!(verdict.as_ref().map_or(0, |verdict| verdict.days)));
    put("admissible", json!(design.randomisation().count().unwrap_or(0)));
    put("p", json!(verdict.as_ref().map(|verdict| verdict.p)));
    put("difference", json!(of_size(|size| size.difference)));
    put("lo", json!(of_size(|size| size.interval.0)));
    put("hi", json!(of_size(|size| size.interval.1)));
    put("df", json!(of_size(|size| size.df)));
    put("phi", json!(of_size(|size| size.noise.phi)));
    put("eta", json!(of_size(|size| size.noise.eta)));
    put("adherence", json!(adherence));
    put("verdict", json!(word));
    if let Some(note) = note {
        put("note", json!(note));
    }
    Value::Object(all)
}

fn text_of(said: &Said, outcome: &str) -> String {
    let Said { design, adherence, verdict, size, word, note } = said;
    let outcome = excerpt(outcome);
    let mut lines = vec![match *word {
        "difference" => format!("A difference was shown: {outcome} was not the same on and off."),
        "none shown" => format!("No difference was shown in {outcome}."),
        word => format!("{outcome}: {word} to say."),
    }];
    if let Some(verdict) = verdict {
        let used = design.periods() - verdict.dropped.len();
        let orders = design.randomisation().count().unwrap_or(0);
        lines.push(format!("p {:.3}: that share of the {orders} possible orders differs by as much.", verdict.p));
        lines.push(format!(
            "{used} of {} periods and {} of {} days count.",
            design.periods(),
            verdict.days,
            design.days()
        ));
    }
    if let Some(size) = size {
        let (low, high) = size.interval;
        lines.push(format!(
            "On less off: {:.3}, likely between {low:.3} and {high:.3} (95 % interval).",
            size.difference
        ));
        if *word == "none shown" {
            let reach = low.abs().max(high.abs());
            lines
                .push(format!("A difference of more than about {reach:.3} is unlikely; a smaller one could be there."));
        }
    }
    if let Some(adherence) = adherence {
        lines.push(format!("Kept to what was drawn on {:.0} % of the days.", 100.0 * adherence));
    }
    lines.extend(note.clone());
    lines.join("\n") + "\n"
}

fn plan(args: &TrialArgs, content: &[u8]) -> Result<(), Failure> {
    let Some(smallest) = args.smallest.filter(|smallest| smallest.is_finite() && *smallest != 0.0) else {
        return Err(Failure::usage("--plan needs --smallest D: the smallest difference that would matter to you"));
    };
    let most_days = args.max_days.unwrap_or(USUAL_MOST_DAYS);
    let table = tidy_csv::read(content).map_err(|error| refused(&args.csv, &error.to_string()))?;
    let table = table.main_part();
    let Some(at) = table.position(&args.outcome) else {
        return Err(Failure::usage(format!("“{}” is not a column of the file", excerpt(&args.outcome))));
    };
    let cells = &table[at].cells;
    let Some(own) = OwnNoise::of(cells) else {
        let logged = cells.iter().flatten().count();
        let reason = format!(
            "{} is logged on {logged} days or never changes; a plan needs {LEAST_NOISE_DAYS} logged days within the last 90",
            excerpt(&args.outcome)
        );
        return Err(refused(&args.csv, &reason));
    };
    let Some(plan) = Plan::for_difference(own, smallest, most_days, SEED, &|| true) else { return Ok(()) };
    let why = plan.why(most_days);
    match args.format {
        TextFormat::Json => print(&format!("{:#}\n", json_of_plan(&plan, &why))),
        TextFormat::Text => print(&text_of_plan(&plan, &why)),
    }
}

fn json_of_plan(plan: &Plan, why: &str) -> Value {
    let own = &plan.own;
    let designs: Vec<Value> = plan
        .designs
        .iter()
        .map(|(design, forecast)| {
            json!({
                "periods": design.periods, "length": design.days_per_period, "drop": design.washout,
                "scheme": if design.in_pairs() { "pairs" } else { "balanced" },
                "days": design.days(), "power": forecast.power,
            })
        })
        .collect();
    json!({
        "noise": {
            "phi": own.noise.phi, "eta": own.noise.eta, "sd": own.sd, "missing": own.missing, "days": own.days,
        },
        "designs": designs, "recommended": plan.recommended, "why": why,
    })
}

fn text_of_plan(plan: &Plan, why: &str) -> String {
    let mut lines = vec!["periods  days each  dropped  order     days  shown in 100".to_owned()];
    for (place, (design, forecast)) in plan.designs.iter().enumerate() {
        let order = if design.in_pairs() { "pairs" } else { "balanced" };
        let mark = if plan.recommended == Some(place) { "  <- this one" } else { "" };
        lines.push(format!(
            "{:>7}  {:>9}  {:>7}  {order:<8}  {:>4}  {:>12.0}{mark}",
            design.periods,
            design.days_per_period,
            design.washout,
            design.days(),
            100.0 * forecast.power
        ));
    }
    lines.push(why.to_owned());
    lines.join("\n") + "\n"
}
