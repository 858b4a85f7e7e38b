//! Pouring a report onto pages: what stands where, and which part of the document each piece belongs to. Nothing is drawn here.

use super::sizes::{MARGIN, PageSize, STEPS, Sizes, TOP};
use super::text::{SetLine, Typesetter};
use crate::photos::PaperPicture;
use crate::report::document::{Block, Paper, ReportDoc};
use crate::report::error::{Progress, ReportError, step};
use crate::report::figure;
use crate::report::scene::{Color, Scene, palette};

/// Width figures are drawn at before they are scaled to the column, so that their letters stay readable on paper.
pub(super) const FIGURE_WIDTH: f32 = 660.0;

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
    Photo { picture: PaperPicture, x: f32, top: f32, size: (f32, f32) },
}

impl Mark {
    /// Its upper edge.
    pub fn top(&self) -> f32 {
        match self {
            Self::Line { top, .. } | Self::Scene { top, .. } | Self::Photo { top, .. } => *top,
            Self::Rule { y, .. } => *y,
        }
    }
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

impl Pages {
    /// One page with nothing on it.
    fn blank() -> Self {
        Self { sheets: vec![Vec::new()], parts: Vec::new(), landmarks: Vec::new() }
    }
}

/// Pours a report onto pages.
pub(super) fn pour(document: &ReportDoc, set: &mut Typesetter, progress: Progress<'_>) -> Result<Pages, ReportError> {
    let breaks = document.blocks.iter().position(|block| matches!(block, Block::NewPage));
    let (front, rest) = document.blocks.split_at(breaks.unwrap_or(0));
    let mut flow = Flow::new(document.paper, Sizes::USUAL, set);
    if front.is_empty() {
        flow.opening(document);
    } else {
        flow.pages = front_page(document, front, flow.set);
    }
    for (done, block) in rest.iter().enumerate() {
        step(progress, done as f32 / rest.len() as f32)?;
        flow.block(block, rest.get(done + 1..).unwrap_or_default());
    }
    Ok(flow.pages)
}

/// Page one: the largest letters with which it stays one page. What is too much even for the smallest runs on.
fn front_page(document: &ReportDoc, front: &[Block], set: &mut Typesetter) -> Pages {
    let missing = set.missing;
    let mut pages = Pages::blank();
    for by in STEPS {
        // Only what is printed counts.
        set.missing = missing;
        let mut flow = Flow::new(document.paper, Sizes::FRONT.scaled(by), set);
        flow.opening(document);
        for (place, block) in front.iter().enumerate() {
            flow.block(block, front.get(place + 1..).unwrap_or_default());
        }
        pages = flow.pages;
        if pages.sheets.len() == 1 {
            break;
        }
    }
    pages
}

/// A pouring under way: where the next piece goes.
pub(super) struct Flow<'a> {
    pub pages: Pages,
    pub set: &'a mut Typesetter,
    pub sheet: PageSize,
    pub sizes: Sizes,
    /// Top of what comes next on the last page.
    pub top: f32,
}

impl<'a> Flow<'a> {
    fn new(paper: Paper, sizes: Sizes, set: &'a mut Typesetter) -> Self {
        Self { pages: Pages::blank(), set, sheet: PageSize::new(paper), sizes, top: TOP }
    }

    /// Title and what stands under it.
    fn opening(&mut self, document: &ReportDoc) {
        self.heading(1, &document.title, 0.0);
        let subtitle = self.part(Role::Paragraph, None);
        self.paragraph(subtitle, &document.subtitle, self.sizes.body, palette::QUIET);
    }

    fn block(&mut self, block: &Block, next: &[Block]) {
        match block {
            Block::Heading { level, text } => {
                let missing = self.set.missing;
                let follower = self.least_height(next);
                // Measuring is not printing.
                self.set.missing = missing;
                self.heading((*level).clamp(2, 3), text, follower);
            }
            Block::Paragraph(text) => {
                let part = self.part(Role::Paragraph, None);
                self.paragraph(part, text, self.sizes.body, palette::TEXT);
            }
            Block::Aside(text) => {
                let part = self.part(Role::Paragraph, None);
                self.paragraph(part, text, self.sizes.small, palette::QUIET);
            }
            Block::List(points) => self.list(points),
            Block::Table(table) => self.table(table),
            Block::Figure(chart) => self.drawing(figure::draw_at(chart, FIGURE_WIDTH)),
            Block::Drawing(scene) => self.drawing(scene.as_ref().clone()),
            Block::Photos(row) => self.photo_row(row),
            Block::NewPage => self.new_page(),
        }
    }

    fn drawing(&mut self, scene: Scene) {
        let (scale, height) = self.scaled_height(&scene);
        self.make_room(height);
        let part = self.part(Role::Figure(scene.desc.clone()), None);
        let top = self.top;
        self.place(Some(part), Mark::Scene { scene: Box::new(scene), x: MARGIN, top, scale });
        self.top += height + 8.0;
    }

    /// The scale at which a drawing fills the column, or, if it is very high, a page; and its height then.
    pub(super) fn scaled_height(&self, scene: &Scene) -> (f32, f32) {
        let width = self.sheet.column() * self.sizes.drawing;
        let scale = (width / scene.width).min(self.sheet.room() / scene.height);
        (scale, scene.height * scale)
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
        self.top = TOP;
    }

    /// Starts a page if less than `height` is left, unless nothing is on this one yet.
    pub(super) fn make_room(&mut self, height: f32) {
        let begun = self.top > TOP;
        if begun && self.top + height > self.sheet.bottom() {
            self.new_page();
        }
    }

    fn heading(&mut self, level: u8, text: &str, follower: f32) {
        let (size, above) = self.sizes.heading(level);
        let room = (size * 1.4 + above + 6.0 + follower).min(self.sheet.room());
        self.make_room(room);
        if self.top > TOP {
            self.top += above;
        }
        let page = self.pages.sheets.len() - 1;
        self.pages.landmarks.push(Landmark { text: text.to_owned(), page, top: self.top });
        let part = self.part(Role::Heading(level, text.to_owned()), None);
        for line in self.set.lines(text, size, true, self.sheet.column()) {
            self.put_line(part, line, MARGIN, palette::TEXT);
        }
        self.top += self.sizes.below_heading;
    }

    fn paragraph(&mut self, part: PartId, text: &str, size: f32, color: Color) {
        for line in self.set.lines(text, size, false, self.sheet.column()) {
            self.put_line(part, line, MARGIN, color);
        }
        self.top += self.sizes.gap;
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
        let size = self.sizes.body;
        for point in points {
            let item = self.part(Role::ListItem, Some(list));
            let body = self.part(Role::ListBody, Some(item));
            for (place, line) in self.set.lines(point, size, false, self.sheet.column() - 14.0).into_iter().enumerate()
            {
                self.make_room(line.height);
                if place == 0
                    && let Some(bullet) = self.set.line("•", size, false)
                {
                    let top = self.top;
                    self.place(None, Mark::Line { line: bullet, x: MARGIN + 2.0, top, color: palette::QUIET });
                }
                self.put_line(body, line, MARGIN + 14.0, palette::TEXT);
            }
            self.top += self.sizes.point_gap;
        }
        self.top += self.sizes.gap;
    }
}
