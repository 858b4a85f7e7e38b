//! Ink on a page: lines of words, rules and figures, each marked as content or as decoration.

use krilla::color::rgb;
use krilla::geom::{PathBuilder, Rect, Size, Transform};
use krilla::image::Image;
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};

use super::flow::Mark;
use super::format_error;
use super::sizes::{MARGIN, PageSize};
use super::text::Typesetter;
use crate::photos::PaperPicture;
use crate::report::error::ReportError;
use crate::report::scene::{self, Anchor, Color, Item, Scene, Shape, Words, corners, palette};

/// Half of the side of a square of the same area as a circle, for the curve of a circle: the usual constant of four arcs.
const ARC: f32 = 0.552_285;

/// Draws on one page.
pub(super) struct Pen<'a, 's> {
    surface: Surface<'s>,
    set: &'a mut Typesetter,
}

impl<'a, 's> Pen<'a, 's> {
    pub fn new(surface: Surface<'s>, set: &'a mut Typesetter) -> Self {
        Self { surface, set }
    }

    pub fn finish(self) {
        self.surface.finish();
    }

    /// Draws a mark as content or as decoration; only the name of content goes into the structure.
    ///
    /// # Errors
    /// [`ReportError::Format`] if a photo is no picture.
    pub fn draw(&mut self, mark: &Mark, content: bool) -> Result<Identifier, ReportError> {
        // Before anything is begun, since what was begun has to be ended.
        let image = match mark {
            Mark::Photo { picture, .. } => Some(image(picture)?),
            _ => None,
        };
        let decoration = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout));
        let tag = match (content, mark) {
            (false, _) => decoration,
            (true, Mark::Line { .. }) => ContentTag::Span(SpanTag::empty()),
            (true, _) => ContentTag::Other,
        };
        let identifier = self.surface.start_tagged(tag);
        match mark {
            Mark::Line { line, x, top, color } => {
                self.fill(*color, 1.0);
                line.draw(&mut self.surface, *x, *top);
            }
            Mark::Rule { x, y, width } => {
                self.path(&[(*x, *y), (*x + *width, *y)], scene::Stroke::solid(palette::GRID, 0.7));
            }
            Mark::Scene { scene, x, top, scale } => {
                self.surface.push_transform(&Transform::from_row(*scale, 0.0, 0.0, *scale, *x, *top));
                self.scene(scene);
                self.surface.pop();
            }
            Mark::Photo { x, top, size: (width, height), .. } => {
                if let (Some(image), Some(size)) = (image, Size::from_wh(*width, *height)) {
                    self.surface.push_transform(&Transform::from_translate(*x, *top));
                    self.surface.draw_image(image, size);
                    self.surface.pop();
                }
            }
        }
        self.surface.end_tagged();
        Ok(identifier)
    }

    /// Title on the left and page number on the right, both decoration.
    pub fn footer(&mut self, sheet: PageSize, left: &str, right: &str) {
        let baseline = sheet.height - 30.0;
        for (text, kind, at_right) in [(left, ArtifactType::Footer, false), (right, ArtifactType::PageNumber, true)] {
            let Some(line) = self.set.line(text, 8.0, false) else { continue };
            let x = if at_right { sheet.width - MARGIN - line.width } else { MARGIN };
            self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
            self.fill(palette::QUIET, 1.0);
            line.draw_on(&mut self.surface, x, baseline);
            self.surface.end_tagged();
        }
    }

    fn fill(&mut self, color: Color, opacity: f32) {
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(Fill {
            paint: rgb::Color::new(color.0, color.1, color.2).into(),
            opacity: NormalizedF32::new(opacity).unwrap_or(NormalizedF32::ONE),
            rule: FillRule::default(),
        }));
    }

    fn scene(&mut self, scene: &Scene) {
        for item in &scene.items {
            match item {
                Item::Line { points, stroke } => self.path(points, *stroke),
                Item::Box { frame: [x, y, width, height], color, opacity } => {
                    self.fill(*color, *opacity);
                    if let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) {
                        let mut path = PathBuilder::new();
                        path.push_rect(rect);
                        self.finish_path(path);
                    }
                }
                Item::Area { ring, fill, stroke, .. } => {
                    if let Some((color, opacity)) = fill {
                        self.fill(*color, *opacity);
                        self.finish_path(closed(ring));
                    }
                    let border: Vec<(f32, f32)> = ring.iter().chain(ring.first()).copied().collect();
                    self.path(&border, *stroke);
                }
                Item::Mark { at, radius, shape, color } => {
                    self.fill(*color, 1.0);
                    let path = if *shape == Shape::Circle {
                        circle(*at, *radius)
                    } else {
                        closed(&corners(*shape, *at, *radius))
                    };
                    self.finish_path(path);
                }
                Item::Text(words) => self.words(words),
            }
        }
    }

    fn words(&mut self, words: &Words) {
        let Some(line) = self.set.line(&words.text, words.size, words.strong) else { return };
        let left = match words.anchor {
            Anchor::Start => words.at.0,
            Anchor::Middle => words.at.0 - line.width / 2.0,
            Anchor::End => words.at.0 - line.width,
        };
        self.fill(words.color, 1.0);
        line.draw_on(&mut self.surface, left, words.at.1);
    }

    fn path(&mut self, points: &[(f32, f32)], stroke: scene::Stroke) {
        self.surface.set_fill(None);
        let dash = (!stroke.dash.is_empty()).then(|| StrokeDash { array: stroke.dash.to_vec(), offset: 0.0 });
        self.surface.set_stroke(Some(Stroke {
            paint: rgb::Color::new(stroke.color.0, stroke.color.1, stroke.color.2).into(),
            width: stroke.width,
            opacity: NormalizedF32::new(stroke.opacity).unwrap_or(NormalizedF32::ONE),
            dash,
            ..Stroke::default()
        }));
        let mut path = PathBuilder::new();
        for (place, (x, y)) in points.iter().enumerate() {
            if place == 0 {
                path.move_to(*x, *y);
            } else {
                path.line_to(*x, *y);
            }
        }
        self.finish_path(path);
    }

    fn finish_path(&mut self, path: PathBuilder) {
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }
}

/// A photo as it lies in the file: its own bytes, not encoded anew.
fn image(picture: &PaperPicture) -> Result<Image, ReportError> {
    Image::from_jpeg(picture.jpeg().clone().into(), true).map_err(format_error)
}

fn circle((x, y): (f32, f32), r: f32) -> PathBuilder {
    let c = r * ARC;
    let mut path = PathBuilder::new();
    path.move_to(x + r, y);
    path.cubic_to(x + r, y + c, x + c, y + r, x, y + r);
    path.cubic_to(x - c, y + r, x - r, y + c, x - r, y);
    path.cubic_to(x - r, y - c, x - c, y - r, x, y - r);
    path.cubic_to(x + c, y - r, x + r, y - c, x + r, y);
    path.close();
    path
}

fn closed(points: &[(f32, f32)]) -> PathBuilder {
    let mut path = PathBuilder::new();
    for (place, (x, y)) in points.iter().enumerate() {
        if place == 0 {
            path.move_to(*x, *y);
        } else {
            path.line_to(*x, *y);
        }
    }
    path.close();
    path
}
