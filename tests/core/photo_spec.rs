//! Photos in the diary: added, changed, taken back, deleted for good; what lies on the disk for them, and what leaves it.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use gutskin::edit::{Command, CommandError, plan};
use gutskin::import::preview;
use gutskin::model::diary::Diary;
use gutskin::model::export::Export;
use gutskin::model::photo::{BlindRating, BlobId, Photo, PhotoId, PhotoPoint};
use gutskin::model::region::Region;
use gutskin::model::ron_text;
use gutskin::model::text::Name;
use gutskin::photos::{Picture, read_bytes};
use gutskin::storage::disk::{DiskStep, Verdict, watched};
use gutskin::storage::{Access, PhotoFiles, Store};
use gutskin::workspace::jobs::photos::{IncomingPhoto, PhotoSource, keep, keep_all, read};
use gutskin::workspace::{Workspace, leftover_pictures};
use image::{Rgb, RgbImage};

use super::commands::{carry_out, today};
use super::folder::temporary;
use super::made_pictures::{corners, from_camera, jpeg};

/// A picture of one colour, so that each is another file.
fn picture(shade: u8) -> Picture {
    read_bytes(&jpeg(&RgbImage::from_pixel(32, 24, Rgb([shade, 120, 110])))).unwrap()
}

fn photo(shade: u8) -> Photo {
    picture(shade).photo(today())
}

fn added(photos: Vec<Photo>) -> Diary {
    let mut diary = Diary::default();
    carry_out(&mut diary, Command::AddPhotos { photos }).unwrap();
    diary
}

fn refused(diary: &Diary, command: Command) -> String {
    let error: CommandError = plan(diary, command, today()).expect_err("refused");
    error.to_string()
}

/// A diary on the disk with two photos.
fn kept() -> (tempfile::TempDir, Workspace) {
    let folder = temporary();
    let mut workspace = Workspace::open(folder.path(), Access::Write, Arc::new(|| {})).unwrap().as_on(today());
    let lot = vec![(picture(40), photo(40)), (picture(200), photo(200))];
    let photos = keep(lot, &workspace, Arc::new(|| {})).wait().unwrap().unwrap();
    workspace.submit(Command::AddPhotos { photos }).unwrap();
    workspace.wait_until_saved().unwrap();
    (folder, workspace)
}

// The record.

#[test]
fn a_photo_gets_a_number_and_its_picture_stands_in_the_diary_once() {
    let diary = added(vec![photo(40), photo(200)]);
    let ids: Vec<PhotoId> = diary.photos().map(|photo| photo.id).collect();
    assert_eq!(ids, [PhotoId(1), PhotoId(2)]);
    assert!(diary.photos().all(|photo| photo.covered), "covered until somebody asks");
    let again = refused(&diary, Command::AddPhotos { photos: vec![photo(40)] });
    assert!(again.starts_with("this picture is in the diary already, on "), "{again}");
    let twice = refused(&Diary::default(), Command::AddPhotos { photos: vec![photo(40), photo(40)] });
    assert!(twice.contains("twice"), "{twice}");
}

#[test]
fn a_photo_of_a_day_to_come_is_refused() {
    let photos = vec![Photo { day: today().plus(1), ..photo(40) }];
    assert!(refused(&Diary::default(), Command::AddPhotos { photos }).contains("lies in the future"));
}

#[test]
fn what_was_measured_is_not_typed_afterwards() {
    let diary = added(vec![photo(40)]);
    let known = diary.photo(PhotoId(1)).unwrap().clone();
    let series = Some(Name::new("Face, front").unwrap());
    let rating = BlindRating { on: today(), look: 1, redness: 1, sitting: None };
    let changed = Photo {
        series: series.clone(),
        regions: vec![Region::LeftCheek],
        blob: BlobId::new(b"another"),
        sharpness: 9.0,
        ratings: vec![rating],
        ..known.clone()
    };
    let mut diary = diary;
    carry_out(&mut diary, Command::AmendPhoto { photo: Box::new(changed) }).unwrap();
    let expected = Photo { series, regions: vec![Region::LeftCheek], ..known };
    assert_eq!(diary.photo(PhotoId(1)), Some(&expected));
}

