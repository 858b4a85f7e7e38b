//! Files that leave the program: one way to make each, for the window and the command line alike, and one table of the forms
//! that each can take. A new form is a writer and its row here.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::chart::{ChartModel, ChartRequest};
use super::chart_kind::{self, KindRequest};
use super::diary_files::{self, DIARIES, DiaryRequest};
use super::doctor::{ReportRequest, build};
use super::document::{Block, ReportDoc};
use super::exportable_figure::ExportableFigure;
use super::html::to_html;
use super::ink::{PictureLook, looked_at};
use super::pdf::to_pdf;
use super::scene::Scene;
use super::{Progress, ReportError, figure, png, svg};
use crate::analysis::insights::{kept_back, of_diary};
use crate::columns::DayTable;
use crate::model::diary::Diary;
use crate::words::one_of;

/// A file ready to be written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Made {
    /// Its content.
    pub bytes: Vec<u8>,
    /// Characters no font could show; a box stands in their place.
    pub missing_characters: usize,
    /// What it does not hold, a sentence each.
    pub remarks: Vec<String>,
    /// The data dictionary that goes beside it, where one was wanted.
    pub dictionary: Option<Vec<u8>>,
}

impl Made {
    pub(super) fn whole(text: String) -> Self {
        Self { bytes: text.into_bytes(), ..Self::default() }
    }

    fn drawn(bytes: Vec<u8>, missing_characters: usize) -> Self {
        Self { bytes, missing_characters, ..Self::default() }
    }
}

/// The forms of one kind of output, the most useful first, each with what writes it.
pub(super) type Forms<F> = &'static [(Format, F)];
/// Writes something that is put together already.
type Writer<T> = fn(&T, Progress<'_>) -> Result<Made, ReportError>;

/// Draws a scene into a picture of some look.
type Painter = fn(&Scene, PictureLook, Progress<'_>) -> Result<Made, ReportError>;

const PNG: Format = Format::new("png", "PNG picture");
const SVG: Format = Format::new("svg", "SVG drawing");

const PICTURES: Forms<Painter> = &[
    (PNG, |scene, look, _| {
        let (bytes, missing_characters) = png::to_png_with(scene, look)?;
        Ok(Made::drawn(bytes, missing_characters))
    }),
    (SVG, |scene, look, _| Ok(Made::whole(svg::to_svg(&looked_at(scene, look))))),
    (Format::new("pdf", "PDF to print"), |scene, _, progress| {
        let (bytes, warnings) = to_pdf(&on_a_page(scene), progress)?;
        Ok(Made::drawn(bytes, warnings.missing_characters))
    }),
];

/// A drawing with its words as a document.
fn on_a_page(scene: &Scene) -> ReportDoc {
    let blocks = vec![Block::Drawing(Box::new(scene.clone())), Block::Aside(scene.desc.clone())];
    ReportDoc {
        title: scene.title.clone(),
        subtitle: "From a Gutskin diary".to_owned(),
        blocks,
        ..ReportDoc::default()
    }
}

/// The numbers behind a figure.
const FIGURE_NUMBERS: Forms<Writer<ExportableFigure>> =
    &[(Format::new("csv", "CSV table"), |figure, _| Ok(Made::whole(figure.csv.clone())))];

const REPORTS: Forms<Writer<ReportDoc>> = &[
    (Format::new("pdf", "PDF to print"), |document, progress| {
        let (bytes, warnings) = to_pdf(document, progress)?;
        Ok(Made::drawn(bytes, warnings.missing_characters))
    }),
    (Format::new("html", "HTML page"), |document, progress| Ok(Made::whole(to_html(document, progress)?))),
];

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// The ending of its files, in small letters and without the first dot.
    pub ending: &'static str,
    /// What it is, for people.
    pub name: &'static str,
}

impl Format {
    pub(super) const fn new(ending: &'static str, name: &'static str) -> Self {
        Self { ending, name }
    }

    /// Whether a picture of this form is made of pixels, so many a point.
    pub fn has_pixels(self) -> bool {
        self == PNG
    }

    /// Whether a picture of this form can have another ground than paper.
    pub fn has_ground(self) -> bool {
        self == PNG || self == SVG
    }

    /// The form that a file's name asks for. Of endings that are the end of others, the longest counts.
    pub fn by_name(formats: &[Self], path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_ascii_lowercase();
        let asks =
            |format: &&Self| name.strip_suffix(format.ending).is_some_and(|stem| stem.len() > 1 && stem.ends_with('.'));
        formats.iter().filter(asks).max_by_key(|format| format.ending.len()).copied()
    }

    /// The same place for a file of this form, where the name asks for another of `formats`.
    pub fn rename(self, formats: &[Self], path: &Path) -> PathBuf {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match Self::by_name(formats, path).and_then(|now| name.get(..name.len() - now.ending.len())) {
            Some(stem) => path.with_file_name(format!("{stem}{}", self.ending)),
            None => path.with_extension(self.ending),
        }
    }
}

/// The kinds of outputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutputKind {
    /// Series over time.
    Chart,
    /// A figure of the analysis with its numbers.
    Figure,
    /// A report for a doctor's visit.
    Report,
    /// The day table, or the whole diary.
    Diary,
}

