//! Letters that come back: which letter a report is about, and what follows for the address.
use super::*;
use crate::newsletter::bounce::{self, Verdict};
use crate::newsletter::store_letter::{self, Outcome as Became};
use crate::newsletter::{IssueId, work_ending};
use crate::on_both;

/// A report as a mail server writes it; the letter's head, or the whole letter, lies inside.
fn report(inside: &str, kind: &str, action: &str, status: &str, diagnostic: &str) -> Vec<u8> {
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mail.example (Mail Delivery System)\r\n\
         To: zurueck@verbund.example\r\nSubject: Undelivered Mail Returned to Sender\r\n\
         Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=\"B.1\"\r\n\r\n\
         --B.1\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nI am sorry.\r\n\r\n\
         --B.1\r\nContent-Description: Delivery report\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mail.example\r\nArrival-Date: Thu, 26 Nov 2026 09:00:00 +0100\r\n\r\n\
         Final-Recipient: rfc822; anna@haus.example\r\nAction: {action}\r\nStatus: {status}\r\n\
         Remote-MTA: dns; mx.haus.example\r\nDiagnostic-Code: {diagnostic}\r\n\r\n\
         --B.1\r\nContent-Type: {kind}\r\n\r\n{inside}\r\n--B.1--\r\n"
    )
    .into_bytes()
}

fn head(issue: &IssueId, to: &SubscriberId) -> String {
    format!("Subject: Neues\r\nMessage-ID: <{}@verbund.example>\r\n", bounce::message_name(issue, to))
}

const NOBODY: &str = "smtp; 550 5.1.1 <anna@haus.example>: user\r\n unknown in virtual mailbox table";

#[test]
fn a_report_names_the_letter_by_its_head_by_the_whole_of_it_or_by_the_address_it_came_to() {
    let (issue, to) = (IssueId::new(), SubscriberId::new());
    let named = Some((issue.clone(), to.clone()));
    let inside = head(&issue, &to);
    let by_head = bounce::read(&report(&inside, "text/rfc822-headers", "failed", "5.1.1", NOBODY), None);
    assert_eq!(by_head.expect("a report").letter, named);
    let whole = format!("{inside}\r\nGuten Tag,\r\n");
    let by_letter = bounce::read(&report(&whole, "message/rfc822", "failed", "5.1.1", NOBODY), None);
    assert_eq!(by_letter.as_ref().map(|it| it.verdict), Some(Verdict::Gone));
    assert_eq!(by_letter.expect("a report").letter, named);
    let back = bounce::return_path("zurueck@verbund.example", &to);
    assert!(back.split_once('@').is_some_and(|(local, _)| local.len() <= 64), "{back}");
    let by_address = bounce::read(&report("", "text/rfc822-headers", "failed", "5.1.1", NOBODY), Some(&back));
    assert_eq!(by_address.expect("a report").subscriber, Some(to));
}

#[test]
fn what_is_no_failure_is_none() {
    let (issue, to) = (IssueId::new(), SubscriberId::new());
    let inside = head(&issue, &to);
    let kind = "text/rfc822-headers";
    let read = |action: &str, status: &str, words: &str| {
        bounce::read(&report(&inside, kind, action, status, words), None).map(|it| it.verdict)
    };
    assert_eq!(read("delayed", "4.4.1", "smtp; 451 later"), None);
    assert_eq!(read("delivered", "2.0.0", "smtp; 250 ok"), None);
    assert_eq!(read("failed", "4.4.7", "X-Postfix; delivery expired"), Some(Verdict::Soft));
    assert_eq!(read("failed", "5.7.1", "smtp; 550 5.7.1 spam"), Some(Verdict::Soft));
    assert_eq!(read("failed", "5.0.0", "smtp; 550 no such user"), Some(Verdict::Gone));
    assert_eq!(read("failed", "5.0.0", NOBODY), Some(Verdict::Gone));
    assert_eq!(
        bounce::read(b"Subject: Bin im Urlaub\r\nAuto-Submitted: auto-replied\r\n\r\nBis bald.", None),
        None
    );
    assert_eq!(bounce::read(b"", None), None);
}

/// Lets a letter have gone out to somebody.
async fn gone_out(stage: &Stage, channel: &Channel, number: i64) -> IssueId {
    deliver(&stage.app, stage, channel, number).await;
    let now = stage.app.clock.now();
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    let row = store_letter::due(&mut tx, now, 1).await.expect("letters").remove(0);
    store_letter::begin(&mut tx, &row, now).await.expect("begun");
    store_letter::finish(&mut tx, &row, Became::Sent, "", now).await.expect("done");
    tx.commit().await.expect("committed");
    row.issue_id
}

on_both! {
    async fn a_mailbox_that_does_not_exist_ends_at_once_and_an_invented_report_ends_nothing(stage: Stage) {
        let channel = switched_on(&stage).await;
        let to = subscriber(&stage, "anna@haus.example", Rhythm::Each, &[]).await;
        let (play, number) = published(stage).await;
        let stage = &play.stage;
        let invented = report(&head(&IssueId::new(), &to.id), "text/rfc822-headers", "failed", "5.1.1", NOBODY);
        work_ending::came_back(&stage.app, &invented, None).await.expect("read");
        assert_eq!(counts(stage).await.each, 1, "of that letter nobody has heard");
        let issue = gone_out(stage, &channel, number).await;
        let real = report(&head(&issue, &to.id), "text/rfc822-headers", "failed", "5.1.1", NOBODY);
        for said in ["the address has ended", "for no letter that we sent, or told before"] {
            assert_eq!(work_ending::came_back(&stage.app, &real, None).await.expect("read"), said);
        }
        assert_eq!(counts(stage).await, Counts { ended: 1, bounced: 1, ..Counts::default() });
        let mut conn = stage.app.db.read().await.expect("a connection");
        assert_eq!(store::by_id(&mut conn, &to.id).await.expect("the proof").address, "");
    }
}

on_both! {
    async fn a_full_mailbox_ends_when_three_letters_in_a_row_came_back_over_days(stage: Stage) {
        let channel = switched_on(&stage).await;
        let to = subscriber(&stage, "anna@haus.example", Rhythm::Each, &[]).await;
        let (play, first) = published(stage).await;
        let (second, third) = (another(&play, "Zweiter").await, another(&play, "Dritter").await);
        let stage = &play.stage;
        for (day, number) in [first, second, third].into_iter().enumerate() {
            assert_eq!(counts(stage).await.each, 1, "day {day}");
            play.clock(2 + 24 * day as i64);
            let issue = gone_out(stage, &channel, number).await;
            let full = report(&head(&issue, &to.id), "text/rfc822-headers", "failed", "5.2.2", "smtp; 552 5.2.2 full");
            work_ending::came_back(&stage.app, &full, None).await.expect("read");
        }
        assert_eq!(counts(stage).await, Counts { ended: 1, bounced: 1, ..Counts::default() });
    }
}
