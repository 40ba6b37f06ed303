use serde_json::{Value, json};

use axum::http::{HeaderValue, StatusCode, header};

use super::{Meeting, does};
use crate::base::error::Error;
use crate::channel::store as channel_store;
use crate::consortium;
use crate::federation::actor::Actor;
use crate::federation::standing::ensure;
use crate::federation::{key, moving, store_actor, telling};
use crate::on_both;
use crate::testing::Stage;

async fn said(it: &Meeting) -> Vec<Value> {
    let mut conn = it.app.db.read().await.expect("a connection");
    let rows: Vec<(String,)> = sqlx::query_as("SELECT body FROM outgoing_activity ORDER BY id")
        .fetch_all(&mut *conn)
        .await
        .expect("what was said");
    rows.iter().map(|(body,)| serde_json::from_str(body).expect("an activity")).collect()
}

on_both! {
    async fn followers_are_told_once_of_a_new_name_and_of_a_new_key(stage: Stage) {
        let it = Meeting::of(stage).await;
        let actor = it.verbund().await;
        telling::look(&it.app).await.expect("looked");
        telling::look(&it.app).await.expect("looked");
        assert!(said(&it).await.is_empty(), "nothing has changed");
        let mut tx = it.stage.within().await;
        let muebi = consortium::Consortium { name: "MÖB".into(), ..it.stage.cast.muebi.clone() };
        consortium::store::save(&mut tx, &muebi, it.app.clock.now()).await.expect("saved");
        it.stage.done(tx).await;
        for _ in 0..2 {
            telling::look(&it.app).await.expect("looked");
        }
        let told = said(&it).await;
        assert_eq!(told.len(), 1);
        assert_eq!((&told[0]["type"], &told[0]["object"]["name"]), (&"Update".into(), &"MÖB".into()));
        key::rotate(&it.app, &actor, None).await.expect("replaced");
        it.app.clock.set(it.app.clock.now().plus_minutes(10));
        telling::look(&it.app).await.expect("looked");
        let told = said(&it).await;
        let (_, key) = key::signing_key(&it.app, &actor).await.expect("a key");
        assert_eq!(told[1]["object"]["publicKey"]["publicKeyPem"], key.public_pem());
    }
}

on_both! {
    async fn a_new_handle_leads_followers_to_the_new_actor(stage: Stage) {
        let it = Meeting::of(stage).await;
        let old = it.verbund().await;
        it.hear(&does(&it.there, "f", "Follow", json!(old.url(&it.app.config)))).await;
        let new = moving::take_handle(&it.app, &it.stage.cast.muebi, &it.stage.cast.anna.id, &old, "helden").await.expect("moved");
        let moved = said(&it).await.pop().expect("said");
        assert_eq!((&moved["type"], &moved["object"]), (&"Move".into(), &old.url(&it.app.config).into()));
        assert_eq!(moved["target"], new.url(&it.app.config));
        it.hear(&does(&it.there, "f2", "Follow", json!(old.url(&it.app.config)))).await;
        assert!(it.outcome().await.starts_with("ignored"), "nobody new follows the old one");
        let refused = moving::take_handle(&it.app, &it.stage.cast.muebi, &it.stage.cast.anna.id, &new, "ü").await;
        assert!(matches!(refused, Err(Error::Refused(_))));
    }
}

on_both! {
    async fn moving_out_and_in_needs_the_word_of_both_accounts(stage: Stage) {
        let it = Meeting::of(stage).await;
        let (actor, muebi) = (it.verbund().await, &it.stage.cast.muebi);
        let there = it.there.url("/u/mia");
        let refused = moving::move_out(&it.app, muebi, &it.stage.cast.anna.id, &actor, &there).await;
        assert!(matches!(refused, Err(Error::Refused(_))), "the other account does not name this one");
        it.there.show("/u/neu", 200, json!({ "id": it.there.url("/u/neu"), "inbox": it.there.url("/inbox"), "alsoKnownAs": [actor.url(&it.app.config)] }));
        moving::move_out(&it.app, muebi, &it.stage.cast.anna.id, &actor, &it.there.url("/u/neu")).await.expect("moved");
        assert_eq!(said(&it).await.pop().expect("said")["target"], it.there.url("/u/neu"));
        let path = format!("/ap/actor/{}", actor.id);
        assert_eq!(it.document(&path).await["movedTo"], it.there.url("/u/neu"));
        let nobody = moving::know_as(&it.app, muebi, &it.stage.cast.anna.id, &actor, &it.there.url("/u/nobody")).await;
        assert!(matches!(nobody, Err(Error::Refused(_))));
        moving::know_as(&it.app, muebi, &it.stage.cast.anna.id, &actor, &there).await.expect("known");
        assert_eq!(it.document(&path).await["alsoKnownAs"][0], there);
    }
}

