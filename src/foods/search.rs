//! Search as one types: every word in any order, beginnings, plurals, British and American names, slips of the hand, words
//! joined or split. The order of hits follows the match, how common the food is, and above all what this person eats.

use std::collections::HashMap;

use super::index::{Index, Part, Word};
use super::names::{self, singular, telling_words};
use super::typing::{letters, slips};
use crate::model::food_line::FoodId;

/// The most words of a query that are looked at.
pub(super) const MOST_WORDS: usize = 8;
/// The most readings of a query that are tried.
const MOST_READINGS: usize = 8;
/// Taken off the score of a food that has all words but one.
const MISSING_WORD: f32 = 0.3;

/// A food that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hit {
    /// Which food.
    pub id: FoodId,
    /// How well it fits; only the order means anything.
    pub score: f32,
}

/// Hits of one kind of food, best first, so that twelve kinds of milk do not bury the oats.
#[derive(Debug, Clone, PartialEq)]
pub struct HitGroup {
    /// The hits shown.
    pub hits: Vec<Hit>,
    /// How many more of this kind there are.
    pub more: usize,
}

/// One way to read what was typed.
#[derive(Debug, Clone, PartialEq)]
struct Reading {
    words: Vec<String>,
    /// Taken off the score, for a reading that is a guess.
    cost: f32,
}

impl Index {
    /// The best hits for what was typed, best first. `keep` filters; `personal` gives 0 for a food this person never eats up to
    /// 1 for one eaten daily.
    pub fn find(
        &self,
        text: &str,
        limit: usize,
        keep: &dyn Fn(FoodId) -> bool,
        personal: &dyn Fn(FoodId) -> f64,
    ) -> Vec<Hit> {
        let typed = telling_words(text, MOST_WORDS);
        let mut best = vec![f32::NEG_INFINITY; self.ids.len()];
        for reading in &self.readings(&typed) {
            self.score(reading, &mut best);
        }
        let mut hits: Vec<Hit> = Vec::new();
        for (&id, &score) in self.ids.iter().zip(&best) {
            if score > f32::NEG_INFINITY && keep(id) {
                #[expect(clippy::cast_possible_truncation, reason = "a weight of 0 to 1")]
                let weight = personal(id).clamp(0.0, 1.0) as f32;
                hits.push(Hit { id, score: score + 0.8 * weight });
            }
        }
        let order = |a: &Hit, b: &Hit| b.score.total_cmp(&a.score).then(a.id.cmp(&b.id));
        if limit < hits.len() && limit > 0 {
            hits.select_nth_unstable_by(limit - 1, order);
        }
        hits.truncate(limit);
        hits.sort_unstable_by(order);
        hits
    }

    fn knows(&self, word: &str) -> bool {
        self.stems.contains_key(singular(word).as_str())
    }

    fn beginning(&self, start: &str) -> &[Word] {
        let from = self.words.partition_point(|word| *word.text < *start);
        let rest = self.words.get(from..).unwrap_or(&[]);
        let count = rest.partition_point(|word| word.text.starts_with(start));
        rest.get(..count).unwrap_or(&[])
    }

    /// What was typed, and other ways to read it: synonyms, words joined, words split.
    fn readings(&self, typed: &[String]) -> Vec<Reading> {
        if typed.is_empty() {
            return Vec::new();
        }
        let mut readings = vec![Reading { words: typed.to_vec(), cost: 0.0 }];
        let mut at = 0;
        while let Some(reading) = readings.get(at).cloned() {
            let mut others = self.joined_or_split(&reading.words);
            others.extend(self.by_synonym(&reading.words));
            for (words, cost) in others {
                let other = Reading { words, cost: reading.cost + cost };
                if readings.len() < MOST_READINGS && readings.iter().all(|known| known.words != other.words) {
                    readings.push(other);
                }
            }
            at += 1;
            if at > 2 {
                break;
            }
        }
        readings
    }

