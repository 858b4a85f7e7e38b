//! What stands in a file in Gutskin's own terms: added to what a diary says, or taking its place.

use std::collections::BTreeSet;

use super::whole;
use crate::edit::Command;
use crate::import::{OwnThings, Preview, Standing, TrialAnswer, Warnings};
use crate::model::course::Course;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::photo::Photo;
use crate::model::profile::Profile;
use crate::model::settings::Settings;
use crate::model::time::Month;
use crate::model::trial::{Trial, TrialSubject};
use crate::words::count;

/// The steps that bring a diary these things.
pub(super) fn steps(
    own: OwnThings,
    standing: Standing,
    diary: &Diary,
    preview: &mut Preview,
    warnings: &mut Warnings,
) -> Vec<Command> {
    match standing {
        Standing::Adds => added(own, diary, preview, warnings),
        Standing::Replaces { month } => replacing(own, month, diary, preview, warnings),
    }
}

fn added(own: OwnThings, diary: &Diary, preview: &mut Preview, warnings: &mut Warnings) -> Vec<Command> {
    preview.count(&own.pages);
    preview.courses = own.courses.len();
    preview.trackables = own.trackables.len();
    preview.foods = own.pantry.items().count();
    // Files of a whole diary alone speak of settings.
    if own.settings.is_some()
        && diary.is_empty()
        && let Some(step) = whole::step(&own, preview, warnings)
    {
        return vec![step];
    }
    let mut steps = Vec::new();
    // Settings and profile come along only where the diary has none of its own yet.
    if let Some(settings) = own.settings.filter(|told| *told != Settings::default() && told != diary.settings()) {
        if *diary.settings() == Settings::default() {
            warnings.remark("settings come along");
            steps.push(Command::SetSettings { settings });
        } else {
            warnings.remark("settings are left out, since this diary has its own");
        }
    }
    if let Some(profile) = own.profile.filter(|told| *told != Profile::default() && told != diary.profile()) {
        if *diary.profile() == Profile::default() {
            warnings.remark("the profile comes along");
            steps.push(Command::SetProfile { profile });
        } else {
            warnings.remark("the profile is left out, since this diary has its own");
        }
    }
    let trials = new_trials(own.trials, &own.courses, diary);
    let is_empty = own.pages.is_empty() && own.courses.is_empty() && own.trackables.is_empty();
    if !(is_empty && own.pantry.is_empty()) {
        steps.push(Command::Import {
            source: preview.source.clone(),
            pages: own.pages,
            courses: own.courses,
            trackables: own.trackables,
            pantry: Box::new(own.pantry),
            replace: false,
        });
    }
    if !trials.is_empty() {
        warnings.remark(format!("{} along", count(trials.len(), "trial comes", "trials come")));
    }
    steps.extend(trials);
    if !own.decisions.is_empty() {
        let decisions = count(own.decisions.len(), "decision", "decisions");
        let words = "about ideas and warnings are left out; only an empty diary takes them over";
        warnings.remark(format!("{decisions} {words}"));
    }
    steps.extend(new_photos(own.photos, diary, warnings));
    steps.extend(answers(&own.trial_answers, diary, warnings));
    steps
}

/// Answers that the diary does not have yet. One that it has already stays.
fn answers(told: &[TrialAnswer], diary: &Diary, warnings: &mut Warnings) -> Vec<Command> {
    let mut steps = Vec::new();
    let mut differing = 0;
    for answer in told {
        let Some(trial) = diary.trials().find(|trial| trial.start == answer.start && trial.has(answer.day)) else {
            let reason = format!(
                "no trial of this diary began on {} and has the day {}; bring the whole diary as RON or JSON instead",
                answer.start, answer.day
            );
            warnings.bad(answer.line, reason);
            continue;
        };
        match trial.kept.get(&answer.day) {
            None => steps.push(Command::AnswerTrial { id: trial.id, day: answer.day, kept: Some(answer.kept) }),
            Some(known) => differing += usize::from(*known != answer.kept),
        }
    }
    for (number, words) in [
        (steps.len(), "of whether a trial was kept to come along"),
        (differing, "of whether a trial was kept to are left out, since this diary says something else"),
    ] {
        if number > 0 {
            warnings.remark(format!("{} {words}", count(number, "answer", "answers")));
        }
    }
    steps
}

