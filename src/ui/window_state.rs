//! Where the window keeps how it is looked at: among the settings of this user, so that a folder for a diary stays empty until
//! there is a diary in it. An earlier version kept it where the diary goes; it is fetched from there once.

use std::fs;
use std::path::{Path, PathBuf};

use crate::storage::{StorageError, narrow, write_private};
use crate::workspace::folders;

const NAME: &str = "app.ron";

/// The file for the window to use; `None` for a user without a home, who has no earlier one either.
pub(super) fn file() -> Option<PathBuf> {
    let file = folders::preferences()?.join(NAME);
    if let Err(error) = prepare(&file, &folders::diary()?.join(NAME)) {
        log::warn!("how the window looks cannot be kept: {error}");
    }
    Some(file)
}

/// Makes the file if it is not there, from the earlier one if there is one. The file keeps its rights when the window writes it.
///
/// # Errors
/// [`StorageError`]; the earlier file is then where it was.
fn prepare(file: &Path, earlier: &Path) -> Result<(), StorageError> {
    if file.is_file() {
        narrow(file);
        return Ok(());
    }
    let earlier_bytes = fs::read(earlier).ok();
    write_private(file, earlier_bytes.as_deref().unwrap_or(b"{}"))?;
    if earlier_bytes.is_some() {
        // One that stays does no harm: a folder with nothing else in it may become a diary.
        fs::remove_file(earlier).ok();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_look_of_an_earlier_version_is_fetched_once_and_its_place_is_left_clean() {
        let place = tempfile::tempdir().unwrap();
        let (file, earlier) = (place.path().join("config/gutskin/app.ron"), place.path().join("data/app.ron"));
        fs::create_dir(place.path().join("data")).unwrap();
        fs::write(&earlier, "{\"view\":\"old\"}").unwrap();
        prepare(&file, &earlier).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "{\"view\":\"old\"}");
        assert!(!earlier.exists());

        fs::write(&earlier, "{\"view\":\"older\"}").unwrap();
        prepare(&file, &earlier).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "{\"view\":\"old\"}", "what is kept now is newer");
        assert!(earlier.exists(), "and the other is none of ours any more");
    }

    #[test]
    fn a_first_start_makes_an_empty_look_in_its_own_place_and_nothing_where_the_diary_goes() {
        let place = tempfile::tempdir().unwrap();
        let (file, data) = (place.path().join("config/gutskin/app.ron"), place.path().join("data"));
        prepare(&file, &data.join("app.ron")).unwrap();
        let kept: std::collections::HashMap<String, String> =
            crate::model::ron_text::read(&fs::read_to_string(&file).unwrap()).unwrap();
        assert!(kept.is_empty() && !data.exists());
    }

    #[cfg(unix)]
    #[test]
    fn the_look_is_for_its_owner_alone_also_after_the_window_has_written_it() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("config/app.ron");
        let mode = || fs::metadata(&file).unwrap().permissions().mode() & 0o777;
        prepare(&file, &place.path().join("app.ron")).unwrap();
        assert_eq!(mode(), 0o600);
        // As the window writes it: truncated in place.
        fs::File::create(&file).unwrap();
        assert_eq!(mode(), 0o600);
        fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
        prepare(&file, &place.path().join("app.ron")).unwrap();
        assert_eq!(mode(), 0o600);
    }
}