    fn joined_or_split(&self, typed: &[String]) -> Vec<(Vec<String>, f32)> {
        let mut others = Vec::new();
        let spliced = |at: usize, length: usize, with: Vec<String>| {
            let mut words = typed.to_vec();
            words.splice(at..at + length, with);
            words
        };
        for (at, pair) in typed.windows(2).enumerate() {
            let joined = pair.concat();
            if self.knows(&joined) || (at + 2 == typed.len() && joined.len() > 5 && !self.beginning(&joined).is_empty())
            {
                others.push((spliced(at, 2, vec![joined]), 0.02));
            }
        }
        for (at, word) in typed.iter().enumerate().filter(|(_, word)| word.len() > 5 && !self.knows(word)) {
            for cut in 3..word.len() - 2 {
                if let (Some(left), Some(right)) = (word.get(..cut), word.get(cut..))
                    && self.knows(left)
                    && self.knows(right)
                {
                    others.push((spliced(at, 1, vec![left.to_owned(), right.to_owned()]), 0.03));
                }
            }
        }
        others
    }

    fn by_synonym(&self, typed: &[String]) -> Vec<(Vec<String>, f32)> {
        let stems: Vec<String> = typed.iter().map(|word| singular(word)).collect();
        let mut others = Vec::new();
        for (term, means) in &self.synonyms {
            if term.is_empty() || term.len() > stems.len() {
                continue;
            }
            let near = |word: &String, known: &String| {
                word == known
                    || (known.len() > 4
                        && word.len() > 4
                        && !self.knows(word)
                        && slips(word, known).is_some_and(|(slips, _)| slips < 2))
            };
            let at = stems.windows(term.len()).position(|part| part.iter().zip(term).all(|(a, b)| near(a, b)));
            if let Some(at) = at {
                let mut words = typed.to_vec();
                words.splice(at..at + term.len(), means.iter().cloned());
                words.truncate(MOST_WORDS);
                others.push((words, 0.06));
            }
        }
        others
    }

    /// Words of the index that a typed word may mean, each with how well it fits, 0 to 1.
    fn meanings(&self, typed: &str, is_last: bool) -> Vec<(&Word, f32)> {
        let stem = singular(typed);
        let mut found: Vec<(&Word, f32)> = Vec::new();
        let same = self.stems.get(stem.as_str()).map_or(&[][..], Vec::as_slice);
        for word in same.iter().filter_map(|at| self.words.get(usize::try_from(*at).ok()?)) {
            found.push((word, if *word.text == *typed { 1.0 } else { 0.99 }));
        }
        let is_known = !found.is_empty();
        let base = if is_last { 0.72 } else { 0.6 };
        for word in self.beginning(typed).iter().filter(|word| *word.stem != *stem) {
            found.push((word, base + 0.2 * (typed.len() as f32 / word.text.len() as f32)));
        }
        let allowed = match stem.len() {
            0..4 => 0,
            4..6 => 1,
            _ => 2,
        };
        if allowed == 0 || is_known {
            return found;
        }
        let mask = letters(&stem);
        for word in &self.words {
            let missing = (mask & !word.letters).count_ones();
            if missing > allowed || word.stem.len() + 2 < stem.len() {
                continue;
            }
            let Some((slips, at_start)) = slips(&stem, &word.stem) else { continue };
            let other_start = if word.stem.get(..1) == stem.get(..1) { 0.0 } else { 0.15 };
            if slips <= allowed as usize {
                found.push((word, 0.86 - 0.14 * slips as f32 - other_start));
            } else if is_last && stem.len() > 4 && at_start < 2 {
                found.push((word, 0.55 - other_start));
            }
        }
        found
    }

