//! The size of a file.

use super::number::{plain, round_to};

/// “412 kB”, “4.7 MB”.
pub fn file_size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} kB", bytes.div_ceil(1_000))
    } else {
        format!("{} MB", plain(round_to(bytes as f64 / 1e6, -1)))
    }
}
