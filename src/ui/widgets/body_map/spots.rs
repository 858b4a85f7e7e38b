//! What of a view can be chosen: each place once, with all the polygons that stand for it. Without finer places an arm is one.

use crate::model::body_map::{MapPlace, MapPoint, MapView};
use crate::model::region::Region;

/// A place of a view that can be chosen.
pub(super) struct Spot<'a> {
    pub region: Region,
    pub places: Vec<&'a MapPlace>,
}

impl Spot<'_> {
    /// The middle and radius of the largest circle in it.
    pub fn circle(&self) -> (MapPoint, f32) {
        let largest = self.places.iter().max_by(|one, other| one.radius.total_cmp(&other.radius));
        largest.map_or(((0.5, 0.5), 0.0), |place| (place.at, place.radius))
    }

    /// How far a point is from it, in heights of the view; 0 inside.
    fn distance(&self, point: MapPoint, aspect: f32) -> f32 {
        let from = |place: &&MapPlace| {
            if place.holds(point) {
                return 0.0;
            }
            let ends = place.ring.iter().cycle().skip(1);
            let edges = place.ring.iter().zip(ends).map(|(a, b)| edge_distance(point, *a, *b, aspect));
            edges.fold(f32::INFINITY, f32::min)
        };
        self.places.iter().map(from).fold(f32::INFINITY, f32::min)
    }
}

fn edge_distance(point: MapPoint, a: MapPoint, b: MapPoint, aspect: f32) -> f32 {
    let (px, py) = ((point.0 - a.0) * aspect, point.1 - a.1);
    let (ex, ey) = ((b.0 - a.0) * aspect, b.1 - a.1);
    let length = ex * ex + ey * ey;
    let along = if length > 0.0 { ((px * ex + py * ey) / length).clamp(0.0, 1.0) } else { 0.0 };
    (px - along * ex).hypot(py - along * ey)
}

/// The places of a view.
pub(super) fn spots(view: &MapView, finer: bool) -> Vec<Spot<'_>> {
    let mut found: Vec<Spot<'_>> = Vec::new();
    for place in view.places.iter().filter(|place| finer || !place.region.is_asked_only_finely()) {
        let region = if finer { place.region } else { place.region.coarsened() };
        match found.iter_mut().find(|spot| spot.region == region) {
            Some(spot) => spot.places.push(place),
            None => found.push(Spot { region, places: vec![place] }),
        }
    }
    found
}

/// The place under a point, or the nearest one within `reach` heights of the view.
pub(super) fn under(spots: &[Spot<'_>], point: MapPoint, aspect: f32, reach: f32) -> Option<Region> {
    let far = spots.iter().map(|spot| (spot.distance(point, aspect), spot.region));
    far.filter(|(distance, _)| *distance <= reach).min_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, it)| it)
}

/// The place that an arrow leads to: the nearest that way, what lies aside counting double.
pub(super) fn towards(spots: &[Spot<'_>], from: Region, (x, y): (f32, f32), aspect: f32) -> Option<Region> {
    let (here, _) = spots.iter().find(|spot| spot.region == from)?.circle();
    let ways = spots.iter().filter(|spot| spot.region != from).filter_map(|spot| {
        let (there, _) = spot.circle();
        let (dx, dy) = ((there.0 - here.0) * aspect, there.1 - here.1);
        let (ahead, aside) = (dx * x + dy * y, (dx * y - dy * x).abs());
        (ahead > 0.001).then_some((dx.hypot(dy) + 2.0 * aside, spot.region))
    });
    ways.min_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, region)| region)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::body_map::BodyMap;

    #[test]
    fn coarse_views_draw_an_arm_as_one_place_and_ask_nothing_intimate() {
        let views = BodyMap::shipped().views();
        let front: Vec<Region> = spots(&views[0], false).iter().map(|spot| spot.region).collect();
        assert_eq!(front.iter().filter(|it| **it == Region::LeftArm).count(), 1);
        assert!(!front.contains(&Region::LeftElbowCrease) && !front.contains(&Region::Genitals));
        let fine: Vec<Region> = spots(&views[0], true).iter().map(|spot| spot.region).collect();
        assert!(fine.contains(&Region::LeftElbowCrease) && fine.contains(&Region::Genitals));
    }

    #[test]
    fn arrows_reach_every_place_of_every_view() {
        for view in BodyMap::shipped().views() {
            for finer in [false, true] {
                let spots = spots(view, finer);
                let mut reached = vec![spots[0].region];
                let mut next = 0;
                while let Some(from) = reached.get(next).copied() {
                    for way in [(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)] {
                        reached.extend(towards(&spots, from, way, view.aspect).filter(|it| !reached.contains(it)));
                    }
                    next += 1;
                }
                let lost: Vec<Region> =
                    spots.iter().map(|spot| spot.region).filter(|it| !reached.contains(it)).collect();
                assert!(lost.is_empty(), "{} finer {finer}: {lost:?}", view.name);
            }
        }
    }
}
