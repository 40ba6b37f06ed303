//! The demo's pictures: which scene a name means, and how large it is drawn.
use super::drawing::Scene;

pub const WIDTH: u32 = 1440;
pub const HEIGHT: u32 = 960;

/// Reads the name of a scene.
pub fn scene(name: &str) -> Option<Scene> {
    Some(match name {
        "bookshelf" => Scene::Bookshelf,
        "reading_chair" => Scene::ReadingChair,
        "market_square" => Scene::MarketSquare,
        "table_things" => Scene::SewingTable,
        "museum_plinths" => Scene::MuseumObjects,
        "archive_map" => Scene::Archive,
        "game_night" => Scene::GameNight,
        "cushion_corner" => Scene::ChildrensCorner,
        "winter_window" => Scene::WinterWindow,
        "summer_garden" => Scene::SummerGarden,
        "book_trailer" => Scene::BookBicycle,
        "poster_wall" => Scene::PosterWall,
        _ => return None,
    })
}
