//! Cells of a table that a spreadsheet would run as a formula are written with a mark before them, and read without it.

use std::borrow::Cow;

/// What a spreadsheet takes for text, and shows nothing of.
const MARK: char = '\'';

/// Whether a spreadsheet would run a text, or did before it was marked.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches(MARK).starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// A text as a cell of a table. Numbers are not text and need none of this.
pub fn defuse(text: &str) -> Cow<'_, str> {
    if is_formula(text) { Cow::Owned(format!("{MARK}{text}")) } else { Cow::Borrowed(text) }
}

/// The text of a cell that [`defuse`] made.
pub fn undo_defuse(cell: &str) -> &str {
    cell.strip_prefix(MARK).filter(|text| is_formula(text)).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_marked_and_nothing_else() {
        for formula in ["=1+2", "+49 30", "-x", "@SUM(A1)", "\tx", "\rx", "'=1"] {
            assert_eq!(defuse(formula), format!("'{formula}"));
        }
        for plain in ["", "new serum", "it's on", "'quoted'", "2 = 2", "–5"] {
            assert_eq!(defuse(plain), plain);
        }
    }

    proptest! {
        #[test]
        fn the_mark_comes_off_again(text in "['=+@a\t -]{0,6}") {
            let cell = defuse(&text);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(undo_defuse(&cell), text.as_str());
        }
    }
}
