//! The squares of a photo measured beside the window, in the picture as it is kept.

use super::Job;
use crate::model::photo::{BlobId, SkinColors};
use crate::photos::{Squares, decode_kept, skin_colors};
use crate::workspace::{Wake, Workspace};

/// Squares being measured.
pub type MeasureColors = Job<Result<SkinColors, String>>;

/// Starts to measure three squares of a picture.
pub fn measure(picture: BlobId, squares: Squares, workspace: &Workspace, wake: Wake) -> MeasureColors {
    let files = workspace.photo_files();
    Job::start(wake, move |_| {
        let found = files.read(picture).map_err(|error| error.to_string())?;
        let bytes = found.ok_or_else(|| "this picture is not here, so its colours cannot be measured".to_owned())?;
        let pixels = decode_kept(&bytes).map_err(|error| error.to_string())?;
        Ok(skin_colors(&pixels, squares))
    })
}
