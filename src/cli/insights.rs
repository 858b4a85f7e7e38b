//! `gutskin insights`: what goes along with what, in the diary or in any tidy CSV.

use std::path::Path;

use super::args::{InsightsArgs, TextFormat};
use super::exit::{Code, Failure};
use super::output::print;
use super::place::{Place, admit_damage};
use crate::analysis::engine::Plan;
use crate::analysis::insights::{Insights, SearchCache, kept_back, of_diary_with, one_look, text, to_json};
use crate::analysis::tidy_csv;
use crate::columns::{ColumnIndex, DayTable, repeats};
use crate::files::read_file;
use crate::model::text::{escape_for_display, excerpt, show_path};

pub(super) fn run(place: &Place, args: &InsightsArgs) -> Result<(), Failure> {
    if !(args.q > 0.0 && args.q <= 0.5) {
        return Err(Failure::usage("--q must lie above 0 and at most at 0.5, for example 0.05"));
    }
    if let Some(file) = &args.csv {
        let table = read(file)?;
        let plan = plan(&table, args)?;
        let insights = one_look(&table, &plan, &|_| true);
        return insights.map_or(Ok(()), |insights| say(&insights, &table.main_part(), args));
    }
    if !args.outcomes.is_empty() || !args.factors.is_empty() {
        return Err(Failure::usage("--outcomes and --factors go with --csv FILE; the diary's own roles are known"));
    }
    let workspace = place.open_to_read()?;
    let table = workspace.table();
    let suspects = workspace.diary().settings().suspects.as_ref();
    if let Some(mut insights) = of_diary_with(&table, suspects, &SearchCache::default(), &|_| true) {
        insights.keep_back(kept_back(workspace.diary(), workspace.today()));
        insights.findings.retain(|finding| finding.claim.q <= args.q);
        say(&insights, &table.main_part(), args)?;
    }
    admit_damage(&workspace, place)
}

fn read(file: &Path) -> Result<DayTable, Failure> {
    let refused = |reason: String| Failure::new(Code::InputRefused, format!("{}: {reason}", show_path(file)));
    let content = read_file(file).map_err(|error| refused(error.to_string()))?;
    tidy_csv::read(&content).map_err(|error| refused(error.to_string()))
}

/// The names of a list, split as a line of the file would be: a name with a comma stands in quotes.
fn names(lists: &[String]) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    for list in lists {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).trim(csv::Trim::All).from_reader(list.as_bytes());
        for record in reader.records() {
            let record = record.map_err(|_| Failure::usage("a list of columns must be text, such as itch,redness"))?;
            names.extend(record.iter().filter(|name| !name.is_empty()).map(str::to_owned));
        }
    }
    Ok(names)
}

/// Outcomes as named; factors as named, else every other column, but for those of an export that say again what was answered in
/// another. A column is never held against itself.
fn plan(table: &DayTable, args: &InsightsArgs) -> Result<Plan, Failure> {
    let place = |name: &String| {
        table.position(name).ok_or_else(|| {
            let known: Vec<String> = table.columns.iter().map(|column| excerpt(&column.key)).take(12).collect();
            let name = excerpt(name);
            Failure::usage(format!("“{name}” is not a column of the file; it has {}", known.join(", ")))
        })
    };
    if args.outcomes.is_empty() {
        return Err(Failure::usage("--csv needs --outcomes A,B: the columns that are to be explained"));
    }
    let outcomes: Vec<ColumnIndex> = names(&args.outcomes)?.iter().map(place).collect::<Result<_, _>>()?;
    let factors: Vec<ColumnIndex> = if args.factors.is_empty() {
        let others = table.indexed().filter(|(at, column)| !outcomes.contains(at) && !repeats(&column.key, table));
        others.map(|(at, _)| at).collect()
    } else {
        names(&args.factors)?.iter().map(place).collect::<Result<_, _>>()?
    };
    let mut pairs: Vec<(ColumnIndex, ColumnIndex)> = Vec::new();
    for outcome in &outcomes {
        for factor in &factors {
            if factor != outcome && !pairs.contains(&(*factor, *outcome)) {
                pairs.push((*factor, *outcome));
            }
        }
    }
    if pairs.is_empty() {
        return Err(Failure::usage("no factor is left to hold against the outcomes; name others with --factors"));
    }
    Ok(Plan::open(pairs, args.q))
}

fn say(insights: &Insights, table: &DayTable, args: &InsightsArgs) -> Result<(), Failure> {
    match args.format {
        TextFormat::Text => print(&plain(&text(insights, table))),
        TextFormat::Json => print(&format!("{:#}\n", to_json(insights, table))),
    }
}

/// Names of columns come from a file: within a line, none of their signs does more than be read.
fn plain(text: &str) -> String {
    text.lines().map(|line| escape_for_display(line) + "\n").collect()
}
