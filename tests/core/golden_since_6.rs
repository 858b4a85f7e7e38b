//! The diaries that the folders `v6` to `v8` of the golden ones hold.

use gutskin::edit::Command;
use gutskin::model::diary::Diary;
use gutskin::model::photo::{
    BlindRating, BlobId, Photo as PhotoRecord, PhotoId, PhotoPoint, Sitting, SkinColors, Swatch,
};
use gutskin::model::record::schema_with;
use gutskin::model::region::Region;
use gutskin::model::text::Note;
use gutskin::model::time::{ClockTime, Day};
use gutskin::model::trial::{Lot, Trial, TrialDesign};
use gutskin::model::trial_look::{LookFinding, TrialLook};
use gutskin::model::trial_sides::TrialSides;

use super::commands::{carry_out, today};
use super::folder::photograph;
use super::golden_contents::fixtures;
use super::trials::{TEN_WEEKS, name, trial};

/// The pictures that a folder holds; each is named by its own sum.
fn kept_pictures(version: &str) -> Vec<BlobId> {
    let all = photograph(&fixtures().join(version).join("photos"));
    let whole = all.iter().filter(|(name, _)| !name.starts_with("thumbs"));
    whole.map(|(_, bytes)| BlobId::new(bytes)).collect()
}

/// A photo with all that can be said of one.
fn photo(blob: BlobId) -> PhotoRecord {
    let at = |x, y| PhotoPoint { x, y };
    let swatch = |x, y, mean| Swatch { at: at(x, y), mean, clipped: 0.0 };
    PhotoRecord {
        id: PhotoId::NEW,
        day: Day::from_ymd(2026, 3, 12).unwrap(),
        at: ClockTime::new(8, 10),
        blob,
        bytes: 700,
        size: [24, 18],
        mean_color: [200, 150, 130],
        sharpness: 12.5,
        clipped: 0.25,
        regions: vec![Region::LeftCheek, Region::Nose],
        series: Some(name("Face, front")),
        setup: Some(name("Bathroom lamp")),
        note: Some(Note::new("after the walk").unwrap()),
        covered: true,
        marks: Some([at(0.25, 0.5), at(0.75, 0.5)]),
        colors: Some(SkinColors {
            card: swatch(0.125, 0.875, [0.5, 0.5, 0.5]),
            skin: swatch(0.5, 0.5, [0.625, 0.25, 0.25]),
            calm: swatch(0.75, 0.25, [0.75, 0.5, 0.375]),
        }),
        repeat_of: None,
        ratings: Vec::new(),
    }
}

fn made_by(commands: impl IntoIterator<Item = Command>) -> Diary {
    let mut diary = Diary::default();
    for command in commands {
        carry_out(&mut diary, command).unwrap();
    }
    diary
}

fn rated(photo: u32, look: u8, redness: u8, sitting: Option<Sitting>) -> Command {
    let rating = BlindRating { on: today(), look, redness, sitting };
    Command::RatePhotos { ratings: vec![(PhotoId(photo), rating)] }
}

/// What came with schema 6: a photo, rated in a second step.
pub fn with_a_photo() -> Diary {
    let photos = kept_pictures("v6").into_iter().map(photo).collect();
    made_by([Command::AddPhotos { photos }, rated(1, 3, 5, None)])
}

/// What came with schema 7: a trial that was looked at on the way and goes on, and two sides that are swapped once.
pub fn since_7() -> Vec<Command> {
    let start = Day::from_ymd(2026, 1, 5).unwrap();
    let looked = TrialLook { on: start.plus(15), periods: 2, found: LookFinding::GoesOn };
    let with_a_look = Trial {
        design: TrialDesign { looks: true, ..TEN_WEEKS },
        looked: vec![looked],
        covariates: vec!["stress".to_owned()],
        ..trial(start)
    };
    let lot = Lot::SwapOnce { untreated_days: 14 };
    let swapped = Trial {
        design: TrialDesign { lot, periods: 2, days_per_period: 28, washout_days: 7, carry_over: false, looks: false },
        order: "BA".to_owned(),
        sides: Some(TrialSides { one: Region::LeftElbowCrease, other: Region::RightElbowCrease }),
        ..trial(start.plus(-90))
    };
    [with_a_look, swapped].map(|trial| Command::BringTrial { trial: Box::new(trial), course: None }).into()
}

/// The diary that `v7` holds.
pub fn with_a_look() -> Diary {
    made_by(since_7())
}

/// What came with schema 8: photos that were rated in a sitting, of which one look is still to be rated.
pub fn since_8() -> Vec<Command> {
    let sitting = Some(Sitting { number: 1, seed: 1_234_567_890_123_456_789, last: PhotoId(2) });
    let photos = kept_pictures("v8").into_iter().map(photo).collect();
    vec![Command::AddPhotos { photos }, rated(2, 3, 5, sitting), rated(1, 0, 10, sitting)]
}

/// The diary that `v8` holds.
pub fn with_a_sitting() -> Diary {
    made_by(since_8())
}

#[test]
fn what_came_with_a_schema_needs_it_and_nothing_newer() {
    for (schema, diary) in [(6, with_a_photo()), (7, with_a_look()), (8, with_a_sitting())] {
        assert_eq!(schema_with(&diary.records().collect::<Vec<_>>()), schema);
    }
}
