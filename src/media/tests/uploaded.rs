use axum_test::multipart::{MultipartForm, Part};

use super::*;
use crate::on_both;
use crate::testing::Stage;

/// A PNG header that promises a hundred million pixels, and nothing behind it.
fn bomb() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    let mut header = 10_000u32.to_be_bytes().to_vec();
    header.extend(10_000u32.to_be_bytes());
    header.extend([8, 6, 0, 0, 0]);
    let crc = crc(&[b"IHDR".as_slice(), &header].concat());
    bytes.extend(header);
    bytes.extend(crc.to_be_bytes());
    bytes.extend(b"\0\0\0\x04IDAT\x78\x9c\x03\0\0\0\0\0");
    bytes
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
    })
}

on_both! {
    async fn a_picture_goes_up_and_is_ready_soon(stage: Stage) {
        let id = uploaded(&stage).await;
        let it = picture(&stage, &id).await;
        assert_eq!((it.width, it.height), (600, 900), "upright");
        assert!(it.ready_at.is_some() && it.colour.starts_with('#'));
        assert_eq!((it.licence.as_str(), it.credit.as_str()), ("own", "Bücherei Borken"));
        let names: Vec<_> = it.made().sizes.into_iter().map(|size| size.name).collect();
        assert!(names.contains(&"w320".into()) && names.contains(&"teaser480".into()), "{names:?}");
    }
}

on_both! {
    async fn hostile_files_are_refused_in_words_and_the_good_one_goes_through(stage: Stage) {
        let server = stage.server();
        let cookie = stage.sign_in(&stage.cast.anna).await;
        let mut cut = photo(300, 200);
        cut.truncate(cut.len() / 2);
        let answer = send(&server, &cookie, &[
            ("bombe.png", bomb()),
            ("iphone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec()),
            ("Flyer.jpg", b"%PDF-1.7 not a picture".to_vec()),
            ("halb.jpg", cut),
            ("leer.jpg", Vec::new()),
            ("gut.jpg", photo(300, 200)),
        ]).await;
        answer.assert_status_unprocessable_entity();
        for said in ["100 Megapixel", "HEIC", "Das ist ein PDF", "unvollständig", "ist leer", "gut.jpg"] {
            answer.assert_text_contains(said);
        }
        let mut conn = stage.app.db.read().await.expect("a connection");
        let all = store::page(&mut conn, &stage.cast.muebi.id, store::Filter::All, 0).await.expect("a list");
        assert_eq!(all.iter().map(|it| it.file_name.as_str()).collect::<Vec<_>>(), ["gut.jpg"]);
    }
}

#[tokio::test]
async fn a_file_too_heavy_is_named_with_its_true_weight() {
    let stage = Stage::sqlite().await;
    let cookie = stage.sign_in(&stage.cast.anna).await;
    let mut heavy = photo(300, 200);
    heavy.resize(28 * 1024 * 1024, 0);
    let answer = send(&stage.server(), &cookie, &[("schwer.jpg", heavy)]).await;
    answer.assert_status_unprocessable_entity();
    answer.assert_text_contains("28 MB");
}

#[tokio::test]
async fn no_file_that_is_kept_knows_the_place_or_the_device() {
    let stage = Stage::sqlite().await;
    assert!(photo(90, 60).windows(PLACE.len()).any(|part| part == PLACE), "the phone wrote it");
    let id = uploaded(&stage).await;
    let it = picture(&stage, &id).await;
    let mut keys = it.made().keys(&id);
    keys.push(it.original_key());
    assert!(keys.len() > 5, "{keys:?}");
    for key in keys {
        let bytes = stage.app.files.get(&key).await.expect("a file");
        for trace in [PLACE, b"Exif", b"EXIF", b"ICC_PROFILE"] {
            assert!(!bytes.windows(trace.len()).any(|part| part == trace), "{key}");
        }
    }
}

#[tokio::test]
async fn an_upload_leads_back_to_its_post_and_never_elsewhere() {
    let stage = Stage::sqlite().await;
    let server = stage.server();
    let cookie = stage.sign_in(&stage.cast.anna).await;
    for (back, begins) in [
        ("/desk/muebi/posts/7#bilder", "/desk/muebi/posts/7?picture="),
        ("https://anders.example/", "/desk/muebi/pictures/"),
        ("//anders.example/", "/desk/muebi/pictures/"),
    ] {
        let form = MultipartForm::new()
            .add_text("back", back)
            .add_part("file", Part::bytes(photo(90, 60)).file_name("a.jpg"));
        let answer = server.post("/desk/muebi/pictures").add_header("cookie", &cookie).multipart(form).await;
        answer.assert_status_see_other();
        let to = answer.header("location").to_str().expect("an address").to_owned();
        assert!(to.starts_with(begins), "{to}");
    }
}

#[tokio::test]
async fn a_script_is_told_what_became_of_each_file() {
    let stage = Stage::sqlite().await;
    let cookie = stage.sign_in(&stage.cast.anna).await;
    let form = MultipartForm::new()
        .add_part("file", Part::bytes(photo(90, 60)).file_name("a.jpg"))
        .add_part("file", Part::bytes(b"%PDF-1.7".to_vec()).file_name("b.pdf"));
    let answer = stage
        .server()
        .post("/desk/muebi/pictures")
        .add_header("cookie", &cookie)
        .add_header("accept", "application/json")
        .multipart(form)
        .await;
    let body: serde_json::Value = answer.json();
    assert_eq!(body["pictures"].as_array().map(Vec::len), Some(1));
    assert_eq!(body["refused"][0]["file"], "b.pdf");
    // The first small size is there at once: whoever describes a picture has to see it.
    let src = body["pictures"][0]["src"].as_str().expect("an address").to_owned();
    stage.server().get(&src).add_header("cookie", &cookie).await.assert_status_ok();
    stage.server().get(&src).await.assert_status_not_found();
}

on_both! {
    async fn strangers_coaches_and_foreign_houses_upload_nothing(stage: Stage) {
        let server = stage.server();
        let files = [("a.jpg", photo(90, 60))];
        let coach = stage.sign_in(&stage.cast.dora).await;
        send(&server, &coach, &files).await.assert_status_forbidden();
        let foreign = stage.sign_in(&stage.cast.emil).await;
        send(&server, &foreign, &files).await.assert_status_not_found();
        send(&server, "", &files).await.assert_status_unauthorized();
        let mut conn = stage.app.db.read().await.expect("a connection");
        let all = store::page(&mut conn, &stage.cast.muebi.id, store::Filter::All, 0).await.expect("a list");
        assert!(all.is_empty());
    }
}

on_both! {
    async fn a_list_asked_for_a_page_beyond_all_pages_is_empty(stage: Stage) {
        let cookie = stage.sign_in(&stage.cast.anna).await;
        for page in ["9223372036854775807", "-9223372036854775808"] {
            let path = format!("/desk/muebi/pictures?page={page}");
            stage.server().get(&path).add_header("cookie", &cookie).await.assert_status_ok();
        }
    }
}
