//! Lists in a sentence.

/// “a”, “a or b”, “a, b or c”.
pub fn one_of<S: AsRef<str>>(names: &[S]) -> String {
    joined(names, "or")
}

/// “a”, “a and b”, “a, b and c”.
pub fn all_of<S: AsRef<str>>(names: &[S]) -> String {
    joined(names, "and")
}

fn joined<S: AsRef<str>>(names: &[S], word: &str) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} {word} {last}", first.join(", ")),
        few => few.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{all_of, one_of};

    #[test]
    fn only_the_last_is_parted_by_a_word() {
        assert_eq!(one_of::<&str>(&[]), "");
        assert_eq!(one_of(&["a"]), "a");
        assert_eq!(one_of(&["a", "b"]), "a or b");
        assert_eq!(one_of(&["a", "b", "c", "d"]), "a, b, c or d");
        assert_eq!(all_of(&["a", "b", "c"]), "a, b and c");
    }
}
