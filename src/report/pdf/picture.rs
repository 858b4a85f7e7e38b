//! Pages as pictures, to be looked at before anything is saved: the very marks that the PDF draws, at the very places, as pixels.

use std::collections::HashMap;

use resvg::tiny_skia::{
    Color as Paint, FillRule, LineCap, Paint as Brush, Path, PathBuilder, Pixmap, Rect, Stroke, StrokeDash, Transform,
};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::flow::{Landmark, Mark, Pages, Placed, Role, pour};
use super::photo_pixels;
use super::sizes::{MARGIN, PageSize};
use super::text::{SetLine, Typesetter};
use crate::report::document::ReportDoc;
use crate::report::error::{Progress, ReportError};
use crate::report::scene::{self, Anchor, Color, Item, Scene, Shape, Words, corners, palette};

/// A page as a picture: red, green, blue and opacity of each pixel, row by row.
#[derive(Clone, PartialEq, Eq)]
pub struct PagePicture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Four bytes a pixel; every pixel is opaque.
    pub pixels: Vec<u8>,
}

/// A report on its pages, ready to be drawn.
pub struct PagePreview {
    pages: Pages,
    sheet: PageSize,
    foot: String,
    set: Typesetter,
    outlines: Outlines,
}

impl PagePreview {
    /// Pours a report onto its pages.
    ///
    /// # Errors
    /// [`ReportError::Cancelled`].
    pub fn new(document: &ReportDoc, progress: Progress<'_>) -> Result<Self, ReportError> {
        let mut set = Typesetter::new();
        let pages = pour(document, &mut set, progress)?;
        let (sheet, foot) = (PageSize::new(document.paper), format!("{} · {}", document.title, document.subtitle));
        Ok(Self { pages, sheet, foot, set, outlines: Outlines::default() })
    }

    /// How many pages there are; at least one.
    pub fn page_count(&self) -> usize {
        self.pages.sheets.len()
    }

    /// The headings, each with the number of its page from 0.
    pub fn headings(&self) -> Vec<(String, usize)> {
        self.pages.landmarks.iter().map(|landmark| (landmark.text.clone(), landmark.page)).collect()
    }

    /// The words of each figure as a screen reader says them, with the number of its page from 0.
    pub fn figures(&self) -> Vec<(String, usize)> {
        let on_pages = self.pages.sheets.iter().enumerate();
        let placed = on_pages.flat_map(|(page, marks)| marks.iter().map(move |mark| (page, mark)));
        let part = |placed: &Placed| self.pages.parts.get(placed.part?);
        let words = placed.filter_map(|(page, placed)| match &part(placed)?.role {
            Role::Figure(words) => Some((words.clone(), page)),
            _ => None,
        });
        words.collect()
    }

    /// Headings under which nothing stands on their page, which never should be.
    pub fn parted_headings(&self) -> Vec<String> {
        let is_parted = |landmark: &&Landmark| {
            let marks = self.pages.sheets.get(landmark.page).into_iter().flatten();
            let below = marks.filter(|placed| placed.part.is_some()).filter(|placed| placed.mark.top() > landmark.top);
            let mut others = below.filter(|placed| {
                let part = placed.part.and_then(|part| self.pages.parts.get(part));
                !part.is_some_and(|part| matches!(part.role, Role::Heading(..)))
            });
            others.next().is_none()
        };
        self.pages.landmarks.iter().filter(is_parted).map(|landmark| landmark.text.clone()).collect()
    }

    /// A page, numbered from 0, as a picture of a width in pixels; `None` if there is no such page or no such picture.
    pub fn picture(&mut self, page: usize, width: u32) -> Option<PagePicture> {
        let Self { pages, sheet, foot, set, outlines } = self;
        let placed = pages.sheets.get(page)?;
        let zoom = width as f32 / sheet.width;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height in pixels")]
        let height = (sheet.height * zoom).round() as u32;
        let mut pixmap = Pixmap::new(width, height)?;
        pixmap.fill(Paint::WHITE);
        let at = Transform::from_scale(zoom, zoom);
        let mut brush = PixelPen { pixmap, set, outlines };
        for Placed { mark, .. } in placed {
            brush.draw(mark, at);
        }
        let number = format!("{} of {}", page + 1, pages.sheets.len());
        brush.foot(*sheet, (foot, &number), at);
        let pixels = brush.pixmap.data().to_vec();
        Some(PagePicture { width, height, pixels })
    }
}

/// The outlines of letters seen so far, by face and glyph, in units of their face.
#[derive(Default)]
struct Outlines(HashMap<(u64, u32), Option<(Path, f32)>>);

impl Outlines {
    fn get(&mut self, face: &parley::FontData, glyph: u32) -> Option<&(Path, f32)> {
        let outline = self.0.entry((face.data.id(), glyph)).or_insert_with(|| {
            let font = FontRef::from_index(face.data.as_ref(), face.index).ok()?;
            let units = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
            let mut pen = GlyphPen(PathBuilder::new());
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            font.outline_glyphs().get(GlyphId::new(glyph))?.draw(settings, &mut pen).ok()?;
            Some((pen.0.finish()?, units))
        });
        outline.as_ref()
    }
}

/// Draws the outline of a letter.
struct GlyphPen(PathBuilder);