impl OutputKind {
    /// The forms it can take, the most useful first.
    pub fn formats(self) -> Vec<Format> {
        match self {
            Self::Chart => formats_of(PICTURES),
            Self::Figure => [formats_of(PICTURES), formats_of(FIGURE_NUMBERS)].concat(),
            Self::Report => formats_of(REPORTS),
            Self::Diary => formats_of(DIARIES),
        }
    }

    /// The most useful form.
    pub fn usual_format(self) -> Format {
        match self {
            Self::Chart | Self::Figure => PICTURES[0].0,
            Self::Report => REPORTS[0].0,
            Self::Diary => DIARIES[0].0,
        }
    }

    /// The endings of its forms, for a sentence: “.pdf or .html”.
    pub fn endings(self) -> String {
        one_of(&self.formats().iter().map(|format| format!(".{}", format.ending)).collect::<Vec<_>>())
    }
}

/// What a file is to hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Output {
    /// As [`OutputKind::Chart`].
    Chart(ChartRequest),
    /// As [`OutputKind::Figure`].
    Figure(Arc<ExportableFigure>),
    /// A figure of a kind, still to be drawn; as [`OutputKind::Figure`].
    Kind(Box<KindRequest>),
    /// As [`OutputKind::Report`].
    Report(ReportRequest),
    /// As [`OutputKind::Diary`].
    Diary(DiaryRequest),
}

impl Output {
    /// Every file that it would be written as in a form, the one that is asked for first.
    pub fn places(&self, format: Format, path: &Path) -> Vec<PathBuf> {
        let beside = match self {
            Self::Diary(request) => request.dictionary_beside(format, path),
            _ => None,
        };
        std::iter::once(path.to_path_buf()).chain(beside).collect()
    }

    /// Its kind.
    pub fn kind(&self) -> OutputKind {
        match self {
            Self::Chart(_) => OutputKind::Chart,
            Self::Figure(_) | Self::Kind(_) => OutputKind::Figure,
            Self::Report(_) => OutputKind::Report,
            Self::Diary(_) => OutputKind::Diary,
        }
    }

    /// Name of a file that holds it, without day and ending.
    pub fn stem(&self) -> &'static str {
        match self {
            Self::Chart(_) => "gutskin-chart",
            Self::Figure(figure) => figure.stem,
            Self::Kind(_) => "gutskin-figure",
            Self::Report(_) => "gutskin-report",
            Self::Diary(_) => "gutskin-days",
        }
    }
}

/// Makes the content of a file, a picture as it usually looks.
///
/// # Errors
/// As [`make_with`].
pub fn make(
    diary: &Diary,
    table: &DayTable,
    output: &Output,
    format: Format,
    progress: Progress<'_>,
) -> Result<Made, ReportError> {
    make_with(diary, table, output, (format, PictureLook::default()), progress)
}

