//! Rating photos without their dates: the order in which a sitting shows the photos of a series, a tenth of them twice, what is still to
//! be rated, what the ratings come to, and how far two ratings of one photo lie apart. Whoever knows which photo came after a treatment
//! sees a benefit in it; whoever does not know mostly sees none.

use std::collections::BTreeMap;

use super::redness::{RepeatError, repeat_error};
use crate::model::photo::{BlindRating, BlobId, Photo, PhotoId, Sitting};

/// The fewest photos that can be rated blind: one alone has nothing to be told from.
pub const LEAST_PHOTOS: usize = 2;
/// One of so many photos is shown twice.
const ONE_TWICE_OF: usize = 10;

/// What the ratings of a photo come to, each 0 clear to 10.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BlindMean {
    /// How the skin looks.
    pub look: f64,
    /// How red it is.
    pub redness: f64,
}

/// What a stirred number is for; two uses never share one.
#[derive(Clone, Copy)]
enum Purpose {
    Order,
    Twice,
    Again,
}

/// The photos of one series, as they are rated.
#[derive(Debug, Clone)]
pub struct RatedSeries<'a> {
    photos: Vec<&'a Photo>,
    /// The sitting whose ratings count: `None` if nothing was rated, or what was rated was so before there were sittings.
    counted: Option<Sitting>,
}

impl<'a> RatedSeries<'a> {
    /// Photos that are of one series.
    pub fn new(photos: impl IntoIterator<Item = &'a Photo>) -> Self {
        let photos: Vec<&Photo> = photos.into_iter().collect();
        // One scale drifts from sitting to sitting, so ratings of two are not mixed: that of most photos counts, of two the later.
        let mut rated: BTreeMap<(u16, u64), (usize, Sitting)> = BTreeMap::new();
        for photo in &photos {
            let sittings = photo.ratings.iter().filter_map(|rating| rating.sitting);
            let of_photo: BTreeMap<_, _> = sittings.map(|it| ((it.number, it.seed), it)).collect();
            for (key, sitting) in of_photo {
                rated.entry(key).or_insert((0, sitting)).0 += 1;
            }
        }
        let counted = rated.into_values().max_by_key(|(photos, sitting)| (*photos, sitting.number));
        Self { photos, counted: counted.map(|(_, sitting)| sitting) }
    }

    /// A new sitting of all photos that are there now; its order cannot be chosen. `None` with too few photos.
    pub fn begin(&self, diary_id: &str) -> Option<Sitting> {
        let last = self.photos.iter().map(|photo| photo.id).max().filter(|_| self.photos.len() >= LEAST_PHOTOS)?;
        let number = self.sittings().map(|sitting| sitting.number).max().unwrap_or_default().saturating_add(1);
        let series = self.photos.first().and_then(|photo| photo.series.as_ref()).map(ToString::to_string);
        let seed = stirred(&format!("{diary_id} {} {number} {}", series.unwrap_or_default(), last.0));
        Some(Sitting { number, seed, last })
    }

    /// The newest sitting, if it was left before its end.
    pub fn unfinished(&self) -> Option<Sitting> {
        let newest = self.sittings().max_by_key(|sitting| (sitting.number, sitting.seed))?;
        (!self.left(newest).is_empty()).then_some(newest)
    }

    /// Every look at a photo of a sitting, in order.
    pub fn views(&self, sitting: Sitting) -> Vec<PhotoId> {
        let mut order: Vec<&Photo> = self.photos.iter().copied().filter(|photo| photo.id <= sitting.last).collect();
        order.sort_by_cached_key(|photo| place(sitting, photo.blob, Purpose::Order));
        // Shown twice are some of the first half, again somewhere in the second, so that none comes twice in a row.
        let half = order.len() / 2;
        let mut twice: Vec<&Photo> = order.iter().copied().take(half).collect();
        twice.sort_by_cached_key(|photo| place(sitting, photo.blob, Purpose::Twice));
        twice.truncate(order.len().div_ceil(ONE_TWICE_OF));
        let mut views: Vec<(usize, u64, PhotoId)> = (0..).zip(&order).map(|(at, photo)| (at, 0, photo.id)).collect();
        let room = u64::try_from(order.len() - half).unwrap_or(u64::MAX).max(1);
        for photo in twice {
            let again = place(sitting, photo.blob, Purpose::Again);
            let after = half + usize::try_from(again % room).unwrap_or_default();
            views.push((after, again.max(1), photo.id));
        }
        views.sort_unstable();
        views.into_iter().map(|(_, _, id)| id).collect()
    }

