//! Pictures for the demo, drawn by the program: no photo of anybody, no rights of anybody.
//!
//! Flat shapes, warm light, slightly irregular lines, a little paper grain; every scene family
//! varies with its seed, and says honestly what can be seen on it.
use image::RgbaImage;

use crate::base::sentence::Sentence;

mod brush;
mod dice;
mod palette;

mod archive;
mod bicycle;
mod corner;

mod evening;
mod exhibits;
mod garden;
mod growing;
mod market;
mod play;
mod posters;
mod sewing;
mod shelf;
mod things;
mod winter;

use brush::Brush;
use dice::Dice;

/// A family of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scene {
    Bookshelf,
    ReadingChair,
    MarketSquare,
    SewingTable,
    MuseumObjects,
    Archive,
    GameNight,
    ChildrensCorner,
    WinterWindow,
    SummerGarden,
    BookBicycle,
    PosterWall,
}

impl Scene {
    pub const ALL: [Scene; 12] = [
        Scene::Bookshelf,
        Scene::ReadingChair,
        Scene::MarketSquare,
        Scene::SewingTable,
        Scene::MuseumObjects,
        Scene::Archive,
        Scene::GameNight,
        Scene::ChildrensCorner,
        Scene::WinterWindow,
        Scene::SummerGarden,
        Scene::BookBicycle,
        Scene::PosterWall,
    ];
}

/// What a drawer leaves behind beside the pixels: the words for what can be seen.
struct Seen(Sentence);

/// Draws a picture of a scene; the same seed and size always give the same picture.
///
/// Sizes below 64 pixels a side are drawn at 64.
pub fn draw(scene: Scene, seed: u64, width: u32, height: u32) -> RgbaImage {
    let mut brush = Brush::new(width.max(64), height.max(64));
    paint(scene, seed, &mut brush);
    brush.finish(seed)
}

/// Describes the picture that `draw` makes of the same scene and seed, for those who cannot see it.
pub fn describe(scene: Scene, seed: u64) -> Sentence {
    // The drawer knows what it has drawn; on a sheet this small it costs next to nothing.
    paint(scene, seed, &mut Brush::new(64, 64)).0
}

fn paint(scene: Scene, seed: u64, brush: &mut Brush) -> Seen {
    let dice = &mut Dice::new(scene as u64, seed);
    match scene {
        Scene::Bookshelf => shelf::paint(brush, dice),
        Scene::ReadingChair => evening::paint(brush, dice),
        Scene::MarketSquare => market::paint(brush, dice),
        Scene::SewingTable => sewing::paint(brush, dice),
        Scene::MuseumObjects => exhibits::paint(brush, dice),
        Scene::Archive => archive::paint(brush, dice),
        Scene::GameNight => play::paint(brush, dice),
        Scene::ChildrensCorner => corner::paint(brush, dice),
        Scene::WinterWindow => winter::paint(brush, dice),
        Scene::SummerGarden => garden::paint(brush, dice),
        Scene::BookBicycle => bicycle::paint(brush, dice),
        Scene::PosterWall => posters::paint(brush, dice),
    }
}

#[cfg(test)]
mod tests;
