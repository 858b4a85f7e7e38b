//! Pouring a report onto pages: what stands where, and which part of the document each piece belongs to. Nothing is drawn here.

use super::text::{SetLine, Typesetter};
use crate::report::document::{Block, ReportDoc};
use crate::report::error::{Progress, ReportError, step};
use crate::report::figure;
use crate::report::scene::{Color, Scene, palette};

/// A4 in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
pub(super) const MARGIN: f32 = 50.0;
pub(super) const BOTTOM: f32 = PAGE.1 - 62.0;
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;
/// Width figures are drawn at before they are scaled to the column, so that their letters stay readable on paper.
const FIGURE_WIDTH: f32 = 660.0;

const BODY: f32 = 10.0;
pub(super) const SMALL: f32 = 8.8;

/// Place of a part in the list of parts.
pub(super) type PartId = usize;

/// What a part of the document is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Role {
    Heading(u8, String),
    Paragraph,
    List,
    ListItem,
    ListBody,
    Table,
    TableHead,
    TableBody,
    Caption,
    Row,
    HeadCell,
    RowHead,
    Cell,
    Figure(String),
}

/// A part: what it is, and inside which other one.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub role: Role,
    pub parent: Option<PartId>,
}

/// One thing drawn.
pub(super) enum Mark {
    Line { line: SetLine, x: f32, top: f32, color: Color },
    Rule { x: f32, y: f32, width: f32 },
    Scene { scene: Box<Scene>, x: f32, top: f32, scale: f32 },
}

/// A mark and the part it belongs to; decoration belongs to none.
pub(super) struct Placed {
    pub part: Option<PartId>,
    pub mark: Mark,
}

/// A heading as the outline shows it.
pub(super) struct Landmark {
    pub text: String,
    pub page: usize,
    pub top: f32,
}

/// A report on pages.
pub(super) struct Pages {
    pub sheets: Vec<Vec<Placed>>,
    pub parts: Vec<Part>,
    pub landmarks: Vec<Landmark>,
}

/// Pours a report onto pages.
pub(super) fn pour(document: &ReportDoc, set: &mut Typesetter, progress: Progress<'_>) -> Result<Pages, ReportError> {
    let pages = Pages { sheets: vec![Vec::new()], parts: Vec::new(), landmarks: Vec::new() };
    let mut flow = Flow { pages, set, top: MARGIN };
    flow.heading(1, &document.title, 0.0);
    let subtitle = flow.part(Role::Paragraph, None);
    flow.paragraph(subtitle, &document.subtitle, BODY, palette::QUIET);
    for (done, block) in document.blocks.iter().enumerate() {
        step(progress, done as f32 / document.blocks.len() as f32)?;
        flow.block(block, document.blocks.get(done + 1));
    }
    Ok(flow.pages)
}

/// A pouring under way: where the next piece goes.
pub(super) struct Flow<'a> {
    pub pages: Pages,
    pub set: &'a mut Typesetter,
    /// Top of what comes next on the last page.
    pub top: f32,
}

