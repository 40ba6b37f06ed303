use serde_json::{Value, json};

use super::{Meeting, does};
use crate::base::error::Error;
use crate::consortium;
use crate::federation::{key, moving, telling};
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
        key::rotate(&it.app, &actor).await.expect("replaced");
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
        let new = moving::take_handle(&it.app, &it.stage.cast.muebi, &old, "helden").await.expect("moved");
        let moved = said(&it).await.pop().expect("said");
        assert_eq!((&moved["type"], &moved["object"]), (&"Move".into(), &old.url(&it.app.config).into()));
        assert_eq!(moved["target"], new.url(&it.app.config));
        it.hear(&does(&it.there, "f2", "Follow", json!(old.url(&it.app.config)))).await;
        assert!(it.outcome().await.starts_with("ignored"), "nobody new follows the old one");
        let refused = moving::take_handle(&it.app, &it.stage.cast.muebi, &new, "ü").await;
        assert!(matches!(refused, Err(Error::Refused(_))));
    }
}

on_both! {
    async fn moving_out_and_in_needs_the_word_of_both_accounts(stage: Stage) {
        let it = Meeting::of(stage).await;
        let (actor, muebi) = (it.verbund().await, &it.stage.cast.muebi);
        let there = it.there.url("/u/mia");
        let refused = moving::move_out(&it.app, muebi, &actor, &there).await;
        assert!(matches!(refused, Err(Error::Refused(_))), "the other account does not name this one");
        it.there.show("/u/neu", 200, json!({ "id": it.there.url("/u/neu"), "alsoKnownAs": [actor.url(&it.app.config)] }));
        moving::move_out(&it.app, muebi, &actor, &it.there.url("/u/neu")).await.expect("moved");
        assert_eq!(said(&it).await.pop().expect("said")["target"], it.there.url("/u/neu"));
        let path = format!("/ap/actor/{}", actor.id);
        assert_eq!(it.document(&path).await["movedTo"], it.there.url("/u/neu"));
        let nobody = moving::know_as(&it.app, muebi, &actor, &[it.there.url("/u/nobody")]).await;
        assert!(matches!(nobody, Err(Error::Refused(_))));
        moving::know_as(&it.app, muebi, &actor, std::slice::from_ref(&there)).await.expect("known");
        assert_eq!(it.document(&path).await["alsoKnownAs"][0], there);
    }
}
