//! What is filled into the words of rules, and the words of the crisis screen. The program rings nobody: numbers are what the
//! person set in About you.

use std::collections::BTreeMap;

use super::rules::{Crisis, table};
use crate::evidence::situation::Person;
use crate::medicines;
use crate::model::profile::HelpLines;
use crate::words::one_of;

/// The crisis screen, in the person's own numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrisisScreen {
    /// First line.
    pub heading: String,
    /// The lines below it.
    pub lines: Vec<String>,
    /// The button of whoever is safe for now.
    pub safe: String,
    /// The button that hides the screen.
    pub hide: String,
}

impl CrisisScreen {
    /// For a person on a day.
    pub fn for_person(person: &Person<'_>) -> Self {
        let crisis = &table().crisis;
        let fills = help_lines(crisis, &person.profile.help_lines);
        let mut lines: Vec<String> = crisis.lines.iter().map(|line| fill(line, &fills)).collect();
        let lowers_mood = person
            .running()
            .filter(|medicine| medicines::class(&medicine.found.medicine.class).is_some_and(|class| class.mood));
        let names: Vec<&str> = lowers_mood.map(|medicine| medicine.course.name.as_str()).collect();
        if !names.is_empty() {
            let names = BTreeMap::from([("names", one_of(&names))]);
            lines.push(fill(&crisis.medicine_line, &names));
        }
        let (safe, hide) = crisis.buttons.clone();
        Self { heading: crisis.heading.clone(), lines, safe, hide }
    }
}

/// The person's help lines, each with what stands where none was set.
pub(super) fn help_lines(crisis: &Crisis, own: &HelpLines) -> BTreeMap<&'static str, String> {
    let or = |own: &Option<crate::model::text::Name>, other: &str| {
        own.as_ref().map_or_else(|| other.to_owned(), ToString::to_string)
    };
    BTreeMap::from([
        ("emergency_number", or(&own.emergency_number, &crisis.emergency_number)),
        ("crisis_line", or(&own.crisis_line, &crisis.crisis_line)),
        ("person", or(&own.person, &crisis.person)),
    ])
}

/// Words with every `{name}` that is known in its place. What is filled in is never read again.
pub(super) fn fill(words: &str, fills: &BTreeMap<&'static str, String>) -> String {
    let mut filled = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let known = after.split_once('}').and_then(|(name, after)| Some((fills.get(name)?, after)));
        if let Some((value, after)) = known {
            filled.push_str(value);
            rest = after;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled + rest
}
