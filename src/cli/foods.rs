//! `gutskin foods`: finds foods by name.

use std::fmt::Write as _;

use serde_json::json;

use super::args::TextFormat;
use super::exit::Failure;
use super::output::print;
use crate::foods::table::FoodTable;

/// How many hits are printed.
const SHOWN: usize = 10;

/// Arguments of `foods`.
#[derive(Debug, clap::Args)]
pub struct FoodsArgs {
    /// Name of a food, or its beginning; several words in any order.
    #[arg(value_name = "TEXT", required = true)]
    pub text: Vec<String>,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "text")]
    pub format: TextFormat,
}

pub(super) fn run(args: &FoodsArgs) -> Result<(), Failure> {
    let text = args.text.join(" ");
    if text.trim().is_empty() {
        return Err(Failure::usage("a food to look for is needed, such as: gutskin foods blueberries"));
    }
    let table = FoodTable::get();
    let hits = table.index().find(&text, SHOWN, &|_| true, &|_| 0.0);
    let foods = hits.iter().filter_map(|hit| Some((table.food(hit.id)?, (hit.score * 1000.0).round() / 1000.0)));
    print(&match args.format {
        TextFormat::Json => {
            let list: Vec<_> = foods
                .map(|(food, score)| {
                    json!({ "id": food.id.0, "name": food.name, "group": food.group, "score": f64::from(score) })
                })
                .collect();
            serde_json::to_string_pretty(&list).map_err(|error| Failure::usage(error.to_string()))? + "\n"
        }
        TextFormat::Text => foods.fold(String::new(), |mut lines, (food, score)| {
            // Writing to a String cannot fail.
            let _ = writeln!(lines, "{}\t{}\t{}\t{score:.3}", food.id.0, food.name, food.group);
            lines
        }),
    })
}
