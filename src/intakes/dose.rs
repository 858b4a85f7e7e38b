//! How much a day a course brings, where its words can be read: "25 ug", "1,000 IU", "50 mg daily", "2 x 10 mg", "20,000 IU weekly".
//! What cannot be read for certain is not guessed.

use super::upper_nutrient;
use crate::model::course::Course;

/// International units in a microgram: 3,000 ug of retinol are 10,000 IU (IOM 2001), 100 ug of vitamin D are 4,000 IU (IOM 2011).
/// Of vitamin E a unit means different amounts for different forms, so it is not read.
const UNITS_IN_A_MICROGRAM: &[(&str, f64)] = &[("vitamin_a_preformed", 10.0 / 3.0), ("vitamin_d", 40.0)];

/// Words of which one must stand beside an amount, where the weight of a capsule is not that of the nutrient: a gram of fish oil is
/// no gram of EPA and DHA.
const MUST_NAME: &[(&str, &[&str])] = &[("epa_dha", &["epa", "dha"])];

/// Words for something that is taken whole: a number before them counts pieces.
const PIECES: &[&str] = &[
    "x", "times", "tablet", "tablets", "capsule", "capsules", "pill", "pills", "drop", "drops", "softgel", "softgels",
    "gummy", "gummies", "sachet", "sachets", "spray", "sprays", "of", "a", "@",
];

/// Words that count.
const COUNTS: &[(&str, f64)] =
    &[("once", 1.0), ("one", 1.0), ("twice", 2.0), ("two", 2.0), ("three", 3.0), ("four", 4.0)];

/// Words for the time after which it is taken again, as days.
const PERIODS: &[(&[&str], f64)] = &[
    (&["week", "weekly", "weeks", "wk"], 7.0),
    (&["month", "monthly", "months"], 30.0),
    (&["other", "second", "alternate"], 2.0),
];

/// Words with which nobody can say how much a day it is.
const UNCERTAIN: &[&str] = &[
    "as needed",
    "if needed",
    "when needed",
    "sometimes",
    "now and then",
    "to",
    "or",
    "about",
    "fortnight",
    "other week",
    "every two",
    "every three",
    "every 2",
    "every 3",
];

/// The amount a day of a nutrient of the table of upper limits that a course brings, in the unit of that table; `None` where its
/// words cannot be read for certain.
pub fn daily_dose(course: &Course, nutrient: &str) -> Option<f64> {
    let unit = upper_nutrient(nutrient)?.unit.as_str();
    let words = format!("{} {} ", course.dose, course.schedule).to_lowercase();
    read(&words, &course.name.as_str().to_lowercase(), nutrient, unit)
}

fn read(words: &str, name: &str, nutrient: &str, unit: &str) -> Option<f64> {
    let tokens = tokens(words);
    let text = format!(" {} ", tokens.join(" "));
    let says = |words: &str| text.contains(&format!(" {words} "));
    if UNCERTAIN.iter().any(|words| says(words)) || is_range(words) {
        return None;
    }
    let must_name = MUST_NAME.iter().find(|(key, _)| *key == nutrient).map(|(_, names)| *names);
    if must_name.is_some_and(|names| !names.iter().any(|word| says(word) || name.contains(word))) {
        return None;
    }
    let at = tokens.iter().position(|token| micrograms(token, nutrient).is_some())?;
    let amount = number(tokens.get(at.checked_sub(1)?)?)?;
    let pieces = pieces(tokens.get(..at - 1)?);
    let often = times_a_day(tokens.get(at + 1..)?);
    let total = amount * micrograms(tokens.get(at)?, nutrient)? * pieces * often / micrograms(unit, nutrient)?;
    (total.is_finite() && total > 0.0).then_some(total)
}

/// The number that counts pieces, where the words before the amount are one: "2 x", "2 tablets of".
fn pieces(before: &[String]) -> f64 {
    let count = before.iter().rev().find(|token| !PIECES.contains(&token.as_str()));
    let is_counted = before.last().is_some_and(|token| PIECES.contains(&token.as_str()));
    count.filter(|_| is_counted).and_then(|token| number(token)).unwrap_or(1.0)
}

/// How many times a day, from the words behind an amount; once where they say nothing.
fn times_a_day(after: &[String]) -> f64 {
    let count = |token: &String| COUNTS.iter().find(|(word, _)| word == token).map(|(_, count)| *count);
    let named = after.iter().find_map(count);
    let counted = after.windows(2).find_map(|pair| match pair {
        [count, times] if times == "times" || times == "x" => number(count),
        _ => None,
    });
    let says = |start: &str| after.iter().any(|token| token.starts_with(start));
    let both = if says("morning") && says("evening") { 2.0 } else { 1.0 };
    let period = PERIODS.iter().find(|(words, _)| after.iter().any(|token| words.contains(&token.as_str())));
    counted.or(named).unwrap_or(both) / period.map_or(1.0, |(_, days)| *days)
}

