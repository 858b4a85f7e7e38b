//! What can be said on the command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};

use super::exit::Failure;
use super::foods::FoodsArgs;
use super::output::print;
use super::report::ReportArgs;
use crate::import::registry;
use crate::model::text::excerpt_of;
use crate::report::chart_kind::{CHART_KINDS, ChartKind, ChartKindSpec};
use crate::report::output::OutputKind;

/// What a verb does, and the endings that its file may have.
fn into_a_file(does: &str, kind: OutputKind) -> String {
    format!("{does} into a file that ends in {}", kind.endings())
}

/// Gutskin: a private diary for skin that flares. Without a verb, the window opens.
#[derive(Debug, Parser)]
#[command(name = "gutskin", version, about, long_about = None)]
pub struct Args {
    /// Folder of the diary; else the user's data folder.
    #[arg(long, value_name = "DIR", global = true)]
    pub diary: Option<PathBuf>,

    /// Begins another diary where the one that this computer knows is gone; whatever is left of it stays.
    #[arg(long, global = true, conflicts_with = "demo")]
    pub new: bool,

    /// Opens a made-up sample diary in a temporary folder.
    #[arg(long, global = true)]
    pub demo: bool,

    /// What the window is drawn with; normally chosen by the program.
    #[arg(long, value_enum, value_name = "NAME")]
    pub renderer: Option<Renderer>,

    /// What to do without a window.
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// What the window is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Renderer {
    /// OpenGL.
    Glow,
    /// Vulkan, Metal or Direct3D.
    Wgpu,
}

/// What to do without a window.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Adds to a day; prints “saved” once it is safe on disk.
    Log(LogArgs),
    /// Prints entries.
    Show(ShowArgs),
    /// Prints the day table: one row a day, one column a trackable, empty = missing.
    Days(DaysArgs),
    /// Finds foods by name: number, name, group and how well it fits, tab-separated, best first, at most ten.
    Foods(FoodsArgs),
    /// Verifies every file; says what is damaged and what can be recovered.
    Check(CheckArgs),
    /// Draws a chart into a file.
    #[command(about = into_a_file("Draws series over time, or another kind of chart,", OutputKind::Chart))]
    Chart(ChartArgs),
    /// Writes a report for a doctor's visit.
    #[command(about = into_a_file("Writes a report for a doctor's visit", OutputKind::Report))]
    Report(ReportArgs),
    /// Writes the day table or the whole diary.
    #[command(about = into_a_file("Writes the diary", OutputKind::Diary))]
    Export(ExportArgs),
    /// Adds a file to the diary.
    #[command(about = format!("Adds a file to the diary: {}", registry::names()))]
    Import(ImportArgs),
    /// Runs the analysis on the diary, or on any tidy CSV.
    Insights(InsightsArgs),
    /// Prints what is suggested on a day, what comes first, and what is silent and why.
    Advice(AdviceArgs),
    /// Judges a randomised self-experiment in a tidy CSV, or plans one from a diary's.
    Trial(TrialArgs),
}

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Copies damaged files into the diary’s folder “quarantine” and writes all that can be read anew.
    #[arg(long)]
    pub repair: bool,
    /// Takes over what a file says otherwise than the diary, day by day: a month edited by hand, what was put aside, an earlier copy;
    /// of a copy of the whole diary also courses, foods, trials, photos, settings and the rest.
    #[arg(long, value_name = "FILE", conflicts_with = "repair")]
    pub take: Option<PathBuf>,
    /// Only this day of it, as 2026-03-12; may be given several times.
    #[arg(long = "day", value_name = "D", requires = "take")]
    pub days: Vec<String>,
    /// Only says what would be taken over.
    #[arg(long, requires = "take")]
    pub dry_run: bool,
}

/// Arguments of `log`.
#[derive(Debug, clap::Args)]
pub struct LogArgs {
    /// Day, as 2026-03-12, today or yesterday; else today.
    #[arg(long, value_name = "D")]
    pub date: Option<String>,
    /// Time of day, as 7:30. A time before the day's end (04:00) belongs to the evening before.
    #[arg(long, value_name = "T")]
    pub time: Option<String>,
    /// Answers such as `redness=3 sleep_hours=7.5 dairy=yes note="new serum"`, or in words as in
    /// `"itch 4, stool 3, slept 7:30"`; or `-` to read one entry a line
    /// (`DATE [TIME] KEY=VALUE…`) from standard input.
    #[arg(value_name = "KEY=VALUE", required = true)]
    pub answers: Vec<String>,
}