#[test]
fn a_repeat_is_of_the_same_view_on_the_same_day() {
    let series = |name: &str| Some(Name::new(name).unwrap());
    let first = Photo { series: series("Arm"), ..photo(40) };
    let repeat = |name: &str, day| Photo { series: series(name), day, repeat_of: Some(PhotoId(1)), ..photo(200) };
    let diary = added(vec![first]);
    for wrong in [repeat("Leg", today()), repeat("Arm", today().plus(-1))] {
        assert!(refused(&diary, Command::AddPhotos { photos: vec![wrong] }).contains("same day and series"));
    }
    let mut diary = diary;
    carry_out(&mut diary, Command::AddPhotos { photos: vec![repeat("Arm", today())] }).unwrap();
    carry_out(&mut diary, Command::RemovePhotos { ids: vec![PhotoId(1)] }).unwrap();
    assert_eq!(diary.photo(PhotoId(2)).unwrap().repeat_of, None, "it stands alone then");
}

#[test]
fn marks_lie_in_the_photo_and_apart() {
    let diary = added(vec![photo(40)]);
    let marked = |x: f32| {
        let marks = Some([PhotoPoint { x: 0.2, y: 0.5 }, PhotoPoint { x, y: 0.5 }]);
        Command::AmendPhoto { photo: Box::new(Photo { marks, ..diary.photo(PhotoId(1)).unwrap().clone() }) }
    };
    assert!(plan(&diary, marked(0.8), today()).is_ok());
    for x in [0.2, 1.4, f32::NAN] {
        assert!(refused(&diary, marked(x)).contains("two marks"));
    }
}

#[test]
fn an_export_says_what_photos_are_of_and_holds_no_pixels() {
    let diary = added(vec![photo(40)]);
    let text = ron_text::to_lines(&Export::of(&diary)).unwrap();
    assert!(text.contains(&picture(40).blob.to_string()));
    assert!(text.len() < 2_000, "a record, not a picture: {} bytes", text.len());
    assert!(text.contains("schema: 6"), "an older program takes it for newer, not for damaged");
}

#[test]
fn photos_of_another_diary_come_with_what_was_said_and_their_missing_picture_is_said() {
    let series = Some(Name::new("Arm").unwrap());
    let mut other = added(vec![Photo { series: series.clone(), ..photo(40) }]);
    let repeat = Photo { series, repeat_of: Some(PhotoId(1)), ..photo(200) };
    carry_out(&mut other, Command::AddPhotos { photos: vec![repeat] }).unwrap();
    let rating = BlindRating { on: today(), look: 4, redness: 6, sitting: None };
    carry_out(&mut other, Command::RatePhotos { ratings: vec![(PhotoId(1), rating)] }).unwrap();
    let text = ron_text::to_lines(&Export::of(&other)).unwrap();

    // Here number 1 is another photo, and one of the two is here already.
    let mut diary = added(vec![photo(90)]);
    let preview = preview(Path::new("other.ron"), text.as_bytes(), &diary, today()).unwrap();
    let remarks = preview.remarks.join("; ");
    assert!(remarks.contains("2 photos come along without the picture, which is not in this file"), "{remarks}");
    carry_out(&mut diary, preview.command.unwrap()).unwrap();
    let brought: Vec<_> = diary.photos().map(|photo| (photo.id.0, photo.repeat_of, photo.ratings.clone())).collect();
    assert_eq!(
        brought,
        [(1, None, vec![]), (2, None, vec![rating]), (3, Some(PhotoId(2)), vec![])],
        "numbers are given anew, and what repeats what is kept"
    );
    let again = gutskin::import::preview(Path::new("other.ron"), text.as_bytes(), &diary, today()).unwrap();
    assert!(again.command.is_none(), "brought in once");
}

// On the disk.

