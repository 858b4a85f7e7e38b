//! The bundle for clinics, against the rules of FHIR R4 that it has to keep: what each resource must have, of which type and form.

use std::collections::BTreeSet;

use gutskin::edit::{Command, EntryDraft};
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::profile::Sex;
use gutskin::model::region::Region;
use gutskin::model::text::{Name, Note};
use gutskin::model::time::{ClockTime, Day};
use gutskin::model::value::Value;
use gutskin::report::fhir::{FhirBundle, FhirChoices, to_fhir};
use serde_json::{Value as Json, json};

use super::commands::{answer, carry_out, key, today};

fn day() -> Day {
    "2026-03-10".parse().unwrap()
}

fn course(kind: CourseKind, name: &str, stop: Option<Day>) -> Command {
    let course = Course {
        id: CourseId::NEW,
        kind,
        name: Name::new(name).unwrap(),
        start: day(),
        stop,
        dose: "40 mg".to_owned(),
        schedule: "evenings".to_owned(),
        regions: vec![Region::Nose],
        after_effect_days: 7,
        note: None,
    };
    Command::AddCourse { course }
}

/// An itch of 4 at half past one at night on the nose, with words; sleep, stool, a bed time, a yes; two courses and a diet.
fn diary() -> Diary {
    let mut diary = Diary::default();
    let mut itch = EntryDraft {
        at: ClockTime::new(1, 30),
        region: Some(Region::Nose),
        text: Some(Note::new("after a walk").unwrap()),
        ..EntryDraft::new(EntryKind::SkinCheck)
    };
    itch.answers.set(&key("itch"), Value::number(4.5));
    let note = EntryDraft { text: Some(Note::new("words alone").unwrap()), ..EntryDraft::new(EntryKind::Note) };
    carry_out(&mut diary, Command::Log { day: day(), drafts: vec![itch, note] }).unwrap();
    for (key, value) in [
        ("sleep_hours", Value::Number(7.5)),
        ("stool", Value::Number(4.0)),
        ("dairy", Value::YesNo(false)),
        ("bed_time", Value::Time(ClockTime::new(23, 15).unwrap())),
        ("inflamed", Value::Number(3.0)),
        ("water_ml", Value::Number(1500.0)),
        ("gut_pain", Value::Number(2.0)),
        ("fibre_g", Value::Number(20.0)),
    ] {
        carry_out(&mut diary, answer(day(), key, value)).unwrap();
    }
    carry_out(&mut diary, answer(day().plus(5), "itch", Value::Number(0.0))).unwrap();
    carry_out(&mut diary, course(CourseKind::Topical, "Azelaic serum", None)).unwrap();
    carry_out(&mut diary, course(CourseKind::Antibiotic, "Doxycycline", Some(day().plus(2)))).unwrap();
    carry_out(&mut diary, course(CourseKind::Diet, "No dairy", None)).unwrap();
    diary
}

fn bundle(diary: &Diary, choices: &FhirChoices) -> (Json, FhirBundle) {
    let made = to_fhir(diary, choices, &|_| true).unwrap();
    (serde_json::from_str(&made.text).unwrap(), made)
}

fn usual() -> Json {
    bundle(&diary(), &FhirChoices::default()).0
}

fn resources<'a>(bundle: &'a Json, kind: &str) -> Vec<&'a Json> {
    let all = bundle["entry"].as_array().unwrap().iter().map(|entry| &entry["resource"]);
    all.filter(|resource| resource["resourceType"] == kind).collect()
}

/// The observations of a key of the diary's own coding.
fn of_key<'a>(bundle: &'a Json, key: &str) -> Vec<&'a Json> {
    let codings = |resource: &Json| resource["code"]["coding"].as_array().unwrap().clone();
    let is_of = |resource: &&Json| {
        codings(resource).iter().any(|coding| coding["system"] == "urn:gutskin:trackable" && coding["code"] == key)
    };
    resources(bundle, "Observation").into_iter().filter(is_of).collect()
}

fn is_uuid(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let is_hex = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
    let (version, variant) = (parts[2].as_bytes()[0], parts[3].as_bytes()[0]);
    lengths == [8, 4, 4, 4, 12]
        && parts.iter().all(|part| is_hex(part))
        && version == b'8'
        && b"89ab".contains(&variant)
}

