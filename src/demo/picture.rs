//! The demo's pictures: drawn in the background one after the other, so that the demo is there at
//! once; until a picture is drawn, pages simply show none.
use std::io::Cursor;

use image::{DynamicImage, ImageFormat};
use serde::{Deserialize, Serialize};

use super::drawing::{Scene, draw};
use crate::base::app::App;
use crate::base::clock::Instant;
use crate::base::db::Conn;
use crate::base::error::{Error, Result};
use crate::base::job;
use crate::media::work_intake::blocking;
use crate::media::{PictureId, store, work};

/// The job that draws the next picture; its payload are those that are still to be drawn.
pub const JOB: &str = "demo-picture";

/// Three to two, and large enough for a screen of 1280 pixels.
pub const WIDTH: u32 = 1296;
pub const HEIGHT: u32 = 864;

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

/// A picture that is still to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undrawn {
    pub id: PictureId,
    /// The scene by the name it has in the file.
    pub scene: String,
    pub seed: u64,
}

/// Lets the pictures be drawn from an instant on. There is one job, which does one of them and then
/// stands at the end of the line again: a letter or a question to a house never waits for all.
pub async fn draw_later(conn: &mut Conn, pictures: &[Undrawn], at: Instant) -> Result<()> {
    if pictures.is_empty() {
        return Ok(());
    }
    job::enqueue_once(conn, JOB, JOB, &serde_json::to_string(pictures)?, at).await
}

/// Draws the first of the pictures, with all its sizes, and leaves the others for later.
pub async fn draw_next(app: &App, payload: &str) -> Result<()> {
    let pictures: Vec<Undrawn> = serde_json::from_str(payload)?;
    let Some((next, rest)) = pictures.split_first() else { return Ok(()) };
    draw_one(app, next).await?;
    let mut tx = app.db.begin("job").await?;
    draw_later(&mut tx, rest, app.clock.now()).await?;
    tx.commit().await
}

async fn draw_one(app: &App, it: &Undrawn) -> Result<()> {
    let picture = match store::by_id(&mut *app.db.read().await?, &it.id).await {
        Err(Error::NotFound) => return Ok(()),
        other => other?,
    };
    let Some(scene) = scene(&it.scene).filter(|_| picture.ready_at.is_none()) else { return Ok(()) };
    let seed = it.seed;
    let bytes = blocking(move || {
        let pixels = DynamicImage::ImageRgba8(draw(scene, seed, WIDTH, HEIGHT)).into_rgb8();
        let mut bytes = Cursor::new(Vec::new());
        pixels.write_to(&mut bytes, ImageFormat::Png)?;
        Ok(bytes.into_inner())
    })
    .await?;
    app.files.put(&picture.original_key(), bytes.into()).await?;
    work::make_sizes(app, picture.id.as_str()).await
}
