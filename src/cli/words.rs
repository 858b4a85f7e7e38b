//! Splits a line into words as a shell does: blanks part, quotes hold together, a backslash takes the next sign as it is.

/// The words of a line; `None` if a quote is left open.
pub fn split(line: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut signs = line.chars();
    while let Some(sign) = signs.next() {
        match sign {
            ' ' | '\t' | '\r' | '\n' => words.extend(word.take()),
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match signs.next()? {
                        '\'' => break,
                        other => word.push(other),
                    }
                }
            }
            '"' => {
                let word = word.get_or_insert_default();
                loop {
                    match signs.next()? {
                        '"' => break,
                        '\\' => match signs.next()? {
                            kept @ ('"' | '\\') => word.push(kept),
                            other => word.extend(['\\', other]),
                        },
                        other => word.push(other),
                    }
                }
            }
            '\\' => word.get_or_insert_default().push(signs.next()?),
            other => word.get_or_insert_default().push(other),
        }
    }
    words.extend(word);
    Some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_splits_as_in_a_shell() {
        let line = r#"2026-03-12 07:30 redness=3 note="new \"serum\", cheeks" event='it''s on' tag=a\ b empty="""#;
        let words = split(line).unwrap();
        assert_eq!(
            words,
            ["2026-03-12", "07:30", "redness=3", "note=new \"serum\", cheeks", "event=its on", "tag=a b", "empty="]
        );
    }

    #[test]
    fn an_open_quote_is_no_line() {
        for line in ["note=\"open", "note='open", "end\\"] {
            assert_eq!(split(line), None);
        }
    }
}
