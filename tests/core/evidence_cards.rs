//! The cards are whole: a file that is not is refused here, never at somebody's desk.

use std::collections::BTreeSet;

use gutskin::columns;
use gutskin::evidence::card::{Aim, Card, Certainty, Direction, Need, Outcomes, ShowWhen, Tip};
use gutskin::evidence::library::{self, cards};
use gutskin::evidence::situation::Situation;
use gutskin::evidence::wording::{self, Chip};
use gutskin::intakes;
use gutskin::medicines::{self, ClassId};
use gutskin::model::catalogue::Catalogue;
use gutskin::model::profile::SafetyQuestion;

/// Says of a file of cards why it is refused; nothing if it is whole.
fn faults(file: &[Card]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    for card in file {
        if !seen.insert(card.id.as_str()) {
            faults.push(format!("{}: the id stands twice", card.id));
        }
        let mut fault = |words: String| faults.push(format!("{}: {words}", card.id));
        for key in unknown_columns(card) {
            fault(format!("no column {key}"));
        }
        for class in unknown_classes(card) {
            fault(format!("no class {class}"));
        }
        unknown_names(card).into_iter().for_each(&mut fault);
        too_long(card).into_iter().for_each(&mut fault);
        odd_windows(card).into_iter().for_each(&mut fault);
        odd_sources(card).into_iter().for_each(&mut fault);
    }
    faults
}

fn unknown_columns(card: &Card) -> Vec<String> {
    let catalogue = Catalogue::default();
    let is_column = columns::keys(&catalogue);
    let mut named: Vec<&str> = card.aim.iter().filter_map(|aim| Some(aim.window()?.column)).collect();
    for row in &card.relates {
        named.extend(row.factors.iter().map(String::as_str).chain(row.outcomes.keys()));
    }
    for way in &card.show_when {
        match way {
            ShowWhen::Finding { factors, outcomes } => {
                named.extend(factors.iter().map(String::as_str).chain(outcomes.keys()));
            }
            ShowWhen::Reading { column, .. } => named.push(column),
            _ => {}
        }
    }
    named.extend(card.try_it.iter().flat_map(|try_it| &try_it.watch).map(String::as_str));
    named.into_iter().filter(|key| !is_column(key)).map(str::to_owned).collect()
}

fn unknown_classes(card: &Card) -> Vec<String> {
    let mut named: Vec<&ClassId> = Vec::new();
    for way in &card.show_when {
        if let ShowWhen::Course { classes, .. } = way {
            named.extend(classes);
        }
    }
    for aim in &card.aim {
        if let Aim::Course { classes, .. } = aim {
            named.extend(classes);
        }
    }
    named.extend(card.audience.only_if_any.iter().filter_map(|need| match need {
        Need::CourseClass(class) => Some(class),
        _ => None,
    }));
    named.extend(card.contraindications.iter().flat_map(|gate| &gate.when).filter_map(|situation| match situation {
        Situation::Medicine(class) => Some(class),
        _ => None,
    }));
    named.into_iter().filter(|class| medicines::class(class).is_none()).map(ToString::to_string).collect()
}

