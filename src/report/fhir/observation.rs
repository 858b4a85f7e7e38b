//! An answer as an observation: what was asked in the diary's own coding and, where there is one, in that of the clinics; what was
//! answered with its unit; where and when.

use serde_json::{Map, Value as Json, json};

use super::codes::{Code, code, ucum};
use super::uuid::Ids;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::Entry;
use crate::model::key::Key;
use crate::model::region::Region;
use crate::model::text::Note;
use crate::model::time::ClockTime;
use crate::model::trackable::{Kind, Trackable};
use crate::model::value::Value;

/// The diary's own code system.
const OWN: &str = "urn:gutskin:trackable";
const CATEGORIES: &str = "http://terminology.hl7.org/CodeSystem/observation-category";
const UCUM: &str = "http://unitsofmeasure.org";
/// The category of what has no code: a question that somebody answered.
const USUAL_CATEGORY: &str = "survey";
/// What a point of a scale is in UCUM.
const POINTS: &str = "{score}";

/// The answers of a day, and whose they are.
pub(super) struct DayAnswers<'a> {
    pub diary: &'a Diary,
    pub page: &'a DayRecord,
    pub ids: &'a Ids,
    pub patient: &'a str,
    pub with_snomed: bool,
}

impl DayAnswers<'_> {
    /// Every answer with its id.
    pub(super) fn observations(&self) -> Vec<(String, Json)> {
        let mut observations = Vec::new();
        for entry in &self.page.entries {
            for (place, (key, value)) in entry.answers.iter().enumerate() {
                let Some(known) = self.diary.catalogue().get(key.as_str()) else { continue };
                // The words of an entry stand with its first answer.
                let note = entry.text.as_ref().filter(|_| place == 0).map(Note::as_str);
                let number = entry.id.0.to_string();
                let id = self.ids.of(&["answer", &self.page.date.to_string(), &number, key.as_str()]);
                observations.push((id, self.observation(entry, known, value, note)));
            }
        }
        observations
    }

    fn observation(&self, entry: &Entry, known: &Trackable, value: Value, note: Option<&str>) -> Json {
        let code = code(known.key.as_str()).filter(|code| self.fits(code, &known.key));
        let person = json!({ "reference": format!("urn:uuid:{}", self.patient) });
        let category = code.map_or(USUAL_CATEGORY, |code| code.category.as_str());
        let mut fields = Map::new();
        let mut put = |name: &str, value: Json| fields.insert(name.to_owned(), value);
        put("resourceType", json!("Observation"));
        put("status", json!("final"));
        put("category", json!([{ "coding": [{ "system": CATEGORIES, "code": category }] }]));
        put("code", concept(known, code));
        put("subject", person.clone());
        put("effectiveDateTime", json!(self.page.date.to_string()));
        put("performer", json!([person]));
        let (name, value) = answer(known, value, code);
        put(name, value);
        if let Some(note) = note {
            put("note", json!([{ "text": note }]));
        }
        if let Some(site) = entry.region.map(Region::label).or(code.and_then(|code| code.site.as_deref())) {
            put("bodySite", json!({ "text": site }));
        }
        if let Some(at) = entry.at {
            put("component", json!([{ "code": { "text": self.time_in_words() }, "valueTime": seconds(at) }]));
        }
        Json::Object(fields)
    }

    /// What the time of day means: the small hours belong to the evening before.
    fn time_in_words(&self) -> String {
        let end = self.diary.settings().day_end.hour();
        format!("Time of day; one before {end:02}:00 is of the night after this date")
    }

    /// Whether a code says what was answered here. One that speaks of a whole day does not say what is only a part of it.
    fn fits(&self, code: &Code, key: &Key) -> bool {
        if code.on_asking && !self.with_snomed {
            return false;
        }
        let entries = &self.page.entries;
        let answers = entries.iter().filter(|entry| entry.answers.get(key.as_str()).is_some()).count();
        !code.whole_day || (answers == 1 && entries.iter().all(|entry| entry.foods.is_empty()))
    }
}

/// What was asked.
fn concept(known: &Trackable, code: Option<&Code>) -> Json {
    let mut codings = Vec::new();
    if let Some(Code { system, code, display, .. }) = code {
        codings.push(json!({ "system": system, "code": code, "display": display }));
    }
    codings.push(json!({ "system": OWN, "code": known.key.as_str(), "display": known.label.as_str() }));
    json!({ "coding": codings, "text": known.label.as_str() })
}

/// What was answered, under the name of its type.
fn answer(known: &Trackable, value: Value, code: Option<&Code>) -> (&'static str, Json) {
    let number = match value {
        Value::YesNo(yes) => return ("valueBoolean", json!(yes)),
        Value::Time(at) => return ("valueTime", json!(seconds(at))),
        Value::Number(number) => number,
    };
    let coded = code.and_then(|code| code.unit.as_deref());
    match (&known.kind, coded) {
        (Kind::Count { .. }, None) => {
            #[expect(clippy::cast_possible_truncation, reason = "counts are whole and within a thousand million")]
            let whole = number as i64;
            ("valueInteger", json!(whole))
        }
        (kind, coded) => {
            let points = matches!(kind, Kind::Score | Kind::Grade | Kind::Level { .. } | Kind::StoolForm);
            let unit = kind.unit();
            let code = coded.or(if points { Some(POINTS) } else { ucum(unit) });
            let shown = if unit.is_empty() { code.map_or("", |code| code.trim_matches(['{', '}'])) } else { unit };
            let mut quantity = json!({ "value": plain(number) });
            if let Some(fields) = quantity.as_object_mut() {
                if !shown.is_empty() {
                    fields.insert("unit".to_owned(), json!(shown));
                }
                if let Some(code) = code {
                    fields.insert("system".to_owned(), json!(UCUM));
                    fields.insert("code".to_owned(), json!(code));
                }
            }
            ("valueQuantity", quantity)
        }
    }
}

/// A whole number without a point, as a person would write it.
fn plain(number: f64) -> Json {
    #[expect(clippy::cast_possible_truncation, reason = "answers are within a thousand million")]
    if number.fract() == 0.0 { json!(number as i64) } else { json!(number) }
}

/// A time as FHIR writes it: with seconds.
fn seconds(at: ClockTime) -> String {
    format!("{at}:00")
}
