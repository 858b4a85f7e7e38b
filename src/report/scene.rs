//! A drawing as a list of plain things: lines, boxes, marks and words at places. SVG and PDF both draw this list, so a figure is
//! the same in every file.

/// A colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// As SVG writes it, `#0072b2`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Half way to white paper.
    #[must_use]
    pub fn paler(self) -> Self {
        let [red, green, blue] = [self.0, self.1, self.2].map(|part| part / 2 + 127);
        Self(red, green, blue)
    }
}

/// The colours of figures: the light theme's, since figures are for paper.
pub mod palette {
    pub use super::Color;

    /// Behind everything.
    pub const PAPER: Color = Color(0xff, 0xff, 0xff);
    /// Words.
    pub const TEXT: Color = Color(0x23, 0x26, 0x2a);
    /// Words that stand back; 5.9:1 on paper.
    pub const QUIET: Color = Color(0x5f, 0x66, 0x6d);
    /// Grid lines.
    pub const GRID: Color = Color(0xe3, 0xe1, 0xdc);
    /// Axis lines.
    pub const AXIS: Color = Color(0x9a, 0x9f, 0xa5);
    /// Signs of the skin.
    pub const ATTENTION: Color = Color(0x9a, 0x5b, 0x00);
    /// Courses.
    pub const COURSE: Color = Color(0x5f, 0x66, 0x6d);
    /// Series, after Okabe and Ito (<https://jfly.uni-koeln.de/color/>): told apart with any colour vision. The last two are
    /// their orange and sky blue at seven tenths of the light, since as they are they stand out from paper by only 2.3:1.
    pub const SERIES: [Color; 6] = [
        Color(0x00, 0x72, 0xb2),
        Color(0xd5, 0x5e, 0x00),
        Color(0x00, 0x9e, 0x73),
        Color(0xcc, 0x79, 0xa7),
        Color(0xc4, 0x87, 0x00),
        Color(0x48, 0x99, 0xc7),
    ];
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width in points.
    pub width: f32,
    /// Opacity, 0 to 1.
    pub opacity: f32,
    /// Lengths of dashes and gaps in turn; empty is a solid line.
    pub dash: &'static [f32],
}

impl Stroke {
    /// A solid line.
    pub const fn solid(color: Color, width: f32) -> Self {
        Self { color, width, opacity: 1.0, dash: &[] }
    }

    /// The same line, dashed.
    #[must_use]
    pub const fn dashed(self, dash: &'static [f32]) -> Self {
        Self { dash, ..self }
    }

    /// The same line, fainter.
    #[must_use]
    pub const fn faint(self, opacity: f32) -> Self {
        Self { opacity, ..self }
    }
}

/// Shape of a mark, so that series differ without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the shapes")]
pub enum Shape {
    Circle,
    Square,
    Triangle,
    Diamond,
    TriangleDown,
    TriangleRight,
}

/// Where a text stands against its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A line of words.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    /// The baseline, at the anchor.
    pub at: (f32, f32),
    /// Size in points.
    pub size: f32,
    /// Whether in the heavier weight.
    pub strong: bool,
    /// Where the text stands against `at`.
    pub anchor: Anchor,
    /// Colour.
    pub color: Color,
    /// The words.
    pub text: String,
}

/// One thing drawn. Places are in points from the top left.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A line through two or more points.
    Line {
        /// Points.
        points: Vec<(f32, f32)>,
        /// How.
        stroke: Stroke,
    },
    /// A filled box.
    Box {
        /// Left, top, width, height.
        frame: [f32; 4],
        /// Colour.
        color: Color,
        /// Opacity, 0 to 1.
        opacity: f32,
    },
    /// An area of the body: a simple polygon.
    Area {
        /// Its corners.
        ring: Vec<(f32, f32)>,
        /// The same as triangles, three numbers of corners each, for whoever can fill nothing else.
        triangles: &'static [[u32; 3]],
        /// Colour and opacity of its ground, if it has any.
        fill: Option<(Color, f32)>,
        /// Its border.
        stroke: Stroke,
    },
    /// A filled mark.
    Mark {
        /// Centre.
        at: (f32, f32),
        /// Half its size.
        radius: f32,
        /// Shape.
        shape: Shape,
        /// Colour.
        color: Color,
    },
    /// Words.
    Text(Words),
}

/// A drawing with its name and description.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Title.
    pub title: String,
    /// The drawing in words.
    pub desc: String,
    /// What is drawn, first to last.
    pub items: Vec<Item>,
}

impl Item {
    /// The same somewhere else.
    #[must_use]
    fn moved(self, (right, down): (f32, f32)) -> Self {
        let moved = |(x, y): (f32, f32)| (x + right, y + down);
        match self {
            Self::Line { points, stroke } => Self::Line { points: points.into_iter().map(moved).collect(), stroke },
            Self::Box { frame: [x, y, width, height], color, opacity } => {
                Self::Box { frame: [x + right, y + down, width, height], color, opacity }
            }
            Self::Area { ring, triangles, fill, stroke } => {
                Self::Area { ring: ring.into_iter().map(moved).collect(), triangles, fill, stroke }
            }
            Self::Mark { at, radius, shape, color } => Self::Mark { at: moved(at), radius, shape, color },
            Self::Text(words) => Self::Text(Words { at: moved(words.at), ..words }),
        }
    }
}

impl Scene {
    /// One drawing with another to the right of it, as one that says the words of both.
    #[must_use]
    pub fn beside(self, other: Self, gap: f32) -> Self {
        let (left, height) = (self.width + gap, self.height.max(other.height));
        let frame = [0.0, 0.0, left + other.width, height];
        let paper = Item::Box { frame, color: palette::PAPER, opacity: 1.0 };
        let moved = other.items.into_iter().map(|item| item.moved((left, 0.0)));
        let items = std::iter::once(paper).chain(self.items).chain(moved).collect();
        let (title, desc) =
            (format!("{}; {}", self.title, other.title), format!("{} {}", self.desc.trim_end(), other.desc));
        Self { width: left + other.width, height, title, desc, items }
    }
}

/// The corners of a square, triangle or diamond; none for a circle. They surround a convex area.
pub fn corners(shape: Shape, (x, y): (f32, f32), radius: f32) -> Vec<(f32, f32)> {
    let (r, s) = (radius * 1.25, radius * 0.95);
    match shape {
        Shape::Circle => Vec::new(),
        Shape::Square => vec![(x - s, y - s), (x + s, y - s), (x + s, y + s), (x - s, y + s)],
        Shape::Triangle => vec![(x, y - r), (x + r, y + s), (x - r, y + s)],
        Shape::Diamond => vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)],
        Shape::TriangleDown => vec![(x, y + r), (x - r, y - s), (x + r, y - s)],
        Shape::TriangleRight => vec![(x + r, y), (x - s, y + r), (x - s, y - r)],
    }
}

/// Roughly how wide a text runs, for cutting it; 0.58 of the size a letter, a full size for wide scripts.
pub fn rough_width(text: &str, size: f32) -> f32 {
    text.chars().map(|c| if u32::from(c) >= 0x1100 { size } else { size * 0.58 }).sum()
}

/// The text cut with `…` so that it runs no wider than `width`, roughly.
pub fn cut_to(text: &str, size: f32, width: f32) -> String {
    if rough_width(text, size) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    for character in text.chars() {
        if rough_width(&kept, size) + size * 1.6 > width {
            break;
        }
        kept.push(character);
    }
    if kept.is_empty() { kept } else { kept.trim_end().to_owned() + "…" }
}
