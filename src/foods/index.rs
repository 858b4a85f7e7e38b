//! The words of all names of foods, and where each stands: what the search looks into.

use std::collections::HashMap;

use super::names::{COMMON, FILLERS, head, singular, telling_words, words};
use super::search::MOST_WORDS;
use super::typing::letters;
use crate::model::food_line::FoodId;

/// What the index needs to know of a food.
#[derive(Debug, Clone, Copy)]
pub struct Searchable<'a> {
    /// Its number.
    pub id: FoodId,
    /// Its name.
    pub name: &'a str,
    /// Further names.
    pub aliases: &'a [&'a str],
    /// How common it is, 1 to 99.
    pub prior: u8,
}

/// One name of one food.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameFacts {
    pub(super) food: u16,
    pub(super) head_words: u8,
    pub(super) extra_words: u8,
    pub(super) is_alias: bool,
}

/// A name in which a word stands, and where.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) name: u32,
    pub(super) part: Part,
}

/// Where in a name a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The last word of the name proper, which says what it is: the tea of black tea.
    Noun,
    /// Another word of the name proper.
    Head,
    /// After it.
    Rest,
}

#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: Box<str>,
    pub(super) stem: Box<str>,
    pub(super) letters: u32,
    pub(super) places: Vec<Place>,
}

/// Everything needed to find foods by name.
#[derive(Debug)]
pub struct Index {
    pub(super) ids: Vec<FoodId>,
    pub(super) priors: Vec<u8>,
    pub(super) names: Vec<NameFacts>,
    /// Rising by text.
    pub(super) words: Vec<Word>,
    pub(super) stems: HashMap<Box<str>, Vec<u32>>,
    pub(super) synonyms: Vec<(Vec<String>, Vec<String>)>,
}

#[derive(Default)]
struct Builder {
    names: Vec<NameFacts>,
    /// Number of each word.
    numbers: HashMap<String, usize>,
    /// Places of the word with a number.
    places: Vec<Vec<Place>>,
}

/// Words by their numbers, with those of no meaning marked.
type Numbered = Vec<(usize, bool)>;

impl Builder {
    fn numbered(&mut self, text: &str) -> Numbered {
        let number = |word: String| {
            let fills = FILLERS.contains(&word.as_str());
            let next = self.places.len();
            let number = *self.numbers.entry(word).or_insert(next);
            if number == next {
                self.places.push(Vec::new());
            }
            (number, fills)
        };
        words(text).into_iter().map(number).collect()
    }

    fn add(&mut self, facts: NameFacts, head: &Numbered, others: &Numbered) {
        let Ok(name) = u32::try_from(self.names.len()) else { return };
        let telling = head.iter().filter(|(_, fills)| !fills).count().max(1);
        self.names.push(NameFacts { head_words: small(telling), ..facts });
        let parts = (1..).map(|at| if at == head.len() { Part::Noun } else { Part::Head });
        for ((word, _), part) in head.iter().zip(parts).chain(others.iter().map(|word| (word, Part::Rest))) {
            if let Some(places) = self.places.get_mut(*word)
                && places.last().is_none_or(|last| last.name != name)
            {
                places.push(Place { name, part });
            }
        }
    }

    /// Adds every name of a food: each of the names before the comma, and the aliases.
    fn add_food(&mut self, food: u16, item: &Searchable<'_>) {
        let all = self.numbered(item.name);
        let head = head(item.name);
        let after = words(item.name.get(head.len()..).unwrap_or(""));
        let extra = small(after.iter().filter(|word| !COMMON.contains(&word.as_str())).count());
        let facts = NameFacts { food, head_words: 1, extra_words: extra, is_alias: false };
        for one in head.split(" / ") {
            let head = self.numbered(one);
            self.add(facts, &head, &all);
        }
        let facts = NameFacts { extra_words: extra.saturating_add(1), is_alias: true, ..facts };
        for alias in item.aliases {
            let head = self.numbered(alias);
            self.add(facts, &head, &all);
        }
    }
}

fn small(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}

impl Index {
    /// An index over foods; `synonyms` are pairs of what is typed and what it stands for.
    pub fn new<'a>(foods: impl Iterator<Item = Searchable<'a>>, synonyms: &[(&str, &str)]) -> Self {
        let mut builder = Builder::default();
        let (mut ids, mut priors) = (Vec::new(), Vec::new());
        for item in foods {
            let Ok(food) = u16::try_from(ids.len()) else { break };
            ids.push(item.id);
            priors.push(item.prior);
            builder.add_food(food, &item);
        }
        let mut places = builder.places;
        let mut vocabulary: Vec<Word> = builder
            .numbers
            .into_iter()
            .map(|(text, number)| {
                let places = places.get_mut(number).map(std::mem::take).unwrap_or_default();
                let stem = singular(&text);
                Word { letters: letters(&stem), stem: stem.into(), text: text.into(), places }
            })
            .collect();
        vocabulary.sort_unstable_by(|a, b| a.text.cmp(&b.text));
        let mut stems: HashMap<Box<str>, Vec<u32>> = HashMap::with_capacity(vocabulary.len());
        for (at, word) in (0..).zip(&vocabulary) {
            stems.entry(word.stem.clone()).or_default().push(at);
        }
        let stemmed = |text: &str| telling_words(text, MOST_WORDS).iter().map(|word| singular(word)).collect();
        let synonyms = synonyms.iter().map(|(term, means)| (stemmed(term), telling_words(means, MOST_WORDS))).collect();
        Self { ids, priors, names: builder.names, words: vocabulary, stems, synonyms }
    }
}
