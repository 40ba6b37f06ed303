use axum::http::StatusCode;
use serde_json::Value;

use super::Meeting;
use crate::consortium;
use crate::federation::{key, store_actor};
use crate::on_both;
use crate::testing::Stage;

fn path(url: &str) -> &str {
    url.strip_prefix("http://verbund.example").expect("an address of ours")
}

async fn found(it: &Meeting, resource: &str) -> Value {
    let answer = it.server.get("/.well-known/webfinger").add_query_param("resource", resource).await;
    answer.assert_status_ok();
    assert_eq!(answer.header("content-type"), "application/jrd+json");
    answer.json()
}

on_both! {
    async fn a_verbund_and_its_houses_are_found_by_their_handles(stage: Stage) {
        let it = Meeting::of(stage).await;
        let verbund = found(&it, "acct:muebi@verbund.example").await;
        assert_eq!(verbund["subject"], "acct:muebi@verbund.example");
        let self_link = verbund["links"].as_array().expect("links").iter().find(|link| link["rel"] == "self");
        let self_link = self_link.expect("a link to the actor");
        assert_eq!(self_link["type"], "application/activity+json");
        let id = self_link["href"].as_str().expect("an address");
        assert!(!id.contains("muebi"), "an id holds no name: {id}");
        let actor = it.document(path(id)).await;
        assert_eq!((&actor["type"], &actor["preferredUsername"]), (&"Group".into(), &"muebi".into()));
        assert!(actor["publicKey"]["publicKeyPem"].as_str().is_some_and(|pem| pem.contains("BEGIN PUBLIC KEY")));
        assert_eq!(actor["endpoints"]["sharedInbox"], "http://verbund.example/ap/inbox");
        assert_eq!(actor["manuallyApprovesFollowers"], false);
        let house = found(&it, "acct:Muebi.Borken@Verbund.example").await;
        let id = house["links"][1]["href"].as_str().expect("an address");
        assert_eq!(it.document(path(id)).await["type"], "Organization");
        let same = found(&it, "http://verbund.example/muebi/einrichtung/borken").await;
        assert_eq!(same, house);
        assert_eq!(found(&it, id).await, house);
    }
}

on_both! {
    async fn the_impressum_stands_in_every_profile(stage: Stage) {
        let it = Meeting::of(stage).await;
        for actor in [it.verbund().await, it.house(&it.stage.cast.borken).await] {
            let document = it.document(path(&actor.url(&it.app.config))).await;
            let fields = document["attachment"].as_array().expect("fields");
            let field = fields.iter().find(|field| field["name"] == "Impressum").expect("a field of this name");
            let value = field["value"].as_str().expect("a link");
            assert!(value.contains("href=\"http://verbund.example/muebi/impressum\""), "{value}");
        }
    }
}

on_both! {
    async fn who_does_not_speak_in_the_fediverse_is_not_found(stage: Stage) {
        let it = Meeting::of(stage).await;
        for resource in [
            "acct:fremde@verbund.example",
            "acct:muebi@else.example",
            "acct:nobody@verbund.example",
            "http://verbund.example/fremde",
            "nonsense",
        ] {
            let answer = it.server.get("/.well-known/webfinger").add_query_param("resource", resource).await;
            assert_eq!(answer.status_code(), StatusCode::NOT_FOUND, "{resource}");
        }
        let none = it.server.get("/.well-known/webfinger").await;
        assert_eq!(none.status_code(), StatusCode::BAD_REQUEST);
        let mut tx = it.app.db.begin("test").await.expect("a transaction");
        let now = it.app.clock.now();
        let silent = store_actor::ensure_for_consortium(&mut tx, &it.stage.cast.foreign, now).await;
        tx.commit().await.expect("committed");
        let silent = silent.expect("an actor").url(&it.app.config);
        assert_eq!(it.ask(path(&silent)).await.status_code(), StatusCode::NOT_FOUND);
    }
}

on_both! {
    async fn a_verbund_that_has_ended_is_gone_and_so_are_its_posts(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Vorher").await;
        let actor = it.verbund().await.url(&it.app.config);
        assert_eq!(it.ask(path(&post)).await.status_code(), StatusCode::OK);
        let mut tx = it.stage.within().await;
        let now = it.app.clock.now();
        let mut muebi = it.stage.cast.muebi.clone();
        muebi.ends_at = Some(now);
        consortium::store::save(&mut tx, &muebi, now).await.expect("saved");
        it.app.commit(tx, muebi.id.as_str()).await.expect("committed");
        for id in [&actor, &post] {
            let answer = it.ask(path(id)).await;
            assert_eq!(answer.status_code(), StatusCode::GONE);
            assert_eq!(answer.json::<Value>()["type"], "Tombstone");
        }
    }
}