fn unknown_names(card: &Card) -> Vec<String> {
    let mut unknown = Vec::new();
    for aim in &card.aim {
        if let Aim::Intake { nutrient, .. } = aim {
            let table = intakes::table();
            let known = table.reference.iter().any(|it| it.key == *nutrient)
                || table.upper.iter().any(|it| it.key == *nutrient);
            if !known {
                unknown.push(format!("no nutrient {nutrient}"));
            }
        }
    }
    for need in &card.audience.only_if_any {
        if let Need::Says(key) = need
            && SafetyQuestion::from_key(key).is_none()
        {
            unknown.push(format!("no question {key}"));
        }
    }
    unknown
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Sentences of a text: points at its end or before a blank.
fn sentences(text: &str) -> usize {
    let ends = |sign: char| matches!(sign, '.' | '?' | '!');
    text.split_whitespace().filter(|word| word.ends_with(ends)).count()
}

fn too_long(card: &Card) -> Vec<String> {
    let limits = [("title", &card.title, 7), ("plain", &card.plain, 25), ("finding", &card.finding, 60)];
    let mut faults: Vec<String> = limits
        .into_iter()
        .chain([("cautions", &card.cautions, 40)])
        .filter(|(_, text, most)| !(1..=*most).contains(&words(text)))
        .map(|(name, text, most)| format!("{name} has {} words, at most {most}", words(text)))
        .collect();
    if sentences(&card.plain) != 1 {
        faults.push("plain is not one sentence".to_owned());
    }
    let parts = [words(&card.title), words(&card.plain), words(&card.cautions)];
    if parts.iter().sum::<usize>() > 80 {
        faults.push("more than 80 words stand above the click".to_owned());
    }
    faults
}

fn odd_windows(card: &Card) -> Vec<String> {
    let mut faults = Vec::new();
    let mut ordered = |name: &str, first: u16, last: u16| {
        if first > last {
            faults.push(format!("{name}: {first} lies after {last}"));
        }
    };
    ordered("onset_days", card.onset_days.0, card.onset_days.1);
    for row in &card.relates {
        ordered("lag_days", row.lag_days.0, row.lag_days.1);
    }
    for window in card.aim.iter().filter_map(Aim::window) {
        ordered("needed_days", window.needed.max(1), window.days);
    }
    for way in &card.show_when {
        if let ShowWhen::Reading { window_days, needed_days, .. } = way {
            ordered("needed_days", (*needed_days).max(1), *window_days);
        }
    }
    if let Some(try_it) = &card.try_it {
        ordered("first_look_days", try_it.first_look_days.max(1), try_it.judge_after_days);
    }
    faults
}

fn odd_sources(card: &Card) -> Vec<String> {
    let mut faults = Vec::new();
    if card.citations.is_empty() {
        faults.push("no source".to_owned());
    }
    for citation in &card.citations {
        let stated = citation.doi.is_some() || citation.pmid.is_some();
        if stated && !citation.verified {
            faults.push("an unchecked source carries an identifier".to_owned());
        }
        if citation.doi.as_ref().is_some_and(|doi| !doi.starts_with("10.")) {
            faults.push("a DOI does not begin with 10.".to_owned());
        }
        if !(1900..=2030).contains(&citation.year) {
            faults.push(format!("a source of the year {}", citation.year));
        }
    }
    faults
}

/// Everything of a card that may stand on a screen.
fn shown(card: &Card) -> Vec<&str> {
    let mut texts = vec![&*card.title, &*card.claim, &*card.plain, &*card.finding, &*card.cautions];
    texts.extend(card.seed_remark.as_deref());
    texts.extend(card.contraindications.iter().map(|gate| gate.say.as_str()));
    texts.extend(card.try_it.iter().map(|try_it| try_it.change.as_str()));
    for aim in &card.aim {
        texts.extend(aim.source().map(|(source, _)| source));
        match aim {
            Aim::NoAim { why } => texts.push(why),
            Aim::AtLeast { unit, .. } | Aim::AtMost { unit, .. } => texts.push(unit),
            _ => {}
        }
    }
    texts
}

#[test]
fn the_cards_are_whole() {
    assert_eq!(cards().len(), 45);
    assert_eq!(faults(cards()), Vec::<String>::new());
}

#[test]
fn a_card_that_is_not_whole_is_refused_with_a_reason() {
    let good = cards()[0].clone();
    let spoiled = |change: fn(&mut Card)| {
        let mut card = good.clone();
        change(&mut card);
        faults(&[card])
    };
    let doubled = faults(&[good.clone(), good.clone()]);
    assert!(doubled.iter().any(|fault| fault.contains("stands twice")), "{doubled:?}");
    let no_column = spoiled(|card| {
        card.show_when.push(ShowWhen::Finding { factors: vec!["no_such".to_owned()], outcomes: Outcomes::default() });
    });
    assert!(no_column.iter().any(|fault| fault.ends_with("no column no_such")), "{no_column:?}");
    let wordy = spoiled(|card| card.title = "one two three four five six seven eight".to_owned());
    assert!(wordy.iter().any(|fault| fault.contains("title has 8 words")), "{wordy:?}");
    let two = spoiled(|card| card.plain = "One sentence. Another.".to_owned());
    assert!(two.iter().any(|fault| fault.contains("not one sentence")), "{two:?}");
    let backwards = spoiled(|card| card.onset_days = (9, 3));
    assert!(backwards.iter().any(|fault| fault.contains("9 lies after 3")), "{backwards:?}");
    let unsourced = spoiled(|card| card.citations.clear());
    assert!(unsourced.iter().any(|fault| fault.contains("no source")), "{unsourced:?}");
}

#[test]
fn a_file_with_a_word_that_is_no_field_is_not_read() {
    let text = include_str!("../../assets/evidence/evidence.ron");
    assert!(library::read(text).is_ok());
    for (old, new) in [
        ("effort: Easy", "effort: Easy, mood: 3"),
        ("when: [Bowel]", "when: [Bowels]"),
        ("side: Reach", "side: Touch"),
        ("sign: Unsettled", "sign: Unsettled, lag: 3"),
    ] {
        assert!(text.contains(old), "{old}");
        assert!(library::read(&text.replacen(old, new, 1)).is_err(), "{new}");
    }
}

#[test]
fn a_card_is_a_tip_only_where_something_makes_it_one() {
    for card in cards() {
        if card.tip == Tip::Never {
            assert!(!card.show_when.contains(&ShowWhen::FarFromAim), "{}: never a tip, yet far from an aim", card.id);
        }
        let unproven = matches!(card.skin_certainty, Certainty::Contested | Certainty::NoEffect);
        assert!(!unproven || card.tip == Tip::Never, "{}: unproven for skin, yet a tip", card.id);
        assert!(!card.show_when.is_empty(), "{}: nothing leads there", card.id);
    }
}

#[test]
fn no_card_says_a_forbidden_word_or_speaks_to_its_makers() {
    const EDITORS: [&str; 7] =
        ["the app", "never word", "do not suggest", "avoid stigma", "shaming", "screen for", "previous card"];
    const LABORATORY: [&str; 4] = ["measurement of", "microbiome score", "inflammation level", "editor"];
    for card in cards() {
        for text in shown(card) {
            let low = text.to_lowercase();
            for word in EDITORS.iter().chain(&LABORATORY).chain(wording::FORBIDDEN) {
                assert!(!low.contains(word), "{} says “{word}”: {text}", card.id);
            }
            assert!(!text.contains('!'), "{}: {text}", card.id);
        }
        assert!(!card.claim.to_lowercase().contains("triggers "), "{}", card.id);
    }
}

#[test]
fn what_editors_wrote_is_not_kept_with_a_card() {
    let text = include_str!("../../assets/evidence/evidence.ron");
    let notes: Vec<&str> = text.split("editor_notes: \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(notes.len(), cards().len());
    let kept = format!("{:?}", cards());
    for note in notes.iter().filter(|note| note.len() > 20) {
        assert!(!kept.contains(note), "{note}");
    }
}

#[test]
fn certainty_and_direction_are_said_together_and_skin_apart_from_health() {
    let chip = |certainty, direction| Chip { certainty, direction }.words();
    // Safety page, section 4, rule 2.
    for (certainty, direction, words) in [
        (Certainty::Moderate, Direction::Helps, "probably helps"),
        (Certainty::Low, Direction::Helps, "may help, limited evidence"),
        (Certainty::Low, Direction::Harms, "may worsen, limited evidence"),
        (Certainty::Low, Direction::Mixed, "mixed results, limited evidence"),
        (Certainty::VeryLow, Direction::Mixed, "uncertain"),
        (Certainty::Contested, Direction::Mixed, "experts disagree"),
        (Certainty::NoEffect, Direction::NoEffect, "studies found no effect"),
        (Certainty::None, Direction::Unknown, "not studied"),
    ] {
        assert_eq!(chip(certainty, direction), words);
    }
    assert!(chip(Certainty::High, Direction::Helps).contains("well supported"));
    for card in cards() {
        let skin = Chip::for_skin(card).words();
        assert_eq!(skin.contains("probably"), card.skin_certainty == Certainty::Moderate, "{}: {skin}", card.id);
    }
}

#[test]
fn a_tip_for_health_alone_says_that_skin_was_not_studied() {
    for card in cards().iter().filter(|card| card.tip == Tip::ForHealth) {
        let heading = wording::heading(card).unwrap();
        let studied = card.skin_certainty != Certainty::None;
        let expected = if studied { "For your health" } else { "For your health; skin was not studied" };
        assert_eq!(heading, expected, "{}", card.id);
    }
}
