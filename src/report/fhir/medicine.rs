//! A course of a medicine as a statement that somebody takes or took it.

use serde_json::{Value as Json, json};

use crate::model::course::Course;
use crate::model::region::Region;
use crate::model::time::Day;

/// The statement; `last` is the last day that is logged, by which it is still taken or not.
pub(super) fn statement(course: &Course, last: Option<Day>, patient: &str) -> Json {
    let is_over = |stop: Day| last.is_none_or(|last| stop <= last);
    let status = match course.stop {
        _ if last.is_some_and(|last| course.start > last) => "intended",
        Some(stop) if is_over(stop) => "completed",
        _ => "active",
    };
    let mut period = json!({ "start": course.start.to_string() });
    if let (Some(stop), Some(fields)) = (course.stop, period.as_object_mut()) {
        fields.insert("end".to_owned(), json!(stop.to_string()));
    }
    let mut statement = json!({
        "resourceType": "MedicationStatement",
        "status": status,
        "medicationCodeableConcept": { "text": course.name.as_str() },
        "subject": { "reference": format!("urn:uuid:{patient}") },
        "effectivePeriod": period,
    });
    let Some(fields) = statement.as_object_mut() else { return statement };
    let text: Vec<&str> =
        [course.dose.trim(), course.schedule.trim()].into_iter().filter(|text| !text.is_empty()).collect();
    let places: Vec<&str> = course.regions.iter().copied().map(Region::label).collect();
    let mut dosage = serde_json::Map::new();
    if !text.is_empty() {
        dosage.insert("text".to_owned(), json!(text.join(", ")));
    }
    if !places.is_empty() {
        dosage.insert("site".to_owned(), json!({ "text": places.join(", ") }));
    }
    if !dosage.is_empty() {
        fields.insert("dosage".to_owned(), json!([dosage]));
    }
    if let Some(note) = &course.note {
        fields.insert("note".to_owned(), json!([{ "text": note.as_str() }]));
    }
    statement
}
