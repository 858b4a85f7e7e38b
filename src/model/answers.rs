//! The answers of one entry: keys with values, no key twice.

use std::fmt;

use serde::de::{self, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::key::Key;
use super::value::Value;

/// Answers in the order of their keys. A key that is not here is missing, which is not an answer of 0 or no.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers(Vec<(Key, Value)>);

impl Answers {
    /// The answer to a key, or `None` if nobody answered.
    pub fn get(&self, key: &str) -> Option<Value> {
        let place = self.0.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok()?;
        self.0.get(place).map(|(_, value)| *value)
    }

    /// Sets an answer, or with `None` makes it missing again.
    pub fn set(&mut self, key: &Key, value: Option<Value>) {
        match (self.0.binary_search_by(|(known, _)| known.cmp(key)), value) {
            (Ok(place), Some(value)) => {
                if let Some(slot) = self.0.get_mut(place) {
                    slot.1 = value;
                }
            }
            (Ok(place), None) => {
                self.0.remove(place);
            }
            (Err(place), Some(value)) => self.0.insert(place, (key.clone(), value)),
            (Err(_), None) => {}
        }
    }

    /// All answers in key order.
    pub fn iter(&self) -> impl Iterator<Item = (&Key, Value)> {
        self.0.iter().map(|(key, value)| (key, *value))
    }

    /// How many answers there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(Key, Value)> for Answers {
    fn from_iter<I: IntoIterator<Item = (Key, Value)>>(pairs: I) -> Self {
        let mut answers = Self::default();
        for (key, value) in pairs {
            answers.set(&key, Some(value));
        }
        answers
    }
}

impl Serialize for Answers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key.as_str(), value)?;
        }
        map.end()
    }
}

struct AnswersVisitor;

impl<'de> Visitor<'de> for AnswersVisitor {
    type Value = Answers;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("answers such as { \"redness\": 3, \"dairy\": true }")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Answers, A::Error> {
        let mut answers = Answers(Vec::with_capacity(map.size_hint().unwrap_or(4).min(64)));
        while let Some((key, value)) = map.next_entry::<Key, Value>()? {
            // A RON map would keep the last of two in silence.
            if answers.get(key.as_str()).is_some() {
                return Err(de::Error::custom(format!("“{key}” is answered twice in one entry; keep one of them")));
            }
            answers.set(&key, Some(value));
        }
        // They are read once and kept for as long as the window is open.
        answers.0.shrink_to_fit();
        Ok(answers)
    }
}

impl<'de> Deserialize<'de> for Answers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(AnswersVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clearing_an_answer_makes_it_missing_not_zero() {
        let key = Key::new("redness").unwrap();
        let mut answers = Answers::default();
        answers.set(&key, Value::number(0.0));
        assert_eq!(answers.get("redness"), Some(Value::Number(0.0)), "0 is an answer");
        answers.set(&key, None);
        assert_eq!(answers.get("redness"), None);
        assert!(answers.is_empty());
    }

    #[test]
    fn a_key_twice_is_an_error_not_a_silent_choice() {
        let error = ron::from_str::<Answers>(r#"{"itch": 3, "itch": 4}"#).unwrap_err();
        assert!(error.to_string().contains("answered twice"));
    }
}
