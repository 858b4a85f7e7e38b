//! The mark by which a note is meant for the doctor: a word of the note itself, so that it is seen, searched and exported like every
//! other, in the window and without it.

use super::text::{Note, TextError};

/// The word.
pub const MARK: &str = "#doctor";

/// Whether a text says that it is meant for the doctor.
pub fn is_marked(text: &str) -> bool {
    first(text).is_some()
}

/// The same note, meant for the doctor.
///
/// # Errors
/// [`TextError`] if it has no room for the word.
pub fn marked(note: &Note) -> Result<Note, TextError> {
    let text = note.as_str();
    if is_marked(text) { Ok(note.clone()) } else { Note::new(&format!("{} {MARK}", text.trim_end())) }
}

/// The same note without the mark; nothing if it said nothing else.
pub fn unmarked(note: &Note) -> Option<Note> {
    let mut text = note.as_str().to_owned();
    while let Some((from, to)) = first(&text) {
        let before = text.get(..from).unwrap_or_default();
        let after = text.get(to..).unwrap_or_default();
        // One blank goes along, that the word is not missed by the eye.
        let before = if after.starts_with(char::is_whitespace) || after.is_empty() {
            before.strip_suffix(' ').unwrap_or(before)
        } else {
            before
        };
        text = format!("{before}{after}");
    }
    Note::new(&text).ok()
}

/// Where the mark stands first, with what is written on to it: "#doctors" is one word.
fn first(text: &str) -> Option<(usize, usize)> {
    let is_mark = |at: &usize| text.get(*at..*at + MARK.len()).is_some_and(|word| word.eq_ignore_ascii_case(MARK));
    let from = text.match_indices('#').map(|(at, _)| at).find(is_mark)?;
    let rest = text.get(from + MARK.len()..).unwrap_or_default();
    let on = rest.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(rest.len());
    Some((from, from + MARK.len() + on))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(text: &str) -> Note {
        Note::new(text).unwrap()
    }

    #[test]
    fn a_note_is_marked_by_a_word_at_its_end_and_once() {
        let once = marked(&note("sore since Monday ")).unwrap();
        assert_eq!(once.as_str(), "sore since Monday #doctor");
        assert_eq!(marked(&once), Ok(once));
        assert_eq!(marked(&note("ask this #Doctor!")).unwrap().as_str(), "ask this #Doctor!");
    }

    #[test]
    fn taking_the_mark_off_leaves_the_note_as_it_was() {
        for text in ["sore since Monday", "two\nlines", "ends with 日本", "with # alone and #doc"] {
            assert_eq!(unmarked(&marked(&note(text)).unwrap()), Some(note(text)));
        }
    }

    #[test]
    fn the_mark_goes_wherever_it_stands_and_however_it_is_written() {
        assert_eq!(unmarked(&note("a #doctor b #DOCTOR")), Some(note("a b")));
        assert_eq!(unmarked(&note("#doctors, please")), Some(note(", please")));
        assert_eq!(unmarked(&note("#doctor")), None, "it said nothing else");
    }

    #[test]
    fn a_note_without_room_is_not_cut() {
        let full = note(&"x".repeat(crate::model::text::LONGEST_NOTE));
        assert!(marked(&full).is_err());
    }
}
