//! One answer: a number, a yes or no, or a time of day. A missing answer is no `Value` at all, so it can never be taken for
//! "none", which is the number 0 or the answer no.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::time::ClockTime;

/// The largest number an answer may hold; anything beyond is a slip of the hand.
pub const LARGEST: f64 = 1e9;

/// What somebody answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A finite number within ±[`LARGEST`].
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// A time of day, for going to bed and getting up.
    Time(ClockTime),
}

impl Value {
    /// A finite number; `None` for infinities, not-a-number and numbers beyond ±[`LARGEST`].
    pub fn number(number: f64) -> Option<Self> {
        // `+ 0.0` turns the -0 of a hand-edited file into 0.
        (number.abs() <= LARGEST).then_some(Self::Number(number + 0.0))
    }

    /// The answer as a number: yes is 1, no is 0, a time is hours since midnight.
    pub fn as_number(self) -> f64 {
        match self {
            Self::Number(number) => number,
            Self::YesNo(yes) => f64::from(u8::from(yes)),
            Self::Time(time) => time.hours(),
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::YesNo(true) => f.write_str("yes"),
            Self::YesNo(false) => f.write_str("no"),
            Self::Time(time) => write!(f, "{time}"),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            // A whole number is written without a point, as a person would.
            #[expect(clippy::cast_possible_truncation, reason = "whole and within ±1e9")]
            Self::Number(number) if number.fract() == 0.0 && number.abs() <= LARGEST => {
                serializer.serialize_i64(number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(number),
            Self::YesNo(yes) => serializer.serialize_bool(yes),
            Self::Time(time) => time.serialize(serializer),
        }
    }
}

struct ValueVisitor;

impl de::Visitor<'_> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, true or false, or a time such as \"23:15\"")
    }

    fn visit_bool<E: de::Error>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::YesNo(yes))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Value, E> {
        self.visit_f64(number as f64)
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Value, E> {
        self.visit_f64(number as f64)
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Value, E> {
        Value::number(number).ok_or_else(|| E::custom("this number is not finite or is beyond a thousand million"))
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Value, E> {
        ClockTime::parse(text).map(Value::Time).map_err(E::custom)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_written_as_a_person_would_write_it_and_read_back_unchanged() {
        let time = Value::Time(ClockTime::new(23, 15).unwrap());
        for (value, text) in [
            (Value::Number(3.0), "3"),
            (Value::Number(7.5), "7.5"),
            (Value::Number(-0.25), "-0.25"),
            (Value::YesNo(true), "true"),
            (time, "\"23:15\""),
        ] {
            assert_eq!(ron::to_string(&value).unwrap(), text);
            assert_eq!(ron::from_str::<Value>(text).unwrap(), value);
        }
    }

    #[test]
    fn numbers_that_are_no_answer_are_refused() {
        for text in ["inf", "-inf", "NaN", "1e999", "1e12", "\"25:10\"", "\"soon\"", "()"] {
            assert!(ron::from_str::<Value>(text).is_err(), "{text} was taken for an answer");
        }
    }
}