    /// The looks of a sitting that are still to be rated, in order.
    pub fn left(&self, sitting: Sitting) -> Vec<PhotoId> {
        let rated = |photo: &&Photo| (photo.id, photo.ratings_in(sitting).count());
        let mut rated: BTreeMap<PhotoId, usize> = self.photos.iter().map(rated).collect();
        let mut left = self.views(sitting);
        left.retain(|id| match rated.get_mut(id) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
        left
    }

    /// What was said of a photo in the sitting that counts.
    pub fn mean(&self, photo: &Photo) -> Option<BlindMean> {
        let counts = |rating: &&BlindRating| match self.counted {
            Some(counted) => rating.sitting.is_some_and(|sitting| sitting.seed == counted.seed),
            None => true,
        };
        let ratings: Vec<&BlindRating> = photo.ratings.iter().filter(counts).collect();
        let mean = |of: fn(&BlindRating) -> u8| {
            ratings.iter().map(|rating| f64::from(of(rating))).sum::<f64>() / ratings.len() as f64
        };
        (!ratings.is_empty())
            .then(|| BlindMean { look: mean(|rating| rating.look), redness: mean(|rating| rating.redness) })
    }

    /// Photos that were rated twice in one sitting.
    pub fn pairs(&self) -> usize {
        self.differences(|rating| rating.look).len()
    }

    /// How far two ratings of one photo lie apart, of what is taken from them. `None` with too few pairs.
    pub fn repeat_error(&self, of: fn(&BlindRating) -> u8) -> Option<RepeatError> {
        repeat_error(&self.differences(of))
    }

    fn differences(&self, of: fn(&BlindRating) -> u8) -> Vec<f64> {
        let mut differences = Vec::new();
        for photo in &self.photos {
            let mut first: BTreeMap<u64, &BlindRating> = BTreeMap::new();
            for rating in &photo.ratings {
                let Some(sitting) = rating.sitting else { continue };
                match first.remove(&sitting.seed) {
                    Some(before) => differences.push(f64::from(of(rating)) - f64::from(of(before))),
                    None => drop(first.insert(sitting.seed, rating)),
                }
            }
        }
        differences
    }

    fn sittings(&self) -> impl Iterator<Item = Sitting> + '_ {
        self.photos.iter().flat_map(|photo| &photo.ratings).filter_map(|rating| rating.sitting)
    }
}

/// Where a photo comes in a sitting: a number that says nothing of the photo, and depends on no other, so that where one is deleted on
/// the way the others keep their order.
fn place(sitting: Sitting, picture: BlobId, purpose: Purpose) -> u64 {
    let purpose = match purpose {
        Purpose::Order => "order",
        Purpose::Twice => "twice",
        Purpose::Again => "again",
    };
    stirred(&format!("{} {picture} {purpose}", sitting.seed))
}