#[test]
fn a_picture_lies_under_its_own_sum_for_its_owner_alone() {
    let (folder, workspace) = kept();
    let blob = picture(40).blob;
    let name = blob.to_string();
    let path = folder.path().join("photos").join(&name[..2]).join(format!("{name}.jpg"));
    assert_eq!(BlobId::new(&fs::read(&path).unwrap()), blob);
    assert!(folder.path().join("photos/thumbs").join(&name[..2]).join(format!("{name}.jpg")).is_file());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::metadata(folder.path().join("photos")).unwrap().permissions().mode() & 0o777, 0o700);
    }
    drop(workspace);
    let opened = Store::open(folder.path(), Access::Read).unwrap();
    assert_eq!(opened.diary.photos().count(), 2);
    assert!(opened.report.problems.is_empty(), "{:?}", opened.report.problems);
}

#[test]
fn a_disk_that_fails_at_any_step_leaves_no_picture_behind() {
    let lot = [(picture(40), photo(40)), (picture(200), photo(200))];
    let steps = Rc::new(RefCell::new(0));
    let whole = temporary();
    let counted = steps.clone();
    let count = move |_: &DiskStep| {
        *counted.borrow_mut() += 1;
        Verdict::Go
    };
    watched(count, || keep_all(&PhotoFiles::new(whole.path()), &lot, |_| {})).unwrap();
    let steps = *steps.borrow();
    assert!(steps >= 16, "two pictures with small copies, each made, written, flushed and renamed: {steps}");
    for failing in 0..steps {
        for verdict in [Verdict::Refuse, Verdict::Tear(10)] {
            let folder = temporary();
            let mut step = 0;
            let watcher = move |_: &DiskStep| {
                step += 1;
                if step == failing + 1 { verdict } else { Verdict::Go }
            };
            let done = watched(watcher, || keep_all(&PhotoFiles::new(folder.path()), &lot, |_| {}));
            let here = PhotoFiles::new(folder.path()).all().unwrap();
            match done {
                Ok(()) => assert_eq!(here.len(), 2, "step {failing}"),
                Err(why) => {
                    assert!(why.starts_with("nothing was added: "), "{why}");
                    assert!(here.is_empty(), "step {failing}: {here:?}");
                }
            }
            assert!(unfinished(folder.path()).is_empty(), "step {failing}");
        }
    }
}

/// Files that were begun and not finished.
fn unfinished(folder: &std::path::Path) -> Vec<PathBuf> {
    let all = super::folder::photograph(folder);
    all.into_keys().filter(|path| path.extension().is_some_and(|ending| ending == "tmp")).collect()
}

#[test]
fn deleting_can_be_undone_until_it_is_for_good() {
    let (folder, mut workspace) = kept();
    let files = workspace.photo_files();
    let (one, other) = (picture(40).blob, picture(200).blob);
    workspace.submit(Command::RemovePhotos { ids: vec![PhotoId(1)] }).unwrap();
    assert_eq!(workspace.diary().photos().count(), 1);
    assert_eq!(leftover_pictures(folder.path(), workspace.diary()).unwrap(), BTreeSet::from([one]));
    workspace.undo().unwrap();
    assert_eq!(workspace.diary().photos().count(), 2);
    assert!(files.holds(one));

    workspace.delete_photos_for_good(&[PhotoId(1)]).unwrap();
    assert!(!files.holds(one) && files.holds(other));
    while workspace.undo().unwrap().is_some() {}
    assert!(workspace.diary().photo_of_blob(one).is_none(), "no undo brings back a photo without its picture");
    while workspace.redo().unwrap().is_some() {}
    assert!(workspace.diary().photo_of_blob(one).is_none());
    assert_eq!(
        workspace.diary().photo_of_blob(other).map(|photo| photo.blob),
        Some(other),
        "the other one is untouched"
    );
}

#[test]
fn what_was_deleted_before_can_go_for_good_later_and_what_is_named_stays() {
    let (folder, mut workspace) = kept();
    workspace.submit(Command::RemovePhotos { ids: vec![PhotoId(1)] }).unwrap();
    let both = BTreeSet::from([picture(40).blob, picture(200).blob]);
    workspace.delete_pictures_for_good(&both).unwrap();
    assert_eq!(PhotoFiles::new(folder.path()).all().unwrap(), BTreeSet::from([picture(200).blob]));
    while workspace.undo().unwrap().is_some() {}
    assert!(workspace.diary().photo_of_blob(picture(40).blob).is_none());
}