/// The desk page of an actor, as somebody of the cast uses it.
struct DeskPage<'a> {
    it: &'a Meeting,
    here: String,
}

impl<'a> DeskPage<'a> {
    async fn of(it: &'a Meeting, actor: &Actor) -> DeskPage<'a> {
        let mut conn = it.app.db.read().await.expect("a connection");
        let channels =
            channel_store::of_consortium(&mut conn, &it.stage.cast.muebi.id).await.expect("channels");
        DeskPage { it, here: format!("/desk/muebi/channels/{}/fediverse/{}", channels[0].id, actor.id) }
    }

    async fn send(
        &self,
        by: &crate::member::Person,
        path: &str,
        fields: &[(&str, &str)],
    ) -> (StatusCode, String) {
        let cookie = HeaderValue::from_str(&self.it.stage.sign_in(by).await).expect("a cookie");
        let path = format!("{}/{path}", self.here);
        let answer = self.it.server.post(&path).add_header(header::COOKIE, cookie).form(&fields).await;
        (answer.status_code(), answer.text())
    }

    async fn show(&self) -> String {
        let anna = self.it.stage.sign_in(&self.it.stage.cast.anna).await;
        let answer = self.it.server.get(&self.here).add_header(header::COOKIE, anna).await;
        answer.assert_status_ok();
        answer.text()
    }
}

on_both! {
    async fn a_coordinator_gives_a_name_and_learns_at_the_field_what_is_wrong(stage: Stage) {
        let it = Meeting::of(stage).await;
        let (old, anna) = (it.verbund().await, it.stage.cast.anna.clone());
        let page = DeskPage::of(&it, &old).await;
        for (handle, said) in [
            ("muebi", "gibt oder gab es"),
            ("verbund", "aria-invalid"),
            ("helden@anderswo.example", "Lassen Sie die andere Adresse weg"),
            ("ü", "aria-invalid"),
        ] {
            let (status, text) = page.send(&anna, "handle", &[("handle", handle), ("sure", "1")]).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{handle}");
            assert!(text.contains(said) && text.contains("handle-fault"), "{handle}: {text}");
        }
        let (status, text) = page.send(&anna, "handle", &[("handle", "helden")]).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("sure-fault"), "not confirmed");
        let typed = format!("@helden@{}", it.app.config.public_host());
        let (status, _) = page.send(&anna, "handle", &[("handle", &typed), ("sure", "1")]).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let new = it.verbund().await;
        assert_eq!((new.handle.as_str(), new.also_known_as().len()), ("helden", 1));
        let (status, _) = page.send(&anna, "handle", &[("handle", "nochmal"), ("sure", "1")]).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "the old one has gone over");
        let text = DeskPage::of(&it, &new).await.show().await;
        assert!(text.contains("@helden@") && text.contains("@muebi@"), "both names are told");
        let channel = it.word("SELECT account FROM channel").await;
        assert!(channel.starts_with("@helden@"), "visitors are told the new one: {channel}");
        let house = it.house(&it.stage.cast.borken).await;
        let page = DeskPage::of(&it, &house).await;
        let (status, text) = page.send(&anna, "handle", &[("handle", "helden.buecherei"), ("sure", "1")]).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
        assert_eq!(it.count("SELECT COUNT(*) FROM audit WHERE act = 'fediverse-handle'").await, 2);
    }
}

