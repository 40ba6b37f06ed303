use super::*;
use crate::on_both;
use crate::testing::Stage;

async fn said(stage: &Stage, ids: &[PictureId]) -> Vec<&'static str> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let now = stage.app.clock.now();
    let found = store::obstacles(&mut conn, &stage.cast.muebi.id, ids, now).await.expect("an answer");
    found.into_iter().map(|sentence| sentence.key).collect()
}

on_both! {
    async fn nothing_is_published_before_the_picture_is_described_or_said_to_adorn(stage: Stage) {
        let server = stage.server();
        let id = uploaded(&stage).await;
        let anna = stage.sign_in(&stage.cast.anna).await;
        let path = format!("/desk/muebi/pictures/{id}");
        assert_eq!(said(&stage, std::slice::from_ref(&id)).await, ["media-alt-missing"]);
        let own = [("licence", "own"), ("credit", "Bücherei Borken")];
        let described = [&own[..], &[("alt", "Ein Verlauf von Blau nach Gelb.")]].concat();
        submit(&server, &anna, &path, &described).await.assert_status_see_other();
        assert!(said(&stage, std::slice::from_ref(&id)).await.is_empty());
        let adorns = [&own[..], &[("alt", ""), ("decorative", "1")]].concat();
        submit(&server, &anna, &path, &adorns).await.assert_status_see_other();
        assert!(said(&stage, std::slice::from_ref(&id)).await.is_empty());
        let no_credit = [("licence", "cc-by-4.0"), ("decorative", "1")];
        submit(&server, &anna, &path, &no_credit).await.assert_status_see_other();
        assert_eq!(said(&stage, std::slice::from_ref(&id)).await, ["media-credit-missing", "media-source-missing"]);
    }
}

on_both! {
    async fn a_foreign_picture_stands_in_the_way_like_one_that_does_not_exist(stage: Stage) {
        let id = uploaded(&stage).await;
        let mut conn = stage.app.db.read().await.expect("a connection");
        let foreign = &stage.cast.foreign.id;
        let now = stage.app.clock.now();
        for id in [id, PictureId::new()] {
            let found = store::obstacles(&mut conn, foreign, &[id], now).await.expect("an answer");
            assert_eq!(found.iter().map(|it| it.key).collect::<Vec<_>>(), ["media-not-here"]);
        }
    }
}

#[tokio::test]
async fn what_cannot_be_saved_is_kept_in_the_form() {
    let stage = Stage::sqlite().await;
    let id = uploaded(&stage).await;
    let anna = stage.sign_in(&stage.cast.anna).await;
    let path = format!("/desk/muebi/pictures/{id}");
    let fields =
        [("licence", "erfunden"), ("alt", "Ein Satz, der bleibt."), ("focus_x", "130"), ("decorative", "1")];
    let answer = submit(&stage.server(), &anna, &path, &fields).await;
    answer.assert_status_unprocessable_entity();
    for said in ["Ein Satz, der bleibt.", "Bitte eine Zahl von 0 bis 100", "aria-invalid", "value=\"130\""] {
        answer.assert_text_contains(said);
    }
    assert_eq!(picture(&stage, &id).await.alt, "");
}

#[tokio::test]
async fn the_list_filters_and_the_page_opens_for_everybody_inside() {
    let stage = Stage::sqlite().await;
    let server = stage.server();
    let id = uploaded(&stage).await;
    post_with(&stage, &stage.cast.anna, std::slice::from_ref(&id), true).await;
    for person in [&stage.cast.anna, &stage.cast.clara, &stage.cast.dora] {
        let cookie = stage.sign_in(person).await;
        let get = async |path: &str| server.get(path).add_header("cookie", &cookie).await;
        get("/desk/muebi/pictures").await.assert_text_contains("IMG_1.JPG");
        get("/desk/muebi/pictures?show=undescribed").await.assert_text_contains("IMG_1.JPG");
        assert!(!get("/desk/muebi/pictures?show=withdrawn").await.text().contains("IMG_1.JPG"));
        let page = get(&format!("/desk/muebi/pictures/{id}")).await;
        page.assert_status_ok();
        page.assert_text_contains("Vorlesetag");
        page.assert_text_contains("öffentlich");
    }
}

#[tokio::test]
async fn pages_show_the_sizes_there_are_with_room_kept_free() {
    let stage = Stage::sqlite().await;
    let id = uploaded(&stage).await;
    let mut conn = stage.app.db.read().await.expect("a connection");
    let ids = [PictureId::new(), id.clone()];
    let lines = store::lines(&mut conn, &ids, stage.app.clock.now()).await.expect("lines");
    let [it] = lines.as_slice() else { panic!("one picture, the unknown one left out") };
    assert!(it.is_visible());
    assert!(it.whole_set("webp").contains(&format!("/bild/{id}/w320.webp 320w")));
    assert!(it.teaser_set("jpg").contains("teaser480.jpg 480w"));
    let size = it.whole().expect("a size");
    assert_eq!((size.width, size.height), (600, 900));
}
