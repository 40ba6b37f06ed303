//! What the pages of the channels promise, and what follows from them.
use axum_test::{TestResponse, TestServer};

use super::order::Health;
use super::{Channel, ChannelId, Network, store, store_piece, work};
use crate::base::sentence::Sentence;
use crate::member::Person;
use crate::on_both;
use crate::testing::{NOW, Stage};

const CONCEPT: [(&str, &str); 5] = [
    ("name", "Schaukasten"),
    ("purpose", "Menschen, die vorbeigehen"),
    ("responsible", "Anna Albers"),
    ("alternative", "Die eigene Seite"),
    ("review_on", "2027-11-01"),
];

struct Browser {
    server: TestServer,
    cookie: String,
}

impl Browser {
    async fn of(stage: &Stage, person: &Person) -> Browser {
        Browser { server: stage.server(), cookie: stage.sign_in(person).await }
    }

    async fn get(&self, path: &str) -> TestResponse {
        self.server.get(path).add_header("cookie", &self.cookie).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        self.server.post(path).add_header("cookie", &self.cookie).form(&fields).await
    }
}

async fn channels(stage: &Stage) -> Vec<Channel> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    store::of_consortium(&mut conn, &stage.cast.muebi.id).await.expect("channels")
}

async fn enter(stage: &Stage, channel: &Channel) {
    let mut tx = stage.app.db.begin("channel").await.expect("a transaction");
    store::insert(&mut tx, channel).await.expect("a channel");
    tx.commit().await.expect("committed");
}

fn mastodon(stage: &Stage) -> Channel {
    Channel {
        account: "@muebi@example.social".into(),
        account_url: "https://example.social/@muebi".into(),
        secret: "sealed".into(),
        on_at: Some(NOW),
        ..Channel::new(&stage.cast.muebi.id, Network::Mastodon, "Mastodon", NOW)
    }
}

/// Adds a channel by the pages and gives its address.
async fn added(stage: &Stage, anna: &Browser) -> String {
    let answer =
        anna.post("/desk/muebi/channels/new", &[("network", "by_hand"), ("name", "Schaukasten")]).await;
    answer.assert_status_see_other();
    format!("/desk/muebi/channels/{}", channels(stage).await[0].id)
}

async fn subjects(stage: &Stage) -> Vec<String> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let letters = crate::base::store_mail::newest(&mut conn, 100).await.expect("letters");
    letters.into_iter().rev().map(|letter| format!("{}: {}", letter.recipient, letter.subject)).collect()
}

on_both! {
    async fn a_channel_is_switched_on_only_with_its_usage_concept(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        anna.get("/desk/muebi/channels").await.assert_text_contains("Noch gibt es keinen Kanal.");
        let here = added(&stage, &anna).await;
        let refused = anna.post(&format!("{here}/on"), &[]).await;
        refused.assert_status_conflict();
        refused.assert_text_contains("Schreiben Sie zuerst das Nutzungskonzept.");
        assert_eq!(channels(&stage).await[0].on_at, None);
        anna.post(&format!("{here}/concept"), &CONCEPT).await.assert_status_see_other();
        anna.post(&format!("{here}/on"), &[]).await.assert_status_see_other();
        assert_eq!(channels(&stage).await[0].on_at, Some(NOW));
        anna.get("/desk/muebi/channels").await.assert_text_contains("Beiträge gehen dorthin, seit Donnerstag, 26. November 2026.");
    }
}

on_both! {
    async fn a_usage_concept_with_a_gap_is_refused_and_keeps_what_was_typed(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let here = added(&stage, &anna).await;
        let mut fields = CONCEPT;
        fields[2].1 = " ";
        fields[4].1 = "2029-01-01";
        let refused = anna.post(&format!("{here}/concept"), &fields).await;
        refused.assert_status_unprocessable_entity();
        refused.assert_text_contains("Menschen, die vorbeigehen");
        refused.assert_text_contains("Wählen Sie einen Tag nach heute und spätestens in 13 Monaten.");
        assert!(channels(&stage).await[0].purpose.is_empty());
    }
}

on_both! {
    async fn everybody_of_the_verbund_sees_the_channels_and_coordination_alone_changes_them(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let here = added(&stage, &anna).await;
        let clara = Browser::of(&stage, &stage.cast.clara).await;
        let seen = clara.get(&here).await;
        seen.assert_status_ok();
        assert!(!seen.text().contains("/end\""), "no way to take it away");
        clara.post(&format!("{here}/end"), &[]).await.assert_status_forbidden();
        let emil = Browser::of(&stage, &stage.cast.emil).await;
        emil.get(&here).await.assert_status_not_found();
        emil.get(&here.replace("muebi", "fremde")).await.assert_status_not_found();
        emil.post(&format!("{}/end", here.replace("muebi", "fremde")), &[]).await.assert_status_not_found();
        assert_eq!(channels(&stage).await.len(), 1);
    }
}