#[test]
fn a_bundle_is_a_collection_whose_entries_are_named_by_their_own_ids_once_each() {
    let bundle = usual();
    assert_eq!((&bundle["resourceType"], &bundle["type"]), (&json!("Bundle"), &json!("collection")));
    let entries = bundle["entry"].as_array().unwrap();
    let mut ids = BTreeSet::new();
    for entry in entries {
        let id = entry["resource"]["id"].as_str().unwrap();
        assert!(is_uuid(id), "{id}");
        assert_eq!(entry["fullUrl"], format!("urn:uuid:{id}"));
        assert!(ids.insert(id), "{id} stands twice");
    }
    assert_eq!(resources(&bundle, "Patient").len(), 1);
    assert_eq!(resources(&bundle, "Observation").len(), 10, "an observation an answer, and none for what is missing");
    assert_eq!(resources(&bundle, "MedicationStatement").len(), 2);
    assert_eq!(entries.len(), 13);
}

#[test]
fn every_observation_has_what_r4_requires_and_speaks_of_the_patient_of_the_bundle() {
    let bundle = usual();
    let patient = format!("urn:uuid:{}", resources(&bundle, "Patient")[0]["id"].as_str().unwrap());
    for resource in resources(&bundle, "Observation") {
        assert_eq!(resource["status"], "final");
        assert!(!resource["code"]["text"].as_str().unwrap().is_empty());
        assert_eq!(resource["subject"]["reference"], patient);
        assert_eq!(resource["performer"][0]["reference"], patient);
        let category = &resource["category"][0]["coding"][0];
        assert_eq!(category["system"], "http://terminology.hl7.org/CodeSystem/observation-category");
        assert!(["survey", "activity", "vital-signs"].contains(&category["code"].as_str().unwrap()));
        let date: Result<Day, _> = resource["effectiveDateTime"].as_str().unwrap().parse();
        assert!(date.is_ok(), "a date alone: {resource}");
        let values = resource.as_object().unwrap().keys().filter(|key| key.starts_with("value")).count();
        assert_eq!(values, 1, "{resource}");
    }
    for resource in resources(&bundle, "MedicationStatement") {
        assert_eq!(resource["subject"]["reference"], patient);
    }
}

#[test]
fn each_kind_of_answer_has_its_type_and_unit() {
    let bundle = usual();
    let only = |key: &str| of_key(&bundle, key)[0].clone();
    let points = json!({ "value": 4.5, "unit": "score", "system": "http://unitsofmeasure.org", "code": "{score}" });
    assert_eq!(only("itch")["valueQuantity"], points);
    assert_eq!(
        only("sleep_hours")["valueQuantity"],
        json!({ "value": 7.5, "unit": "h", "system": "http://unitsofmeasure.org", "code": "h" })
    );
    assert_eq!(only("water_ml")["valueQuantity"]["code"], "mL");
    assert_eq!(only("dairy")["valueBoolean"], false);
    assert_eq!(only("bed_time")["valueTime"], "23:15:00");
    assert_eq!(only("inflamed")["valueInteger"], 3);
    assert_eq!(of_key(&bundle, "itch")[1]["valueQuantity"]["value"], 0, "none is an answer");
}

#[test]
fn place_time_and_words_go_along() {
    let bundle = usual();
    let itch = of_key(&bundle, "itch")[0];
    assert_eq!(itch["bodySite"]["text"], "Nose");
    assert_eq!(itch["note"][0]["text"], "after a walk");
    assert_eq!(itch["effectiveDateTime"], "2026-03-10");
    assert_eq!(itch["component"][0]["valueTime"], "01:30:00");
    let of_time = itch["component"][0]["code"]["text"].as_str().unwrap();
    assert!(of_time.contains("before 04:00") && of_time.contains("night after"), "{of_time}");
}

