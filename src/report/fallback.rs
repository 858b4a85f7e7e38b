//! Letters that the bundled typeface lacks, in the fonts of the system. They are looked up only where such a letter stands, so that a
//! report of plain letters is the same on every computer. What no font can draw stays a box and is counted.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, LazyLock};

use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::layout::Layout;
use parley::style::{FontFamily, FontFamilyName, GenericFamily, StyleProperty};
use parley::{FontContext, FontData, LayoutContext};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::fonts::{self, MISSING};
use crate::guard::guarded;

/// Looking fonts up failed once, and is not tried again.
static FAILED: AtomicBool = AtomicBool::new(false);
/// The bundled faces and those of the system, looked up once.
static SYSTEM: LazyLock<FontContext> = LazyLock::new(|| {
    let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: true });
    for bytes in [fonts::REGULAR, fonts::SEMIBOLD] {
        collection.register_fonts(Blob::new(Arc::new(bytes)), None);
    }
    FontContext { collection, source_cache: SourceCache::default() }
});

/// The faces for a text, the bundled one first.
pub(super) fn families() -> FontFamily<'static> {
    const FAMILIES: &[FontFamilyName<'static>] = &[
        FontFamilyName::Named(Cow::Borrowed(fonts::FAMILY)),
        FontFamilyName::Generic(GenericFamily::SansSerif),
        FontFamilyName::Generic(GenericFamily::Emoji),
    ];
    FontFamily::List(Cow::Borrowed(FAMILIES))
}

/// A text as it can be drawn.
#[derive(Default)]
pub(super) struct Drawable {
    /// The text with a box for every character that no font has.
    pub text: String,
    /// Number of those.
    pub missing: usize,
    /// The faces that draw it.
    pub faces: Vec<FontData>,
}

/// Fonts beside the bundled one.
pub(super) struct Fallback {
    /// What texts with other letters are set in.
    pub fonts: FontContext,
    layouts: LayoutContext<()>,
}

impl Fallback {
    /// Those of the system; `None` where there are none.
    pub fn system() -> Option<Self> {
        if FAILED.load(Ordering::Relaxed) {
            return None;
        }
        let fonts = guarded(|| SYSTEM.clone());
        FAILED.store(fonts.is_err(), Ordering::Relaxed);
        fonts.ok().map(Self::new)
    }

    /// Some fonts, which hold the bundled one.
    pub fn new(fonts: FontContext) -> Self {
        Self { fonts, layouts: LayoutContext::new() }
    }

    /// A text as these fonts can draw it; `None` where looking them up fails.
    pub fn drawable(&mut self, text: &str) -> Option<Drawable> {
        let text: String = text.chars().filter(|character| !overrides_direction(*character)).collect();
        let known: String = text.chars().map(|c| if fonts::is_private(c) { MISSING } else { c }).collect();
        let private = text.chars().filter(|character| fonts::is_private(*character)).count();
        // The library that looks fonts up panics where fontconfig knows none.
        let Ok((holes, faces)) = guarded(|| self.holes(&known)) else {
            FAILED.store(true, Ordering::Relaxed);
            return None;
        };
        let mut drawable = Drawable { text: String::with_capacity(known.len()), missing: private, faces };
        for (place, character) in known.char_indices() {
            let is_hole = holes.iter().any(|hole| hole.contains(&place));
            match (is_hole, fonts::is_silent(character)) {
                // What steers a letter has nothing to steer behind a box.
                (_, true) if is_hole || drawable.text.ends_with(MISSING) => {}
                (false, _) => drawable.text.push(character),
                (true, _) => {
                    drawable.missing += 1;
                    drawable.text.push(MISSING);
                }
            }
        }
        Some(drawable)
    }

    /// The parts of a text that no font has, and the faces that have the others.
    fn holes(&mut self, text: &str) -> (Vec<Range<usize>>, Vec<FontData>) {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(families()));
        let mut layout: Layout<()> = builder.build(text);
        layout.break_all_lines(None);
        let (mut holes, mut faces) = (Vec::new(), Vec::<FontData>::new());
        for run in layout.lines().flat_map(|line| line.runs().collect::<Vec<_>>()) {
            let face = run.font();
            let is_new = faces.iter().all(|known| (known.data.id(), known.index) != (face.data.id(), face.index));
            let font = FontRef::from_index(face.data.as_ref(), face.index).ok();
            let has_ink = |glyph: u32| font.as_ref().is_some_and(|font| has_outline(font, glyph));
            for cluster in run.clusters() {
                let words = text.get(cluster.text_range()).unwrap_or_default();
                let is_blank = words.chars().all(|c| c.is_whitespace() || fonts::is_silent(c));
                let mut glyphs = cluster.glyphs();
                if !is_blank && glyphs.any(|glyph| glyph.id == 0 || (glyph.advance > 0.0 && !has_ink(glyph.id))) {
                    holes.push(cluster.text_range());
                }
            }
            if is_new {
                faces.push(face.clone());
            }
        }
        (holes, faces)
    }
}

/// Marks that turn the order of all that follows round, whatever it is: a note cannot turn the words of a report.
fn overrides_direction(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a glyph is drawn by lines; a glyph that is a picture alone is not drawn here.
fn has_outline(font: &FontRef<'_>, glyph: u32) -> bool {
    let mut ink = Ink(false);
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    let outline = font.outline_glyphs().get(GlyphId::new(glyph));
    outline.is_some_and(|outline| outline.draw(settings, &mut ink).is_ok()) && ink.0
}

/// Whether any line was drawn.
struct Ink(bool);

impl OutlinePen for Ink {
    fn move_to(&mut self, _: f32, _: f32) {}

    fn line_to(&mut self, _: f32, _: f32) {
        self.0 = true;
    }

    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }

    fn close(&mut self) {}
}

/// The bundled typeface and one with four Hebrew letters and a Chinese sign, as a system would have it.
#[cfg(test)]
pub(super) fn few_letters() -> Fallback {
    let mut collection = fonts::collection();
    let bytes: &[u8] = include_bytes!("../../tests/fixtures/fonts/few-letters.ttf");
    let registered = collection.register_fonts(Blob::new(Arc::new(bytes)), None);
    collection.set_generic_families(GenericFamily::SansSerif, registered.iter().map(|(family, _)| *family));
    Fallback::new(FontContext { collection, source_cache: SourceCache::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_that_some_font_has_is_kept_and_one_that_none_has_is_a_box_and_counted() {
        let drawn = few_letters().drawable("soup 味 and ก").unwrap();
        assert_eq!((drawn.text.as_str(), drawn.missing), ("soup 味 and □", 1));
        assert_eq!(drawn.faces.len(), 2);
    }

    #[test]
    fn what_turns_all_words_round_and_what_nobody_can_know_is_not_drawn() {
        let drawn = few_letters().drawable("a\u{202e}שלום\u{202c} \u{e001}\u{fe0f}").unwrap();
        assert_eq!((drawn.text.as_str(), drawn.missing), ("aשלום □", 1));
    }
}
