//! Setting words for paper: lines broken to a width, in the bundled typeface, every character drawable.

use std::collections::HashMap;
use std::sync::Arc;

use krilla::geom::Point;
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::SourceCache;
use parley::layout::{Layout, Run};
use parley::style::{FontFamily, FontWeight, LineHeight, OverflowWrap, StyleProperty};
use parley::{FontContext, FontData, LayoutContext};

use crate::report::fallback::{Fallback, families};
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

/// Fonts for letters that the bundled typeface lacks.
enum Others {
    /// Nobody asked yet.
    Unasked,
    /// Those there are.
    Known(Option<Box<Fallback>>),
}

impl Others {
    fn get(&mut self) -> Option<&mut Fallback> {
        if matches!(self, Self::Unasked) {
            *self = Self::Known(Fallback::system().map(Box::new));
        }
        match self {
            Self::Known(Some(others)) => Some(others),
            _ => None,
        }
    }
}

/// Sets words; counts what it could not.
pub(super) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    faces: HashMap<(u64, u32), Font>,
    others: Others,
    /// Characters without a glyph so far.
    pub missing: usize,
}

impl Typesetter {
    pub fn new() -> Self {
        Self::with(Others::Unasked)
    }

    fn with(others: Others) -> Self {
        // Nothing of the system's fonts is looked at while the bundled one has every letter: a report is the same everywhere.
        let fonts = FontContext { collection: fonts::collection(), source_cache: SourceCache::default() };
        Self { fonts, layouts: LayoutContext::new(), faces: HashMap::new(), others, missing: 0 }
    }

    /// Sets a text in lines no wider than `width`; every line end of the text begins a new one.
    pub fn lines(&mut self, text: &str, size: f32, strong: bool, width: f32) -> Vec<SetLine> {
        let mut lines = Vec::new();
        for paragraph in text.split('\n') {
            lines.extend(self.paragraph(&plain(paragraph), size, strong, Some(width)));
        }
        lines
    }

    /// Sets a text on one line, however wide.
    pub fn line(&mut self, text: &str, size: f32, strong: bool) -> Option<SetLine> {
        self.paragraph(&plain(&text.replace('\n', " ")), size, strong, None).into_iter().next()
    }

    /// Sets a paragraph in the bundled typeface, and in others where it has letters that this one lacks.
    fn paragraph(&mut self, text: &str, size: f32, strong: bool, width: Option<f32>) -> Vec<SetLine> {
        if !fonts::covers_all(text)
            && let Some(others) = self.others.get()
            && let Some(drawable) = others.drawable(text)
        {
            self.missing += drawable.missing;
            return self.set(&drawable.text, size, strong, width, true);
        }
        let (text, missing) = fonts::printable(text);
        self.missing += missing;
        self.set(&text, size, strong, width, false)
    }

    /// Sets a text all of whose letters are there: in the bundled typeface, or with others beside it.
    fn set(&mut self, text: &str, size: f32, strong: bool, width: Option<f32>, with_others: bool) -> Vec<SetLine> {
        let (fonts, family) = match &mut self.others {
            Others::Known(Some(others)) if with_others => (&mut others.fonts, families()),
            _ => (&mut self.fonts, FontFamily::named(fonts::FAMILY)),
        };
        let mut builder = self.layouts.ranged_builder(fonts, text, 1.0, false);
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
        let index = run.font().index;
        let (data, id) = run.font().data.clone().into_raw_parts();
        let font = if let Some(font) = self.faces.get(&(id, index)) {
            font.clone()
        } else {
            let font = Font::new(data.into(), index)?;
            self.faces.insert((id, index), font.clone());
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

/// The text with plain blanks and nothing that steers a printer.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_control() || *c == '\t')
        .map(|c| if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fallback::few_letters;

    /// The letters of a line from left to right.
    fn left_to_right(line: &SetLine) -> String {
        let glyphs = line.runs.iter().flat_map(|run| &run.glyphs);
        glyphs.map(|glyph| line.text.get(glyph.text_range.clone()).unwrap()).collect()
    }

    #[test]
    fn words_that_run_from_right_to_left_do_so_on_paper() {
        let mut set = Typesetter::with(Others::Known(Some(Box::new(few_letters()))));
        let line = set.line("ab שלום cd", 10.0, false).unwrap();
        // Within the words from the left stands the word from the right, its last letter first.
        assert_eq!(left_to_right(&line), "ab םולש cd");
        let words = set.line("שלום לום", 10.0, false).unwrap();
        assert_eq!(left_to_right(&words), "םול םולש", "the first word stands at the right");
        assert_eq!(set.missing, 0);
    }

    #[test]
    fn plain_words_are_set_in_the_bundled_typeface_whatever_is_installed() {
        let mut with = Typesetter::with(Others::Known(Some(Box::new(few_letters()))));
        let mut without = Typesetter::with(Others::Known(None));
        let widths = [&mut with, &mut without].map(|set| set.line("Redness → 3 °C, ő", 10.0, true).unwrap().width);
        assert_eq!(widths[0].to_bits(), widths[1].to_bits());
        assert_eq!(without.line("味", 10.0, false).map(|line| left_to_right(&line)), Some("□".to_owned()));
        assert_eq!((with.missing, without.missing), (0, 1));
    }
}