on_both! {
    async fn a_channel_that_was_taken_away_keeps_no_key(stage: Stage) {
        let channel = mastodon(&stage);
        enter(&stage, &channel).await;
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let here = format!("/desk/muebi/channels/{}", channel.id);
        anna.get(&format!("{here}/end")).await.assert_text_contains("Dorthin ist noch nichts gegangen.");
        anna.post(&format!("{here}/end"), &[]).await.assert_status_see_other();
        anna.get(&here).await.assert_status_not_found();
        let mut conn = stage.app.db.read().await.expect("a connection");
        let gone = store::by_id(&mut conn, &stage.cast.muebi.id, &channel.id).await.expect("it is remembered");
        assert_eq!((gone.secret.as_str(), gone.on_at, gone.ended_at), ("", None, Some(NOW)));
    }
}

on_both! {
    async fn the_public_page_on_following_names_the_channels_that_are_on(stage: Stage) {
        let channel = mastodon(&stage);
        enter(&stage, &channel).await;
        enter(&stage, &Channel { on_at: None, account_url: "https://off.example".into(), ..mastodon(&stage) }).await;
        let page = stage.server().get("/muebi/folgen").await;
        page.assert_text_contains("https://example.social/@muebi");
        assert!(!page.text().contains("off.example"));
    }
}

on_both! {
    async fn own_words_for_a_channel_are_saved_with_the_text_and_shown_as_they_go_out(stage: Stage) {
        let channel = mastodon(&stage);
        enter(&stage, &channel).await;
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        anna.post("/desk/muebi/posts", &[]).await.assert_status_see_other();
        let on = format!("channel_on-{}", channel.id);
        let text = format!("channel_text-{}", channel.id);
        let fields = [
            ("title", "Lesenacht"),
            ("body", "Am Freitag um acht."),
            ("byline", stage.cast.borken.id.as_str()),
            ("language", "de"),
            ("channel", channel.id.as_str()),
            (on.as_str(), "yes"),
            (text.as_str(), "Kommt alle!"),
        ];
        anna.post("/desk/muebi/posts/1/save", &fields).await.assert_status_see_other();
        let page = anna.get("/desk/muebi/posts/1/edit").await;
        page.assert_text_contains("Kommt alle!");
        page.assert_text_contains("In den Kanälen");
        anna.get("/desk/muebi/posts/1").await.assert_text_contains("Mastodon: eigener Text: „Kommt alle!“");
        let mut conn = stage.app.db.read().await.expect("a connection");
        let post = crate::post::store::by_number(&mut conn, &stage.cast.muebi.id, 1).await.expect("the post");
        let head = post.head_revision_id.clone().expect("a version");
        let config = &stage.app.config;
        let it = &stage.cast.muebi;
        let piece = store_piece::read_for(&mut conn, config, it, &post, &head, &channel, NOW).await.expect("a piece");
        assert_eq!(piece.wording.as_deref(), Some("Kommt alle!"));
        let out = store_piece::is_left_out(&mut conn, &post, &head, &channel.id).await.expect("told");
        assert!(!out);
        drop(conn);
        let without = [&fields[..5], &fields[6..]].concat();
        let shown = anna.post("/desk/muebi/posts/1/channels-preview", &without).await;
        shown.assert_status_ok();
        shown.assert_text_contains("Der Beitrag geht nicht zu „Mastodon“.");
    }
}

on_both! {
    async fn coordination_is_told_once_that_an_access_does_not_hold_any_more(stage: Stage) {
        let channel = mastodon(&stage);
        enter(&stage, &channel).await;
        let health = Health::Broken { why: Sentence::new("channel-cannot-unconnected") };
        for _ in 0..2 {
            work::note_health(&stage.app, &stage.cast.muebi.id, &channel.id, &health).await.expect("noted");
        }
        assert_eq!(subjects(&stage).await, ["anna@borken.example: „Mastodon“ ist unterbrochen"]);
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let broken = Channel { broken_at: None, ..channels(&stage).await[0].clone() };
        assert!(!broken.broken_why.is_empty());
        let good = Health::Good { limits: String::new(), expires_at: None };
        work::note_health(&stage.app, &stage.cast.muebi.id, &channel.id, &good).await.expect("noted");
        assert_eq!(channels(&stage).await[0].broken_at, None);
        anna.get("/desk/muebi/channels").await.assert_status_ok();
    }
}

on_both! {
    async fn a_usage_concept_is_brought_to_mind_before_its_date_unless_it_has_another(stage: Stage) {
        let anna = Browser::of(&stage, &stage.cast.anna).await;
        let here = added(&stage, &anna).await;
        anna.post(&format!("{here}/concept"), &CONCEPT).await.assert_status_see_other();
        stage.run_jobs().await;
        assert_eq!(subjects(&stage).await, [""; 0], "it is a year away");
        let channel = channels(&stage).await[0].clone();
        let at = channel.review_at.expect("a date").millis();
        let payload = |at: i64| format!("{}/{}/{at}", channel.consortium_id, channel.id);
        work::remind_of_review(&stage.app, &payload(at - 1)).await.expect("passed over");
        assert_eq!(subjects(&stage).await, [""; 0], "another date");
        work::remind_of_review(&stage.app, &payload(at)).await.expect("told");
        assert_eq!(
            subjects(&stage).await,
            ["anna@borken.example: „Schaukasten“: Bitte das Nutzungskonzept ansehen"]
        );
        let nowhere = format!("{}/{}/{at}", channel.consortium_id, ChannelId::new());
        work::remind_of_review(&stage.app, &nowhere).await.expect("passed over");
    }
}
