//! The bundled typeface, Inter (SIL Open Font License, see `assets/fonts/OFL.txt`): the same letters on screen, in pictures
//! and on paper, whatever is installed.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use parley::fontique::{Blob, CharmapIndex, Collection, CollectionOptions};

/// Inter Regular, the whole file.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
/// Inter `SemiBold`, the whole file.
pub const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");
/// Family name inside both files.
pub const FAMILY: &str = "Inter";
/// What stands for a character the typeface does not have.
pub const MISSING: char = '□';

/// A collection of the two bundled faces and nothing else, so that a report is the same on every computer.
pub(super) fn collection() -> Collection {
    let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
    for bytes in [REGULAR, SEMIBOLD] {
        collection.register_fonts(Blob::new(Arc::new(bytes)), None);
    }
    collection
}

fn charmap() -> Option<CharmapIndex> {
    static CHARMAP: OnceLock<Option<CharmapIndex>> = OnceLock::new();
    *CHARMAP.get_or_init(|| {
        let mut regular = Collection::new(CollectionOptions { shared: false, system_fonts: false });
        let registered = regular.register_fonts(Blob::new(Arc::new(REGULAR)), None);
        registered.first()?.1.first().map(parley::fontique::FontInfo::charmap_index)
    })
}

/// Whether the typeface can draw a character. Line ends and blanks count as drawn.
pub fn covers(character: char) -> bool {
    if character.is_ascii_graphic() || character.is_whitespace() {
        return true;
    }
    if is_private(character) {
        return false;
    }
    let map = charmap().and_then(|index| index.charmap(REGULAR));
    map.and_then(|map| map.map(character)).is_some_and(|glyph| glyph != 0)
}

/// The text with [`MISSING`] in the place of every character the typeface does not have, and how many those were. Marks
/// that only change the character before them (joiners, variation selectors) are left out without being counted.
pub fn printable(text: &str) -> (Cow<'_, str>, usize) {
    if text.is_ascii() {
        return (Cow::Borrowed(text), 0);
    }
    let mut missing = 0;
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if covers(character) {
            out.push(character);
        } else if !is_silent(character) {
            missing += 1;
            out.push(MISSING);
        }
    }
    (Cow::Owned(out), missing)
}

/// Private use: what a glyph there means, no reader can know.
pub(super) fn is_private(character: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&character) || character > '\u{effff}'
}

/// Whether the typeface has everything of a text.
pub fn covers_all(text: &str) -> bool {
    text.is_ascii() || text.chars().all(|character| covers(character) || is_silent(character))
}

/// Marks that only change the character before or after them.
pub(super) fn is_silent(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_drawn_becomes_a_box_and_is_counted() {
        assert!(covers('é') && covers('→') && covers('−') && covers('ő') && covers(MISSING));
        assert!(!covers('味'));
        let (text, missing) = printable("miso 味噌 soup");
        assert_eq!((text.as_ref(), missing), ("miso □□ soup", 2));
    }
}
