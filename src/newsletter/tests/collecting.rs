//! What has come together goes out at its time: without what was taken back, and not at all when
//! there is nothing.
use super::*;
use crate::base::clock::Instant;
use crate::newsletter::work_reading::Sending;
use crate::newsletter::{store_issue, work_rounds};
use crate::on_both;

/// Gives who gets which posts of the last collection, by address and title.
async fn collected(stage: &Stage) -> Vec<(String, String)> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let sendings = store_desk::sendings(&mut conn, &stage.cast.muebi.id, 100).await.expect("sendings");
    let due =
        crate::newsletter::store_letter::due(&mut conn, Instant(i64::MAX), 1_000).await.expect("letters");
    let mut found = Vec::new();
    for sending in sendings.iter().filter(|it| it.rhythm == "digest") {
        let read = Sending::read(&stage.app, &sending.id).await.expect("a sending");
        for row in due.iter().filter(|row| row.issue_id == sending.id) {
            let to = store::by_id(&mut conn, &row.subscriber_id).await.expect("a reader");
            let choices = store::choices(&mut conn, &to.id).await.expect("choices");
            let reader = crate::newsletter::work_reading::reader(&stage.app, &to);
            let written = read.written(&reader, &choices, stage.app.clock.now()).expect("a letter");
            found.push((to.address.clone(), written.map(|it| it.text).unwrap_or_default()));
        }
    }
    found.sort();
    found
}

on_both! {
    async fn each_gets_what_concerns_them_and_what_was_taken_back_is_not_in_it(stage: Stage) {
        let channel = switched_on(&stage).await;
        let raesfeld = Choice { kind: "house".into(), target_id: stage.cast.raesfeld.id.0.clone() };
        subscriber(&stage, "alles@haus.example", Rhythm::Digest, &[]).await;
        subscriber(&stage, "raesfeld@haus.example", Rhythm::Digest, std::slice::from_ref(&raesfeld)).await;
        subscriber(&stage, "einzeln@haus.example", Rhythm::Each, &[raesfeld]).await;
        let (play, first) = published(stage).await;
        let second = another(&play, "Bilderbuchkino").await;
        let third = another(&play, "Doch nicht").await;
        let stage = &play.stage;
        for number in [first, second, third] {
            assert!(matches!(deliver(&stage.app, stage, &channel, number).await, Outcome::Sent(_)));
        }
        // Of two posts of Raesfeld, and none of Borken's.
        assert_eq!(outcomes(stage).await, [0, 2, 0, 0]);
        assert_eq!(take_back(stage, &channel, third).await, Outcome::Sent(Remote::default()));
        assert_eq!(outcomes(stage).await, [0, 1, 0, 0], "nothing of it had gone out");
        let anna = stage.sign_in(&stage.cast.anna).await;
        let desk = stage.server().get("/desk/muebi/newsletter").add_header("cookie", anna).await;
        desk.assert_text_contains("Bilderbuchkino und ein weiterer Beitrag");
        work_rounds::round(&stage.app).await.expect("a round");
        assert!(collected(stage).await.is_empty(), "its time has not come");
        play.clock(7);
        for _ in 0..2 {
            work_rounds::round(&stage.app).await.expect("a round");
        }
        let letters = collected(stage).await;
        assert_eq!(letters.len(), 2);
        assert!(letters[0].1.contains("2 Beiträge sind neu") && letters[0].1.contains("Lesenacht"), "{}", letters[0].1);
        assert!(letters[1].1.contains("Bilderbuchkino") && !letters[1].1.contains("Lesenacht"), "{}", letters[1].1);
        assert!(letters.iter().all(|(_, text)| !text.contains("Doch nicht")));
        play.clock(7 + 24 * 7);
        work_rounds::round(&stage.app).await.expect("a round");
        assert_eq!(collected(stage).await.len(), 2, "a week without news is a week without a letter");
    }
}

on_both! {
    async fn a_post_is_written_down_once_whatever_is_repeated(stage: Stage) {
        let channel = switched_on(&stage).await;
        subscriber(&stage, "einzeln@haus.example", Rhythm::Each, &[]).await;
        let (play, number) = published(stage).await;
        let first = deliver(&play.stage.app, &play.stage, &channel, number).await;
        assert_eq!(deliver(&play.stage.app, &play.stage, &channel, number).await, first);
        assert_eq!(outcomes(&play.stage).await, [0, 1, 0, 0]);
    }
}

on_both! {
    async fn while_everything_is_on_hold_nothing_is_collected(stage: Stage) {
        let channel = switched_on(&stage).await;
        subscriber(&stage, "alles@haus.example", Rhythm::Digest, &[]).await;
        let (play, number) = published(stage).await;
        deliver(&play.stage.app, &play.stage, &channel, number).await;
        let (app, muebi) = (&play.stage.app, &play.stage.cast.muebi.id);
        let mut tx = app.db.begin("test").await.expect("a transaction");
        crate::consortium::store_halt::begin(&mut tx, muebi, "anna", "Prüfung", NOW).await.expect("a halt");
        tx.commit().await.expect("committed");
        play.clock(7);
        work_rounds::round(app).await.expect("a round");
        assert!(collected(&play.stage).await.is_empty());
        let mut tx = app.db.begin("test").await.expect("a transaction");
        crate::consortium::store_halt::end(&mut tx, muebi, "anna", app.clock.now()).await.expect("its end");
        tx.commit().await.expect("committed");
        play.clock(8);
        work_rounds::round(app).await.expect("a round");
        assert_eq!(collected(&play.stage).await.len(), 1, "it is caught up with");
    }
}

on_both! {
    async fn the_last_words_of_a_verbund_go_to_everybody_once_and_then_the_addresses_go(stage: Stage) {
        let channel = switched_on(&stage).await;
        subscriber(&stage, "alles@haus.example", Rhythm::Digest, &[]).await;
        subscriber(&stage, "einzeln@haus.example", Rhythm::Each, &[]).await;
        let app = &stage.app;
        let words = crate::channel::order::Farewell {
            text: "Danke für acht Jahre.".into(), language: "de".into(), url: "http://verbund.example/muebi".into(),
        };
        for _ in 0..2 {
            let order = Order { app, consortium: &stage.cast.muebi, channel: &channel, steps: Steps::of(app, "x") };
            driver::farewell(&order, &words).await.expect("an outcome");
        }
        assert_eq!(outcomes(&stage).await, [0, 2, 0, 0]);
        let mut conn = app.db.read().await.expect("a connection");
        let sendings = store_desk::sendings(&mut conn, &stage.cast.muebi.id, 9).await.expect("sendings");
        let all = store_issue::by_id(&mut conn, &sendings[0].id).await.expect("the sending");
        assert_eq!((sendings.len(), all.rhythm.as_str()), (1, "farewell"));
        drop(conn);
        let mut it = stage.cast.muebi.clone();
        it.ends_at = Some(NOW);
        let mut tx = app.db.begin("test").await.expect("a transaction");
        crate::consortium::store::save(&mut tx, &it, NOW).await.expect("the end");
        tx.commit().await.expect("committed");
        app.clock.set(NOW.plus_hours(24 * 15));
        work_rounds::round(app).await.expect("a round");
        assert_eq!(counts(&stage).await, Counts { ended: 2, ..Counts::default() });
    }
}
