//! The heading of two series that go along with each other, with the way each of them moves: "More sleep, less itch". It says
//! nothing of what brings what about.

use super::capital::capital;
use crate::model::trackable::Direction;

/// How more and less of something are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// How much there was: more and less.
    Much,
    /// How many there were: more and fewer.
    Many,
    /// A score or grade: better and worse where more is better, more and less where it is worse, else higher and lower.
    Level(Direction),
    /// A day with it or without.
    YesNo,
}

/// One side of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side<'a> {
    /// Its name for people.
    pub label: &'a str,
    /// How more and less of it are said.
    pub amount: Amount,
}

/// The heading of more of a factor and what the outcome did then; `rises` where there was more of it.
pub fn pair_heading(factor: Side<'_>, outcome: Side<'_>, rises: bool) -> String {
    let more = match factor.amount {
        Amount::YesNo => "with",
        amount => change(amount, true),
    };
    let of = if outcome.amount == Amount::YesNo { "days with " } else { "" };
    let then = match outcome.amount {
        Amount::YesNo => change(Amount::Many, rises),
        amount => change(amount, rises),
    };
    format!("{} {}, {then} {of}{}", capital(more), short(factor.label), short(outcome.label))
}

fn change(amount: Amount, rises: bool) -> &'static str {
    let (more, less) = match amount {
        Amount::Many => ("more", "fewer"),
        Amount::Level(Direction::BetterUp) => ("better", "worse"),
        Amount::Level(Direction::Neutral) => ("higher", "lower"),
        Amount::Much | Amount::Level(Direction::WorseUp) | Amount::YesNo => ("more", "less"),
    };
    if rises { more } else { less }
}

/// A name within a heading: small, unless it is an abbreviation, and without what stands in brackets behind it.
fn short(label: &str) -> String {
    let label = label.split(" (").next().unwrap_or(label);
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_says_which_way_both_sides_go() {
        let (much, level) = (Amount::Much, Amount::Level(Direction::WorseUp));
        for (factor, outcome, rises, heading) in [
            (("Sleep", much), ("Itch", level), false, "More sleep, less itch"),
            (("Dairy", Amount::YesNo), ("Itch", level), true, "With dairy, more itch"),
            (("Stress", level), ("Inflamed spots", Amount::Many), false, "More stress, fewer inflamed spots"),
            (
                ("Sleep quality", Amount::Level(Direction::BetterUp)),
                ("Flare", Amount::YesNo),
                true,
                "Better sleep quality, more days with flare",
            ),
            (
                ("Alcohol", much),
                ("Skin today (0 to 100)", Amount::Level(Direction::Neutral)),
                true,
                "More alcohol, higher skin today",
            ),
            (
                ("EPA and DHA", much),
                ("Mood", Amount::Level(Direction::BetterUp)),
                false,
                "More EPA and DHA, worse mood",
            ),
        ] {
            let side = |(label, amount)| Side { label, amount };
            assert_eq!(pair_heading(side(factor), side(outcome), rises), heading);
        }
    }
}
