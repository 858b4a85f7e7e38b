//! A drawing as PNG, in the bundled typeface: the same pixels on every computer, unless its words have letters that this one lacks.

use std::sync::{Arc, LazyLock};

use parley::FontData;
use resvg::{tiny_skia, usvg};

use super::error::ReportError;
use super::fallback::Fallback;
use super::fonts;
use super::ink::{PictureLook, looked_at};
use super::scene::{Item, Scene, Words};
use super::svg::to_svg;

/// The bundled typeface, read once: every picture after the first is made in half the time.
static TYPEFACE: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut database = usvg::fontdb::Database::new();
    database.load_font_data(fonts::REGULAR.to_vec());
    database.load_font_data(fonts::SEMIBOLD.to_vec());
    database.set_sans_serif_family(fonts::FAMILY);
    Arc::new(database)
});

/// The drawing as a PNG file at twice its size on paper, as [`to_png_with`].
///
/// # Errors
/// As [`to_png_with`].
pub fn to_png(scene: &Scene) -> Result<(Vec<u8>, usize), ReportError> {
    to_png_with(scene, PictureLook::default())
}

/// The drawing as a PNG file, and how many characters the typeface could not draw (a box stands for each).
///
/// # Errors
/// [`ReportError::Format`] if the picture would be too large.
pub fn to_png_with(scene: &Scene, look: PictureLook) -> Result<(Vec<u8>, usize), ReportError> {
    let (pixmap, missing) = painted(scene, look)?;
    let bytes = pixmap.encode_png().map_err(|error| fail(error.to_string()))?;
    Ok((bytes, missing))
}

/// A picture as it stands in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// Width and height.
    pub size: [usize; 2],
    /// Red, green, blue and opacity of each pixel, row by row.
    pub rgba: Vec<u8>,
}

/// The drawing as pixels, for the clipboard.
///
/// # Errors
/// As [`to_png_with`].
pub fn to_pixels(scene: &Scene, look: PictureLook) -> Result<Pixels, ReportError> {
    let (pixmap, _) = painted(scene, look)?;
    let [width, height] = [pixmap.width(), pixmap.height()].map(|side| usize::try_from(side).unwrap_or(0));
    let colors = pixmap.pixels().iter().map(tiny_skia::PremultipliedColorU8::demultiply);
    let rgba = colors.flat_map(|color| [color.red(), color.green(), color.blue(), color.alpha()]).collect();
    Ok(Pixels { size: [width, height], rgba })
}

fn fail(reason: String) -> ReportError {
    ReportError::Format { what: "PNG", reason }
}

fn painted(scene: &Scene, look: PictureLook) -> Result<(tiny_skia::Pixmap, usize), ReportError> {
    let scale = f32::from(look.scale.clamp(1, PictureLook::MOST_SCALE));
    let (scene, missing, faces) = printable(&looked_at(scene, look));
    let fontdb = with_faces(&faces);
    let options = usvg::Options { font_family: fonts::FAMILY.to_owned(), fontdb, ..usvg::Options::default() };
    let tree = usvg::Tree::from_str(&to_svg(&scene), &options).map_err(|error| fail(error.to_string()))?;
    let size = tree.size().to_int_size().scale_by(scale).ok_or_else(|| fail("its size is not a size".to_owned()))?;
    let pixmap = tiny_skia::Pixmap::new(size.width(), size.height());
    let mut pixmap = pixmap.ok_or_else(|| fail("it is too large for the memory".to_owned()))?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok((pixmap, missing))
}

/// The bundled typeface, and behind it what else the words of a drawing need.
fn with_faces(faces: &[FontData]) -> Arc<usvg::fontdb::Database> {
    if faces.is_empty() {
        return TYPEFACE.clone();
    }
    let mut database = TYPEFACE.as_ref().clone();
    for face in faces {
        database.load_font_source(usvg::fontdb::Source::Binary(Arc::new(face.data.clone())));
    }
    Arc::new(database)
}

/// The drawing with a box for every character that no font can draw, the number of those, and the faces that the bundled one needs
/// beside it.
fn printable(scene: &Scene) -> (Scene, usize, Vec<FontData>) {
    let (mut missing, mut faces) = (0, Vec::new());
    let mut others = None;
    let mut drawn = |text: &str| {
        if fonts::covers_all(text) {
            return None;
        }
        others.get_or_insert_with(Fallback::system).as_mut()?.drawable(text)
    };
    let items = scene.items.iter().map(|item| match item {
        Item::Text(words) => {
            let text = if let Some(drawable) = drawn(&words.text) {
                missing += drawable.missing;
                faces.extend(drawable.faces);
                drawable.text
            } else {
                let (text, boxes) = fonts::printable(&words.text);
                missing += boxes;
                text.into_owned()
            };
            Item::Text(Words { text, ..words.clone() })
        }
        other => other.clone(),
    });
    let items = items.collect();
    faces.sort_by_key(|face: &FontData| (face.data.id(), face.index));
    faces.dedup_by_key(|face| face.data.id());
    (Scene { items, ..scene.clone() }, missing, faces)
}
