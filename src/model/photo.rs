//! A photo of the skin: what the diary says of it. Its pixels lie in a file that is named by its own sum; here stand the day, the
//! places, and what was measured, so that a photo is changed and taken back like everything else.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::region::Region;
use super::text::{Name, Note};
use super::time::{ClockTime, Day};

/// The most places of one photo.
pub const MOST_PHOTO_REGIONS: usize = 20;
/// The most blind ratings of one photo that are kept.
pub const MOST_RATINGS: usize = 50;
/// The largest answer of a blind rating; 0 is clear skin.
pub const WORST_RATING: u8 = 10;

/// Number of a photo in the diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PhotoId(pub u32);

impl PhotoId {
    /// A photo that has no number yet; adding it gives it one.
    pub const NEW: Self = Self(0);
}

/// The name of a file of pixels: the BLAKE3 sum of its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BlobId([u8; 32]);

/// A text that is no sum of 64 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a picture is named by 64 hexadecimal digits")]
pub struct BlobIdError;

impl BlobId {
    /// The name of the file that these bytes make.
    pub fn new(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}

impl fmt::Display for BlobId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for BlobId {
    type Err = BlobIdError;

    fn from_str(text: &str) -> Result<Self, BlobIdError> {
        // Capital letters would be a second name for one file.
        if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Err(BlobIdError);
        }
        blake3::Hash::from_hex(text).map(|hash| Self(*hash.as_bytes())).map_err(|_| BlobIdError)
    }
}

impl TryFrom<String> for BlobId {
    type Error = BlobIdError;

    fn try_from(text: String) -> Result<Self, BlobIdError> {
        text.parse()
    }
}

impl From<BlobId> for String {
    fn from(id: BlobId) -> Self {
        id.to_string()
    }
}

/// A place in a photo, as shares of its width and height from the upper left corner, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhotoPoint {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

impl PhotoPoint {
    /// Whether it lies in the photo.
    pub fn is_inside(self) -> bool {
        (0.0..=1.0).contains(&self.x) && (0.0..=1.0).contains(&self.y)
    }
}

/// A square piece of a photo whose colour was measured.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Swatch {
    /// Its middle.
    pub at: PhotoPoint,
    /// Mean of its pixels in linear sRGB (IEC 61966-2-1), red, green, blue, each 0 to 1.
    pub mean: [f32; 3],
    /// Share of its pixels with a channel at its end, 0 to 1.
    pub clipped: f32,
}

/// The three pieces from which redness is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SkinColors {
    /// A grey card, or anything else that is in every photo of the series and keeps its colour.
    pub card: Swatch,
    /// Skin that flares.
    pub skin: Swatch,
    /// Calm skin beside it.
    pub calm: Swatch,
}

/// A sitting in which the photos of a series were shown without their dates, some of them twice. The order in which they come follows
/// from it, so that a sitting that was left can be gone on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sitting {
    /// Which one of its series, from 1.
    pub number: u16,
    /// What the order was drawn from.
    pub seed: u64,
    /// The last photo that was there when it began: later ones would be told by being new.
    pub last: PhotoId,
}

/// What somebody said of a photo without seeing its date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlindRating {
    /// The day it was said.
    pub on: Day,
    /// How the skin looks, 0 clear to [`WORST_RATING`].
    pub look: u8,
    /// How red it is, 0 not at all to [`WORST_RATING`].
    pub redness: u8,
    /// The sitting in which it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sitting: Option<Sitting>,
}

/// A photo.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Photo {
    /// Number.
    pub id: PhotoId,
    /// The diary day it is of.
    pub day: Day,
    /// The time it was taken, where the file said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<ClockTime>,
    /// The file of its pixels.
    pub blob: BlobId,
    /// Size of that file in bytes.
    pub bytes: u64,
    /// Width and height in pixels.
    pub size: [u16; 2],
    /// Mean colour, red, green, blue in sRGB: shown while the picture is read.
    pub mean_color: [u8; 3],
    /// Variance of the Laplacian of its brightness at 320 pixels; low where the picture is blurred.
    pub sharpness: f32,
    /// Share of its pixels with a channel at its end, 0 to 1.
    pub clipped: f32,
    /// Places that it shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<Region>,
    /// Photos of one view, that can be compared: "Face, front".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Name>,
    /// Light and camera: "Bathroom lamp, phone". Colours can be compared only within one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub setup: Option<Name>,
    /// Words about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    /// Whether it is shown only when asked for.
    pub covered: bool,
    /// Two spots of the skin that are found again in every photo of the series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marks: Option<[PhotoPoint; 2]>,
    /// What redness is worked out from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colors: Option<SkinColors>,
    /// The photo that this one repeats a moment later, so that the error of both is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat_of: Option<PhotoId>,
    /// What was said of it blind, in the order it was said.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ratings: Vec<BlindRating>,
}

impl Photo {
    /// What it shows, for people: its series, else its places, else that it is a photo.
    pub fn subject(&self) -> String {
        if let Some(series) = &self.series {
            return series.to_string();
        }
        let places: Vec<String> = self.regions.iter().map(|region| region.label().to_lowercase()).collect();
        if places.is_empty() { "photo".to_owned() } else { places.join(", ") }
    }

    /// Whether two photos show one thing in one light, so that their colours can be compared.
    pub fn is_comparable_with(&self, other: &Self) -> bool {
        self.setup.is_some() && self.setup == other.setup
    }

    /// What was said of it in a sitting, in the order it was said.
    pub fn ratings_in(&self, sitting: Sitting) -> impl Iterator<Item = &BlindRating> {
        self.ratings.iter().filter(move |rating| rating.sitting.is_some_and(|known| known.seed == sitting.seed))
    }

    /// Whether a program that knows only the schemas before 8 cannot read it.
    pub fn needs_schema_8(&self) -> bool {
        self.ratings.iter().any(|rating| rating.sitting.is_some())
    }

    /// Whether it is drawn as patches until somebody asks for it.
    pub fn starts_covered(&self) -> bool {
        self.covered || self.is_private()
    }

    /// Whether it shows a face, as far as its places say.
    pub fn shows_face(&self) -> bool {
        self.regions.iter().any(|region| region.is_of_face())
    }

    /// Whether it shows skin that clothes cover: such a photo stays covered whatever is chosen for others.
    pub fn is_private(&self) -> bool {
        self.regions.iter().any(|region| region.is_asked_only_finely())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_one_name_and_no_other_text_is_a_name() {
        let id = BlobId::new(b"pixels");
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.to_string().len(), 64);
        for other in ["", "ab", "../../etc/passwd", &id.to_string().to_uppercase(), &format!("{id}0")] {
            assert_eq!(other.parse::<BlobId>(), Err(BlobIdError), "{other}");
        }
    }
}
