//! The tags of a food in words, each with how it was found. Most are rules, not measurements, and say so.

use super::tags::{Fodmap, Level, NovaBasis, Prebiotic, Presence, Tags};

/// One tag in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TagLine {
    /// What is spoken of.
    pub name: &'static str,
    /// What is known of it; `unknown` where nothing is.
    pub value: String,
    /// How it was found, and what to keep in mind.
    pub basis: &'static str,
}

/// All tags of a food in words. `is_own` says that the person set them.
pub fn tag_lines(tags: &Tags, is_own: bool) -> Vec<TagLine> {
    let line =
        |name, value: String, basis| TagLine { name, value, basis: if is_own { "as you keep it" } else { basis } };
    let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    vec![
        line("Fermented", yes(tags.fermented), "rule, by name"),
        line("Live cultures", presence(tags.live_cultures), "rule; depends on product, heat and age"),
        line("Rich in prebiotics", prebiotics(&tags.prebiotic), "rule, from published contents"),
        line("Processing (NOVA)", nova(tags.nova), nova_basis(tags.nova_basis)),
        line("Dairy", presence(tags.dairy), "rule, from ingredients; not fit for allergy"),
        line("Gluten", presence(tags.gluten), "rule, from ingredients; not fit for coeliac disease"),
        line("FODMAP, usual portion", level(tags.fodmap_level), "rule, uncertain; ripeness and portion change it"),
        line("FODMAP groups", fodmaps(tags), "rule, uncertain"),
        line("Histamine", level(tags.histamine), "rule, uncertain; freshness and batch change it"),
        line("Spicy", yes(tags.spicy), "rule, by name or recipe"),
        line("Glycaemic class", level(tags.gi_class), "rule, from published classes"),
    ]
}

fn presence(presence: Presence) -> String {
    match presence {
        Presence::Yes => "yes",
        Presence::Maybe => "maybe",
        Presence::No => "no",
    }
    .to_owned()
}

fn level(level: Option<Level>) -> String {
    level.map_or("unknown", Level::label).to_owned()
}

fn nova(class: Option<u8>) -> String {
    match class {
        Some(1) => "1, little or not processed".to_owned(),
        Some(2) => "2, kitchen ingredient".to_owned(),
        Some(3) => "3, processed".to_owned(),
        Some(4) => "4, ultra-processed".to_owned(),
        Some(other) => other.to_string(),
        None => "unknown".to_owned(),
    }
}

fn nova_basis(basis: NovaBasis) -> &'static str {
    match basis {
        NovaBasis::GroupRule => "rule, by group; a hint, recipe and maker decide",
        NovaBasis::KeywordRule => "rule, by name; a hint, recipe and maker decide",
        NovaBasis::Manual => "set by hand",
        NovaBasis::Own => "as you keep it",
    }
}

fn prebiotics(kinds: &[Prebiotic]) -> String {
    let words: Vec<&str> = kinds
        .iter()
        .map(|kind| match kind {
            Prebiotic::Inulin => "inulin",
            Prebiotic::Gos => "galacto-oligosaccharides",
            Prebiotic::ResistantStarch => "resistant starch",
            Prebiotic::BetaGlucan => "beta-glucan",
            Prebiotic::Fructan => "fructan of grains",
        })
        .collect();
    if words.is_empty() { "no".to_owned() } else { words.join(", ") }
}

fn fodmaps(tags: &Tags) -> String {
    let words: Vec<String> =
        tags.fodmap.iter().map(|(group, level)| format!("{} {}", fodmap(*group), level.label())).collect();
    match (words.is_empty(), tags.fodmap_level) {
        (false, _) => words.join(", "),
        (true, Some(_)) => "none".to_owned(),
        (true, None) => "unknown".to_owned(),
    }
}

fn fodmap(group: Fodmap) -> &'static str {
    match group {
        Fodmap::Fructan => "fructan",
        Fodmap::Gos => "galacto-oligosaccharides",
        Fodmap::Lactose => "lactose",
        Fodmap::Fructose => "fructose beyond glucose",
        Fodmap::Sorbitol => "sorbitol",
        Fodmap::Mannitol => "mannitol",
        Fodmap::PolyolSweetener => "polyol sweetener",
    }
}