impl OutlinePen for GlyphPen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to(cx, cy, x, y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.0.cubic_to(ax, ay, bx, by, x, y);
    }

    fn close(&mut self) {
        self.0.close();
    }
}

/// Draws on one picture.
struct PixelPen<'a> {
    pixmap: Pixmap,
    set: &'a mut Typesetter,
    outlines: &'a mut Outlines,
}

impl PixelPen<'_> {
    fn draw(&mut self, mark: &Mark, at: Transform) {
        match mark {
            Mark::Line { line, x, top, color } => self.line(line, (*x, *top), *color, at),
            Mark::Rule { x, y, width } => {
                self.path(&[(*x, *y), (*x + *width, *y)], scene::Stroke::solid(palette::GRID, 0.7), at);
            }
            Mark::Scene { scene, x, top, scale } => {
                self.scene(scene, at.pre_translate(*x, *top).pre_scale(*scale, *scale));
            }
            Mark::Photo { picture, x, top, size } => {
                photo_pixels::draw(&mut self.pixmap, picture, *size, at.pre_translate(*x, *top));
            }
        }
    }

    /// What stands at the foot of the page, left and right.
    fn foot(&mut self, sheet: PageSize, (left, right): (&str, &str), at: Transform) {
        let baseline = sheet.height - 30.0;
        for (text, is_right) in [(left, false), (right, true)] {
            let Some(line) = self.set.line(text, 8.0, false) else { continue };
            let x = if is_right { sheet.width - MARGIN - line.width } else { MARGIN };
            self.line(&line, (x, line.top_of(baseline)), palette::QUIET, at);
        }
    }

    fn line(&mut self, line: &SetLine, (x, top): (f32, f32), color: Color, at: Transform) {
        let brush = brush(color, 1.0);
        line.each_glyph(|face, glyph, size, (right, baseline)| {
            let Some((path, units)) = self.outlines.get(face, glyph) else { return };
            let scale = size / units;
            // Letters of a face stand upwards, a page goes downwards.
            let place = at.pre_translate(x + right, top + baseline).pre_scale(scale, -scale);
            self.pixmap.fill_path(path, &brush, FillRule::Winding, place, None);
        });
    }

    fn scene(&mut self, scene: &Scene, at: Transform) {
        for item in &scene.items {
            match item {
                Item::Line { points, stroke } => self.path(points, *stroke, at),
                Item::Box { frame: [x, y, width, height], color, opacity } => {
                    if let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) {
                        self.pixmap.fill_rect(rect, &brush(*color, *opacity), at, None);
                    }
                }
                Item::Area { ring, fill, stroke, .. } => {
                    if let Some((color, opacity)) = fill {
                        self.fill(closed(ring), *color, *opacity, at);
                    }
                    let border: Vec<(f32, f32)> = ring.iter().chain(ring.first()).copied().collect();
                    self.path(&border, *stroke, at);
                }
                Item::Mark { at: place, radius, shape, color } => {
                    let path = match shape {
                        Shape::Circle => PathBuilder::from_circle(place.0, place.1, *radius),
                        _ => closed(&corners(*shape, *place, *radius)),
                    };
                    self.fill(path, *color, 1.0, at);
                }
                Item::Text(words) => self.words(words, at),
            }
        }
    }

    fn words(&mut self, words: &Words, at: Transform) {
        let Some(line) = self.set.line(&words.text, words.size, words.strong) else { return };
        let left = match words.anchor {
            Anchor::Start => words.at.0,
            Anchor::Middle => words.at.0 - line.width / 2.0,
            Anchor::End => words.at.0 - line.width,
        };
        self.line(&line, (left, line.top_of(words.at.1)), words.color, at);
    }

    fn fill(&mut self, path: Option<Path>, color: Color, opacity: f32, at: Transform) {
        if let Some(path) = path {
            self.pixmap.fill_path(&path, &brush(color, opacity), FillRule::Winding, at, None);
        }
    }

    fn path(&mut self, points: &[(f32, f32)], stroke: scene::Stroke, at: Transform) {
        let dash = if stroke.dash.is_empty() { None } else { StrokeDash::new(stroke.dash.to_vec(), 0.0) };
        let pen = Stroke { width: stroke.width, line_cap: LineCap::Butt, dash, ..Stroke::default() };
        if let Some(path) = along(points).finish() {
            self.pixmap.stroke_path(&path, &brush(stroke.color, stroke.opacity), &pen, at, None);
        }
    }
}

fn brush(color: Color, opacity: f32) -> Brush<'static> {
    let mut brush = Brush::default();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
    let alpha = (opacity.clamp(0.0, 1.0) * 255.0).round() as u8;
    brush.set_color_rgba8(color.0, color.1, color.2, alpha);
    brush
}

/// Lines from point to point.
fn along(points: &[(f32, f32)]) -> PathBuilder {
    let mut path = PathBuilder::new();
    for (place, (x, y)) in points.iter().enumerate() {
        if place == 0 {
            path.move_to(*x, *y);
        } else {
            path.line_to(*x, *y);
        }
    }
    path
}

fn closed(points: &[(f32, f32)]) -> Option<Path> {
    let mut path = along(points);
    path.close();
    path.finish()
}