    /// Raises `best` for every food that has all words of the reading, or all but one: a maker's name that nobody knows, or
    /// the nuts of pecan nuts. The fewer names a missing word stands in, the more is missing without it.
    fn score(&self, reading: &Reading, best: &mut [f32]) {
        let mut tallies = vec![Tally::default(); self.names.len()];
        let mut touched: Vec<u32> = Vec::new();
        let mut weights = [0.0_f32; MOST_WORDS];
        let count = reading.words.len();
        for (number, typed) in (1_u8..).zip(&reading.words) {
            let meanings = self.meanings(typed, usize::from(number) == count);
            let places: usize = meanings.iter().map(|(word, _)| word.places.len()).sum();
            // The last word says what it is: the jam of raspberry jam.
            let noun = if usize::from(number) == count && places > 0 { 1.5 } else { 1.0 };
            let weight = noun * rarity(places, self.names.len());
            if let Some(kept) = weights.get_mut(usize::from(number) - 1) {
                *kept = weight;
            }
            for (word, fit) in meanings {
                for place in &word.places {
                    let Some(tally) = tallies.get_mut(place.name as usize) else { continue };
                    if tally.seen == 0 {
                        touched.push(place.name);
                    }
                    tally.add(number, place.part, fit, weight);
                }
            }
        }
        let whole: f32 = weights.iter().sum();
        for name in touched {
            let (Some(tally), Some(facts)) = (tallies.get(name as usize), self.names.get(name as usize)) else {
                continue;
            };
            let missing = count - usize::from(tally.matched);
            if missing > 1 || (missing == 1 && count == 1) {
                continue;
            }
            let food = usize::from(facts.food);
            let (Some(best), Some(prior)) = (best.get_mut(food), self.priors.get(food)) else { continue };
            let least = if tally.has_noun { 0.7 } else { 0.0 };
            let covered = (f32::from(tally.in_head) / f32::from(facts.head_words)).clamp(least, 1.0);
            let elsewhere = tally.matched.saturating_sub(tally.in_head);
            let unmatched = f32::from(facts.extra_words.saturating_sub(elsewhere).min(8));
            let alias = if facts.is_alias { 0.2 } else { 0.0 };
            let fit = if missing == 0 { tally.fit / count as f32 } else { tally.weighted / whole - MISSING_WORD };
            let score = fit + 0.4 * covered + 0.35 * f32::from(*prior) / 99.0 - 0.02 * unmatched - alias - reading.cost;
            *best = best.max(score);
        }
    }
}

/// What a name has of the words typed so far.
#[derive(Clone, Copy, Default)]
struct Tally {
    fit: f32,
    weighted: f32,
    in_head: u8,
    matched: u8,
    seen: u8,
    word_fit: f32,
    word_in_head: bool,
    has_noun: bool,
}

impl Tally {
    /// Takes in that the name has the word with this number; of several such words the best counts.
    fn add(&mut self, number: u8, part: Part, fit: f32, weight: f32) {
        let in_head = part != Part::Rest;
        let fit = if in_head { fit } else { fit * 0.8 };
        self.has_noun |= part == Part::Noun;
        if self.seen != number {
            (self.seen, self.word_fit, self.word_in_head) = (number, 0.0, false);
            self.matched += 1;
        }
        if fit > self.word_fit {
            self.fit += fit - self.word_fit;
            self.weighted += weight * (fit - self.word_fit);
            self.in_head = self.in_head + u8::from(in_head) - u8::from(self.word_in_head);
            (self.word_fit, self.word_in_head) = (fit, in_head);
        }
    }
}

/// How much a word tells that stands in so many of all names. A word that stands in none tells little: it may be a maker's name.
fn rarity(places: usize, names: usize) -> f32 {
    if places == 0 { 1.0 } else { (names as f32 / places as f32).ln().max(0.5) }
}

/// Puts hits of one kind together in the order of each kind's best, `most` of a kind shown.
pub fn grouped<'a>(hits: &[Hit], most: usize, name: impl Fn(FoodId) -> Option<&'a str>) -> Vec<HitGroup> {
    let mut groups: Vec<HitGroup> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for hit in hits {
        let Some(name) = name(hit.id) else { continue };
        let at = *places.entry(names::kind(name)).or_insert(groups.len());
        match groups.get_mut(at) {
            None => groups.push(HitGroup { hits: vec![*hit], more: 0 }),
            Some(group) if group.hits.len() < most => group.hits.push(*hit),
            Some(group) => group.more += 1,
        }
    }
    groups
}
