//! How tests act: uploads, posts with pictures, questions for files.
use axum_test::multipart::{MultipartForm, Part};
use axum_test::{TestResponse, TestServer};
use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};

use crate::base::app::App;
use crate::media::{Picture, PictureId, store};
use crate::member::Person;
use crate::post::editing::store_revision::{self, Saving};
use crate::post::writing::content::Content;
use crate::post::{store as post_store, store_dossier};
use crate::testing::Stage;

pub const PLACE: &[u8] = b"GPSLatitude 51.83 secret-place";

/// A photograph as a phone makes it: lying on its side, with the place written into it.
pub fn photo(width: u32, height: u32) -> Vec<u8> {
    let pixels = RgbImage::from_fn(width, height, |x, y| Rgb([(x % 256) as u8, (y % 256) as u8, 90]));
    let mut exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    exif.extend(PLACE);
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.set_exif_metadata(exif).expect("EXIF");
    encoder.write_image(&pixels, width, height, ExtendedColorType::Rgb8).expect("a JPEG");
    bytes
}

/// Sends files in one form.
pub async fn send(server: &TestServer, cookie: &str, files: &[(&str, Vec<u8>)]) -> TestResponse {
    let form = files.iter().fold(MultipartForm::new(), |form, (name, bytes)| {
        form.add_part("file", Part::bytes(bytes.clone()).file_name(*name).mime_type("image/jpeg"))
    });
    server.post("/desk/muebi/pictures").add_header("cookie", cookie).multipart(form).await
}

/// Uploads one good picture as Anna and makes its sizes.
pub async fn uploaded(stage: &Stage) -> PictureId {
    let cookie = stage.sign_in(&stage.cast.anna).await;
    send(&stage.server(), &cookie, &[("IMG_1.JPG", photo(900, 600))]).await.assert_status_see_other();
    stage.run_jobs().await;
    newest(stage).await
}

pub async fn newest(stage: &Stage) -> PictureId {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let all = store::page(&mut conn, &stage.cast.muebi.id, store::Filter::All, 0).await.expect("a list");
    all.first().expect("a picture").id.clone()
}

pub async fn picture(stage: &Stage, id: &PictureId) -> Picture {
    let mut conn = stage.app.db.read().await.expect("a connection");
    store::by_id(&mut conn, id).await.expect("the picture")
}

/// Writes a post with pictures; everybody sees it when `public` is set.
pub async fn post_with(stage: &Stage, by: &Person, pictures: &[PictureId], public: bool) -> i64 {
    let now = stage.app.clock.now();
    let muebi = &stage.cast.muebi.id;
    let mut tx = stage.app.db.begin(muebi.as_str()).await.expect("a transaction");
    let post = post_store::create(&mut tx, muebi, Some(&by.id), now).await.expect("a post");
    let number = post.number;
    let id = post.id.clone();
    let mut dossier = store_dossier::open(&mut tx, post, now).await.expect("a dossier");
    let content = Content { title: "Vorlesetag".into(), pictures: pictures.to_vec(), ..Content::default() };
    let saving = Saving { by: &by.id, houses: vec![stage.cast.borken.id.clone()], base: None, client: "" };
    store_revision::save(&mut tx, &mut dossier, saving, content, now).await.expect("saved");
    if public {
        sqlx::query(
            "UPDATE post SET live_revision_id = head_revision_id, first_public_at = $1, state = 'public'
             WHERE id = $2",
        )
        .bind(now)
        .bind(id)
        .execute(&mut *tx)
        .await
        .expect("public");
    }
    tx.commit().await.expect("committed");
    number
}

/// Asks for a file of a picture; without a cookie as a stranger.
pub async fn ask(server: &TestServer, id: &PictureId, name: &str, cookie: Option<&str>) -> TestResponse {
    let request = server.get(&format!("/bild/{id}/{name}"));
    match cookie {
        Some(cookie) => request.add_header("cookie", cookie).await,
        None => request.await,
    }
}

/// Sends a plain form.
pub async fn submit(server: &TestServer, cookie: &str, path: &str, fields: &[(&str, &str)]) -> TestResponse {
    server.post(path).add_header("cookie", cookie).form(&fields).await
}

/// The same database and files, as a second process has them: with a memory of its own.
pub fn another_process(stage: &Stage) -> TestServer {
    let app = &stage.app;
    let other = App::new(
        app.db.clone(),
        app.clock.clone(),
        app.config.clone(),
        app.files.clone(),
        app.seal.clone(),
        app.demo,
    );
    let service = crate::serve::service(&other, Default::default());
    let router = axum::Router::new().fallback_service(service);
    TestServer::builder().transport(axum_test::Transport::MockHttp).build(router)
}