fn stirred(text: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&blake3::hash(text.as_bytes()).as_bytes()[..8]);
    u64::from_le_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::time::Day;
    use crate::photos::read_pixels;

    fn day() -> Day {
        Day::from_ymd(2026, 3, 12).unwrap()
    }

    fn photos(count: u32) -> Vec<Photo> {
        (1..=count)
            .map(|number| {
                let shade = u8::try_from(number % 200 + 20).unwrap();
                let picture = read_pixels(2, 1, &[shade; 8]).unwrap();
                let blob = BlobId::new(&number.to_le_bytes());
                Photo { id: PhotoId(number), blob, ..picture.photo(day()) }
            })
            .collect()
    }

    fn rate(photo: &mut Photo, sitting: Option<Sitting>, look: u8, redness: u8) {
        photo.ratings.push(BlindRating { on: day(), look, redness, sitting });
    }

    #[test]
    fn every_photo_is_shown_a_tenth_of_them_twice_and_none_twice_in_a_row() {
        for count in [2, 3, 9, 10, 11, 40, 120] {
            let photos = photos(count);
            let series = RatedSeries::new(&photos);
            let views = series.views(series.begin("a diary").unwrap());
            let shown = |id: PhotoId| views.iter().filter(|view| **view == id).count();
            let twice = photos.iter().filter(|photo| shown(photo.id) == 2).count();
            assert!(photos.iter().all(|photo| (1..=2).contains(&shown(photo.id))), "{count}: {views:?}");
            assert_eq!(twice, (count as usize).div_ceil(10), "{count}");
            assert!(views.windows(2).all(|pair| pair[0] != pair[1]), "{count}: {views:?}");
        }
        assert_eq!(RatedSeries::new(&photos(1)).begin("a diary"), None, "one alone has nothing to be told from");
    }

    #[test]
    fn the_order_is_not_that_of_the_dates_and_differs_from_diary_to_diary() {
        let photos = photos(40);
        let series = RatedSeries::new(&photos);
        let [one, other] = ["one", "other"].map(|diary| series.views(series.begin(diary).unwrap()));
        assert_ne!(one, other);
        let risen = one.windows(2).filter(|pair| pair[0] < pair[1]).count();
        assert!((12..=31).contains(&risen), "of 43 steps about half go up: {risen}");
        assert_eq!(one, series.views(series.begin("one").unwrap()), "and is kept");
    }

    #[test]
    fn a_sitting_that_was_left_goes_on_where_it_stood_without_what_came_or_went_since() {
        let mut all = photos(20);
        let new = all.pop().unwrap();
        let sitting = RatedSeries::new(&all).begin("a diary").unwrap();
        let views = RatedSeries::new(&all).views(sitting);
        for id in &views[..5] {
            rate(all.iter_mut().find(|photo| photo.id == *id).unwrap(), Some(sitting), 3, 4);
        }
        all.push(new);
        let series = RatedSeries::new(&all);
        assert_eq!(series.unfinished(), Some(sitting));
        assert_eq!(series.left(sitting), views[5..], "a later photo would be told by being new");
        for id in &views[5..] {
            rate(all.iter_mut().find(|photo| photo.id == *id).unwrap(), Some(sitting), 3, 4);
        }
        assert_eq!(RatedSeries::new(&all).unfinished(), None);
        assert_eq!(RatedSeries::new(&all).begin("a diary").unwrap().number, 2);
    }

    #[test]
    fn ratings_of_two_sittings_are_not_mixed_and_two_of_one_are_a_mean() {
        let mut all = photos(3);
        rate(&mut all[0], None, 9, 9);
        assert_eq!(RatedSeries::new(&all).mean(&all[0]).unwrap().look, 9.0, "said before there were sittings");
        let sitting = |number: u16| Sitting { number, seed: u64::from(number), last: PhotoId(3) };
        for photo in &mut all {
            rate(photo, Some(sitting(1)), 2, 6);
        }
        rate(&mut all[0], Some(sitting(1)), 5, 6);
        rate(&mut all[0], Some(sitting(2)), 8, 8);
        let series = RatedSeries::new(&all);
        assert_eq!(series.mean(&all[0]), Some(BlindMean { look: 3.5, redness: 6.0 }), "that of more photos counts");
        for photo in &mut all[1..] {
            rate(photo, Some(sitting(2)), 8, 8);
        }
        assert_eq!(RatedSeries::new(&all).mean(&all[0]).unwrap().look, 8.0, "of two with as many the later");
    }

    #[test]
    fn the_error_comes_from_photos_that_were_rated_twice_in_one_sitting() {
        let mut all = photos(6);
        let sitting = Sitting { number: 1, seed: 7, last: PhotoId(6) };
        // Differences of 1, -1, 2, -2 and 0: within 1, as in the vector of the redness.
        for (photo, (first, second)) in all.iter_mut().zip([(3, 4), (4, 3), (3, 5), (5, 3), (4, 4)]) {
            rate(photo, Some(sitting), first, 0);
            rate(photo, Some(sitting), second, 0);
        }
        let error = RatedSeries::new(&all).repeat_error(|rating| rating.look).unwrap();
        assert_eq!((error.within, error.pairs), (1.0, 5));
        all[0].ratings.pop();
        assert_eq!(RatedSeries::new(&all).pairs(), 4);
        assert_eq!(RatedSeries::new(&all).repeat_error(|rating| rating.look), None);
    }
}