impl Flow<'_> {
    fn block(&mut self, block: &Block, next: Option<&Block>) {
        match block {
            Block::Heading { level, text } => {
                let follower = next.map_or(0.0, |next| self.least_height(next));
                self.heading((*level).clamp(2, 3), text, follower);
            }
            Block::Paragraph(text) => {
                let part = self.part(Role::Paragraph, None);
                self.paragraph(part, text, BODY, palette::TEXT);
            }
            Block::Aside(text) => {
                let part = self.part(Role::Paragraph, None);
                self.paragraph(part, text, SMALL, palette::QUIET);
            }
            Block::List(points) => self.list(points),
            Block::Table(table) => self.table(table),
            Block::Figure(chart) => self.drawing(figure::draw_at(chart, FIGURE_WIDTH)),
            Block::Drawing(scene) => self.drawing(scene.as_ref().clone()),
            Block::NewPage => self.new_page(),
        }
    }

    fn drawing(&mut self, scene: Scene) {
        let (scale, height) = scaled_height(&scene);
        self.make_room(height);
        let part = self.part(Role::Figure(scene.desc.clone()), None);
        let top = self.top;
        self.place(Some(part), Mark::Scene { scene: Box::new(scene), x: MARGIN, top, scale });
        self.top += height + 8.0;
    }

    /// Height a block needs at least to stay with the heading above it.
    fn least_height(&mut self, block: &Block) -> f32 {
        match block {
            Block::Figure(chart) => scaled_height(&figure::draw_at(chart, FIGURE_WIDTH)).1,
            Block::Drawing(scene) => scaled_height(scene).1,
            Block::Table(table) => self.kept_together(table),
            _ => 40.0,
        }
    }

    pub(super) fn part(&mut self, role: Role, parent: Option<PartId>) -> PartId {
        self.pages.parts.push(Part { role, parent });
        self.pages.parts.len() - 1
    }

    pub(super) fn place(&mut self, part: Option<PartId>, mark: Mark) {
        if let Some(page) = self.pages.sheets.last_mut() {
            page.push(Placed { part, mark });
        }
    }

    pub(super) fn new_page(&mut self) {
        self.pages.sheets.push(Vec::new());
        self.top = MARGIN;
    }

    /// Starts a page if less than `height` is left, unless nothing is on this one yet.
    pub(super) fn make_room(&mut self, height: f32) {
        let begun = self.top > MARGIN;
        if begun && self.top + height > BOTTOM {
            self.new_page();
        }
    }

    fn heading(&mut self, level: u8, text: &str, follower: f32) {
        let (size, above) = match level {
            1 => (21.0, 0.0),
            2 => (13.5, 14.0),
            _ => (11.0, 8.0),
        };
        let room = (size * 1.4 + above + 6.0 + follower).min(BOTTOM - MARGIN);
        self.make_room(room);
        if self.top > MARGIN {
            self.top += above;
        }
        let page = self.pages.sheets.len() - 1;
        self.pages.landmarks.push(Landmark { text: text.to_owned(), page, top: self.top });
        let part = self.part(Role::Heading(level, text.to_owned()), None);
        for line in self.set.lines(text, size, true, WIDTH) {
            self.put_line(part, line, MARGIN, palette::TEXT);
        }
        self.top += 4.0;
    }

    fn paragraph(&mut self, part: PartId, text: &str, size: f32, color: Color) {
        for line in self.set.lines(text, size, false, WIDTH) {
            self.put_line(part, line, MARGIN, color);
        }
        self.top += 5.0;
    }

    /// Puts a line at the left `x` and goes down by its height, onto a new page if need be.
    pub(super) fn put_line(&mut self, part: PartId, line: SetLine, x: f32, color: Color) {
        let height = line.height;
        self.make_room(height);
        let top = self.top;
        self.place(Some(part), Mark::Line { line, x, top, color });
        self.top += height;
    }

    fn list(&mut self, points: &[String]) {
        let list = self.part(Role::List, None);
        for point in points {
            let item = self.part(Role::ListItem, Some(list));
            let body = self.part(Role::ListBody, Some(item));
            for (place, line) in self.set.lines(point, BODY, false, WIDTH - 14.0).into_iter().enumerate() {
                self.make_room(line.height);
                if place == 0
                    && let Some(bullet) = self.set.line("•", BODY, false)
                {
                    let top = self.top;
                    self.place(None, Mark::Line { line: bullet, x: MARGIN + 2.0, top, color: palette::QUIET });
                }
                self.put_line(body, line, MARGIN + 14.0, palette::TEXT);
            }
            self.top += 2.0;
        }
        self.top += 3.0;
    }
}

/// The scale at which a drawing fills the column, or, if it is very high, a page; and its height then.
fn scaled_height(scene: &Scene) -> (f32, f32) {
    let scale = (WIDTH / scene.width).min((BOTTOM - MARGIN) / scene.height);
    (scale, scene.height * scale)
}
