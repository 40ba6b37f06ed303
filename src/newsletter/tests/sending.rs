//! Letters over the line to a real mail server: readable in both parts, with what they need to be
//! ended, as many as a minute may have, and none twice.
use mail_parser::{HeaderValue, Message, MessageParser, MimeHeaders};

use super::*;
use crate::base::mail_tests::Mailbox;
use crate::newsletter::{bounce, work};
use crate::on_both;
use crate::testing::run_jobs;

fn text_of<'a>(message: &'a Message<'_>, name: &'static str) -> &'a str {
    message.header(name).and_then(HeaderValue::as_text).unwrap_or_else(|| panic!("{name} is missing"))
}

on_both! {
    async fn a_letter_says_in_text_and_html_whose_it_is_why_it_comes_and_how_to_end_it(stage: Stage) {
        let Some(mailbox) = Mailbox::open() else { return };
        let channel = switched_on(&stage).await;
        let address = mailbox.address("leserin");
        let to = subscriber(&stage, &address, Rhythm::Each, &[]).await;
        let (play, number) = published(stage).await;
        let stage = &play.stage;
        let app = with_server(&stage.app, &mailbox.smtp, 60, Vec::new());
        deliver(&app, stage, &channel, number).await;
        run_jobs(&app).await;
        let raw = mailbox.delivered_to(&address);
        assert_eq!((raw.len(), outcomes(stage).await), (1, [1, 0, 0, 0]));
        let back = bounce::return_path("zurueck@verbund.example", &to.id);
        assert!(raw[0].contains(&format!("X-Envelope-From: {back}\r\n")), "failures name whom they are about");
        let message = MessageParser::default().parse(raw[0].as_bytes()).expect("a mail");
        let from = message.from().and_then(|from| from.first()).expect("a sender");
        assert_eq!(from.name(), Some("Münsterländer Bibliothekshelden"));
        let reply = message.reply_to().and_then(|it| it.first()).and_then(|it| it.address());
        assert_eq!((message.subject(), reply), (Some("Lesenacht"), Some("post@muebi.example")));
        assert_eq!(message.content_type().and_then(|kind| kind.subtype()), Some("alternative"));
        assert_eq!(message.parts.len(), 3, "text and HTML, and no picture");
        let manage = format!("http://verbund.example/newsletter/{}", secret_of(&app.seal, &to.id));
        assert!(raw[0].contains(&format!("\r\nList-Unsubscribe: <{manage}/ende>\r\n")), "{}", raw[0]);
        assert_eq!(text_of(&message, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
        assert!(raw[0].contains("\r\nList-Id: <newsletter.muebi.verbund.example>\r\n"));
        assert_eq!((text_of(&message, "Auto-Submitted"), text_of(&message, "Precedence")), ("auto-generated", "bulk"));
        let text = message.body_text(0).expect("a text part").replace("\r\n", "\n");
        let html = message.body_html(0).expect("an HTML part");
        for words in ["Lesenacht", "Bücherei Borken", "Ein Satz.", &address, &manage, "/muebi/impressum", "/muebi/beitrag/1-lesenacht"] {
            assert!(text.contains(words) && html.contains(words), "{words} is missing in\n{text}\n{html}");
        }
        assert!(html.contains("<html lang=\"de\">") && html.contains("<h1 ") && html.contains("<h2 "));
        assert!(!html.contains("<img") && !html.contains("url(") && !html.contains("<script"), "nothing is loaded");
        let links = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        assert!(links.clone().count() > 5 && links.into_iter().all(|link| link.starts_with("http://verbund.example/")));
        let ended = stage.server().post(&format!("{}/ende", manage.trim_start_matches("http://verbund.example"))).await;
        assert_eq!((ended.status_code().as_u16(), counts(stage).await.ended), (200, 1));
        run_jobs(&app).await;
        assert_eq!(mailbox.delivered_to(&address).len(), 1, "never twice");
    }
}

on_both! {
    async fn no_more_go_out_in_a_minute_than_may_and_nothing_to_who_has_ended_meanwhile(stage: Stage) {
        let Some(mailbox) = Mailbox::open() else { return };
        let channel = switched_on(&stage).await;
        let mut all = Vec::new();
        for n in 0..7 {
            let address = mailbox.address(&format!("nr{n}"));
            all.push(subscriber(&stage, &address, Rhythm::Each, &[]).await);
        }
        let (play, number) = published(stage).await;
        let stage = &play.stage;
        let app = with_server(&stage.app, &mailbox.smtp, 3, Vec::new());
        deliver(&app, stage, &channel, number).await;
        run_jobs(&app).await;
        assert_eq!(outcomes(stage).await, [3, 4, 0, 0]);
        let mut left: Vec<_> = all.iter().filter(|it| mailbox.delivered_to(&it.address).is_empty()).collect();
        let ended = left.pop().expect("somebody waits");
        stage.server().post(&format!("/newsletter/{}/ende", secret_of(&app.seal, &ended.id))).await;
        for minute in 1..4 {
            app.clock.set(NOW.plus_hours(1).plus_seconds(61 * minute));
            run_jobs(&app).await;
        }
        assert_eq!(outcomes(stage).await, [6, 0, 0, 0]);
        for it in &all {
            assert_eq!(mailbox.delivered_to(&it.address).len(), usize::from(it.id != ended.id), "{}", it.address);
        }
    }
}

on_both! {
    async fn who_is_put_off_gets_it_later_and_an_address_that_is_none_ends(stage: Stage) {
        let Some(mailbox) = Mailbox::open() else { return };
        let channel = switched_on(&stage).await;
        let grey = mailbox.address("anna+greylist");
        for address in [&grey, &mailbox.address("bernd+550"), &mailbox.address("clara+451")] {
            subscriber(&stage, address, Rhythm::Each, &[]).await;
        }
        let (play, number) = published(stage).await;
        let stage = &play.stage;
        let app = with_server(&stage.app, &mailbox.smtp, 60, Vec::new());
        deliver(&app, stage, &channel, number).await;
        run_jobs(&app).await;
        assert_eq!(outcomes(stage).await, [0, 2, 1, 0]);
        assert_eq!(counts(stage).await, Counts { each: 2, ended: 1, bounced: 1, ..Counts::default() });
        app.clock.set(app.clock.now().plus_minutes(10));
        run_jobs(&app).await;
        assert_eq!((mailbox.delivered_to(&grey).len(), outcomes(stage).await), (1, [1, 1, 1, 0]));
        for hours in 1..80 {
            app.clock.set(NOW.plus_hours(1 + hours));
            work::send(&app).await.expect("work");
        }
        assert_eq!(outcomes(stage).await, [1, 0, 2, 0], "after days it is given up");
        assert_eq!(counts(stage).await.each, 2, "one letter that failed ends no address");
    }
}

on_both! {
    async fn while_no_server_answers_all_letters_wait_and_members_letters_have_a_lane_of_their_own(stage: Stage) {
        let channel = switched_on(&stage).await;
        for n in 0..3 {
            subscriber(&stage, &format!("nr{n}@haus.example"), Rhythm::Each, &[]).await;
        }
        let (play, number) = published(stage).await;
        let stage = &play.stage;
        let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its number");
        let app = with_server(&stage.app, &format!("smtp://{nobody}"), 60, Vec::new());
        deliver(&app, stage, &channel, number).await;
        run_jobs(&app).await;
        assert_eq!(outcomes(stage).await, [0, 3, 0, 0], "surely nothing went out");
        assert!(work::SEND.starts_with(crate::base::job::BULK));
    }
}
