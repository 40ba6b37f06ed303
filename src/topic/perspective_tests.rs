use super::perspective::{free_slug, overview};
use super::store_perspectives::{self, Perspective};
use super::{Topic, TopicId, store};
use crate::on_both;
use crate::testing::{NOW, Stage};

fn topic(stage: &Stage, slug: &str) -> Topic {
    Topic {
        id: TopicId::new(),
        consortium_id: stage.cast.muebi.id.clone(),
        slug: slug.into(),
        title: "Vorlesetag".into(),
        intro: String::new(),
        created_at: NOW,
        ended_at: None,
    }
}

#[tokio::test]
async fn a_gap_is_a_house_that_works_and_has_not_begun() {
    let stage = Stage::sqlite().await;
    let it = topic(&stage, "vorlesetag");
    let cast = &stage.cast;
    let mut rhede = cast.rhede.clone();
    let seen = |house: &crate::institution::Institution, number, is_public| Perspective {
        topic_id: it.id.clone(),
        institution_id: house.id.clone(),
        number,
        title: "Eine Maus zieht um".into(),
        is_public,
    };
    let all = [seen(&cast.borken, 1, 1), seen(&cast.borken, 2, 0), seen(&cast.raesfeld, 2, 0)];
    let houses = [cast.borken.clone(), cast.raesfeld.clone(), rhede.clone()];
    let found = overview(&it, &houses, &all, NOW);
    let names = |list: &[&crate::institution::Institution]| {
        list.iter().map(|house| house.short_name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&found.told), ["Borken"]);
    assert_eq!(names(&found.writing), ["Raesfeld"]);
    assert_eq!(names(&found.missing), ["Rhede"]);
    assert_eq!(found.public_posts, 1);
    rhede.paused_at = Some(NOW);
    let houses = [cast.borken.clone(), cast.raesfeld.clone(), rhede];
    assert!(overview(&it, &houses, &all, NOW).missing.is_empty(), "who pauses is not missed");
}

#[tokio::test]
async fn two_topics_of_one_title_have_addresses_of_their_own() {
    let stage = Stage::sqlite().await;
    assert_eq!(free_slug("vorlesetag", &[]), "vorlesetag");
    let one = [topic(&stage, "vorlesetag")];
    assert_eq!(free_slug("vorlesetag", &one), "vorlesetag-2");
    let two = [topic(&stage, "vorlesetag"), topic(&stage, "vorlesetag-2")];
    assert_eq!(free_slug("vorlesetag", &two), "vorlesetag-3");
}

on_both! {
    async fn a_topic_is_made_worded_anew_ended_and_opened_again(stage: Stage) {
        let server = stage.server();
        let anna = stage.sign_in(&stage.cast.anna).await;
        let send = async |path: &str, fields: &[(&str, &str)]| {
            server.post(path).add_header("cookie", &anna).form(&fields).await
        };
        let empty = send("/desk/muebi/topics", &[("title", " "), ("intro", "Bleibt stehen.")]).await;
        empty.assert_status_unprocessable_entity();
        empty.assert_text_contains("Bleibt stehen.");
        send("/desk/muebi/topics", &[("title", "Schöner lesen")]).await.assert_status_see_other();
        let muebi = &stage.cast.muebi.id;
        let read = async || {
            let mut conn = stage.app.db.read().await.expect("a connection");
            store::by_slug(&mut conn, muebi, "schoener-lesen").await.expect("the topic")
        };
        let path = format!("/desk/muebi/topics/{}", read().await.id);
        send(&path, &[("title", "Noch schöner lesen"), ("intro", "Im Winter.")]).await.assert_status_see_other();
        assert_eq!(read().await.title, "Noch schöner lesen");
        send(&format!("{path}/ending"), &[]).await.assert_status_see_other();
        assert!(!read().await.is_open(stage.app.clock.now()));
        send(&format!("{path}/continuation"), &[]).await.assert_status_see_other();
        assert!(read().await.is_open(stage.app.clock.now()));
        let list = server.get("/desk/muebi/topics").add_header("cookie", &anna).await;
        for said in ["Noch schöner lesen", "Noch nichts von", "Rhede", "Blickwinkel beisteuern"] {
            list.assert_text_contains(said);
        }
        let page = server.get(&path).add_header("cookie", &anna).await;
        page.assert_text_contains("/muebi/thema/schoener-lesen");
    }
}

on_both! {
    async fn coaches_read_topics_and_foreign_people_do_not(stage: Stage) {
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        let it = topic(&stage, "vorlesetag");
        store::insert(&mut tx, &it).await.expect("a topic");
        tx.commit().await.expect("committed");
        let server = stage.server();
        let dora = stage.sign_in(&stage.cast.dora).await;
        let emil = stage.sign_in(&stage.cast.emil).await;
        let path = format!("/desk/muebi/topics/{}", it.id);
        let page = server.get(&path).add_header("cookie", &dora).await;
        page.assert_status_ok();
        assert!(!page.text().contains("name=\"title\""), "a coach gets no form");
        let save = server.post(&path).add_header("cookie", &dora).form(&[("title", "Anders")]).await;
        save.assert_status_forbidden();
        server.get(&path).add_header("cookie", &emil).await.assert_status_not_found();
        let foreign = format!("/desk/fremde/topics/{}", it.id);
        server.get(&foreign).add_header("cookie", &emil).await.assert_status_not_found();
        let mut conn = stage.app.db.read().await.expect("a connection");
        let muebi = &stage.cast.muebi.id;
        assert!(store_perspectives::of_consortium(&mut conn, muebi, NOW).await.expect("a list").is_empty());
    }
}