on_both! {
    async fn a_new_name_changes_neither_id_nor_handle(stage: Stage) {
        let it = Meeting::of(stage).await;
        let before = it.verbund().await;
        let mut tx = it.stage.within().await;
        let mut muebi = it.stage.cast.muebi.clone();
        (muebi.slug, muebi.name) = ("mob".into(), "MÖB".into());
        consortium::store::save(&mut tx, &muebi, it.app.clock.now()).await.expect("saved");
        it.app.commit(tx, muebi.id.as_str()).await.expect("committed");
        let document = it.document(path(&before.url(&it.app.config))).await;
        assert_eq!((&document["name"], &document["preferredUsername"]), (&"MÖB".into(), &"muebi".into()));
        for handle in ["acct:muebi@verbund.example", "acct:mob@verbund.example"] {
            assert_eq!(found(&it, handle).await["subject"], "acct:muebi@verbund.example");
        }
    }
}

on_both! {
    async fn a_new_handle_is_a_new_actor_to_which_the_old_one_points(stage: Stage) {
        let it = Meeting::of(stage).await;
        let old = it.verbund().await;
        let address = |id: &crate::federation::actor::ActorId| format!("http://verbund.example/ap/actor/{id}");
        let mut tx = it.stage.within().await;
        let new = store_actor::succeed(&mut tx, &old, "mob", address, it.app.clock.now()).await.expect("a new one");
        it.stage.done(tx).await;
        let config = &it.app.config;
        assert_eq!(it.document(path(&old.url(config))).await["movedTo"], new.url(config));
        assert_eq!(it.document(path(&new.url(config))).await["alsoKnownAs"][0], old.url(config));
        assert_eq!(it.verbund().await.id, new.id);
        assert_eq!(found(&it, "acct:mob@verbund.example").await["subject"], "acct:mob@verbund.example");
        let mut tx = it.stage.within().await;
        let other = consortium::Consortium { slug: "muebi".into(), ..it.stage.cast.foreign.clone() };
        let taken = store_actor::ensure_for_consortium(&mut tx, &other, it.app.clock.now()).await.expect("an actor");
        assert_eq!(taken.handle, "muebi-2", "a handle is given out once");
    }
}

on_both! {
    async fn a_key_is_made_once_and_replaced_without_another_name(stage: Stage) {
        let it = Meeting::of(stage).await;
        let actor = it.verbund().await;
        let (name, first) = key::signing_key(&it.app, &actor).await.expect("a key");
        let (_, again) = key::signing_key(&it.app, &actor).await.expect("a key");
        assert_eq!(first.public_pem(), again.public_pem());
        key::rotate(&it.app, &actor, None).await.expect("replaced");
        let (same, second) = key::signing_key(&it.app, &actor).await.expect("a key");
        assert_eq!(same, name);
        assert_ne!(first.public_pem(), second.public_pem());
        let shown = it.document(path(&actor.url(&it.app.config))).await;
        assert_eq!(shown["publicKey"]["publicKeyPem"], second.public_pem());
        assert_eq!(it.count("SELECT COUNT(*) FROM actor_key WHERE secret <> '' AND secret NOT LIKE '%PRIVATE%'").await, 1);
    }
}

on_both! {
    async fn a_post_is_an_object_with_its_activities_around_it(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Neu im Regal").await;
        let object = it.document(path(&post)).await;
        let house = it.house(&it.stage.cast.borken).await.url(&it.app.config);
        assert_eq!((&object["type"], &object["attributedTo"]), (&"Note".into(), &Value::from(house.clone())));
        assert!(object["content"].as_str().is_some_and(|html| html.contains("<em>Satz</em>")));
        let create = it.document(&format!("{}/create", path(&post))).await;
        assert_eq!(create["object"]["id"], post.as_str());
        let shared = it.document(&format!("{}/announce", path(&post))).await;
        assert_eq!(shared["actor"], it.verbund().await.url(&it.app.config));
        let replies = it.document(&format!("{}/replies", path(&post))).await;
        assert_eq!(replies["totalItems"], 0);
        let outbox = it.document(&format!("{}/outbox", path(&house))).await;
        assert_eq!(outbox["totalItems"], 1);
        let page = it.document(path(outbox["first"].as_str().expect("a page"))).await;
        assert_eq!(page["orderedItems"][0]["type"], "Create");
        let followers = it.document(&format!("{}/followers", path(&house))).await;
        assert!(followers.get("orderedItems").is_none() && followers.get("first").is_none(), "nobody is named");
        for name in ["delete", "nothing"] {
            let answer = it.ask(&format!("{}/{name}", path(&post))).await;
            assert_eq!(answer.status_code(), StatusCode::NOT_FOUND, "{name}");
        }
    }
}

