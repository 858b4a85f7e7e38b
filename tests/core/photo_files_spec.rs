//! Photos saved as files: what each is called, that none takes the place of another file, and that what could not be written is said.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::sync_channel;

use gutskin::edit::Command;
use gutskin::model::photo::{Photo, PhotoId};
use gutskin::model::region::Region;
use gutskin::model::text::Name;
use gutskin::photos::{Picture, read_bytes};
use gutskin::storage::seal::{NewSecrets, RecoveryCode, Secret, Vault};
use gutskin::storage::{Access, Store};
use gutskin::words::photo_files::UNGUARDED;
use gutskin::workspace::Workspace;
use gutskin::workspace::jobs::Progress;
use gutskin::workspace::jobs::photo_export::{ExportedPhotos, PhotoExport, PhotoExportError};
use gutskin::workspace::jobs::photos::keep;
use image::{Rgb, RgbImage};

use super::command_line::{code, complaint, one_line, run, said};
use super::commands::today;
use super::folder::temporary;
use super::made_pictures::jpeg;

fn photo(shade: u8, ago: i32, series: Option<&str>) -> (Picture, Photo) {
    let picture = read_bytes(&jpeg(&RgbImage::from_pixel(32, 24, Rgb([shade, 120, 110])))).unwrap();
    let series = series.map(|series| Name::new(series).unwrap());
    let photo = Photo { series, regions: vec![Region::LeftCheek], ..picture.photo(today().plus(-ago)) };
    (picture, photo)
}

/// A diary on the disk: two photos of one cheek on one day, and one of a series with an odd name a week before.
fn kept() -> (tempfile::TempDir, Workspace) {
    let folder = temporary();
    let place = folder.path().join("diary");
    let mut workspace = Workspace::open(&place, Access::Write, Arc::new(|| {})).unwrap().as_on(today());
    let lot = vec![photo(40, 0, None), photo(200, 0, None), photo(90, 7, Some("../up: front?"))];
    let photos = keep(lot, &workspace, Arc::new(|| {})).wait().unwrap().unwrap();
    workspace.submit(Command::AddPhotos { photos }).unwrap();
    workspace.wait_until_saved().unwrap();
    (folder, workspace)
}

fn all(workspace: &Workspace, folder: &Path) -> PhotoExport {
    PhotoExport { ids: workspace.diary().photos().map(|photo| photo.id).collect(), folder: folder.to_path_buf() }
}

fn write(workspace: &Workspace, folder: &Path) -> ExportedPhotos {
    all(workspace, folder).start(workspace, Arc::new(|| {})).unwrap().wait().unwrap()
}

fn names(paths: &[PathBuf]) -> Vec<String> {
    paths.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

fn named(day: i32, what: &str) -> String {
    format!("{} {what}.jpg", today().plus(-day))
}

#[test]
fn each_photo_is_a_file_called_by_its_day_and_what_it_shows() {
    let (folder, workspace) = kept();
    let out = folder.path().join("out");
    let done = write(&workspace, &out);
    assert_eq!(names(&done.written), [named(7, "up front 1"), named(0, "left cheek 1"), named(0, "left cheek 2")]);
    for (path, id) in done.written.iter().zip([3, 1, 2]) {
        let blob = workspace.diary().photo(PhotoId(id)).unwrap().blob;
        assert_eq!(fs::read(path).unwrap(), workspace.photo_files().read(blob).unwrap().unwrap());
    }
    assert_eq!(fs::read_dir(&out).unwrap().count(), 3, "and nothing beside them");
    let lines = done.lines();
    assert!(lines[0].starts_with("3 photos are written to "), "{lines:?}");
    assert!(lines.contains(&UNGUARDED.to_owned()), "that they are guarded no more is said: {lines:?}");
}

#[test]
fn no_file_is_replaced_and_the_same_photo_is_not_written_twice() {
    let (folder, workspace) = kept();
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    fs::write(out.join(named(0, "left cheek 1")), "mine").unwrap();
    let done = write(&workspace, &out);
    assert_eq!(names(&done.written), [named(7, "up front 1"), named(0, "left cheek 2"), named(0, "left cheek 3")]);
    assert_eq!(fs::read_to_string(out.join(named(0, "left cheek 1"))).unwrap(), "mine");
    let again = write(&workspace, &out);
    assert_eq!((again.written.len(), again.there_already), (0, 3));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 4);
}

#[test]
fn a_place_that_cannot_be_is_named_before_anything_is_written() {
    let (folder, workspace) = kept();
    let start = |place: PathBuf| all(&workspace, &place).start(&workspace, Arc::new(|| {})).unwrap_err();
    let far = start(folder.path().join("not/there"));
    assert!(matches!(far, PhotoExportError::NoFolder { .. }), "{far}");
    fs::write(folder.path().join("file"), "").unwrap();
    let file = start(folder.path().join("file"));
    assert!(file.to_string().contains("this folder cannot be used"), "{file}");
    for inside in ["diary", "diary/photos", "diary/new"] {
        let error = start(folder.path().join(inside));
        assert!(error.to_string().contains("belongs to the diary’s own files"), "{error}");
    }
    let none = PhotoExport { ids: vec![PhotoId(77)], folder: folder.path().to_path_buf() };
    assert!(matches!(none.check(&workspace), Err(PhotoExportError::NoPhotos)));
}

