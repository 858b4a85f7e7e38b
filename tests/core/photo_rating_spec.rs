//! Photos rated without their dates: a sitting is one step, can be left and gone on with, and what it says is an outcome of trials.

use std::time::Instant;

use gutskin::analysis::blind_rating::{error_line, rating_line};
use gutskin::analysis::trial::recorded::judge;
use gutskin::analysis::trial::words;
use gutskin::columns::tabulate;
use gutskin::edit::{Command, Session};
use gutskin::import::preview;
use gutskin::model::diary::Diary;
use gutskin::model::export::Export;
use gutskin::model::photo::{BlindRating, Photo, PhotoId, Sitting};
use gutskin::model::ron_text;
use gutskin::model::trial::Trial;
use gutskin::model::value::Value;
use gutskin::photos::RatedSeries;
use gutskin::rng::Rng;

use super::commands::{answer, carry_out, today};
use super::photo_columns_spec::{taken, with};
use super::trials::trial;

/// A diary with a photo on each of the last days.
fn with_photos(count: u32) -> Diary {
    with((0..count).map(|ago| taken(ago + 1, i32::try_from(ago).unwrap())).collect())
}

fn series(diary: &Diary) -> RatedSeries<'_> {
    RatedSeries::new(diary.photos())
}

fn rating(id: PhotoId, sitting: Sitting, look: u8) -> Command {
    let rating = BlindRating { on: today(), look, redness: look, sitting: Some(sitting) };
    Command::RatePhotos { ratings: vec![(id, rating)] }
}

fn session(photos: u32) -> Session {
    let mut session = Session::new(with_photos(photos));
    session.pretend_today(today());
    session
}

/// Rates so many looks of a sitting, as the window does: the next that is left.
fn rate(session: &mut Session, sitting: Sitting, looks: usize) {
    for _ in 0..looks {
        let next = series(session.diary()).left(sitting)[0];
        session.submit(rating(next, sitting, 4), Instant::now()).unwrap();
    }
}

#[test]
fn a_sitting_is_one_step_however_often_it_is_left() {
    let mut session = session(12);
    let before = session.diary().clone();
    let sitting = series(&before).begin("a diary").unwrap();
    rate(&mut session, sitting, 5);
    assert_eq!(series(session.diary()).unfinished(), Some(sitting), "it was left");
    rate(&mut session, sitting, 9);
    assert_eq!(series(session.diary()).unfinished(), None, "twelve photos and two of them twice");
    assert_eq!(session.undo_label(), Some("rating 12 photos blind"));
    session.undo().unwrap();
    assert!(session.diary().says_the_same(&before), "one step");
    session.redo().unwrap();
    assert_eq!(series(session.diary()).pairs(), 2);
}

#[test]
fn what_was_done_in_between_stays_a_step_of_its_own() {
    let mut session = session(4);
    let sitting = series(session.diary()).begin("a diary").unwrap();
    rate(&mut session, sitting, 2);
    session.submit(answer(today(), "itch", Value::Number(7.0)), Instant::now()).unwrap();
    rate(&mut session, sitting, 1);
    session.undo().unwrap();
    assert_eq!(session.diary().photos().filter(|photo| !photo.ratings.is_empty()).count(), 2);
    assert!(session.undo_label().unwrap().starts_with("Itch 7"), "{:?}", session.undo_label());
    let other = Sitting { number: 2, seed: 2, ..sitting };
    rate(&mut session, sitting, 1);
    rate(&mut session, other, 1);
    assert_eq!(session.undo_label(), Some("rating 1 photo blind"), "another sitting is another step");
}

