//! Turns names and typed text into words that can be compared: lower case, no accents, no plurals.

/// How much of a text is looked at, in characters; a pasted page is no search.
const LONGEST_TEXT: usize = 200;

/// Words that say nothing about a food.
pub const FILLERS: &[&str] = &["a", "an", "and", "of", "the", "in", "on", "with", "some", "my", "or", "to"];

/// Words after the name proper that cost a food nothing in the order of hits.
pub const COMMON: &[&str] = &[
    "raw",
    "cooked",
    "plain",
    "any",
    "salted",
    "fresh",
    "regular",
    "boiled",
    "hot",
    "100",
    "whole",
    "no",
    "milk",
    "or",
    "and",
    "unsweetened",
    "usual",
    "added",
    "fat",
    "dried",
    "grilled",
    "baked",
    "brewed",
];

fn fold_into(letter: char, into: &mut String) {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => into.push('a'),
        'ç' | 'ć' | 'č' => into.push('c'),
        'ď' | 'đ' | 'ð' => into.push('d'),
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => into.push('e'),
        'ğ' => into.push('g'),
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => into.push('i'),
        'ł' => into.push('l'),
        'ñ' | 'ń' | 'ň' => into.push('n'),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => into.push('o'),
        'ř' => into.push('r'),
        'ś' | 'š' | 'ş' => into.push('s'),
        'ť' => into.push('t'),
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => into.push('u'),
        'ý' | 'ÿ' => into.push('y'),
        'ź' | 'ż' | 'ž' => into.push('z'),
        'æ' => into.push_str("ae"),
        'œ' => into.push_str("oe"),
        'ß' => into.push_str("ss"),
        other => into.push(other),
    }
}

/// The words of a text: lower case, without accents; an apostrophe joins, everything else that is no letter or digit parts.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for letter in text.chars().take(LONGEST_TEXT) {
        // A combining accent belongs to the letter before it.
        if matches!(letter, '\'' | '’' | '\u{300}'..='\u{36f}') {
            continue;
        }
        if letter.is_ascii_alphanumeric() {
            word.push(letter.to_ascii_lowercase());
        } else if letter.is_alphanumeric() {
            letter.to_lowercase().for_each(|small| fold_into(small, &mut word));
        } else if !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The words of a text that say something about a food, at most so many.
pub fn telling_words(text: &str, most: usize) -> Vec<String> {
    let all = words(text);
    let mut telling: Vec<String> = all.iter().filter(|word| !FILLERS.contains(&word.as_str())).cloned().collect();
    // Somebody who has typed one letter so far means that letter.
    if telling.is_empty() {
        telling = all;
    }
    telling.truncate(most);
    telling
}

/// A word without its plural ending. It need not be a proper word, only the same for one and for many.
pub fn singular(word: &str) -> String {
    let ending = |ending: &str, least: usize| word.strip_suffix(ending).filter(|stem| stem.len() >= least);
    if let Some(stem) = ending("leaves", 0).map(|stem| format!("{stem}leaf")) {
        return stem;
    }
    if let Some(stem) = ending("loaves", 0).map(|stem| format!("{stem}loaf")) {
        return stem;
    }
    if let Some(stem) = ending("ies", 2).or_else(|| ending("ie", 3)) {
        return format!("{stem}y");
    }
    if let Some(stem) = ending("oes", 2) {
        return format!("{stem}o");
    }
    for es in ["ches", "shes", "xes", "sses", "zes"] {
        if ending(es, 2).is_some() {
            return word.trim_end_matches("es").to_owned();
        }
    }
    if let Some(stem) = ending("che", 2) {
        return format!("{stem}ch");
    }
    match ending("s", 3) {
        Some(stem) if !stem.ends_with('s') && !stem.ends_with('u') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// The name proper: what stands before the first comma or bracket.
pub fn head(name: &str) -> &str {
    let end = name.find([',', '(']).unwrap_or(name.len());
    let head = name.get(..end).unwrap_or(name).trim();
    if head.is_empty() { name } else { head }
}

/// The first of the names proper, by which hits are grouped: `Milk` of `Milk, whole (full fat)`.
pub fn kind(name: &str) -> &str {
    let head = head(name);
    head.split(" / ").next().unwrap_or(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_and_many_are_the_same_word() {
        for (one, many) in [
            ("berry", "berries"),
            ("tomato", "tomatoes"),
            ("cookie", "cookies"),
            ("pie", "pies"),
            ("peach", "peaches"),
            ("quiche", "quiches"),
            ("loaf", "loaves"),
            ("olive", "olives"),
            ("oat", "oats"),
            ("radish", "radishes"),
            ("crispbread", "crispbreads"),
            ("egg", "eggs"),
        ] {
            assert_eq!(singular(one), singular(many), "{one}");
        }
        for word in ["hummus", "swiss", "couscous", "gas"] {
            assert_eq!(singular(word), word);
        }
    }

    #[test]
    fn words_lose_accents_case_and_signs() {
        assert_eq!(words("Crème FRAÎCHE, half-fat (2%)"), ["creme", "fraiche", "half", "fat", "2"]);
        assert_eq!(words("Shepherd’s pie / lamb's lettuce"), ["shepherds", "pie", "lambs", "lettuce"]);
        assert_eq!(words("  \u{7}…  "), Vec::<String>::new());
        assert_eq!(words("cre\u{300}me"), ["creme"]);
    }

    #[test]
    fn the_name_proper_ends_at_a_comma_or_bracket() {
        assert_eq!(head("Milk, whole (full fat)"), "Milk");
        assert_eq!(head("Biscuit / cookie (any)"), "Biscuit / cookie");
        assert_eq!(kind("Biscuit / cookie (any)"), "Biscuit");
    }
}
