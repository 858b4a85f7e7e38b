//! What is said of photos that were rated without their dates: what was said of one, and how far two ratings of one photo lie apart.

use crate::model::photo::Photo;
use crate::photos::{LEAST_PAIRS, RatedSeries, RepeatError};
use crate::words::{count, rounded};

/// What has to stand beside every such number.
pub const LIMITS: &str = "Your own rating of photos whose dates were hidden. It holds within one sitting, and a photo shows less than a mirror.";

/// "Rated blind: look 3, redness 4 (0 clear to 10)." `None` for a photo that was not rated.
pub fn rating_line(series: &RatedSeries<'_>, photo: &Photo) -> Option<String> {
    let mean = series.mean(photo)?;
    let [look, redness] = [mean.look, mean.redness].map(|mean| rounded(mean, -1));
    Some(format!("Rated blind: look {look}, redness {redness} (0 clear to 10)."))
}

/// How far two ratings of one photo lie apart.
pub fn error_line(series: &RatedSeries<'_>) -> String {
    let [look, redness] = [series.repeat_error(|rating| rating.look), series.repeat_error(|rating| rating.redness)];
    match (look, redness) {
        (Some(look), Some(redness)) => format!(
            "Two of your ratings of one photo differ by up to {} in the look and {} in redness ({}).",
            points(look),
            points(redness),
            count(look.pairs, "pair", "pairs")
        ),
        _ => format!(
            "How far two of your ratings of one photo differ is not known yet: {} of {LEAST_PAIRS} pairs. Each sitting shows a tenth \
             of the photos twice.",
            series.pairs()
        ),
    }
}

fn points(error: RepeatError) -> String {
    let number = rounded(error.limit(), -1);
    if number == "1" { "1 point".to_owned() } else { format!("{number} points") }
}
