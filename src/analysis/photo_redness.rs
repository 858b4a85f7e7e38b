//! What is said of the redness of a photo: against calm skin in the same light, against the photo before it, and how far two photos of
//! one moment lie apart. Where there is no number, why.

use crate::model::diary::Diary;
use crate::model::photo::Photo;
use crate::photos::{LEAST_PAIRS, MeasuredSeries, NoRedness};
use crate::words::{capital, count, rounded};

/// What has to stand beside every number that is measured in photos.
pub const LIMITS: &str =
    "Phones change every shot, heat and make-up redden, and in brown skin redness is under-seen in such numbers.";

/// What is said of a photo, a sentence each; nothing of one that nobody has begun to measure.
pub fn redness_lines(diary: &Diary, photo: &Photo) -> Vec<String> {
    let series = MeasuredSeries::around(photo, diary.photos());
    let redness = match series.redness(photo) {
        Ok(redness) => redness,
        Err(NoRedness::NoSquares) => return Vec::new(),
        Err(why) => return vec![format!("No number for this photo: {why}.")],
    };
    let mut lines = vec![beside_calm_skin(redness.gap)];
    let error = series.repeat_error();
    if let Some((before, earlier)) = series.before(photo) {
        let change = redness.gap - earlier.gap;
        let day = before.day.short();
        let is_within = error.is_some_and(|error| change.abs() < error.limit());
        lines.push(match (is_within, units(change)) {
            (true, _) => format!("Against {day}: within the error of your photos."),
            (false, None) => format!("As on {day}."),
            (false, Some(units)) => {
                format!("{} by {units} than on {day}.", if change > 0.0 { "Redder" } else { "Less red" })
            }
        });
    }
    lines.push(match error {
        Some(error) => format!(
            "Two of your photos of one moment differ by up to {} ({}).",
            in_units(error.limit()),
            count(error.pairs, "pair", "pairs")
        ),
        None => format!(
            "How far two of your photos of one moment differ is not known yet: {} of {LEAST_PAIRS} pairs.",
            series.pairs()
        ),
    });
    lines
}

fn beside_calm_skin(gap: f64) -> String {
    let words = match units(gap) {
        None => "as red as your calm skin, in the same light".to_owned(),
        Some(units) => {
            let than = if gap > 0.0 { "redder" } else { "less red" };
            format!("{than} than your calm skin by {units}, in the same light")
        }
    };
    format!("{}. Not a measure of disease.", capital(&words))
}

/// "6 units"; `None` where it rounds to nothing.
fn units(value: f64) -> Option<String> {
    (value.abs() >= 0.5).then(|| in_units(value.abs()))
}

fn in_units(value: f64) -> String {
    let number = rounded(value, if value < 1.0 { -1 } else { 0 });
    if number == "1" { "1 unit".to_owned() } else { format!("{number} units") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_is_that_of_the_page() {
        assert_eq!(
            beside_calm_skin(6.07),
            "Redder than your calm skin by 6 units, in the same light. Not a measure of disease."
        );
        assert_eq!(
            beside_calm_skin(-1.2),
            "Less red than your calm skin by 1 unit, in the same light. Not a measure of disease."
        );
        assert_eq!(beside_calm_skin(0.4), "As red as your calm skin, in the same light. Not a measure of disease.");
    }
}
