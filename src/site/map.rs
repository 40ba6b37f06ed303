//! Where the houses of a Verbund are, as a small drawn map: their marks, their names, the ways
//! between them. It needs no tiles of anybody; the list of the houses says the same in words.
use crate::institution::{Institution, face};
use crate::page::Badge;

/// The width of the drawing in its own units, about pixels beside the posts.
pub const WIDTH: i64 = 320;
/// Left and right stays room for half a name, above and below for a mark and a name.
const SIDE: f64 = 62.0;
const TOP: f64 = 40.0;
const FOOT: f64 = 48.0;
const KM_A_DEGREE: f64 = 111.2;
/// With more houses than this the ways between them would be a tangle; a scale stands instead.
const MOST_WITH_WAYS: usize = 3;
const SCALES: [i64; 7] = [1, 2, 5, 10, 20, 50, 100];

/// A drawn map.
#[derive(Debug, Clone)]
pub struct Map {
    pub height: i64,
    pub spots: Vec<Spot>,
    pub ways: Vec<Way>,
    /// Kilometres of the scale and its length in units, where no ways are drawn.
    pub scale: Option<(i64, i64)>,
}

/// A house on the map, with the middle of its mark and the foot of its name.
#[derive(Debug, Clone)]
pub struct Spot {
    pub badge: Badge,
    pub x: i64,
    pub y: i64,
    pub name_y: i64,
}

/// The straight way between two houses.
#[derive(Debug, Clone)]
pub struct Way {
    pub from: (i64, i64),
    pub to: (i64, i64),
    pub middle: (i64, i64),
    pub names: (String, String),
    pub km: i64,
}

/// Draws the houses where they are; no map where there is one house alone, or where a house does
/// not say where it is: it would look as if it did not belong.
pub fn draw(houses: &[&Institution], root: &str) -> Option<Map> {
    let places: Option<Vec<(f64, f64)>> = houses.iter().map(|house| house.lat.zip(house.lon)).collect();
    let places = places.filter(|places| places.len() > 1)?;
    let middle = places.iter().map(|(lat, _)| lat).sum::<f64>() / places.len() as f64;
    let east = KM_A_DEGREE * middle.to_radians().cos();
    // Kilometres to the east of the most western house, and to the south of the most northern one.
    let west = places.iter().map(|(_, lon)| *lon).fold(f64::INFINITY, f64::min);
    let north = places.iter().map(|(lat, _)| *lat).fold(f64::NEG_INFINITY, f64::max);
    let km: Vec<(f64, f64)> =
        places.iter().map(|(lat, lon)| ((lon - west) * east, (north - lat) * KM_A_DEGREE)).collect();
    let wide = km.iter().map(|(x, _)| *x).fold(0.0, f64::max);
    let high = km.iter().map(|(_, y)| *y).fold(0.0, f64::max);
    let room = WIDTH as f64 - 2.0 * SIDE;
    // A map is at most a little higher than wide, and neighbours in one street stay apart.
    let unit = (room / wide.max(0.5)).min(1.2 * room / high.max(0.5));
    let left = (WIDTH as f64 - wide * unit) / 2.0;
    let points: Vec<(i64, i64)> =
        km.iter().map(|(x, y)| ((left + x * unit).round() as i64, (TOP + y * unit).round() as i64)).collect();
    let spots = houses.iter().zip(&points).map(|(house, point)| Spot {
        badge: face::badge(house, root),
        x: point.0,
        y: point.1,
        name_y: name_y(*point, &points),
    });
    let has_ways = houses.len() <= MOST_WITH_WAYS;
    Some(Map {
        height: (TOP + high * unit + FOOT).round() as i64,
        spots: spots.collect(),
        ways: if has_ways { ways(houses, &km, &points) } else { Vec::new() },
        scale: if has_ways { None } else { scale(unit) },
    })
}

/// Puts a name below its mark, or above where another house stands close below.
fn name_y(point: (i64, i64), all: &[(i64, i64)]) -> i64 {
    let is_close =
        |other: &&(i64, i64)| (other.0 - point.0).abs() < 100 && (1..64).contains(&(other.1 - point.1));
    if all.iter().any(|other| is_close(&other)) { point.1 - 22 } else { point.1 + 32 }
}

fn ways(houses: &[&Institution], km: &[(f64, f64)], points: &[(i64, i64)]) -> Vec<Way> {
    let pairs = (0..km.len()).flat_map(|a| (a + 1..km.len()).map(move |b| (a, b)));
    let way = |(a, b): (usize, usize)| Way {
        from: points[a],
        to: points[b],
        middle: ((points[a].0 + points[b].0) / 2, (points[a].1 + points[b].1) / 2),
        names: (houses[a].short_name.clone(), houses[b].short_name.clone()),
        km: (km[a].0 - km[b].0).hypot(km[a].1 - km[b].1).round() as i64,
    };
    pairs.map(way).filter(|way| way.km > 0).collect()
}

/// Chooses the longest of the usual scales that takes at most half the width.
fn scale(unit: f64) -> Option<(i64, i64)> {
    let fits = SCALES.into_iter().rev().find(|km| *km as f64 * unit <= WIDTH as f64 / 2.0)?;
    Some((fits, (fits as f64 * unit).round() as i64))
}
