//! The program's own short scales, 0 to 100, higher is worse. They are for following oneself over time, have not been tested
//! like clinic scores, and cannot be compared with them.
//!
//! Missing is missing: what nobody answered has no part in a score. The weights of what was answered are stretched to make
//! a whole, and a day with fewer than half of the parts has no score at all.

/// Skin today: 40 % the worst of itch, pain or sting (0 to 10), 40 % the look (0 to 4), 20 % the area in palms (10 and more
/// count as 10). `None` with fewer than two of the three.
pub fn skin_today(worst_feeling: Option<f64>, look: Option<f64>, palms: Option<f64>) -> Option<f64> {
    let parts = [
        (0.40, worst_feeling.map(|score| share(score, 10.0))),
        (0.40, look.map(|grade| share(grade, 4.0))),
        (0.20, palms.map(|palms| share(palms, 10.0))),
    ];
    weighted(&parts, 2)
}

/// Gut today: 80 % the mean of belly pain, bloating, wind, and urgency or straining (0 to 10 each), 20 % the share of the day's
/// stools whose form lies outside 3 to 5. `None` with fewer than three of the five.
pub fn gut_today(complaints: [Option<f64>; 4], stool_forms: &[f64]) -> Option<f64> {
    let answered: Vec<f64> = complaints.into_iter().flatten().collect();
    let of = stool_forms.len() as f64;
    let out_of_range = stool_forms.iter().filter(|form| !(3.0..=5.0).contains(*form)).count() as f64;
    let forms = (!stool_forms.is_empty()).then_some(out_of_range / of);
    if answered.len() + usize::from(forms.is_some()) < 3 {
        return None;
    }
    let mean = answered.iter().sum::<f64>() / answered.len() as f64;
    weighted(&[(0.80, Some(share(mean, 10.0))), (0.20, forms)], 1)
}

/// A number as a share of the most it can be.
fn share(value: f64, most: f64) -> f64 {
    (value / most).clamp(0.0, 1.0)
}

/// The weighted mean of the parts that are there, times 100; `None` with fewer than `needed`.
fn weighted(parts: &[(f64, Option<f64>)], needed: usize) -> Option<f64> {
    let there: Vec<(f64, f64)> = parts.iter().filter_map(|(weight, part)| Some((*weight, (*part)?))).collect();
    let whole: f64 = there.iter().map(|(weight, _)| weight).sum();
    let sum: f64 = there.iter().map(|(weight, part)| weight * part).sum();
    // Rounded where no scale can tell any more, so that 40 is not written as 40.00000000000001.
    (there.len() >= needed && whole > 0.0).then(|| (1e11 * sum / whole).round() / 1e9)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(found: Option<f64>, by_hand: f64) {
        assert!(found.is_some_and(|found| (found - by_hand).abs() < 1e-8), "{found:?} is not {by_hand}");
    }

    #[test]
    fn skin_today_by_hand() {
        // 100 * (0.40 * 6/10 + 0.40 * 3/4 + 0.20 * 5/10) = 24 + 30 + 10
        is(skin_today(Some(6.0), Some(3.0), Some(5.0)), 64.0);
        is(skin_today(Some(0.0), Some(0.0), Some(0.0)), 0.0);
        is(skin_today(Some(10.0), Some(4.0), Some(10.0)), 100.0);
        is(skin_today(Some(10.0), Some(4.0), Some(80.0)), 100.0);
    }

    #[test]
    fn what_is_missing_in_skin_today_has_no_part_in_it() {
        // (0.40 * 0.6 + 0.40 * 0.75) / 0.80
        is(skin_today(Some(6.0), Some(3.0), None), 67.5);
        // (0.40 * 0.6 + 0.20 * 0.5) / 0.60
        is(skin_today(Some(6.0), None, Some(5.0)), 100.0 * 0.34 / 0.60);
        assert_eq!(skin_today(Some(6.0), None, None), None, "one of three is fewer than half");
        assert_eq!(skin_today(None, None, None), None);
    }

    #[test]
    fn gut_today_by_hand() {
        // mean of 2, 4, 6, 8 is 5; one of two stools is out of range: 100 * (0.8 * 0.5 + 0.2 * 0.5)
        is(gut_today([Some(2.0), Some(4.0), Some(6.0), Some(8.0)], &[4.0, 6.5]), 50.0);
        is(gut_today([Some(0.0); 4], &[3.0, 5.0]), 0.0);
        is(gut_today([Some(10.0); 4], &[1.0, 7.0, 2.5, 5.5]), 100.0);
    }

    #[test]
    fn what_is_missing_in_gut_today_has_no_part_in_it() {
        is(gut_today([Some(2.0), Some(4.0), Some(6.0), None], &[]), 40.0);
        // mean of 2 and 4 is 3; the only stool is out of range: 100 * (0.8 * 0.3 + 0.2 * 1)
        is(gut_today([Some(2.0), None, Some(4.0), None], &[7.0]), 44.0);
        assert_eq!(gut_today([Some(2.0), None, None, None], &[4.0, 4.0]), None, "two of five are fewer than half");
        assert_eq!(gut_today([None; 4], &[4.0]), None);
    }
}