/// Arguments of `show`.
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// One day.
    #[arg(long, value_name = "D", conflicts_with_all = ["from", "to"])]
    pub date: Option<String>,
    /// First day.
    #[arg(long, value_name = "A")]
    pub from: Option<String>,
    /// Last day.
    #[arg(long, value_name = "B")]
    pub to: Option<String>,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "ron")]
    pub format: ShowFormat,
}

/// Forms of `show`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum ShowFormat {
    Ron,
    Csv,
    Json,
}

/// Arguments of `days`.
#[derive(Debug, clap::Args)]
pub struct DaysArgs {
    /// Form of the output.
    #[arg(long, value_enum, default_value = "csv")]
    pub format: TableFormat,
}

/// Forms of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum TableFormat {
    Csv,
    Json,
}

/// Where a file goes.
#[derive(Debug, Clone, clap::Args)]
pub struct OutArgs {
    /// File to write; its ending decides the form.
    #[arg(long, value_name = "F")]
    pub out: PathBuf,
    /// Overwrites the file if it is there.
    #[arg(long)]
    pub force: bool,
    /// With --force, also if files of the diary are damaged, so that the new file lacks something.
    #[arg(long, requires = "force")]
    pub partial: bool,
}

/// A period; without it, everything that is logged.
#[derive(Debug, Clone, clap::Args)]
pub struct PeriodArgs {
    /// First day, as 2026-03-12, today or yesterday.
    #[arg(long, value_name = "A")]
    pub from: Option<String>,
    /// Last day.
    #[arg(long, value_name = "B")]
    pub to: Option<String>,
}

/// Arguments of `chart`.
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct ChartArgs {
    /// Keys with commas between, as “gutskin days” prints them in its first line; how many, depends on the kind.
    #[arg(long, value_name = "A,B", required_unless_present_any = ["axis", "kind"], value_delimiter = ',')]
    pub series: Vec<String>,
    /// The gut-skin map of the last day of the period, in place of series.
    #[arg(long, conflicts_with_all = ["series", "from", "kind"])]
    pub axis: bool,
    /// What is drawn in place of series over time.
    #[arg(long, value_name = "KIND", value_parser = chart_kinds(), hide_possible_values = true, help = kinds_in_words())]
    pub kind: Option<ChartKind>,
    /// Before and after: the date that is compared; else the newest that can be.
    #[arg(long, value_name = "D", requires = "kind")]
    pub since: Option<String>,
    /// On the body, the mean of each place; else its worst.
    #[arg(long, requires = "kind")]
    pub mean: bool,
    /// Of a PNG, pixels a point: 1 to 4.
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=4))]
    pub scale: u8,
    /// Of a PNG or SVG, on a dark ground.
    #[arg(long)]
    pub dark: bool,
    /// Of a PNG or SVG, on no ground.
    #[arg(long)]
    pub transparent: bool,
    /// Period.
    #[command(flatten)]
    pub period: PeriodArgs,
    /// File.
    #[command(flatten)]
    pub file: OutArgs,
}

/// Reads the name of a kind of chart.
fn chart_kinds() -> impl TypedValueParser<Value = ChartKind> {
    let names = CHART_KINDS.iter().map(|spec| spec.name);
    let kind_of = |name: String| CHART_KINDS.iter().find(|spec| spec.name == name).map(|spec| spec.kind);
    PossibleValuesParser::new(names).map(move |name| kind_of(name).unwrap_or(ChartKind::Series))
}

/// The kinds of charts, for the help.
fn kinds_in_words() -> String {
    let one = |spec: &ChartKindSpec| match spec.keys {
        "" => spec.name.to_owned(),
        keys => format!("{} ({keys})", spec.name),
    };
    format!("What is drawn: {}", CHART_KINDS.iter().map(one).collect::<Vec<_>>().join("; "))
}

/// Whether a part is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum YesNo {
    Yes,
    No,
}