#[test]
fn check_reads_every_picture_and_opening_counts_those_that_are_here() {
    let (folder, workspace) = kept();
    drop(workspace);
    let sound = Store::check(folder.path()).unwrap();
    assert!(sound.is_sound(), "{:?}", sound.problems);
    assert_eq!((sound.photos.named, sound.photos.here.pictures, sound.photos.unnamed.pictures), (2, 2, 0));

    let files = PhotoFiles::new(folder.path());
    let path = files.picture(picture(40).blob);
    let mut bytes = fs::read(&path).unwrap();
    let last = bytes.len() - 3;
    bytes[last] ^= 1;
    fs::write(&path, bytes).unwrap();
    fs::remove_file(files.picture(picture(200).blob)).unwrap();
    let found = Store::check(folder.path()).unwrap();
    let lines: Vec<String> = found.problems.iter().map(ToString::to_string).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[0].contains("1 of 2 photos are here"), "{lines:?}");
    assert!(
        lines[1].contains("not as it was written") && lines[1].contains(&picture(40).blob.to_string()),
        "{lines:?}"
    );

    let opened = Store::open(folder.path(), Access::Write).unwrap();
    assert_eq!(opened.report.read_only, None, "a picture that is gone keeps nobody from the diary");
    assert_eq!(opened.report.problems.len(), 1);
    assert!(opened.report.problems[0].to_string().contains("1 of 2 photos are here"));
}

#[test]
fn a_damaged_picture_is_told_and_one_that_comes_again_mends_it() {
    let (folder, _workspace) = kept();
    let files = PhotoFiles::new(folder.path());
    let (picture, blob) = (picture(40), picture(40).blob);
    fs::write(files.picture(blob), b"something else").unwrap();
    assert!(files.read(blob).is_err());
    files.keep(&picture.jpeg, &picture.thumbnail).unwrap();
    assert_eq!(files.read(blob).unwrap().unwrap(), picture.jpeg);
}

// On the way in.

fn looked_at(workspace: &Workspace, files: &[(&str, Vec<u8>)]) -> Vec<IncomingPhoto> {
    let folder = temporary();
    let sources = files.iter().map(|(name, bytes)| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        PhotoSource::File(path)
    });
    read(sources.collect(), workspace, Arc::new(|| {})).wait().unwrap()
}

#[test]
fn the_day_comes_from_the_camera_and_a_night_belongs_to_the_evening_before() {
    let (_folder, workspace) = kept();
    let at = |date: &str| from_camera(&corners(32, 32), 1, date);
    let day = today().plus(-3);
    let found = looked_at(
        &workspace,
        &[
            ("evening.jpg", at(&format!("{day} 21:30:00"))),
            ("night.jpg", from_camera(&corners(34, 32), 1, &format!("{day} 01:30:00"))),
            ("future.jpg", from_camera(&corners(36, 32), 1, "2099:01:01 12:00:00")),
            ("plain.jpg", jpeg(&corners(38, 32))),
        ],
    );
    assert_eq!(found[0].day, Some(day));
    assert_eq!(found[1].day, Some(day.plus(-1)), "the day ends at four");
    assert_eq!(found[2].day, None);
    assert!(found[2].doubt.as_ref().unwrap().contains("1 Jan 2099, which is still to come"));
    assert_eq!((found[3].day, &found[3].doubt), (None, &None), "it is asked for");
}

#[test]
fn a_picture_that_is_here_already_or_comes_twice_is_named() {
    let (_folder, workspace) = kept();
    let file = jpeg(&RgbImage::from_pixel(32, 24, Rgb([40, 120, 110])));
    let new = jpeg(&corners(40, 40));
    let found = looked_at(&workspace, &[("a.jpg", file), ("b.jpg", new.clone()), ("c.jpg", new)]);
    assert!(found[0].picture.as_ref().unwrap_err().contains("in the diary already"));
    assert!(found[1].picture.is_ok());
    assert_eq!(found[2].picture.as_ref().unwrap_err(), "this is the same picture as b.jpg");
}
