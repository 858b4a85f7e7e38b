//! Setting words for paper: lines broken to a width, in the bundled typeface, every character drawable.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::SourceCache;
use parley::layout::{Layout, Run};
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{FontContext, FontData, LayoutContext};

use crate::report::fonts;

/// Height of a line, in sizes of its letters.
const LINE_HEIGHT: f32 = 1.38;

/// One line, ready to draw.
#[derive(Clone)]
pub(super) struct SetLine {
    /// Height of the line.
    pub height: f32,
    /// Width of what is drawn.
    pub width: f32,
    /// From the top of the line down to its baseline.
    baseline: f32,
    /// The paragraph the glyphs speak of.
    text: Arc<str>,
    runs: Vec<SetRun>,
}

#[derive(Clone)]
struct SetRun {
    x: f32,
    size: f32,
    font: Font,
    face: FontData,
    glyphs: Vec<KrillaGlyph>,
}

impl SetLine {
    /// Every glyph with its face, its size, and its place right of and below the top left corner of the line.
    pub fn each_glyph(&self, mut draw: impl FnMut(&FontData, u32, f32, (f32, f32))) {
        for run in &self.runs {
            let mut x = run.x;
            for glyph in &run.glyphs {
                let place = (x + glyph.x_offset * run.size, self.baseline - glyph.y_offset * run.size);
                draw(&run.face, glyph.glyph_id.to_u32(), run.size, place);
                x += glyph.x_advance * run.size;
            }
        }
    }

    /// Where the top of the line is if its baseline is at a place.
    pub fn top_of(&self, baseline: f32) -> f32 {
        baseline - self.baseline
    }

    /// Draws the line with its top left corner at a place, in the colour that is set.
    pub fn draw(&self, surface: &mut Surface<'_>, x: f32, top: f32) {
        for run in &self.runs {
            let at = Point::from_xy(x + run.x, top + self.baseline);
            surface.draw_glyphs(at, &run.glyphs, run.font.clone(), &self.text, run.size, false);
        }
    }

    /// Draws the line with its baseline at a place.
    pub fn draw_on(&self, surface: &mut Surface<'_>, x: f32, baseline: f32) {
        self.draw(surface, x, self.top_of(baseline));
    }
}

/// Sets words; counts what it could not.
pub(super) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    faces: HashMap<u64, Font>,
    /// Characters without a glyph so far.
    pub missing: usize,
}

impl Typesetter {
    pub fn new() -> Self {
        // Nothing of the system's fonts is looked at: a machine may have none, and a report is the same everywhere.
        let fonts = FontContext { collection: fonts::collection(), source_cache: SourceCache::default() };
        Self { fonts, layouts: LayoutContext::new(), faces: HashMap::new(), missing: 0 }
    }

    /// Sets a text in lines no wider than `width`; every line end of the text begins a new one.
    pub fn lines(&mut self, text: &str, size: f32, strong: bool, width: f32) -> Vec<SetLine> {
        let mut lines = Vec::new();
        for paragraph in text.split('\n') {
            let (clean, missing) = clean(paragraph);
            self.missing += missing;
            lines.extend(self.set(&clean, size, strong, Some(width)));
        }
        lines
    }

    /// Sets a text on one line, however wide.
    pub fn line(&mut self, text: &str, size: f32, strong: bool) -> Option<SetLine> {
        let (clean, missing) = clean(&text.replace('\n', " "));
        self.missing += missing;
        self.set(&clean, size, strong, None).into_iter().next()
    }

    fn set(&mut self, text: &str, size: f32, strong: bool, width: Option<f32>) -> Vec<SetLine> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        let family = FontFamily::Single(FontFamilyName::Named(Cow::Borrowed(fonts::FAMILY)));
        builder.push_default(StyleProperty::FontFamily(family));
        builder.push_default(StyleProperty::FontSize(size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(LINE_HEIGHT)));
        builder.push_default(StyleProperty::FontWeight(FontWeight::new(if strong { 600.0 } else { 400.0 })));
        // A word wider than the column is broken rather than run over the edge.
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let mut layout: Layout<()> = builder.build(text);
        layout.break_all_lines(width);
        let text: Arc<str> = Arc::from(text);
        let mut lines = Vec::with_capacity(layout.len());
        for line in layout.lines() {
            let metrics = line.metrics();
            let mut set = SetLine {
                height: metrics.line_height,
                width: metrics.advance - metrics.trailing_whitespace,
                baseline: metrics.baseline - metrics.block_min_coord,
                text: text.clone(),
                runs: Vec::new(),
            };
            let mut x = 0.0;
            for run in line.runs() {
                if let Some(set_run) = self.run(&run, &mut x) {
                    set.runs.push(set_run);
                }
            }
            lines.push(set);
        }
        lines
    }

    /// The glyphs of a run. A glyph that is still missing is left out, since a tagged document must not hold one.
    fn run(&mut self, run: &Run<'_, ()>, x: &mut f32) -> Option<SetRun> {
        let (data, id) = run.font().data.clone().into_raw_parts();
        let font = if let Some(font) = self.faces.get(&id) {
            font.clone()
        } else {
            let font = Font::new(data.into(), run.font().index)?;
            self.faces.insert(id, font.clone());
            font
        };
        let (start, size) = (*x, run.font_size());
        let mut glyphs: Vec<KrillaGlyph> = Vec::new();
        for cluster in run.visual_clusters() {
            if cluster.is_ligature_continuation() {
                if let Some(glyph) = glyphs.last_mut() {
                    glyph.text_range.end = glyph.text_range.end.max(cluster.text_range().end);
                }
                continue;
            }
            for glyph in cluster.glyphs() {
                *x += glyph.advance;
                if glyph.id == 0 {
                    self.missing += 1;
                    continue;
                }
                let [advance, dx, dy] = [glyph.advance, glyph.x, glyph.y].map(|value| value / size);
                glyphs.push(KrillaGlyph::new(GlyphId::new(glyph.id), advance, dx, dy, 0.0, cluster.text_range(), None));
            }
        }
        (!glyphs.is_empty()).then_some(SetRun { x: start, size, font, face: run.font().clone(), glyphs })
    }
}

/// The text with plain blanks and only characters the typeface has.
fn clean(text: &str) -> (String, usize) {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_control() || *c == '\t')
        .map(|c| if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c })
        .collect();
    let (printable, missing) = fonts::printable(&plain);
    (printable.into_owned(), missing)
}
