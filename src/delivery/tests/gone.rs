//! A consent that is taken back corrects what was sent, wherever a network lets it.
use serde_json::Value;

use super::channel;
use crate::channel::{Channel, Network, store as channel_store};
use crate::consent::store as consent_store;
use crate::delivery::state::{Act, Delivery, State};
use crate::delivery::{store, work_pump};
use crate::media::PictureId;
use crate::media::tests::acting::{post_with, submit, uploaded};
use crate::on_both;
use crate::post::store as post_store;
use crate::testing::{NOW, Stage};

/// A public post with a picture of Mia, who has agreed, on its way to one channel.
pub struct Play {
    pub stage: Stage,
    pub channel: Channel,
    pub number: i64,
    pub anna: String,
    /// The form by which Mia's consent is taken back.
    pub withdrawal: String,
}

impl Play {
    pub async fn open(stage: Stage, network: Network, agreed: &[&str]) -> Play {
        let picture = uploaded(&stage).await;
        describe(&stage, &picture).await;
        let anna = stage.sign_in(&stage.cast.anna).await;
        let mut fields = vec![
            ("age", "adult"),
            ("subject", "Mia"),
            ("person_name", "Mia Muster"),
            ("person_date", "2026-11-20"),
            ("purpose", "Vorlesetag"),
            ("picture", picture.as_str()),
        ];
        fields.extend(agreed.iter().map(|channel| ("channels", *channel)));
        submit(&stage.server(), &anna, "/desk/muebi/consents", &fields).await.assert_status_see_other();
        let consent = {
            let mut conn = stage.app.db.read().await.expect("a connection");
            consent_store::all(&mut conn, &stage.cast.muebi.id).await.expect("a list")[0].0.id.clone()
        };
        let channel = channel(&stage.cast.muebi.id, network, Some(NOW.plus_hours(-1)));
        let mut tx = stage.app.db.begin("channel").await.expect("a transaction");
        channel_store::insert(&mut tx, &channel).await.expect("a channel");
        tx.commit().await.expect("committed");
        let number = post_with(&stage, &stage.cast.anna, &[picture], true).await;
        let withdrawal = format!("consents/{consent}/withdrawal");
        Play { stage, channel, number, anna, withdrawal }
    }

    pub async fn send(&self) {
        work_pump::send_all(&self.stage.app, "test").await.expect("sent");
    }

    async fn withdraw(&self) {
        let path = format!("/desk/muebi/{}", self.withdrawal);
        submit(&self.stage.server(), &self.anna, &path, &[]).await.assert_status_see_other();
        self.stage.run_jobs().await;
    }

    pub async fn rows(&self) -> Vec<Delivery> {
        let mut conn = self.stage.app.db.read().await.expect("a connection");
        let muebi = &self.stage.cast.muebi.id;
        let post = post_store::by_number(&mut conn, muebi, self.number).await.expect("the post");
        let turns = store::of_post(&mut conn, &post.id).await.expect("the history");
        turns.into_iter().map(|turn| turn.row).collect()
    }

    pub async fn stands(&self) -> Vec<(Act, State)> {
        self.rows().await.iter().map(|row| (row.act(), row.state())).collect()
    }

    /// Gives what was said in the Fediverse, as kind and number of pictures.
    pub async fn said(&self) -> Vec<(String, usize)> {
        let mut conn = self.stage.app.db.read().await.expect("a connection");
        let rows: Vec<(String,)> = sqlx::query_as("SELECT body FROM outgoing_activity ORDER BY id")
            .fetch_all(&mut *conn)
            .await
            .expect("what was said");
        let all = rows.iter().map(|(body,)| serde_json::from_str::<Value>(body).expect("an activity"));
        let own = all.filter(|it| it["type"] == "Create" || it["type"] == "Update");
        own.map(|it| {
            let pictures = it["object"]["attachment"].as_array().into_iter().flatten();
            let pictures = pictures.filter(|it| it["mediaType"].is_string()).count();
            (it["type"].as_str().expect("a type").to_owned(), pictures)
        })
        .collect()
    }

    async fn today(&self) -> String {
        let request = self.stage.server().get("/desk/muebi/today").add_header("cookie", self.anna.as_str());
        request.await.text()
    }
}

async fn describe(stage: &Stage, picture: &PictureId) {
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    sqlx::query("UPDATE picture SET alt = 'Mia liest vor', licence = 'own', credit = 'Anna' WHERE id = $1")
        .bind(picture)
        .execute(&mut *tx)
        .await
        .expect("described");
    tx.commit().await.expect("committed");
}

on_both! {
    async fn a_consent_taken_back_corrects_what_was_said_in_the_fediverse(stage: Stage) {
        let play = Play::open(stage, Network::Fediverse, &["website", "fediverse"]).await;
        play.send().await;
        assert_eq!(play.said().await, [("Create".to_owned(), 1)]);
        play.withdraw().await;
        for _ in 0..3 {
            play.send().await;
        }
        assert_eq!(play.stands().await, [(Act::Publish, State::Sent), (Act::Correct, State::Sent)]);
        assert_eq!(play.said().await, [("Create".to_owned(), 1), ("Update".to_owned(), 0)]);
    }
}

on_both! {
    async fn a_picture_goes_also_while_a_channel_is_off(stage: Stage) {
        let mut play = Play::open(stage, Network::Fediverse, &["website", "fediverse"]).await;
        play.send().await;
        play.channel.on_at = None;
        let mut tx = play.stage.app.db.begin("channel").await.expect("a transaction");
        channel_store::save(&mut tx, &play.channel).await.expect("saved");
        tx.commit().await.expect("committed");
        play.withdraw().await;
        play.send().await;
        assert_eq!(play.stands().await, [(Act::Publish, State::Sent), (Act::Correct, State::Sent)]);
    }
}

on_both! {
    async fn where_no_program_reaches_somebody_is_asked_to_take_the_picture_down(stage: Stage) {
        let play = Play::open(stage, Network::ByHand, &["website", "print"]).await;
        play.send().await;
        let row = play.rows().await.remove(0);
        let path = format!("/desk/muebi/deliveries/{}", row.id);
        let done = [("decision", "done")];
        submit(&play.stage.server(), &play.anna, &path, &done).await.assert_status_see_other();
        assert!(!play.today().await.contains("nehmen Sie es dort ab"));
        play.withdraw().await;
        play.send().await;
        assert_eq!(play.stands().await, [(Act::Publish, State::Sent), (Act::Correct, State::ByHand)]);
        assert!(play.today().await.contains("nehmen Sie es dort ab"));
    }
}

on_both! {
    async fn a_picture_that_never_went_there_corrects_nothing(stage: Stage) {
        let play = Play::open(stage, Network::Fediverse, &["website"]).await;
        play.send().await;
        play.withdraw().await;
        play.send().await;
        assert_eq!(play.stands().await, [(Act::Publish, State::Sent)]);
        assert_eq!(play.said().await, [("Create".to_owned(), 0)]);
    }
}