on_both! {
    async fn whoever_said_a_post_has_said_it_whatever_voice_is_chosen_later(stage: Stage) {
        let it = Meeting::of(stage).await;
        let (first, second) = (it.post("Erst").await, it.post("Dann").await);
        let before = it.document(path(&first)).await["attributedTo"].clone();
        let mut tx = it.stage.within().await;
        sqlx::query("UPDATE channel SET settings = '{\"voice\":\"verbund\"}'").execute(&mut *tx).await.expect("chosen");
        it.stage.done(tx).await;
        assert_eq!(it.document(path(&first)).await["attributedTo"], before);
        let verbund = it.verbund().await.url(&it.app.config);
        assert_eq!(it.document(path(&second)).await["attributedTo"], verbund);
    }
}

on_both! {
    async fn a_server_is_led_from_a_page_to_its_object_and_a_person_back(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Neu im Regal").await;
        let page = it.document(path(&post)).await["url"].as_str().expect("a page").to_owned();
        let there = it.ask(path(&page)).await;
        assert_eq!((there.status_code(), there.header("location")), (StatusCode::SEE_OTHER, post.parse().expect("a value")));
        let back = it.server.get(path(&post)).add_header("accept", "text/html,*/*;q=0.8").await;
        assert_eq!((back.status_code(), back.header("location")), (StatusCode::SEE_OTHER, page.parse().expect("a value")));
        let actor = it.verbund().await.url(&it.app.config);
        assert_eq!(it.ask("/muebi").await.header("location"), actor.parse::<axum::http::HeaderValue>().expect("a value"));
        for (page, id) in [(path(&page), &post), ("/muebi", &actor)] {
            let html = it.server.get(page).await.text();
            let link = format!("<link rel=\"alternate\" type=\"application/activity+json\" href=\"{id}\">");
            assert!(html.contains(&link), "{page}");
        }
        assert_eq!(it.ask("/muebi/themen").await.status_code(), StatusCode::OK);
        assert!(!it.server.get("/fremde").await.text().contains("activity+json"));
    }
}

on_both! {
    async fn many_who_ask_for_one_object_get_it_from_memory(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Gefragt").await;
        crate::schedule::look_once(&it.app, &crate::page::place::Domains::default()).await.expect("learned");
        let first = it.ask(path(&post)).await;
        assert!(it.app.cache.stored() > 0);
        assert_eq!(first.header("content-type"), "application/activity+json; charset=utf-8");
        let tag = first.header("etag");
        let again = it.server.get(path(&post)).add_header("if-none-match", tag).await;
        assert_eq!(again.status_code(), StatusCode::NOT_MODIFIED);
    }
}

on_both! {
    async fn the_installation_says_what_it_is_with_honest_figures(stage: Stage) {
        let it = Meeting::of(stage).await;
        it.post("Eins").await;
        let links: Value = it.server.get("/.well-known/nodeinfo").await.json();
        assert_eq!(links["links"].as_array().map(Vec::len), Some(2));
        for link in links["links"].as_array().expect("links") {
            let info: Value = it.server.get(path(link["href"].as_str().expect("an address"))).await.json();
            assert_eq!(info["software"]["name"], "verbund");
            assert_eq!((&info["usage"]["localPosts"], &info["usage"]["users"]["total"]), (&1.into(), &5.into()));
            assert_eq!(info["openRegistrations"], false);
        }
        assert!(it.server.get("/.well-known/host-meta").await.text().contains("/.well-known/webfinger?resource={uri}"));
    }
}

on_both! {
    async fn the_sharing_of_another_house_whose_post_it_is_can_be_fetched(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Neu im Regal").await;
        let other = it.house(&it.stage.cast.rhede).await;
        let of = |actor: &str| format!("{}/announce/{actor}", path(&post));
        it.ask(&of(other.id.as_str())).await.assert_status_not_found();
        it.ask(&of("undo")).await.assert_status_not_found();
        let cast = &it.stage.cast;
        let content = crate::post::writing::content::Content {
            title: "Zusammen".into(),
            byline: vec![cast.borken.id.clone(), cast.rhede.id.clone()],
            ..Default::default()
        };
        let number = it.stage.publish(content, None).await;
        let both = format!("/ap/post/{}", it.stage.id_of(number).await);
        let sharing = it.document(&format!("{both}/announce/{}", other.id)).await;
        assert_eq!(sharing["actor"], other.url(&it.app.config));
        assert!(sharing["object"].as_str().is_some_and(|object| object.ends_with(&both)));
    }
}
