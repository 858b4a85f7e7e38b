//! The drawing of the body with its places, read once: what each is called, which it is part of, how much of the skin it is, and
//! its outline in each view. Every name and share of a place stands in the file alone.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::region::{BodyPart, Region};

/// What the file says of one place.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegionData {
    /// The place.
    pub region: Region,
    /// Stable key.
    pub key: String,
    /// Name for people.
    pub label: String,
    /// The coarse place it is part of.
    #[serde(default)]
    pub parent: Option<Region>,
    /// The same place on the other side.
    pub twin: Option<Region>,
    /// Part of the body; a coarse place has that of its parts.
    #[serde(default)]
    pub group: Option<BodyPart>,
    /// Part of an adult's skin in percent; a coarse place has the sum of its parts.
    #[serde(default)]
    pub share: Option<f64>,
}

/// A point of a view's box: 0 to 1, x to the right, y down.
pub type MapPoint = (f32, f32);

/// A side of the body as it is drawn. From the front the person looks at us: their left is on our right.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename = "View", deny_unknown_fields)]
pub struct MapView {
    /// `front`, `back` or `face`.
    pub name: String,
    /// Width by height.
    pub aspect: f32,
    /// The whole figure.
    pub outline: Vec<MapPoint>,
    /// Lines without meaning: eyes, lips, spine.
    pub marks: Vec<Vec<MapPoint>>,
    /// What can be chosen.
    pub places: Vec<MapPlace>,
}

/// A place as a view draws it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename = "Place", deny_unknown_fields)]
pub struct MapPlace {
    /// The place.
    pub region: Region,
    /// The middle of the largest circle inside.
    pub at: MapPoint,
    /// Its radius, in heights of the view.
    pub radius: f32,
    /// One simple polygon without holes.
    pub ring: Vec<MapPoint>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename = "BodyMap", deny_unknown_fields)]
struct MapFile {
    #[serde(rename = "version")]
    _version: u32,
    regions: Vec<RegionData>,
    parents: Vec<RegionData>,
    views: Vec<MapView>,
}

/// The drawing of the body.
#[derive(Debug, Default)]
pub struct BodyMap {
    regions: BTreeMap<Region, RegionData>,
    order: Vec<Region>,
    views: Vec<MapView>,
}

impl BodyMap {
    /// The map that ships with the program.
    pub fn shipped() -> &'static Self {
        static MAP: OnceLock<BodyMap> = OnceLock::new();
        MAP.get_or_init(|| {
            // The file is part of the program, and its tests prove that it reads.
            Self::read(include_str!("../../assets/body_map.ron")).unwrap_or_else(|error| {
                log::error!("the body map cannot be read: {error}");
                Self::default()
            })
        })
    }

    /// Reads a map.
    ///
    /// # Errors
    /// The place and the reason, if the text is no map.
    pub fn read(text: &str) -> Result<Self, ron::error::SpannedError> {
        let MapFile { regions, parents, views, .. } = ron::from_str(text)?;
        let regions: BTreeMap<_, _> = regions.into_iter().chain(parents).map(|data| (data.region, data)).collect();
        let order = regions.keys().copied().collect();
        Ok(Self { regions, order, views })
    }

    /// What is said of a place.
    pub fn data(&self, region: Region) -> Option<&RegionData> {
        self.regions.get(&region)
    }

    /// All places, head to foot.
    pub fn regions_in_order(&self) -> &[Region] {
        &self.order
    }

    /// Front, back and face.
    pub fn views(&self) -> &[MapView] {
        &self.views
    }
}

impl MapPlace {
    /// Whether a point of the view's box lies inside, by counting the edges a line to its right crosses.
    pub fn holds(&self, (x, y): MapPoint) -> bool {
        let ends = self.ring.iter().cycle().skip(1);
        let crossings = self
            .ring
            .iter()
            .zip(ends)
            .filter(|((x1, y1), (x2, y2))| (*y1 > y) != (*y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1);
        crossings.count() % 2 == 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places that are only kept as the sum of others, with their parts, are 60.
    #[test]
    fn every_place_of_the_file_is_drawn_or_made_of_drawn_ones_and_has_a_key_of_its_own() {
        let map = BodyMap::read(include_str!("../../assets/body_map.ron")).unwrap();
        assert_eq!((map.order.len(), map.regions.values().filter(|data| data.share.is_some()).count()), (60, 50));
        let drawn = |region: Region| map.views.iter().any(|view| view.places.iter().any(|it| it.region == region));
        for region in Region::all() {
            assert!(region.leaves().all(drawn), "{region:?}");
            assert!(!region.label().is_empty() && Region::from_key(region.key()) == Some(*region), "{region:?}");
        }
    }

    #[test]
    fn shares_add_up_to_the_adult_of_lund_and_browder() {
        let share = |part| {
            let leaves = Region::all().iter().filter(|it| it.leaves().eq([**it]) && it.body_part() == Some(part));
            leaves.map(|it| it.share_percent()).sum::<f64>()
        };
        for (part, expected) in
            [(BodyPart::Head, 9.0), (BodyPart::Arms, 19.0), (BodyPart::Trunk, 27.0), (BodyPart::Legs, 45.0)]
        {
            assert!((share(part) - expected).abs() < 1e-9, "{part:?}");
        }
        assert!((Region::LeftArm.share_percent() - 7.0).abs() < 1e-9, "upper arm 4 and lower arm 3");
    }

    #[test]
    fn twins_are_each_others_and_the_middle_of_a_place_lies_in_it() {
        for region in Region::all() {
            assert!(region.twin().is_none_or(|twin| twin.twin() == Some(*region) && twin != *region), "{region:?}");
        }
        for place in BodyMap::shipped().views().iter().flat_map(|view| &view.places) {
            assert!(place.holds(place.at), "{:?}", place.region);
            assert!(!place.holds((-0.1, 0.5)), "{:?}", place.region);
        }
    }
}
