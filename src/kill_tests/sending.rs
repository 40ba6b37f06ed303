//! Killed while a letter goes out: it arrives once, or those who run the installation are told.
use super::{Scene, kill_at, perform};
use crate::base::mail::{self, Letter};
use crate::base::mail_tests::{Mailbox, letter};
use crate::base::store;
use crate::on_both;
use crate::testing::Stage;

const SENDING: [(&str, usize); 2] = [("mail.before_send", 0), ("mail.after_send", 1)];

on_both! {
    async fn killed_while_a_letter_goes_out_it_is_unconfirmed_and_never_sent_again(stage: Stage) {
        let Some(mailbox) = Mailbox::open() else { return };
        let work = Scene::Work { smtp: Some(mailbox.smtp.clone()) };
        for (at, (point, arrived)) in SENDING.into_iter().enumerate() {
            let to = mailbox.address("anna");
            let it = Letter::new(&to, "Bitte lesen".into(), "Ein Satz.\n".into(), stage.app.clock.now());
            let mut tx = stage.app.db.begin("test").await.expect("a transaction");
            mail::write(&mut tx, &it).await.expect("written");
            tx.commit().await.expect("committed");
            kill_at(&stage, point, &work).await;
            assert_eq!(mailbox.delivered_to(&to).len(), arrived, "{point}");
            let dead = letter(&stage, &it.id).await;
            assert!(dead.sent_at.is_none() && dead.failed_at.is_none(), "{point}: nobody could know");
            for _ in 0..2 {
                stage.app.clock.set(stage.app.clock.now().plus_seconds(90));
                perform(&stage.app, &work).await;
            }
            assert_eq!(mailbox.delivered_to(&to).len(), arrived, "{point}: the letter came twice");
            let after = letter(&stage, &it.id).await;
            assert!(after.sent_at.is_none() && after.failed_at.is_some(), "{point}");
            assert_eq!(after.last_error, mail::UNCONFIRMED, "{point}");
            let mut conn = stage.app.db.read().await.expect("a connection");
            assert_eq!(store::troubles(&mut conn).await.expect("a count"), (0, at as i64 + 1), "{point}");
        }
    }
}