#[test]
fn codes_of_clinics_stand_where_one_says_the_same_and_nowhere_else() {
    let diary = diary();
    let codes = |choices: &FhirChoices, key: &str| {
        let bundle = bundle(&diary, choices).0;
        let codings = of_key(&bundle, key)[0]["code"]["coding"].as_array().unwrap().clone();
        codings
            .iter()
            .map(|coding| format!("{} {}", coding["system"], coding["code"]).replace('"', ""))
            .collect::<Vec<_>>()
    };
    let usual = FhirChoices::default();
    assert_eq!(codes(&usual, "sleep_hours")[0], "http://loinc.org 93832-4");
    assert_eq!(codes(&usual, "gut_pain")[0], "http://loinc.org 72514-3");
    assert_eq!(codes(&usual, "fibre_g")[0], "http://loinc.org 81133-1");
    assert_eq!(codes(&usual, "itch"), ["urn:gutskin:trackable itch"]);
    assert_eq!(codes(&usual, "stool"), ["urn:gutskin:trackable stool"], "off unless it is ticked");
    let snomed = FhirChoices { with_snomed: true, ..usual.clone() };
    assert_eq!(codes(&snomed, "stool")[0], "http://snomed.info/sct 443172007");
    // Two answers a day: neither of them is the day's intake.
    let mut twice = diary.clone();
    let mut more = EntryDraft { at: ClockTime::new(18, 0), ..EntryDraft::new(EntryKind::Meal) };
    more.answers.set(&key("fibre_g"), Value::number(5.0));
    carry_out(&mut twice, Command::Log { day: day(), drafts: vec![more] }).unwrap();
    let bundle = bundle(&twice, &usual).0;
    for part in of_key(&bundle, "fibre_g") {
        assert_eq!(part["code"]["coding"].as_array().unwrap().len(), 1, "{part}");
        assert_eq!(part["valueQuantity"]["code"], "g");
    }
}

#[test]
fn the_person_is_nobody_in_particular_unless_that_is_ticked() {
    let mut diary = diary();
    let mut profile = diary.profile().clone();
    (profile.sex, profile.birth_year) = (Some(Sex::Female), Some(1990));
    carry_out(&mut diary, Command::SetProfile { profile }).unwrap();
    let patient = |with_person: bool| {
        let choices = FhirChoices { with_person, ..FhirChoices::default() };
        resources(&bundle(&diary, &choices).0, "Patient")[0].clone()
    };
    let keys: Vec<String> = patient(false).as_object().unwrap().keys().cloned().collect();
    assert_eq!(keys, ["id", "resourceType"]);
    assert_eq!((&patient(true)["gender"], &patient(true)["birthDate"]), (&json!("female"), &json!("1990")));
}

#[test]
fn medicines_say_whether_they_are_taken_still_and_diets_are_listed_as_left_out() {
    let (bundle, made) = bundle(&diary(), &FhirChoices::default());
    let [serum, antibiotic] = resources(&bundle, "MedicationStatement")[..] else { panic!("two medicines") };
    assert_eq!((&serum["status"], &serum["effectivePeriod"]), (&json!("active"), &json!({ "start": "2026-03-10" })));
    assert_eq!(antibiotic["status"], "completed");
    assert_eq!(antibiotic["effectivePeriod"]["end"], "2026-03-12");
    assert_eq!(antibiotic["medicationCodeableConcept"]["text"], "Doxycycline");
    assert_eq!(antibiotic["dosage"], json!([{ "text": "40 mg, evenings", "site": { "text": "Nose" } }]));
    assert_eq!(
        made.left_out,
        ["Left out: 1 note, meal, dose or event in words alone.", "Left out: 1 change of diet or habit."]
    );
}

#[test]
fn the_same_diary_gives_the_same_bytes_and_two_diaries_share_no_id() {
    let of = |identity: &str| FhirChoices { identity: identity.to_owned(), ..FhirChoices::default() };
    let ids = |identity: &str| {
        let bundle = bundle(&diary(), &of(identity)).0;
        bundle["entry"].as_array().unwrap().iter().map(|entry| entry["fullUrl"].to_string()).collect::<BTreeSet<_>>()
    };
    assert_eq!(bundle(&diary(), &of("a")).1, bundle(&diary(), &of("a")).1);
    assert!(ids("a").is_disjoint(&ids("b")));
}

#[test]
fn an_empty_diary_gives_a_patient_alone_and_a_stopped_work_nothing() {
    let (bundle, made) = bundle(&Diary::default(), &FhirChoices::default());
    assert_eq!((bundle["entry"].as_array().unwrap().len(), made.left_out.len()), (1, 0));
    let sample = gutskin::sample::diary(3, today()).unwrap();
    assert!(to_fhir(&sample, &FhirChoices::default(), &|_| false).is_err());
}