#[test]
fn a_sitting_of_another_diary_keeps_its_numbers_and_is_not_gone_on_with() {
    let mut other = with_photos(4);
    let sitting = series(&other).begin("another diary").unwrap();
    let first = series(&other).left(sitting)[0];
    carry_out(&mut other, rating(first, sitting, 6)).unwrap();
    let text = ron_text::to_lines(&Export::of(&other)).unwrap();
    assert!(text.contains("schema: 8"), "an older program takes it for newer, not for damaged");

    let brought_into = |mut diary: Diary| {
        let found = preview(std::path::Path::new("other.ron"), text.as_bytes(), &diary, today()).unwrap();
        carry_out(&mut diary, found.command.unwrap()).unwrap();
        diary
    };
    let empty = brought_into(Diary::default());
    assert_eq!(series(&empty).unfinished(), Some(sitting), "a whole diary comes back whole, with what was not over");
    let mut own = Diary::default();
    carry_out(&mut own, answer(today(), "itch", Value::Number(1.0))).unwrap();
    let diary = brought_into(own);
    let rated: Vec<&Photo> = diary.photos().filter(|photo| !photo.ratings.is_empty()).collect();
    assert_eq!(rated.len(), 1);
    assert_eq!(series(&diary).mean(rated[0]).unwrap().look, 6.0);
    assert_eq!(series(&diary).unfinished(), None);
}

#[test]
fn what_was_said_and_how_far_two_ratings_lie_apart_is_told() {
    let mut diary = with_photos(5);
    let photo = |diary: &Diary, id| diary.photo(PhotoId(id)).unwrap().clone();
    assert_eq!(rating_line(&series(&diary), &photo(&diary, 1)), None, "nothing of a photo that was not rated");
    assert!(error_line(&series(&diary)).contains("not known yet: 0 of 5 pairs"));
    let sitting = Sitting { number: 1, seed: 3, last: PhotoId(5) };
    // Differences of 1, -1, 2, -2 and 0: within 1, so up to 2.77.
    for (id, (first, second)) in (1..).zip([(3, 4), (4, 3), (3, 5), (5, 3), (4, 4)]) {
        carry_out(&mut diary, rating(PhotoId(id), sitting, first)).unwrap();
        carry_out(&mut diary, rating(PhotoId(id), sitting, second)).unwrap();
    }
    let said = rating_line(&series(&diary), &photo(&diary, 1)).unwrap();
    assert_eq!(said, "Rated blind: look 3.5, redness 3.5 (0 clear to 10).");
    assert_eq!(
        error_line(&series(&diary)),
        "Two of your ratings of one photo differ by up to 2.8 points in the look and 2.8 points in redness (5 pairs)."
    );
}

#[test]
fn a_trial_is_judged_by_ratings_that_were_given_after_it_was_over() {
    let trial = Trial { outcome: "blind_look".to_owned(), watched: Vec::new(), ..trial(today().plus(-70)) };
    let mut diary = with((1..=70).map(|ago| taken(u32::try_from(ago).unwrap(), ago)).collect());
    carry_out(&mut diary, Command::BringTrial { trial: Box::new(trial.clone()), course: None }).unwrap();
    let sitting = series(&diary).begin("a diary").unwrap();
    let mut rng = Rng::new(5, 1);
    for id in series(&diary).views(sitting) {
        let on = trial.is_on(diary.photo(id).unwrap().day).unwrap();
        let look = (3.0 + rng.gauss() + if on { 3.0 } else { 0.0 }).round().clamp(0.0, 10.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10")]
        let look = look as u8;
        carry_out(&mut diary, rating(id, sitting, look)).unwrap();
    }
    let plan = words::plan(&trial, &tabulate(&diary)).join(" ");
    assert!(plan.contains("photos whose dates were hidden"), "{plan}");
    assert!(words::blinding("blind_look").contains("not when you rated them"));
    let judged = judge(&trial, "blind_look", &tabulate(&diary), today()).unwrap();
    assert!(judged.verdict.unwrap().is_difference());
    let difference = judged.size.unwrap().difference;
    assert!((2.0..4.0).contains(&difference), "three points more on days on: {difference}");
}