/// Makes the content of a file; what is a picture has this look.
///
/// # Errors
/// [`ReportError`]: nothing to draw, a form that this output cannot take, or the work was stopped.
pub fn make_with(
    diary: &Diary,
    table: &DayTable,
    output: &Output,
    (format, look): (Format, PictureLook),
    progress: Progress<'_>,
) -> Result<Made, ReportError> {
    match output {
        Output::Chart(_) => {
            let write = writer(PICTURES, format)?;
            write(&scene_of(diary, table, output, progress)?, look, progress)
        }
        Output::Figure(figure) => write_figure(figure, format, look, progress),
        Output::Kind(request) => {
            let figure = chart_kind::draw(diary, table, request, &|done| progress(done * 0.9))?;
            write_figure(&figure, format, look, progress)
        }
        Output::Report(request) => {
            let write = writer(REPORTS, format)?;
            let mut request = request.clone();
            // The analysis takes the first half of the time.
            if request.insights.is_none() {
                let mut insights = of_diary(table, &|done| progress(done * 0.5)).ok_or(ReportError::Cancelled)?;
                insights.keep_back(kept_back(diary, request.today));
                request.insights = Some(Arc::new(insights));
            }
            let progress: Progress<'_> = &|done| progress(0.5 + done * 0.5);
            write(&build(diary, table, &request, progress)?, progress)
        }
        Output::Diary(request) => {
            diary_files::make(writer(DIARIES, format)?, format, (diary, table), request, progress)
        }
    }
}

/// The drawing of an output that is one.
///
/// # Errors
/// [`ReportError`] if there is nothing to draw, or it is a text.
pub fn scene_of(
    diary: &Diary,
    table: &DayTable,
    output: &Output,
    progress: Progress<'_>,
) -> Result<Scene, ReportError> {
    match output {
        Output::Chart(request) => Ok(figure::draw(&ChartModel::new(diary, table, request)?)),
        Output::Figure(figure) => Ok(figure.scene.clone()),
        Output::Kind(request) => Ok(chart_kind::draw(diary, table, request, progress)?.scene),
        Output::Report(_) | Output::Diary(_) => {
            Err(ReportError::Format { what: "picture", reason: "this is a text".to_owned() })
        }
    }
}

fn write_figure(
    figure: &ExportableFigure,
    format: Format,
    look: PictureLook,
    progress: Progress<'_>,
) -> Result<Made, ReportError> {
    match writer(FIGURE_NUMBERS, format) {
        Ok(write) => write(figure, progress),
        Err(_) => writer(PICTURES, format)?(&figure.scene, look, progress),
    }
}

fn formats_of<F>(forms: Forms<F>) -> Vec<Format> {
    forms.iter().map(|(format, _)| *format).collect()
}

fn writer<F: Copy>(forms: Forms<F>, format: Format) -> Result<F, ReportError> {
    let found = forms.iter().find(|(known, _)| *known == format).map(|(_, write)| *write);
    let reason = || "this is not a form of it".to_owned();
    found.ok_or_else(|| ReportError::Format { what: format.name, reason: reason() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_asks_for_the_form_with_the_longest_ending_that_fits() {
        let formats = [Format::new("csv", "wide"), Format::new("long.csv", "long"), Format::new("ron", "all")];
        let asked = |name: &str| Format::by_name(&formats, Path::new(name)).map(|format| format.name);
        assert_eq!(asked("a/days.CSV"), Some("wide"));
        assert_eq!(asked("a/days.long.csv"), Some("long"));
        assert_eq!([asked("a/days.txt"), asked("a/csv"), asked("a.csv/.csv")], [None; 3]);
        let renamed = |name: &str, to: usize| formats[to].rename(&formats, Path::new(name));
        assert_eq!(renamed("a/my.days.long.csv", 2), Path::new("a/my.days.ron"));
        assert_eq!(renamed("a/days.ron", 1), Path::new("a/days.long.csv"));
        assert_eq!(renamed("a/days", 0), Path::new("a/days.csv"));
        assert_eq!(renamed("a/days.old", 0), Path::new("a/days.csv"));
    }

    #[test]
    fn every_kind_has_forms_and_no_two_of_them_share_an_ending() {
        for kind in [OutputKind::Chart, OutputKind::Figure, OutputKind::Report, OutputKind::Diary] {
            let formats = kind.formats();
            let mut endings: Vec<&str> = formats.iter().map(|format| format.ending).collect();
            endings.sort_unstable();
            endings.dedup();
            assert_eq!(endings.len(), formats.len(), "{kind:?}");
            assert!(!endings.is_empty(), "{kind:?}");
        }
        assert_eq!(
            OutputKind::Diary.endings(),
            ".csv, .long.csv, .dictionary.csv, .trials.csv, .ron, .json or .fhir.json"
        );
    }
}
