//! A polygon as triangles, because only convex shapes can be filled as they are.

use super::body_map::MapPoint;

/// Twice the area of a triangle; positive where its corners go round one way, negative where they go the other.
fn turn((ax, ay): MapPoint, (bx, by): MapPoint, (cx, cy): MapPoint) -> f32 {
    (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/// The triangles of a simple polygon, three numbers of its corners each, by cutting ears.
pub fn triangles(ring: &[MapPoint]) -> Vec<[u32; 3]> {
    let ends = ring.iter().cycle().skip(1);
    let area: f32 = ring.iter().zip(ends).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum();
    let mut left: Vec<(u32, MapPoint)> = (0..).zip(ring.iter().copied()).collect();
    if area < 0.0 {
        left.reverse();
    }
    let mut cut = Vec::new();
    while left.len() >= 3 {
        let corners = |middle: usize| {
            let before = (middle + left.len() - 1) % left.len();
            let after = (middle + 1) % left.len();
            Some((*left.get(before)?, *left.get(middle)?, *left.get(after)?))
        };
        let is_ear = |middle: &usize| {
            let Some((a, b, c)) = corners(*middle) else { return false };
            let inside = |(number, point): &(u32, MapPoint)| {
                ![a.0, b.0, c.0].contains(number)
                    && turn(a.1, b.1, *point) > 0.0
                    && turn(b.1, c.1, *point) > 0.0
                    && turn(c.1, a.1, *point) > 0.0
            };
            turn(a.1, b.1, c.1) > 0.0 && !left.iter().any(inside)
        };
        // Where rounding leaves no ear, what is left has no area to speak of.
        let ear = (0..left.len()).find(is_ear).unwrap_or(0);
        let Some((a, b, c)) = corners(ear) else { break };
        cut.push([a.0, b.0, c.0]);
        left.remove(ear);
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::body_map::BodyMap;

    #[test]
    fn the_triangles_of_every_place_cover_it_exactly() {
        for place in BodyMap::shipped().views().iter().flat_map(|view| &view.places) {
            let corner = |number: u32| place.ring[number as usize];
            let covered: f32 =
                triangles(&place.ring).iter().map(|it| turn(corner(it[0]), corner(it[1]), corner(it[2])).abs()).sum();
            let ends = place.ring.iter().cycle().skip(1);
            let area: f32 = place.ring.iter().zip(ends).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum();
            assert!((covered - area.abs()).abs() < 1e-4, "{:?}: {covered} of {area}", place.region);
        }
    }
}
