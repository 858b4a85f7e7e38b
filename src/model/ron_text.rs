//! The RON that files are written in: one dialect for all of them, in which letters stand as they are.
//!
//! The writer of `ron` escapes every combining mark and every apostrophe, so that a note in Hindi or Thai cannot be read in the
//! file. Its other mode writes raw strings, which may run over several lines: a line of the journal would break, an editor could
//! change the line ends inside a note, and signs that turn the direction of text would go unseen. So everything is escaped
//! first, and then the signs that a reader needs and that can do no harm are put back.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The dialect of all files: `Some(…)` may be left out.
fn dialect() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// Reads a value.
///
/// # Errors
/// What does not fit, with its place.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, ron::error::SpannedError> {
    dialect().from_str(text)
}

/// A value over several lines, for a file that people read and edit.
///
/// # Errors
/// If the value has no form in RON.
pub fn to_lines<T: Serialize + ?Sized>(value: &T) -> Result<String, ron::Error> {
    let pretty = ron::ser::PrettyConfig::new().depth_limit(4).struct_names(true).new_line("\n");
    dialect().to_string_pretty(value, pretty).map(readable)
}

/// A value on one line, whatever stands in its texts.
///
/// # Errors
/// If the value has no form in RON.
pub fn to_one_line<T: Serialize + ?Sized>(value: &T) -> Result<String, ron::Error> {
    let pretty = ron::ser::PrettyConfig::new().compact_structs(true).struct_names(true).depth_limit(0);
    let line = dialect().to_string_pretty(value, pretty)?;
    // A pretty printer may still break lines.
    if line.contains('\n') { dialect().to_string(value).map(readable) } else { Ok(readable(line)) }
}

/// Puts back what was escaped without need. A backslash never stands outside a text, so every one begins an escape.
fn readable(escaped: String) -> String {
    if !escaped.contains('\\') {
        return escaped;
    }
    let mut text = String::with_capacity(escaped.len());
    let mut rest = escaped.as_str();
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let (sign, behind) = match needless(after, text.ends_with('"')) {
            Some((sign, behind)) => {
                text.push(sign);
                rest = behind;
                continue;
            }
            None => after.split_at_checked(1).unwrap_or((after, "")),
        };
        text.push('\\');
        text.push_str(sign);
        rest = behind;
    }
    text + rest
}

/// The sign that needs no escape, and what comes after it. At the beginning of a text a mark would join the quote.
fn needless(after: &str, is_first: bool) -> Option<(char, &str)> {
    if let Some(behind) = after.strip_prefix('\'') {
        return Some(('\'', behind));
    }
    let (digits, behind) = after.strip_prefix("u{")?.split_once('}')?;
    let sign = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    (stands_well(sign) && !is_first).then_some((sign, behind))
}

/// Whether a sign that was escaped can stand as it is: marks that belong to the letter before, joiners and blanks. What ends a
/// line, turns the direction of text or cannot be seen at all stays escaped.
fn stands_well(sign: char) -> bool {
    let is_joiner = matches!(sign, '\u{200c}' | '\u{200d}');
    let is_blank = sign.is_whitespace() && !sign.is_control() && !matches!(sign, '\u{2028}' | '\u{2029}');
    // Behind a letter, the standard library escapes what has no picture and leaves marks alone.
    let behind_letter = String::from_iter(['a', sign]);
    is_joiner || is_blank || behind_letter.escape_debug().eq(behind_letter.chars())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn letters_of_every_language_stand_as_they_are() {
        for text in ["त्वचा लाल है", "ผิวแห้งมาก", "don't, l'été", "नमस्‍ते 👨‍👩‍👧", "Qu’est-ce\u{a0}?", "赤み　少し"]
        {
            assert_eq!(to_one_line(text).unwrap(), format!("\"{text}\""));
            assert_eq!(to_lines(text).unwrap(), format!("\"{text}\""));
        }
    }

    #[test]
    fn what_breaks_a_line_turns_it_or_cannot_be_seen_stays_escaped() {
        for (text, written) in [
            ("a\nb\r\t", r#""a\nb\r\t""#),
            (r#"say "no" \ yes"#, r#""say \"no\" \\ yes""#),
            ("a\u{202e}b\u{2066}", r#""a\u{202e}b\u{2066}""#),
            ("a\u{2028}b\u{feff}", r#""a\u{2028}b\u{feff}""#),
            ("\u{301}a", r#""\u{301}a""#),
            (r"\u{301}", r#""\\u{301}""#),
        ] {
            assert_eq!(to_one_line(text).unwrap(), written);
        }
    }

    #[test]
    fn what_was_written_with_every_mark_escaped_is_still_read() {
        assert_eq!(read::<String>(r#""\u{924}\u{94d}\u{935}\u{91a}\u{93e} don\'t""#).unwrap(), "त्वचा don't");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_as_it_was_and_a_line_stays_one(text in r#"([\PC\\"'#\n\r\t\u{94d}\u{200d}\u{202e}\u{2028}]|\PC)*"#) {
            let line = to_one_line(&text).unwrap();
            prop_assert!(!line.contains(['\n', '\r']), "{line}");
            prop_assert_eq!(read::<String>(&line).unwrap(), text.clone());
            prop_assert_eq!(read::<String>(&to_lines(&text).unwrap()).unwrap(), text);
        }
    }
}
