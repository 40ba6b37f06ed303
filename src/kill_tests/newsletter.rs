//! Killed while a newsletter is ordered, confirmed, ended, collected or sent: nothing is lost, nobody
//! gets it twice, and of what nobody knows it is said.
use super::{Scene, WORK, kill_at, perform, recover, rows};
use crate::base::mail_tests::Mailbox;
use crate::newsletter::tests as newsletter;
use crate::newsletter::{Rhythm, secret_of, work, work_rounds};
use crate::on_both;
use crate::testing::Stage;

const ORDERING: [&str; 2] = ["newsletter.ask.before_commit", "newsletter.ask.after_commit"];
const CONFIRMING: [&str; 2] = ["newsletter.confirm.before_commit", "newsletter.confirm.after_commit"];
const ENDING: [&str; 2] = ["newsletter.end.before_commit", "newsletter.end.after_commit"];
const PUBLISHING: [&str; 2] = ["newsletter.publish.before_commit", "newsletter.publish.after_commit"];
const COLLECTING: [&str; 2] = ["newsletter.collect.before_commit", "newsletter.collect.after_commit"];
const SENDING: [(&str, usize); 2] =
    [("newsletter.letter.before_send", 0), ("newsletter.letter.after_send", 1)];

/// A form on the public face.
fn public(path: &str, fields: &[(&str, &str)]) -> Scene {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Scene::Form { cookie: "x=y".into(), path: path.to_owned(), fields }
}

on_both! {
    async fn killed_while_it_is_ordered_confirmed_or_ended_it_is_so_once(stage: Stage) {
        newsletter::switched_on(&stage).await;
        for point in ORDERING {
            let address = format!("{}@haus.example", point.replace('.', "-"));
            let order = public("/muebi/newsletter", &[("email", &address), ("rhythm", "digest"), ("scope", "all")]);
            kill_at(&stage, point, &order).await;
            perform(&stage.app, &order).await;
        }
        assert_eq!(newsletter::counts(&stage).await.unconfirmed, 2);
        let letters = newsletter::letters(&stage).await;
        assert!((2..=3).contains(&letters.len()), "a lost answer may bring a second letter to confirm");
        for (point, letter) in CONFIRMING.into_iter().zip([&letters[0], &letters[letters.len() - 1]]) {
            let confirmation = public(&newsletter::link(letter), &[]);
            kill_at(&stage, point, &confirmation).await;
            perform(&stage.app, &confirmation).await;
        }
        assert_eq!(newsletter::counts(&stage).await.digest, 2);
        for point in ENDING {
            let to = newsletter::subscriber(&stage, &format!("{point}@haus.example"), Rhythm::Each, &[]).await;
            let end = public(&format!("/newsletter/{}/ende", secret_of(&stage.app.seal, &to.id)), &[]);
            kill_at(&stage, point, &end).await;
            perform(&stage.app, &end).await;
        }
        assert_eq!(newsletter::counts(&stage).await.ended, 2);
    }
}

on_both! {
    async fn killed_while_a_post_is_written_down_or_collected_each_gets_one_letter(stage: Stage) {
        let channel = newsletter::switched_on(&stage).await;
        newsletter::subscriber(&stage, "einzeln@haus.example", Rhythm::Each, &[]).await;
        newsletter::subscriber(&stage, "gesammelt@haus.example", Rhythm::Digest, &[]).await;
        let (play, number) = newsletter::published(stage).await;
        let stage = &play.stage;
        for point in PUBLISHING {
            kill_at(stage, point, &Scene::Newsletter { channel: channel.id.0.clone(), number }).await;
            newsletter::deliver(&stage.app, stage, &channel, number).await;
            assert_eq!(newsletter::outcomes(stage).await, [0, 1, 0, 0], "{point}");
        }
        play.clock(7);
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        let now = stage.app.clock.now();
        crate::base::job::enqueue_once(&mut tx, work_rounds::ROUND, work_rounds::ROUND, "", now).await.expect("due");
        tx.commit().await.expect("committed");
        for (at, point) in COLLECTING.into_iter().enumerate() {
            if at == 1 {
                // The week after, with another post.
                let other = newsletter::another(&play, "Noch einer").await;
                newsletter::deliver(&stage.app, stage, &channel, other).await;
                play.clock(7 + 24 * 7);
            }
            kill_at(stage, point, &WORK).await;
            for _ in 0..2 {
                recover(stage).await;
            }
            let collected = rows(stage, "SELECT COUNT(*) FROM newsletter_issue WHERE rhythm = 'digest'").await;
            assert_eq!(collected, at as i64 + 1, "{point}");
        }
        let letters = "SELECT COUNT(*) FROM newsletter_letter l JOIN newsletter_issue n ON n.id = l.issue_id
                       WHERE n.rhythm = 'digest'";
        assert_eq!(rows(stage, letters).await, 2);
    }
}

on_both! {
    async fn killed_while_a_letter_goes_out_it_is_unconfirmed_and_never_sent_again(stage: Stage) {
        let Some(mailbox) = Mailbox::open() else { return };
        let channel = newsletter::switched_on(&stage).await;
        let (play, first) = newsletter::published(stage).await;
        let second = newsletter::another(&play, "Noch einer").await;
        let stage = &play.stage;
        let scene = Scene::Work { smtp: Some(mailbox.smtp.clone()) };
        for (at, ((point, arrived), number)) in SENDING.into_iter().zip([first, second]).enumerate() {
            let address = mailbox.address("leserin");
            let to = newsletter::subscriber(stage, &address, Rhythm::Each, &[]).await;
            newsletter::deliver(&stage.app, stage, &channel, number).await;
            kill_at(stage, point, &scene).await;
            assert_eq!(mailbox.delivered_to(&address).len(), arrived, "{point}");
            for _ in 0..4 {
                stage.app.clock.set(stage.app.clock.now().plus_minutes(4));
                perform(&stage.app, &scene).await;
            }
            assert_eq!(mailbox.delivered_to(&address).len(), arrived, "{point}: the letter came twice");
            assert_eq!(newsletter::outcomes(stage).await, [0, 0, 0, at as i64 + 1], "{point}");
            perform(&stage.app, &public(&format!("/newsletter/{}/ende", secret_of(&stage.app.seal, &to.id)), &[])).await;
        }
        assert!(work::SEND.starts_with("bulk-"));
    }
}

on_both! {
    async fn killed_while_an_address_ends_because_nothing_arrives_it_ends_with_the_next_report(stage: Stage) {
        let Some(mailbox) = Mailbox::open() else { return };
        let channel = newsletter::switched_on(&stage).await;
        newsletter::subscriber(&stage, &mailbox.address("niemand+550"), Rhythm::Each, &[]).await;
        let (play, first) = newsletter::published(stage).await;
        let second = newsletter::another(&play, "Noch einer").await;
        let stage = &play.stage;
        let scene = Scene::Work { smtp: Some(mailbox.smtp.clone()) };
        newsletter::deliver(&stage.app, stage, &channel, first).await;
        kill_at(stage, "newsletter.bounce.before_commit", &scene).await;
        assert_eq!(newsletter::counts(stage).await.each, 1);
        stage.app.clock.set(stage.app.clock.now().plus_minutes(4));
        newsletter::deliver(&stage.app, stage, &channel, second).await;
        perform(&stage.app, &scene).await;
        assert_eq!(newsletter::counts(stage).await.ended, 1);
    }
}
