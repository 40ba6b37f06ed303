use axum::http::StatusCode;
use serde_json::json;

use super::neighbour::{Neighbour, deliver};
use super::{Meeting, does, note};
use crate::on_both;
use crate::signature::Scheme;
use crate::testing::{Stage, run_jobs};

const FOLLOWERS: &str = "SELECT COUNT(*) FROM follower";
const UTTERANCES: &str = "SELECT COUNT(*) FROM utterance WHERE removed_at IS NULL";
const TEXT: &str = "SELECT text FROM utterance ORDER BY at DESC LIMIT 1";
const KIND: &str = "SELECT kind FROM utterance ORDER BY at DESC LIMIT 1";

on_both! {
    async fn who_follows_is_accepted_with_the_follow_as_it_came(stage: Stage) {
        let it = Meeting::of(stage).await;
        let house = it.house(&it.stage.cast.borken).await;
        let follow = does(&it.there, "f", "Follow", json!(house.url(&it.app.config)));
        it.hear(&follow).await;
        assert_eq!(it.outcome().await, "taken");
        assert_eq!(it.count(FOLLOWERS).await, 1);
        let said = it.word("SELECT body FROM outgoing_activity").await;
        let accept: serde_json::Value = serde_json::from_str(&said).expect("an activity");
        assert_eq!(accept["type"], "Accept");
        assert_eq!(accept["object"]["id"], follow["id"]);
        assert_eq!(accept["object"]["actor"], follow["actor"]);
        let undo = does(&it.there, "u", "Undo", follow.clone());
        it.hear(&undo).await;
        assert_eq!(it.count(FOLLOWERS).await, 0);
        it.hear(&does(&it.there, "f2", "Follow", json!(house.url(&it.app.config)))).await;
        it.hear(&does(&it.there, "u2", "Undo", json!(it.there.url("/a/f2")))).await;
        assert_eq!(it.count(FOLLOWERS).await, 0, "an Undo that names the Follow by its address alone");
    }
}

on_both! {
    async fn a_reply_comes_into_the_eingang_and_is_changed_and_taken_back_by_its_author(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Neu im Regal").await;
        it.document(post.strip_prefix("http://verbund.example").expect("ours")).await;
        let first = note(&it.there, "1", &post, "<p>Ist das auch <a href=\"https://a.example/x\">hier</a>?</p>");
        it.hear(&does(&it.there, "c", "Create", first)).await;
        assert_eq!((it.outcome().await.as_str(), it.word(KIND).await.as_str()), ("taken", "reply"));
        assert_eq!(it.word(TEXT).await, "Ist das auch hier (https://a.example/x)?");
        assert_eq!(it.word("SELECT author_name FROM utterance").await, "Mia Muster");
        assert_eq!(it.word("SELECT institution_id FROM conversation").await, it.stage.cast.borken.id.as_str());
        let newer = note(&it.there, "1", &post, "<p>Hat sich erledigt.</p>");
        it.hear(&does(&it.there, "e", "Update", newer)).await;
        assert_eq!(it.word(TEXT).await, "Hat sich erledigt.");
        assert_eq!(it.count(UTTERANCES).await, 1);
        it.there.settle("eve");
        let theirs = json!({ "id": it.there.url("/a/d0"), "type": "Delete", "actor": it.there.url("/u/eve"), "object": it.there.url("/n/1") });
        it.there.send(&it, "eve", "/ap/inbox", &theirs).await;
        run_jobs(&it.app).await;
        assert_eq!(it.count(UTTERANCES).await, 1, "nobody takes back what another said");
        it.hear(&does(&it.there, "d", "Delete", json!({ "type": "Tombstone", "id": it.there.url("/n/1") }))).await;
        assert_eq!(it.count(UTTERANCES).await, 0);
        assert_eq!(it.word(TEXT).await, "");
    }
}

on_both! {
    async fn what_names_a_house_or_is_for_its_eyes_alone_reaches_it(stage: Stage) {
        let it = Meeting::of(stage).await;
        let house = it.house(&it.stage.cast.rhede).await.url(&it.app.config);
        let mut named = note(&it.there, "m", "https://else.example/n", "<p>Kommt nach @rhede!</p>");
        named["tag"] = json!([{ "type": "Mention", "href": house, "name": "@muebi.rhede@verbund.example" }]);
        it.hear(&does(&it.there, "m", "Create", named)).await;
        assert_eq!(it.word(KIND).await, "mention");
        let mut direct = note(&it.there, "d", "https://else.example/n", "<p>Darf ich fragen?</p>");
        direct["to"] = json!([house]);
        direct["published"] = json!("2026-11-26T07:00:00Z");
        it.hear(&does(&it.there, "d", "Create", direct)).await;
        assert_eq!(it.word(KIND).await, "direct");
        assert_eq!(it.word("SELECT DISTINCT institution_id FROM conversation").await, it.stage.cast.rhede.id.as_str());
        let aside = note(&it.there, "x", "https://else.example/n", "<p>Nichts von uns.</p>");
        it.hear(&does(&it.there, "x", "Create", aside)).await;
        assert_eq!(it.count(UTTERANCES).await, 2);
    }
}

on_both! {
    async fn likes_and_shares_are_counted_and_taken_back(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Beliebt").await;
        let kept = "SELECT COUNT(*) FROM remote_object WHERE kind IN ('like', 'share')";
        it.hear(&does(&it.there, "l", "Like", json!(post))).await;
        it.hear(&does(&it.there, "s", "Announce", json!(post))).await;
        assert_eq!(it.count(kept).await, 2);
        it.hear(&does(&it.there, "ul", "Undo", does(&it.there, "l", "Like", json!(post)))).await;
        it.hear(&does(&it.there, "us", "Undo", json!(it.there.url("/a/s")))).await;
        assert_eq!(it.count(kept).await, 0);
    }
}

