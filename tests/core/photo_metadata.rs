//! What is kept of a photo as an independent reader of metadata sees it: `exiftool`, which knows nothing of this program and finds what a
//! camera hides in more places than anybody would think of. Where it is not installed the test says so; with `PICTURES=required` it fails.

use std::fs;
use std::path::Path;
use std::process::Command;

use gutskin::photos::read_bytes;
use gutskin::storage::PhotoFiles;

use super::folder::{photograph, temporary};
use super::made_pictures::{corners, from_camera};

/// The tags that the tool finds in a file, a line each: what the file system says of it, the tool's own version and what follows from
/// the pixels are not in the file.
fn tags(file: &Path) -> Option<Vec<String>> {
    let said = Command::new("exiftool").args(["-a", "-G1", "-s", "-ee", "-u"]).arg(file).output().ok()?;
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    let lines = String::from_utf8_lossy(&said.stdout).lines().map(str::to_owned).collect::<Vec<_>>();
    let is_outside = |line: &str| ["[System]", "[ExifTool]", "[Composite]"].iter().any(|group| line.starts_with(group));
    Some(lines.into_iter().filter(|line| !is_outside(line)).collect())
}

/// The name of a tag in `[JFIF]          XResolution                     : 1`.
fn name(line: &str) -> &str {
    line.split_whitespace().nth(1).unwrap_or_default()
}

/// What says how the pixels are packed, and nothing of where, when or by whom they were taken.
const OF_PIXELS: [&str; 13] = [
    "FileType",
    "FileTypeExtension",
    "MIMEType",
    "ImageWidth",
    "ImageHeight",
    "EncodingProcess",
    "BitsPerSample",
    "ColorComponents",
    "YCbCrSubSampling",
    "JFIFVersion",
    "ResolutionUnit",
    "XResolution",
    "YResolution",
];

#[test]
fn exiftool_finds_nothing_in_kept_files_but_how_their_pixels_are_packed() {
    let place = temporary();
    let camera = from_camera(&corners(400, 300), 6, "2026:03:12 19:05:33");
    let sent = place.path().join("sent.jpg");
    fs::write(&sent, &camera).unwrap();
    let Some(found) = tags(&sent) else {
        assert!(std::env::var_os("PICTURES").is_none_or(|wish| wish != "required"), "exiftool is not installed");
        eprintln!("skipped: there is no exiftool here");
        return;
    };
    let has = |lines: &[String], tag: &str| lines.iter().any(|line| name(line) == tag);
    assert!(has(&found, "Orientation") && has(&found, "DateTimeOriginal"), "it reads the file that came: {found:#?}");

    let picture = read_bytes(&camera).unwrap();
    PhotoFiles::new(place.path()).keep(&picture.jpeg, &picture.thumbnail).unwrap();
    let kept: Vec<_> = photograph(&place.path().join("photos")).into_keys().collect();
    assert_eq!(kept.len(), 2, "the picture and its small copy: {kept:?}");
    for file in kept {
        let found = tags(&place.path().join("photos").join(&file)).unwrap();
        assert!(has(&found, "EncodingProcess"), "it reads the file that is kept: {found:#?}");
        let more: Vec<&String> = found.iter().filter(|line| !OF_PIXELS.contains(&name(line))).collect();
        assert!(more.is_empty(), "{}: {more:#?}", file.display());
    }
}