/// The trials that the diary does not have yet, each with the course that it is about, since that has another number here.
fn new_trials(trials: Vec<Trial>, courses: &[Course], diary: &Diary) -> Vec<Command> {
    let about = |trial: &Trial| match trial.factor.subject {
        Some(TrialSubject::Course(id)) => courses.iter().find(|course| course.id == id).cloned(),
        _ => None,
    };
    let is_known = |trial: &Trial, course: Option<&Course>| {
        diary.trials().any(|known| {
            let mut here = Trial { id: trial.id, ..known.clone() };
            if let (Some(TrialSubject::Course(id)), Some(course)) = (&here.factor.subject, course)
                && diary.course(*id).is_some_and(|known| Course { id: course.id, ..known.clone() } == *course)
            {
                here.factor.subject.clone_from(&trial.factor.subject);
            }
            here == *trial
        })
    };
    let all = trials.into_iter().map(|trial| (about(&trial), trial));
    let new = all.filter(|(course, trial)| !is_known(trial, course.as_ref()));
    new.map(|(course, trial)| Command::BringTrial { trial: Box::new(trial), course: course.map(Box::new) }).collect()
}

/// The photos that the diary does not have yet, in one step. A file of this kind holds no pictures, which is said.
fn new_photos(photos: Vec<Photo>, diary: &Diary, warnings: &mut Warnings) -> Option<Command> {
    let all = photos.len();
    let mut seen = BTreeSet::new();
    let is_new = |photo: &Photo| diary.photo_of_blob(photo.blob).is_none() && seen.insert(photo.blob);
    let mut photos = photos;
    photos.retain(is_new);
    if photos.len() < all {
        warnings.remark(format!("{} in this diary already", count(all - photos.len(), "photo is", "photos are")));
    }
    if photos.is_empty() {
        return None;
    }
    warnings.remark(whole::without_picture(photos.len()));
    Some(Command::AddPhotos { photos })
}

fn replacing(
    own: OwnThings,
    month: Option<Month>,
    diary: &Diary,
    preview: &mut Preview,
    warnings: &mut Warnings,
) -> Vec<Command> {
    let mut steps = Vec::new();
    let pages = differing(own.pages, month, diary, warnings);
    preview.count(&pages);
    if !pages.is_empty() {
        let (source, courses, trackables) = (preview.source.clone(), Vec::new(), Vec::new());
        steps.push(Command::Import { source, pages, courses, trackables, pantry: Box::default(), replace: true });
    }
    let courses = own.courses.into_iter().filter(|course| diary.course(course.id) != Some(course));
    let courses: Vec<Command> = courses
        .map(|course| match diary.course(course.id) {
            Some(_) => Command::AmendCourse { course },
            None => Command::AddCourse { course },
        })
        .collect();
    preview.courses = courses.len();
    let differs = |trackable: &_, key: &_| diary.catalogue().changed_entry(key) != Some(trackable);
    let trackables = own.trackables.into_iter().filter(|trackable| differs(trackable, &trackable.key));
    let trackables: Vec<Command> = trackables.map(|trackable| Command::PutTrackable { trackable }).collect();
    preview.trackables = trackables.len();
    let foods = own.pantry.items().filter(|item| diary.pantry().get(item.id()).as_ref() != Some(item));
    let foods: Vec<Command> = foods.map(|item| Command::KeepInPantry { item }).collect();
    preview.foods = foods.len();
    steps.extend(courses.into_iter().chain(trackables).chain(foods));
    if let Some(settings) = own.settings.filter(|told| told != diary.settings()) {
        warnings.remark("the settings take the place of those of the diary");
        steps.push(Command::SetSettings { settings });
    }
    if let Some(profile) = own.profile.filter(|told| told != diary.profile()) {
        warnings.remark("the profile takes the place of that of the diary");
        steps.push(Command::SetProfile { profile });
    }
    steps
}

/// The pages that say something else than the diary does.
fn differing(pages: Vec<DayRecord>, month: Option<Month>, diary: &Diary, warnings: &mut Warnings) -> Vec<DayRecord> {
    let total = pages.len();
    let stay = diary.day_records().filter(|page| month.is_some_and(|month| Month::of(page.date) == month));
    let stay = stay.filter(|page| pages.iter().all(|told| told.date != page.date)).count();
    let is_new = |page: &DayRecord| diary.day_record(page.date).is_none_or(|now| !now.says_the_same(page));
    let pages: Vec<DayRecord> = pages.into_iter().filter(is_new).collect();
    let replaced = pages.iter().filter(|page| diary.day_record(page.date).is_some()).count();
    for (count, words) in [
        (replaced, "of these days take the place of what the diary says"),
        (total - pages.len(), "days of the file say nothing new"),
        (stay, "days of this month are not in the file and stay as they are"),
    ] {
        if count > 0 {
            warnings.remark(format!("{count} {words}"));
        }
    }
    pages
}
