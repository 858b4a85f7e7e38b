//! The map in words: the same sentences name a box or an arrow on the screen, in its table, in a file and for a screen reader.

use super::{AxisArrow, AxisBox, AxisMap, BoxIndex, Shown};
use crate::words::{percent, rounded};

/// Stands with every picture of the map.
pub const ABOUT: &str =
    "Self-care indices computed from your entries, 0 to 100; 100 is the most favourable pattern of entries.";
/// What will be here, and the one next step.
pub const EMPTY: &str = "Here your entries will stand as seven boxes, from diet and gut to skin, with what studies say of the paths \
                         between them. Log today to begin.";

impl AxisBox {
    /// Its number or what stands in its place: "53, fair".
    pub fn value_words(&self) -> String {
        self.index.as_ref().map(BoxIndex::words).unwrap_or_default()
    }

    /// Its name with its value: "Diet: 53, fair".
    pub fn words(&self) -> String {
        match self.value_words() {
            value if value.is_empty() => self.title.to_owned(),
            value => format!("{}: {value}", self.title),
        }
    }
}

impl BoxIndex {
    /// What is shown of it: "53, fair".
    pub fn words(&self) -> String {
        match &self.shown {
            Shown::Number(value, band) => format!("{value:.0}, {}", band.label()),
            Shown::Band(band) => band.label().to_owned(),
            Shown::Support(words) => words.join(" "),
            Shown::TooFew(_) => "not enough entries yet".to_owned(),
        }
    }

    /// The sum behind the number, and how far it moves when a weight does; empty without a number.
    pub fn sum_words(&self) -> Vec<String> {
        let Shown::Number(value, _) = self.shown else { return Vec::new() };
        let there: Vec<(f64, f64)> =
            self.reading.parts.iter().filter_map(|part| Some((part.weight, part.value?))).collect();
        let weights: f64 = there.iter().map(|(weight, _)| weight).sum();
        let of = |number: f64| rounded(number, -2);
        let terms: Vec<String> =
            there.iter().map(|(weight, part)| format!("{} × {}", of(*weight), of(*part))).collect();
        let sum = format!("100 × ({}) / {} = {value:.0}", terms.join(" + "), of(weights));
        let moved = self.reading.sensitivity.map(|(low, high)| {
            format!("If any one weight moves by 0.10, it lies between {low:.0} and {high:.0}. The weights are our judgement.")
        });
        std::iter::once(sum).chain(moved).collect()
    }

    /// How much of it is known: "95 % covered".
    pub fn coverage_words(&self) -> String {
        format!("{} covered", percent(self.reading.coverage))
    }
}

impl AxisArrow {
    /// From where to where: "Diet to gut comfort".
    pub fn title(&self) -> String {
        let (tail, head) = self.ends;
        let between = if self.plan.both_ways { "and" } else { "to" };
        format!("{tail} {between} {}", crate::analysis::insights::words::lowered(head))
    }

    /// All of it: "Arrow 3, diet to gut comfort: probably helps (the bowel). Your diary: cannot say yet."
    pub fn words(&self) -> String {
        let title = crate::analysis::insights::words::lowered(&self.title());
        format!("Arrow {}, {title}: {}. Your diary: {}.", self.number, self.style.words, self.own.words())
    }
}

impl AxisMap {
    /// Title of a picture of it.
    pub fn title(&self) -> String {
        format!("Your gut-skin map on {}", self.day.short())
    }

    /// The whole map in words, as a screen reader says it.
    pub fn words(&self) -> String {
        let boxes = self.boxes.iter().filter(|of| of.index.is_some()).map(|of| format!("{}.", of.words()));
        let arrows = self.arrows.iter().map(AxisArrow::words);
        let lanes = self.lanes.iter().map(|lane| format!("{}.", lane.words(self.day)));
        let all: Vec<String> = std::iter::once(ABOUT.to_owned()).chain(boxes).chain(lanes).chain(arrows).collect();
        all.join(" ")
    }
}
