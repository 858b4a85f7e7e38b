//! The report as PDF: tagged, with headings, lists, tables with heads, figures with words, an outline, a language and a title.
//! The writer checks the rules of PDF/UA-1 it can check; that is no certificate.

mod draw;
mod flow;
mod photo_pixels;
mod photo_row;
mod picture;
mod sizes;
mod table;
mod tags;
mod text;
mod together;

use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::Identifier;
use krilla::{Document, SerializeSettings};

pub use self::picture::{PagePicture, PagePreview};
use super::document::{ReportDoc, Warnings};
use super::error::{Progress, ReportError, step};
use draw::Pen;
use flow::{Pages, Placed};
use sizes::PageSize;
use text::Typesetter;

/// The report as a PDF file, and what could not be printed. The same report gives the same bytes.
///
/// # Errors
/// [`ReportError::Cancelled`], or [`ReportError::Format`] if the rules of a tagged document are not kept.
pub fn to_pdf(document: &ReportDoc, progress: Progress<'_>) -> Result<(Vec<u8>, Warnings), ReportError> {
    let mut set = Typesetter::new();
    let pages = flow::pour(document, &mut set, &|done| progress(done * 0.5))?;
    let mut pdf = Document::new_with(settings()?);
    let identifiers = draw_pages(&mut pdf, document, &pages, &mut set, progress)?;
    pdf.set_tag_tree(tags::tree(&pages.parts, identifiers));
    pdf.set_outline(outline(&pages));
    pdf.set_metadata(
        Metadata::new()
            .title(format!("{}, {}", document.title, document.subtitle))
            .language("en".to_owned())
            .creator(format!("Gutskin {}", env!("CARGO_PKG_VERSION"))),
    );
    let bytes = pdf.finish().map_err(|error| format_error(error.to_string()))?;
    step(progress, 1.0)?;
    Ok((bytes, Warnings { missing_characters: set.missing }))
}

fn settings() -> Result<SerializeSettings, ReportError> {
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let configuration = configuration.map_err(|_| format_error("its version and its rules do not fit".to_owned()))?;
    Ok(SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() })
}

/// Why a PDF could not be made.
fn format_error(reason: String) -> ReportError {
    ReportError::Format { what: "PDF", reason }
}

/// Draws all pages; gives for each part the marks that belong to it, in reading order.
fn draw_pages(
    pdf: &mut Document,
    document: &ReportDoc,
    pages: &Pages,
    set: &mut Typesetter,
    progress: Progress<'_>,
) -> Result<Vec<Vec<Identifier>>, ReportError> {
    let mut identifiers: Vec<Vec<Identifier>> = vec![Vec::new(); pages.parts.len()];
    let (count, sheet) = (pages.sheets.len(), PageSize::new(document.paper));
    for (number, placed) in pages.sheets.iter().enumerate() {
        step(progress, 0.5 + 0.45 * number as f32 / count as f32)?;
        let size =
            PageSettings::from_wh(sheet.width, sheet.height).ok_or_else(|| format_error("no such paper".to_owned()))?;
        let mut page = pdf.start_page_with(size);
        let mut pen = Pen::new(page.surface(), set);
        for Placed { part, mark } in placed {
            let identifier = pen.draw(mark, part.is_some())?;
            if let Some(of_part) = part.and_then(|part| identifiers.get_mut(part)) {
                of_part.push(identifier);
            }
        }
        pen.footer(
            sheet,
            &format!("{} · {}", document.title, document.subtitle),
            &format!("{} of {count}", number + 1),
        );
        pen.finish();
        page.finish();
    }
    Ok(identifiers)
}

fn outline(pages: &Pages) -> Outline {
    let mut outline = Outline::new();
    for landmark in &pages.landmarks {
        let place = krilla::geom::Point::from_xy(0.0, (landmark.top - 10.0).max(0.0));
        let target = krilla::destination::XyzDestination::new(landmark.page, place);
        outline.push_child(OutlineNode::new(landmark.text.clone(), target));
    }
    outline
}