/// Arguments of `export`.
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct ExportArgs {
    /// Beside a table, writes what its columns mean: a.csv gets a.dictionary.csv.
    #[arg(long)]
    pub dictionary: bool,
    /// Writes the photos themselves, each as a file of its own, into the folder that --out names. They are then not covered and not
    /// encrypted. No file is replaced.
    #[arg(long, conflicts_with_all = ["dictionary", "person", "snomed", "force"])]
    pub photos: bool,
    /// In a bundle for clinics, with sex and year of birth.
    #[arg(long)]
    pub person: bool,
    /// In a bundle for clinics, with codes of SNOMED CT, which need a licence outside its member countries.
    #[arg(long)]
    pub snomed: bool,
    /// File.
    #[command(flatten)]
    pub file: OutArgs,
}

/// Arguments of `import`.
#[derive(Debug, clap::Args)]
pub struct ImportArgs {
    /// File to read.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Says what would be added and changes nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Arguments of `advice`.
#[derive(Debug, clap::Args)]
pub struct AdviceArgs {
    /// The day; else today.
    #[arg(long, value_name = "D")]
    pub date: Option<String>,
    /// Lists every card there is with each way in which it is reached; reads no diary.
    #[arg(long, conflicts_with = "date")]
    pub cards: bool,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "text")]
    pub format: TextFormat,
}

/// Arguments of `insights`.
#[derive(Debug, clap::Args)]
pub struct InsightsArgs {
    /// A tidy CSV in the place of the diary: first column `date`, one column a variable, empty = missing.
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
    /// Columns of the CSV that are to be explained. A name with a comma stands in quotes, as in the file.
    #[arg(long, value_name = "A,B")]
    pub outcomes: Vec<String>,
    /// Columns of the CSV that may explain them; else every other column.
    #[arg(long, value_name = "C,D")]
    pub factors: Vec<String>,
    /// Largest false-discovery rate of what is shown.
    #[arg(long, value_name = "RATE", default_value_t = 0.05, allow_negative_numbers = true)]
    pub q: f64,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "text")]
    pub format: TextFormat,
}

/// Arguments of `trial`.
#[derive(Debug, clap::Args)]
pub struct TrialArgs {
    /// A tidy CSV: columns `date`, `period` (1 to N in order), `on` (1 or 0, as drawn), outcomes, and perhaps `taken` (1 or 0). For a
    /// plan, any tidy CSV.
    #[arg(long, value_name = "FILE")]
    pub csv: PathBuf,
    /// The column of the main outcome.
    #[arg(long, value_name = "COLUMN")]
    pub outcome: String,
    /// Days dropped at the start of each period.
    #[arg(long, value_name = "DAYS", default_value_t = 0)]
    pub drop: usize,
    /// How the order was drawn.
    #[arg(long, value_enum, value_name = "SCHEME", default_value = "balanced")]
    pub scheme: RandomisationName,
    /// Periods alike in a row that a balanced order may have.
    #[arg(long, value_name = "N", default_value_t = 2)]
    pub alike: usize,
    /// Looks for what builds up and fades over days, in the place of dropping days.
    #[arg(long)]
    pub carry: bool,
    /// At most two columns that were to be taken out, fixed before the first day.
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pub covariates: Vec<String>,
    /// Plans a trial in the place of judging one.
    #[arg(long)]
    pub plan: bool,
    /// With `--plan`: the smallest difference that would matter, in the unit of the outcome.
    #[arg(long, value_name = "D", allow_negative_numbers = true)]
    pub smallest: Option<f64>,
    /// With `--plan`: the most days a trial may take; else 112.
    #[arg(long, value_name = "DAYS")]
    pub max_days: Option<usize>,
    /// Form of the output.
    #[arg(long, value_enum, default_value = "text")]
    pub format: TextFormat,
}

/// How the order of a trial was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RandomisationName {
    /// As many periods on as off.
    Balanced,
    /// Pairs of one on and one off.
    Pairs,
}

/// Forms of findings, of advice and of foods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum TextFormat {
    Text,
    Json,
}

/// What to do with arguments that do not fit: help goes to stdout, a mistake is one line.
///
/// # Errors
/// [`Failure`] with what does not fit.
pub fn answer_misuse(error: &clap::Error) -> Result<(), Failure> {
    let text = error.to_string();
    if !error.use_stderr() {
        return print(&text);
    }
    let said = text.split("\n\nUsage").next().unwrap_or(&text);
    let words: Vec<&str> = said.trim_start_matches("error:").split_whitespace().collect();
    let said = excerpt_of(&words.join(" "), 300);
    Err(Failure::usage(format!("{said}; “gutskin --help” lists what can be said")))
}