on_both! {
    async fn an_actor_moves_out_and_back_and_names_where_it_comes_from(stage: Stage) {
        let it = Meeting::of(stage).await;
        let (actor, anna) = (it.verbund().await, it.stage.cast.anna.clone());
        let page = DeskPage::of(&it, &actor).await;
        let path = format!("/ap/actor/{}", actor.id);
        let own = actor.url(&it.app.config);
        assert!(page.show().await.contains(&own), "the address to be copied");
        let there = it.there.url("/u/mia");
        let (status, text) = page.send(&anna, "departure", &[("to", &there)]).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(text.contains("nennt dieses noch nicht") && text.contains("to-fault"));
        let new = json!({ "id": it.there.url("/u/neu"), "inbox": it.there.url("/inbox"), "alsoKnownAs": [own] });
        it.there.show("/u/neu", 200, new.clone());
        // Found by its name, and by its page for people.
        let href = it.there.url("/u/neu");
        let link = json!({ "rel": "self", "type": "application/activity+json", "href": href });
        it.there.show("/.well-known/webfinger", 200, json!({ "links": [link] }));
        it.there.show("/@neu", 200, new);
        for typed in [it.there.url("/@neu"), format!("@neu@{}", it.there.url("").replace("http://", ""))] {
            let (status, text) = page.send(&anna, "departure", &[("to", &typed)]).await;
            assert_eq!(status, StatusCode::SEE_OTHER, "{typed}: {text}");
            assert_eq!(it.document(&path).await["movedTo"], it.there.url("/u/neu"));
            assert!(page.show().await.contains("Umzug zurücknehmen"));
            let (status, _) = page.send(&anna, "return", &[]).await;
            assert_eq!(status, StatusCode::SEE_OTHER);
            assert!(it.document(&path).await["movedTo"].is_null(), "taken back");
            let last = said(&it).await.pop().expect("said");
            assert_eq!((&last["type"], &last["object"]["movedTo"]), (&"Update".into(), &Value::Null));
            it.app.clock.set(it.app.clock.now().plus_minutes(1));
        }
        let all = said(&it).await;
        let moves = all.iter().filter(|it| it["type"] == "Move").map(|it| it["id"].to_string());
        let moves: std::collections::BTreeSet<_> = moves.collect();
        assert_eq!(moves.len(), 2, "each move is one of its own");
        page.send(&anna, "aliases", &[("alias", &there)]).await;
        page.send(&anna, "aliases", &[("alias", &there)]).await;
        assert_eq!(it.document(&path).await["alsoKnownAs"], json!([there]));
        let (status, text) = page.send(&anna, "aliases", &[("alias", "niemand")]).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("alias-fault"));
        page.send(&anna, "aliases/removal", &[("alias", &there)]).await;
        assert!(it.document(&path).await["alsoKnownAs"].is_null(), "taken back");
    }
}

on_both! {
    async fn a_new_key_is_told_at_once_and_keeps_the_followers(stage: Stage) {
        let it = Meeting::of(stage).await;
        let actor = it.verbund().await;
        it.hear(&does(&it.there, "f", "Follow", json!(actor.url(&it.app.config)))).await;
        let (_, before) = key::signing_key(&it.app, &actor).await.expect("a key");
        let page = DeskPage::of(&it, &actor).await;
        let (status, _) = page.send(&it.stage.cast.anna, "key", &[]).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let told = said(&it).await.pop().expect("said");
        let (_, after) = key::signing_key(&it.app, &actor).await.expect("a key");
        assert_ne!(before.public_pem(), after.public_pem());
        assert_eq!(told["object"]["publicKey"]["publicKeyPem"], after.public_pem());
        assert!(page.show().await.contains("Ein Konto folgt."));
        // After a leak the operator renews all at once.
        let all = key::rotate_all(&it.app).await.expect("renewed");
        assert_eq!(all as i64, it.count("SELECT COUNT(*) FROM actor").await);
        let (_, last) = key::signing_key(&it.app, &actor).await.expect("a key");
        assert_ne!(last.public_pem(), after.public_pem());
        assert_eq!(it.count("SELECT COUNT(*) FROM actor_key WHERE retired_at IS NOT NULL AND secret <> ''").await, 0);
    }
}

on_both! {
    async fn only_the_coordination_moves_and_only_its_own_actors(stage: Stage) {
        let it = Meeting::of(stage).await;
        let actor = it.verbund().await;
        let cast = &it.stage.cast;
        let foreign = ensure(&it.app, &cast.foreign, None).await.expect("an actor");
        let all = ["handle", "departure", "return", "aliases", "aliases/removal", "key"];
        for path in all {
            let fields = [("handle", "helden"), ("sure", "1"), ("to", "x"), ("alias", "x")];
            let page = DeskPage::of(&it, &actor).await;
            assert_eq!(page.send(&cast.bernd, path, &fields).await.0, StatusCode::FORBIDDEN, "{path}");
            let status = page.send(&cast.emil, path, &fields).await.0;
            assert!(status == StatusCode::NOT_FOUND || status == StatusCode::FORBIDDEN, "{path}: {status}");
            let page = DeskPage::of(&it, &foreign).await;
            assert_eq!(page.send(&cast.anna, path, &fields).await.0, StatusCode::NOT_FOUND, "{path}");
        }
        let mut conn = it.app.db.read().await.expect("a connection");
        assert_eq!(store_actor::by_id(&mut conn, &actor.id).await.expect("the actor"), actor);
        assert_eq!(store_actor::by_id(&mut conn, &foreign.id).await.expect("the actor"), foreign);
    }
}
