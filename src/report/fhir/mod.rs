//! The diary as a FHIR R4 bundle (<https://hl7.org/fhir/R4/bundle.html>), for clinics that can read one: a patient without a name,
//! an observation an answer, a statement a medicine. What nobody answered gives no resource.
//!
//! A date stands without a time, since FHIR wants an offset with a time and the diary keeps none; the time of day is a part of the
//! observation of its own. Ids come from the diary and its entries, so the same diary gives the same bytes.

mod codes;
mod medicine;
mod observation;
mod uuid;

use serde_json::{Value as Json, json};

use super::error::{Progress, ReportError, step};
use crate::model::course::CourseKind;
use crate::model::diary::Diary;
use crate::model::profile::Sex;
use crate::words::count;
pub use codes::notice;
use observation::DayAnswers;
use uuid::Ids;

/// Days between two looks at whether the work is still wanted.
const DAYS_A_STEP: usize = 64;

/// What of the person goes along.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FhirChoices {
    /// Sex and year of birth; otherwise the patient is nobody in particular.
    pub with_person: bool,
    /// Codes of SNOMED CT, which need a licence outside its member countries.
    pub with_snomed: bool,
    /// What tells this diary from others, so that the ids of two diaries differ; empty for a made-up one.
    pub identity: String,
}

/// A bundle, and what it does not hold, a sentence each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FhirBundle {
    /// The bundle as JSON.
    pub text: String,
    /// What was left out.
    pub left_out: Vec<String>,
}

/// The diary as a bundle of the type “collection”.
///
/// # Errors
/// [`ReportError::Cancelled`], or [`ReportError::Format`] if it cannot be written.
pub fn to_fhir(diary: &Diary, choices: &FhirChoices, progress: Progress<'_>) -> Result<FhirBundle, ReportError> {
    let ids = Ids::new(&choices.identity);
    let patient = ids.of(&["patient"]);
    let mut entries = vec![entry(&patient, person(diary, choices))];
    let days = diary.day_records().len().max(1);
    for (place, page) in diary.day_records().enumerate() {
        if place % DAYS_A_STEP == 0 {
            step(progress, place as f32 / days as f32)?;
        }
        let day = DayAnswers { diary, page, ids: &ids, patient: &patient, with_snomed: choices.with_snomed };
        entries.extend(day.observations().into_iter().map(|(id, resource)| entry(&id, resource)));
    }
    let last = diary.span().map(|(_, last)| last);
    for course in diary.courses().filter(|course| is_medicine(course.kind)) {
        let id = ids.of(&["course", &course.id.0.to_string()]);
        entries.push(entry(&id, medicine::statement(course, last, &patient)));
    }
    let bundle = json!({
        "resourceType": "Bundle", "id": ids.of(&["bundle"]), "type": "collection", "entry": entries,
    });
    let text = serde_json::to_string_pretty(&bundle)
        .map_err(|error| ReportError::Format { what: "FHIR bundle", reason: error.to_string() })?;
    step(progress, 1.0)?;
    Ok(FhirBundle { text: text + "\n", left_out: left_out(diary) })
}

fn is_medicine(kind: CourseKind) -> bool {
    !matches!(kind, CourseKind::Diet | CourseKind::Habit)
}

/// A resource with its id, as the bundle holds it.
fn entry(id: &str, mut resource: Json) -> Json {
    if let Some(fields) = resource.as_object_mut() {
        fields.insert("id".to_owned(), json!(id));
    }
    json!({ "fullUrl": format!("urn:uuid:{id}"), "resource": resource })
}

fn person(diary: &Diary, choices: &FhirChoices) -> Json {
    let mut patient = json!({ "resourceType": "Patient" });
    let profile = diary.profile();
    if let (true, Some(fields)) = (choices.with_person, patient.as_object_mut()) {
        if let Some(sex) = profile.sex {
            let gender = match sex {
                Sex::Female => "female",
                Sex::Male => "male",
            };
            fields.insert("gender".to_owned(), json!(gender));
        }
        if let Some(year) = profile.birth_year {
            fields.insert("birthDate".to_owned(), json!(format!("{year:04}")));
        }
    }
    patient
}

/// What the diary has and the bundle does not.
fn left_out(diary: &Diary) -> Vec<String> {
    let entries = || diary.day_records().flat_map(|page| &page.entries);
    let foods = entries().map(|entry| entry.foods.len()).sum();
    let words = entries().filter(|entry| entry.text.is_some() && entry.answers.is_empty()).count();
    let courses = diary.courses().filter(|course| !is_medicine(course.kind)).count();
    let listed = [
        (foods, "food of a meal", "foods of meals"),
        (words, "note, meal, dose or event in words alone", "notes, meals, doses and events in words alone"),
        (courses, "change of diet or habit", "changes of diet or habit"),
        (diary.trials().count(), "trial", "trials"),
    ];
    let some = listed.into_iter().filter(|(number, ..)| *number > 0);
    some.map(|(number, one, many)| format!("Left out: {}.", count(number, one, many))).collect()
}
