//! Which medicine a course is, from the words that somebody typed. What was typed is never changed by it.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::table::{Medicine, table};

/// A medicine that the name of a course speaks of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Match {
    /// The medicine.
    pub medicine: &'static Medicine,
    /// The name of the table that was found in the words.
    pub found: &'static str,
}

/// All names, prepared for comparing.
pub struct Matcher {
    /// Folded name, the name as the table has it, the medicine; the longest first.
    names: Vec<(String, &'static str, &'static Medicine)>,
    /// The places among the names of those that begin with a word.
    by_first_word: HashMap<String, Vec<usize>>,
}

impl Matcher {
    fn shipped() -> &'static Self {
        static MATCHER: OnceLock<Matcher> = OnceLock::new();
        MATCHER.get_or_init(|| {
            let all = table().medicines.iter().flat_map(|medicine| {
                let also = medicine.also.iter().map(String::as_str);
                std::iter::once(medicine.name.as_str()).chain(also).map(move |name| (folded(name), name, medicine))
            });
            let mut names: Vec<_> = all.collect();
            // The longest match wins; of two as long the one that stands first.
            names.sort_by_key(|(folded, ..)| std::cmp::Reverse(folded.len()));
            let mut by_first_word: HashMap<String, Vec<usize>> = HashMap::new();
            for (place, (name, ..)) in names.iter().enumerate() {
                if let Some(word) = name.split(' ').next().filter(|word| !word.is_empty()) {
                    by_first_word.entry(word.to_owned()).or_default().push(place);
                }
            }
            Self { names, by_first_word }
        })
    }
}

/// The medicine that some words name: a name of the table stands in them as whole words, whatever the case. The longest wins.
pub fn recognise(words: &str) -> Option<Match> {
    let (words, matcher) = (folded(words), Matcher::shipped());
    let mut first = None;
    let mut rest = words.as_str();
    loop {
        let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let places = matcher.by_first_word.get(word).into_iter().flatten().copied();
        let stands = |place: &usize| matcher.names.get(*place).is_some_and(|(name, ..)| begins_with(rest, name));
        first = places.filter(stands).chain(first).min();
        if after.is_empty() {
            break;
        }
        rest = after;
    }
    let (_, name, medicine) = matcher.names.get(first?)?;
    Some(Match { medicine, found: name })
}

/// Medicines whose name, or another that people type, has a word that begins like what was typed; those whose name itself does
/// come first. At most `most`.
pub fn offers(typed: &str, most: usize) -> Vec<&'static Medicine> {
    let typed = folded(typed);
    if typed.trim().is_empty() {
        return Vec::new();
    }
    let begins = |name: &str| {
        let name = folded(name);
        name.starts_with(&typed) || name.contains(&format!(" {typed}"))
    };
    let named = table().medicines.iter().filter(|medicine| begins(&medicine.name));
    let also = |medicine: &&Medicine| !begins(&medicine.name) && medicine.also.iter().any(|name| begins(name));
    named.chain(table().medicines.iter().filter(also)).take(most).collect()
}

/// Lower case, and anything that is no letter or digit as one space.
fn folded(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for letter in words.chars().flat_map(char::to_lowercase) {
        if letter.is_alphanumeric() {
            folded.push(letter);
        } else if !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.trim().to_owned()
}

/// Whether some words begin with a name as whole words; both folded.
fn begins_with(words: &str, name: &str) -> bool {
    words.strip_prefix(name).is_some_and(|after| after.is_empty() || after.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(words: &str) -> Option<&'static str> {
        recognise(words).map(|found| found.medicine.name.as_str())
    }

    #[test]
    fn a_medicine_is_known_by_its_name_and_by_others_whatever_the_case_and_the_dose() {
        assert_eq!(name("Isotretinoin 20 mg"), Some("isotretinoin"));
        assert_eq!(name("13-CIS retinoic acid"), Some("isotretinoin"));
        assert_eq!(name("my doxycycline, mornings"), Some("doxycycline"));
    }

    #[test]
    fn the_longest_name_wins() {
        assert_eq!(name("clindamycin capsules"), Some("clindamycin"));
        assert_eq!(name("Clindamycin lotion"), Some("clindamycin lotion"));
        assert_eq!(name("clindamycin/benzoyl peroxide gel"), Some("clindamycin with benzoyl peroxide"));
    }

    #[test]
    fn only_whole_words_count_and_an_unknown_name_is_no_medicine() {
        assert_eq!(name("miracle cream"), None);
        assert_eq!(name("zincinol"), None);
        assert_eq!(name(""), None);
        assert_eq!(name("  ,;  "), None);
    }

    #[test]
    fn ten_thousand_characters_are_read_like_any_others() {
        let long = "x".repeat(10_000);
        assert_eq!(name(&long), None);
        assert_eq!(name(&format!("{long} methotrexate {long}")), Some("methotrexate"));
    }

    #[test]
    fn while_a_name_is_typed_those_that_begin_so_are_offered() {
        let names: Vec<&str> = offers("doxy", 5).iter().map(|medicine| medicine.name.as_str()).collect();
        assert_eq!(names.first(), Some(&"doxycycline"));
        assert!(offers("  ", 5).is_empty());
        assert!(offers("a", 3).len() <= 3);
    }
}