#[test]
fn what_cannot_be_read_is_named_and_the_others_are_written() {
    let (folder, workspace) = kept();
    let blob = workspace.diary().photo(PhotoId(1)).unwrap().blob;
    fs::remove_file(workspace.photo_files().picture(blob)).unwrap();
    let done = write(&workspace, &folder.path().join("out"));
    assert_eq!(names(&done.written), [named(7, "up front 1"), named(0, "left cheek 1")]);
    let why = format!("{}, left cheek: not written, its picture is not here", today().short());
    assert!(done.unreadable.len() == 1 && done.unreadable[0].starts_with(&why), "{:?}", done.unreadable);
}

#[test]
fn who_stops_it_keeps_what_was_written_and_hears_what_was_not() {
    let (folder, workspace) = kept();
    let out = folder.path().join("out");
    let (started, is_started) = sync_channel(0);
    let (go_on, goes_on) = sync_channel::<()>(0);
    let export = all(&workspace, &out);
    export.check(&workspace).unwrap();
    let (diary, files) = (workspace.diary().clone(), workspace.photo_files());
    let job = gutskin::workspace::jobs::Job::start(Arc::new(|| {}), move |progress: &Progress| {
        started.send(()).unwrap();
        goes_on.recv().unwrap();
        export.write(&diary, &files, progress)
    });
    is_started.recv().unwrap();
    job.cancel();
    go_on.send(()).unwrap();
    let done = job.wait().unwrap();
    assert_eq!((done.written.len(), done.left), (0, 3));
    assert!(done.lines().iter().any(|line| line.starts_with("3 were not written")), "{:?}", done.lines());
}

#[test]
fn a_folder_that_goes_away_meanwhile_ends_it_with_a_reason() {
    let (folder, workspace) = kept();
    let out = folder.path().join("out");
    let export = all(&workspace, &out);
    export.check(&workspace).unwrap();
    fs::remove_dir(&out).unwrap();
    let done = export.write(workspace.diary(), &workspace.photo_files(), &Progress::default());
    assert_eq!((done.written.len(), done.left), (0, 3));
    assert!(done.refused.as_ref().unwrap().contains("does not exist"), "{:?}", done.refused);
    assert!(!out.exists());
}

#[test]
fn photos_of_an_encrypted_diary_are_written_as_pictures_that_anybody_can_open() {
    let (folder, workspace) = kept();
    let (place, diary) = (folder.path().join("diary"), workspace.diary().clone());
    drop(workspace);
    let recovery = RecoveryCode::generate().unwrap();
    let secrets = NewSecrets { passphrase: Secret::from("five plain words of mine"), recovery, work: 1 };
    Store::open(&place, Access::Write).unwrap().store.seal(&diary, &secrets).unwrap();
    let vault = Vault::unlock(&place, &Secret::from("five plain words of mine")).unwrap();
    let workspace = Workspace::open_with(&place, Access::Read, &vault, Arc::new(|| {})).unwrap();
    let blob = workspace.diary().photo(PhotoId(1)).unwrap().blob;
    let sealed = fs::read(workspace.photo_files().picture(blob)).unwrap();
    assert!(!sealed.starts_with(&[0xff, 0xd8]), "in the diary it is no picture that anybody can open");
    let done = write(&workspace, &folder.path().join("out"));
    assert_eq!(done.written.len(), 3);
    assert!(done.written.iter().all(|path| fs::read(path).unwrap().starts_with(&[0xff, 0xd8])));
}

#[test]
fn the_command_line_writes_all_photos_into_a_folder() {
    let (folder, workspace) = kept();
    drop(workspace);
    let diary = folder.path().join("diary");
    let out = folder.path().join("out").display().to_string();
    let done = run(&diary, &["export", "--photos", "--out", &out]);
    assert_eq!(code(&done), 0, "{done:?}");
    assert_eq!(said(&done).lines().count(), 3);
    assert!(said(&done).lines().all(|line| line.starts_with("written ")), "{}", said(&done));
    assert!(complaint(&done).contains("not encrypted"), "{}", complaint(&done));
    let again = run(&diary, &["export", "--photos", "--out", &out]);
    assert_eq!((code(&again), said(&again).as_str()), (0, ""));
    assert!(complaint(&again).contains("3 were there already"), "{}", complaint(&again));
    let inside = run(&diary, &["export", "--photos", "--out", &diary.join("photos").display().to_string()]);
    assert!(one_line(&inside, 2).contains("belongs to the diary’s own files"));
    let forced = run(&diary, &["export", "--photos", "--force", "--out", &out]);
    assert!(one_line(&forced, 2).contains("--force"));
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_said_with_how_many_were_written() {
    let (folder, workspace) = kept();
    drop(workspace);
    let (diary, out) = (folder.path().join("diary"), folder.path().join("out"));
    let binary = env!("CARGO_BIN_EXE_gutskin");
    let script = format!(
        "trap '' 25; ulimit -f 0; exec '{binary}' --diary '{}' export --photos --out '{}'",
        diary.display(),
        out.display()
    );
    let done = std::process::Command::new("sh").arg("-c").arg(script).output().unwrap();
    let line = one_line(&done, 4);
    assert!(line.contains("cannot be written") && line.contains("0 were written, 3 were not"), "{line}");
    assert_eq!(fs::read_dir(&out).unwrap().count(), 0, "nothing half written is left");
}
