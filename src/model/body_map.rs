//! The drawing of the body with its places, read once: what each is called, which it is part of, how much of the skin it is, and
//! its outline in each view. Every name and share of a place stands in the file alone.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::region::{BodyPart, Region};
use super::triangles::triangles;

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
    /// The whole figure as triangles, three numbers of points of its outline each.
    #[serde(skip)]
    pub triangles: Vec<[u32; 3]>,
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
    /// The same as triangles, three numbers of its points each.
    #[serde(skip)]
    pub triangles: Vec<[u32; 3]>,
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
    /// By the number of the place.
    regions: Vec<Option<RegionData>>,
    /// The parts of each place, and the finest places of it, by the number of the place.
    kin: Vec<Kin>,
    by_key: HashMap<String, Region>,
    order: Vec<Region>,
    /// The places that no others are made of, of the whole skin and of each part of the body.
    finest: Vec<Region>,
    finest_of: [Vec<Region>; 4],
    views: Vec<MapView>,
}

/// What a place is made of.
#[derive(Debug, Clone, Default)]
struct Kin {
    children: Vec<Region>,
    leaves: Vec<Region>,
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
        let MapFile { regions, parents, mut views, .. } = ron::from_str(text)?;
        for view in &mut views {
            view.triangles = triangles(&view.outline);
            view.places.iter_mut().for_each(|place| place.triangles = triangles(&place.ring));
        }
        let mut listed: Vec<RegionData> = regions.into_iter().chain(parents).collect();
        listed.sort_by_key(|data| data.region);
        let order: Vec<Region> = listed.iter().map(|data| data.region).collect();
        let by_key = listed.iter().map(|data| (data.key.clone(), data.region)).collect();
        let places = order.last().map_or(0, |last| *last as usize + 1);
        let finest = |part: Option<BodyPart>| {
            let fits = move |data: &&RegionData| data.share.is_some() && (part.is_none() || data.group == part);
            listed.iter().filter(fits).map(|data| data.region).collect::<Vec<_>>()
        };
        let (finest, finest_of) = (finest(None), BodyPart::ALL.map(|part| finest(Some(part))));
        let mut kin = vec![Kin::default(); places];
        let mut regions = vec![None; places];
        for data in listed {
            let (own, parent) = (data.region as usize, data.parent.map(|parent| parent as usize));
            if let Some(above) = parent.and_then(|parent| kin.get_mut(parent)) {
                above.children.push(data.region);
                above.leaves.push(data.region);
            }
            if let Some(own) = kin.get_mut(own).filter(|_| data.share.is_some()) {
                own.leaves.push(data.region);
            }
            if let Some(slot) = regions.get_mut(own) {
                *slot = Some(data);
            }
        }
        Ok(Self { regions, kin, by_key, order, finest, finest_of, views })
    }

    /// What is said of a place.
    pub fn data(&self, region: Region) -> Option<&RegionData> {
        self.regions.get(region as usize)?.as_ref()
    }

    /// The place with a key.
    pub fn with_key(&self, key: &str) -> Option<Region> {
        self.by_key.get(key).copied()
    }

    /// The places that one is made of.
    pub fn children(&self, region: Region) -> &[Region] {
        self.kin.get(region as usize).map_or(&[], |kin| &kin.children)
    }

    /// The finest places of one: its parts, or itself.
    pub fn leaves(&self, region: Region) -> &[Region] {
        self.kin.get(region as usize).map_or(&[], |kin| &kin.leaves)
    }

    /// All places, head to foot.
    pub fn regions_in_order(&self) -> &[Region] {
        &self.order
    }

    /// The places that no others are made of: they make the whole skin up without anything counting twice.
    pub fn finest(&self) -> &[Region] {
        &self.finest
    }

    /// Those of a part of the body.
    pub fn finest_of(&self, part: BodyPart) -> &[Region] {
        self.finest_of.get(part as usize).map_or(&[], Vec::as_slice)
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
        assert_eq!(
            (map.order.len(), map.regions.iter().flatten().filter(|data| data.share.is_some()).count()),
            (60, 50)
        );
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