/// Micrograms in a unit; for international units those of the nutrient.
fn micrograms(unit: &str, nutrient: &str) -> Option<f64> {
    match unit {
        "ug" | "µg" | "μg" | "mcg" | "microgram" | "micrograms" => Some(1.0),
        "mg" | "milligram" | "milligrams" => Some(1e3),
        "g" | "gram" | "grams" => Some(1e6),
        "iu" | "ie" | "ui" => {
            UNITS_IN_A_MICROGRAM.iter().find(|(key, _)| *key == nutrient).map(|(_, units)| 1.0 / units)
        }
        _ => None,
    }
}

/// Two numbers with a dash between them.
fn is_range(words: &str) -> bool {
    let dashed = |dash: char| {
        words.match_indices(dash).any(|(at, dash)| {
            let digit_before =
                words.get(..at).is_some_and(|before| before.trim_end().ends_with(|c: char| c.is_ascii_digit()));
            let after = words.get(at + dash.len()..).unwrap_or_default().trim_start();
            digit_before && after.starts_with(|c: char| c.is_ascii_digit())
        })
    };
    dashed('-') || dashed('–')
}

/// Numbers, words and units, one by one: "2x10mg" is "2", "x", "10", "mg".
fn tokens(words: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut last = Kind::Gap;
    for letter in words.chars() {
        let kind = match letter {
            '0'..='9' | '.' | ',' => Kind::Number,
            '×' | '*' => Kind::Times,
            letter if letter.is_alphabetic() || letter == '@' => Kind::Word,
            _ => Kind::Gap,
        };
        match kind {
            Kind::Gap => {}
            Kind::Times => tokens.push("x".to_owned()),
            _ => match tokens.last_mut().filter(|_| kind == last) {
                Some(token) => token.push(letter),
                None => tokens.push(letter.to_string()),
            },
        }
        last = kind;
    }
    tokens
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Gap,
    Number,
    Times,
    Word,
}

/// A number as people write it: a comma before exactly three digits groups thousands, any other is a decimal one.
fn number(token: &str) -> Option<f64> {
    let token = token.trim_end_matches(['.', ',']);
    let mut groups = token.split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_thousands = !rest.is_empty()
        && first.len() <= 3
        && rest.iter().all(|group| group.split('.').next().is_some_and(|digits| digits.len() == 3));
    let plain = if is_thousands { token.replace(',', "") } else { token.replace(',', ".") };
    plain.parse().ok().filter(|number: &f64| number.is_finite() && *number > 0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dose(words: &str, nutrient: &str) -> Option<f64> {
        read(words, "", nutrient, &upper_nutrient(nutrient).unwrap().unit)
    }

    #[test]
    fn amounts_are_read_in_the_unit_of_the_nutrient() {
        for (words, nutrient, a_day) in [
            ("25 ug", "vitamin_d", 25.0),
            ("25µg", "vitamin_d", 25.0),
            ("1000 iu", "vitamin_d", 25.0),
            ("1,000 iu daily", "vitamin_d", 25.0),
            ("5,000 iu", "vitamin_d", 125.0),
            ("10,000 iu", "vitamin_a_preformed", 3000.0),
            ("50 mg daily", "zinc", 50.0),
            ("0.2 mg", "selenium", 200.0),
            ("2,5 mg", "zinc", 2.5),
            ("1 g", "vitamin_c", 1000.0),
        ] {
            let read = dose(words, nutrient).unwrap_or_else(|| panic!("{words} is not read"));
            assert!((read - a_day).abs() < 1e-9, "{words}: {read} is not {a_day}");
        }
    }

    #[test]
    fn pieces_and_how_often_are_counted() {
        for (words, a_day) in [
            ("2 x 10 mg", 20.0),
            ("2x10mg", 20.0),
            ("2 × 10 mg", 20.0),
            ("2 tablets of 10 mg", 20.0),
            ("1 tablet 15 mg", 15.0),
            ("10 mg twice a day", 20.0),
            ("10 mg 3 times a day", 30.0),
            ("10 mg mornings and evenings", 20.0),
            ("30 mg every other day", 15.0),
            ("70 mg weekly", 10.0),
            ("35 mg twice a week", 10.0),
            ("14 mg 3 times a week", 6.0),
            ("15 mg evenings", 15.0),
        ] {
            let read = dose(words, "zinc").unwrap_or_else(|| panic!("{words} is not read"));
            assert!((read - a_day).abs() < 1e-9, "{words}: {read} is not {a_day}");
        }
    }

    #[test]
    fn what_cannot_be_read_for_certain_is_not_guessed() {
        for words in [
            "",
            "2 tablets",
            "one in the morning",
            "10-20 mg",
            "10 – 20 mg",
            "10 to 20 mg",
            "25 mg as needed",
            "mg",
            "0 mg",
            "-",
            "400 iu",
        ] {
            assert_eq!(dose(words, "zinc"), None, "{words}");
        }
        assert_eq!(dose("400 iu", "vitamin_e"), None, "a unit of vitamin E is no fixed amount");
        assert_eq!(dose("1000 mg", "epa_dha"), None, "a gram of fish oil");
        assert_eq!(dose("500 mg epa and dha", "epa_dha"), Some(0.5));
        assert_eq!(dose(&format!("{} mg", "9".repeat(10_000)), "zinc"), None);
        assert_eq!(dose(&"x ".repeat(10_000), "zinc"), None);
    }
}