on_both! {
    async fn a_report_lands_where_somebody_answers(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Gemeldet").await;
        let house = it.house(&it.stage.cast.borken).await.url(&it.app.config);
        let mut flag = does(&it.there, "r", "Flag", json!([house, post]));
        flag["content"] = json!("Das Bild ist nicht von Ihnen.");
        it.hear(&flag).await;
        assert_eq!((it.outcome().await.as_str(), it.word(KIND).await.as_str()), ("taken", "report"));
        assert_eq!(it.word(TEXT).await, "Das Bild ist nicht von Ihnen.");
    }
}

on_both! {
    async fn both_ways_to_sign_are_read_and_a_key_is_asked_for_once(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Beliebt").await;
        for (name, scheme) in [("1", Scheme::Cavage), ("2", Scheme::Rfc9421), ("3", Scheme::Cavage)] {
            let like = does(&it.there, name, "Like", json!(post)).to_string();
            let (to, now) = ("http://verbund.example/ap/inbox", it.app.clock.now());
            let request = it.there.signed("mia", scheme, to, &like, now);
            assert_eq!(deliver(&it, "/ap/inbox", request).await.status_code(), StatusCode::ACCEPTED);
            run_jobs(&it.app).await;
            assert_eq!(it.outcome().await, "taken");
        }
        assert_eq!(it.there.asked("/u/mia"), 1);
        it.there.settle("mia");
        it.hear(&does(&it.there, "4", "Like", json!(post))).await;
        assert_eq!(it.outcome().await, "taken", "a new key is asked for");
        assert_eq!(it.there.asked("/u/mia"), 2);
    }
}

on_both! {
    async fn the_same_once_more_changes_nothing(stage: Stage) {
        let it = Meeting::of(stage).await;
        let house = it.house(&it.stage.cast.borken).await.url(&it.app.config);
        let follow = does(&it.there, "f", "Follow", json!(house));
        it.hear(&follow).await;
        it.hear(&does(&it.there, "u", "Undo", follow.clone())).await;
        it.app.clock.set(it.app.clock.now().plus_seconds(10));
        it.hear(&follow).await;
        assert_eq!(it.outcome().await, "repeated", "what was undone is not done again by an old message");
        assert_eq!(it.count(FOLLOWERS).await, 0);
    }
}

on_both! {
    async fn who_is_gone_follows_no_more_and_takes_along_what_they_said(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Neu").await;
        let house = it.house(&it.stage.cast.borken).await.url(&it.app.config);
        it.hear(&does(&it.there, "f", "Follow", json!(house))).await;
        it.hear(&does(&it.there, "c", "Create", note(&it.there, "1", &post, "<p>Hallo</p>"))).await;
        assert_eq!((it.count(FOLLOWERS).await, it.count(UTTERANCES).await), (1, 1));
        it.there.settle("mia");
        it.there.show("/u/mia", 410, json!({}));
        it.hear(&does(&it.there, "gone", "Delete", json!(it.there.url("/u/mia")))).await;
        assert_eq!((it.count(FOLLOWERS).await, it.count(UTTERANCES).await), (0, 0));
        assert_eq!(it.word("SELECT name FROM remote_actor").await, "", "nothing of them is kept");
    }
}

on_both! {
    async fn a_move_holds_only_if_the_new_account_knows_the_old(stage: Stage) {
        let it = Meeting::of(stage).await;
        let moved = |name: &str| {
            let mut it = does(&it.there, name, "Move", json!(it.there.url("/u/mia")));
            it["target"] = json!(it["actor"].as_str().expect("one").replace("mia", "neu"));
            it
        };
        it.there.settle("neu");
        it.hear(&moved("m1")).await;
        assert!(it.outcome().await.starts_with("refused"));
        let new = it.there.url("/u/neu");
        it.there.show("/u/neu", 200, json!({ "id": new, "type": "Person", "inbox": format!("{new}/inbox"), "alsoKnownAs": [it.there.url("/u/mia")] }));
        it.hear(&moved("m2")).await;
        assert_eq!(it.word("SELECT moved_to FROM remote_actor WHERE moved_to <> ''").await, new);
    }
}

on_both! {
    async fn a_server_that_does_not_answer_is_asked_again_and_nobody_waits_for_it(stage: Stage) {
        let it = Meeting::of(stage).await;
        let post = it.post("Beliebt").await;
        let away = Neighbour::open().await;
        away.show("/u/mia", 503, json!({}));
        away.send(&it, "mia", "/ap/inbox", &does(&away, "1", "Like", json!(post))).await;
        it.hear(&does(&it.there, "2", "Like", json!(post))).await;
        assert_eq!(it.count("SELECT COUNT(*) FROM remote_object").await, 1);
        assert_eq!(it.count("SELECT COUNT(*) FROM received WHERE next_at IS NOT NULL AND tries = 1").await, 1);
        away.settle("mia");
        it.app.clock.set(it.app.clock.now().plus_minutes(3));
        away.show("/a/nothing", 200, json!({}));
        run_jobs(&it.app).await;
        let waiting = "SELECT COUNT(*) FROM received WHERE next_at IS NOT NULL";
        assert_eq!(it.count(waiting).await, 0);
    }
}
