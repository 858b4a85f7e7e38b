//! Photos that leave the diary as files: what each is called, and what is said of all of them.

use std::path::Path;

use super::count;
use crate::model::photo::Photo;
use crate::model::text::show_path;

/// The most characters of a name that are kept.
const LONGEST: usize = 60;

/// What is said before and after: nothing of the diary's care goes along.
pub const UNGUARDED: &str = "As files they are not covered and not encrypted, and whoever can open the folder can see them. The \
                             diary keeps its own; deleting these files deletes nothing in it.";

/// The name of the file of a photo without its number and ending: `2026-03-12 left cheek`. Whatever a series is called, it makes a name
/// that every system takes, in one folder.
pub fn stem(photo: &Photo) -> String {
    let name: String =
        photo.subject().chars().map(|sign| if is_safe(sign) { sign } else { ' ' }).take(LONGEST).collect();
    let words: Vec<&str> = name.split_whitespace().collect();
    let name = words.join(" ");
    let name = name.trim_matches(['.', ' ']);
    let name = if name.is_empty() { "photo" } else { name };
    format!("{} {name}", photo.day)
}

/// Whether a sign may stand in the name of a file, on any system.
fn is_safe(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '_' | ',' | '.' | '(' | ')' | '\'' | '+' | '&')
}

/// “12 photos are written to /home/me/photos.”
pub fn written(photos: usize, folder: &Path) -> String {
    format!("{} written to {}.", count(photos, "photo is", "photos are"), show_path(folder))
}

/// Of those that lie there from an earlier time.
pub fn there_already(photos: usize) -> String {
    format!("{} there already, just as in the diary.", count(photos, "was", "were"))
}

/// Of those that nobody got to.
pub fn left(photos: usize) -> String {
    format!("{} not written.", count(photos, "was", "were"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::photo::{BlobId, PhotoId};
    use crate::model::region::Region;
    use crate::model::text::Name;
    use crate::model::time::Day;

    fn photo(series: &str) -> Photo {
        let day = Day::from_ymd(2026, 3, 12).unwrap();
        Photo {
            id: PhotoId(1),
            day,
            at: None,
            blob: BlobId::new(b"pixels"),
            bytes: 6,
            size: [1, 1],
            mean_color: [0; 3],
            sharpness: 0.0,
            clipped: 0.0,
            regions: vec![Region::LeftCheek],
            series: Name::new(series).ok(),
            setup: None,
            note: None,
            covered: true,
            marks: None,
            colors: None,
            repeat_of: None,
            ratings: Vec::new(),
        }
    }

    #[test]
    fn a_file_is_called_by_its_day_and_what_it_shows() {
        assert_eq!(stem(&photo("")), "2026-03-12 left cheek");
        assert_eq!(stem(&photo("Face, front")), "2026-03-12 Face, front");
    }

    #[test]
    fn no_name_of_a_series_leads_out_of_the_folder_or_is_no_name_elsewhere() {
        for (series, name) in [
            ("../../etc/passwd", "etc passwd"),
            ("a\\b:c*?\"<>|", "a b c"),
            ("...", "photo"),
            ("left\u{202e}gpj.exe", "left gpj.exe"),
            ("頬", "頬"),
        ] {
            assert_eq!(stem(&photo(series)), format!("2026-03-12 {name}"));
        }
        assert!(stem(&photo(&"x".repeat(150))).len() < 80);
    }
}
