//! `gutskin report`: a report for a doctor's visit as a file.

use clap::ValueEnum;

use super::args::{OutArgs, PeriodArgs, YesNo};
use super::dates::period;
use super::exit::{Code, Failure};
use super::out_file::{format, open, write};
use super::place::Place;
use crate::model::photo::PhotoId;
use crate::model::text::excerpt_of;
use crate::photos::EyeBar;
use crate::report::doctor::{Preset, ReportRequest, Section, USUAL_DAYS};
use crate::report::document::Paper;
use crate::report::output::{Output, OutputKind, make};
use crate::words::all_of;
use crate::workspace::jobs::Progress;
use crate::workspace::jobs::report_photos::{PhotoPick, PickError, prepare};

/// Arguments of `report`.
#[derive(Debug, clap::Args)]
pub struct ReportArgs {
    /// A ready-made choice of parts; without one, everything but the meals. Page one is the same in each. A choice for somebody
    /// covers the last 90 days unless --from says otherwise.
    #[arg(long = "for", value_enum, value_name = "WHO")]
    pub preset: Option<PresetName>,
    /// Parts to add to the choice, with commas between.
    #[arg(long, value_name = "PART", value_delimiter = ',', help = with_words("Parts to add to the choice"))]
    pub with: Vec<String>,
    /// Parts to leave out, with commas between.
    #[arg(long, value_name = "PART", value_delimiter = ',')]
    pub without: Vec<String>,
    /// Size of the paper.
    #[arg(long, value_enum, default_value = "a4")]
    pub paper: PaperName,
    /// With my notes and doses in words; --notes=no leaves them out.
    #[arg(long, value_enum, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_value = "yes",
        default_missing_value = "yes", hide_possible_values = true)]
    pub notes: YesNo,
    /// With what needed a look in the period, first of all; --warnings=no leaves it out.
    #[arg(long, value_enum, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_value = "yes",
        default_missing_value = "yes", hide_possible_values = true)]
    pub warnings: YesNo,
    /// With my meals or without them, whatever the choice says: their words, and each food with its amount.
    #[arg(long, value_enum, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_missing_value = "yes",
        hide_possible_values = true)]
    pub meals: Option<YesNo>,
    /// With the safety questions that were answered yes; --safety=no leaves them out.
    #[arg(long, value_enum, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_value = "yes",
        default_missing_value = "yes", hide_possible_values = true)]
    pub safety: YesNo,
    /// Name or initials to print.
    #[arg(long, value_name = "NAME", default_value = "")]
    pub who: String,
    /// What to ask the doctor; may be given more than once.
    #[arg(long, value_name = "QUESTION")]
    pub ask: Vec<String>,
    /// Number of a photo to put in; may be given more than once. No other is ever in it. A number that is none says which there are.
    /// With :30-42 behind it, a bar is put over the eyes, from 30 to 42 percent of the height.
    #[arg(long, value_name = "ID[:FROM-TO]", value_parser = photo_pick)]
    pub photo: Vec<PhotoPick>,
    /// Period.
    #[command(flatten)]
    pub period: PeriodArgs,
    /// File.
    #[command(flatten)]
    pub file: OutArgs,
}

/// Reads which photo is put in, and where a bar lies over the eyes.
fn photo_pick(text: &str) -> Result<PhotoPick, String> {
    let (number, bar) = text.split_once(':').map_or((text, None), |(number, bar)| (number, Some(bar)));
    let id = number
        .trim()
        .parse()
        .map(PhotoId)
        .map_err(|_| format!("“{}” is no number of a photo", excerpt_of(number, 20)))?;
    let eye_bar = bar.map(str::parse::<EyeBar>).transpose().map_err(|error| error.to_string())?;
    Ok(PhotoPick { id, eye_bar })
}

/// Help that lists every part.
fn with_words(what: &str) -> String {
    format!("{what}, with commas between: {}", all_of(&Section::all().map(Section::key).collect::<Vec<_>>()))
}

/// A ready-made choice, as it is said on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PresetName(pub Preset);

impl ValueEnum for PresetName {
    fn value_variants<'a>() -> &'a [Self] {
        const ALL: [PresetName; 3] =
            [PresetName(Preset::Dermatologist), PresetName(Preset::Dietitian), PresetName(Preset::Everything)];
        &ALL
    }

    fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
        Some(clap::builder::PossibleValue::new(self.0.key()))
    }
}

/// Sizes of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum PaperName {
    A4,
    Letter,
}

pub(super) fn run(place: &Place, args: &ReportArgs) -> Result<(), Failure> {
    let format = format(place, &args.file, OutputKind::Report)?;
    let mut sections = args.preset.map_or(Preset::Everything, |preset| preset.0).sections();
    if args.preset.is_none() {
        sections.remove(&Section::Meals);
    }
    sections.extend(parts(&args.with)?);
    for section in parts(&args.without)? {
        sections.remove(&section);
    }
    match args.meals {
        Some(YesNo::Yes) => drop(sections.insert(Section::Meals)),
        Some(YesNo::No) => drop(sections.remove(&Section::Meals)),
        None => {}
    }
    let workspace = open(place, &args.file)?;
    let (mut first, last) = period(&workspace, &args.period)?;
    let is_for_somebody = args.preset.is_some_and(|preset| preset.0 != Preset::Everything);
    if is_for_somebody && args.period.from.is_none() {
        // Whoever reads it asks first whether things got better, which needs days before the period.
        first = first.max(last.plus(1 - USUAL_DAYS));
    }
    let mut request = ReportRequest::new(first, last, workspace.today());
    request.made_up = workspace.is_made_up();
    request.sections = sections;
    request.paper = match args.paper {
        PaperName::A4 => Paper::A4,
        PaperName::Letter => Paper::Letter,
    };
    request.with_flags = args.warnings == YesNo::Yes;
    request.with_notes = args.notes == YesNo::Yes;
    request.with_safety_answers = args.safety == YesNo::Yes;
    request.photos = prepare(&args.photo, workspace.diary(), &workspace.photo_files(), &Progress::default())
        .map_err(|error| refused(&error))?;
    (request.who, request.questions) = (args.who.clone(), args.ask.join("\n"));
    let output = Output::Report(request);
    let made = make(workspace.diary(), &workspace.table(), &output, format, &|_| true)?;
    write(&workspace, &args.file, &output, format, &made)
}

/// A photo that the diary has not is a slip of whoever asks; one that it has and cannot show is damage.
fn refused(error: &PickError) -> Failure {
    let code = match error {
        PickError::Unreadable { .. } => Code::Damaged,
        _ => Code::Usage,
    };
    Failure::new(code, error.to_string())
}

/// The parts with some keys.
fn parts(keys: &[String]) -> Result<Vec<Section>, Failure> {
    let part = |key: &String| {
        Section::by_key(key.trim()).ok_or_else(|| {
            let known: Vec<&str> = Section::all().map(Section::key).collect();
            Failure::usage(format!("{key}: no part of a report; the parts are {}", all_of(&known)))
        })
    };
    keys.iter().map(part).collect()
}
