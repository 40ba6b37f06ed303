//! Against a strict mail server of another make: encrypted and with a password or nothing, and every
//! way of saying no, or of saying nothing any more.
use super::*;
use crate::newsletter::work;
use crate::on_both;

/// The strict server: where it is, its certificate, and how many letters it kept for an address.
struct Strict {
    smtp: String,
    certificate: Vec<u8>,
    folder: String,
}

impl Strict {
    fn open() -> Option<Strict> {
        let smtp = Stage::peer("SMTP")?;
        let certificate = std::fs::read(Stage::peer("SMTP_CERT")?).expect("its certificate");
        Some(Strict { smtp, certificate, folder: Stage::peer("SMTP_MAIL")? })
    }

    fn kept(&self, address: &str) -> usize {
        let files = std::fs::read_dir(&self.folder).expect("its folder");
        let mails = files.filter_map(|file| std::fs::read_to_string(file.ok()?.path()).ok());
        mails.filter(|mail| mail.contains(&format!("X-Envelope-To: {address}\r\n"))).count()
    }
}

on_both! {
    async fn a_line_that_breaks_after_the_text_is_called_unconfirmed_and_never_tried_again(stage: Stage) {
        let Some(strict) = Strict::open() else { return };
        let channel = switched_on(&stage).await;
        let mark = uuid::Uuid::new_v4().simple().to_string();
        let [plain, cut, lost] =
            ["", "+cut", "+cutlost"].map(|tag| format!("leserin.{mark}{tag}@haus.example"));
        for address in [&plain, &cut, &lost] {
            subscriber(&stage, address, Rhythm::Each, &[]).await;
        }
        let (play, number) = published(stage).await;
        let stage = &play.stage;
        let app = with_server(&stage.app, &strict.smtp, 60, strict.certificate.clone());
        deliver(&app, stage, &channel, number).await;
        for minutes in [0, 3, 30, 300] {
            app.clock.set(NOW.plus_hours(1).plus_minutes(minutes));
            work::send(&app).await.expect("work");
        }
        assert_eq!(outcomes(stage).await, [1, 0, 0, 2]);
        assert_eq!([&plain, &cut, &lost].map(|address| strict.kept(address)), [1, 1, 0]);
    }
}

on_both! {
    async fn every_no_is_taken_for_what_it_says(stage: Stage) {
        let Some(strict) = Strict::open() else { return };
        let channel = switched_on(&stage).await;
        let mark = uuid::Uuid::new_v4().simple().to_string();
        let tags = ["+550", "+policy", "+554", "+full", "+greylist", ""];
        for tag in tags {
            subscriber(&stage, &format!("leserin.{mark}{tag}@haus.example"), Rhythm::Each, &[]).await;
        }
        let (play, number) = published(stage).await;
        let stage = &play.stage;
        let app = with_server(&stage.app, &strict.smtp, 60, strict.certificate.clone());
        deliver(&app, stage, &channel, number).await;
        work::send(&app).await.expect("work");
        assert_eq!(outcomes(stage).await, [1, 2, 3, 0]);
        let expected = Counts { each: 5, ended: 1, bounced: 1, ..Counts::default() };
        assert_eq!(counts(stage).await, expected, "only who is not there ends");
        app.clock.set(app.clock.now().plus_minutes(10));
        work::send(&app).await.expect("work");
        assert_eq!(outcomes(stage).await, [2, 1, 3, 0], "the grey list lets it through, the full mailbox waits");
        assert_eq!(strict.kept(&format!("leserin.{mark}+greylist@haus.example")), 1);
    }
}

on_both! {
    async fn a_server_that_says_good_bye_or_knows_no_such_password_makes_all_letters_wait(stage: Stage) {
        let Some(strict) = Strict::open() else { return };
        let channel = switched_on(&stage).await;
        let mark = uuid::Uuid::new_v4().simple().to_string();
        for n in 0..3 {
            subscriber(&stage, &format!("nr{n}.{mark}+421@haus.example"), Rhythm::Each, &[]).await;
        }
        let (play, number) = published(stage).await;
        let stage = &play.stage;
        let wrong = strict.smtp.replace("news:secret", "news:falsch");
        let shut = with_server(&stage.app, &wrong, 60, strict.certificate.clone());
        deliver(&shut, stage, &channel, number).await;
        work::send(&shut).await.expect("work");
        assert!(matches!(driver::check(&shut, &channel).await, Ok(crate::channel::order::Health::Unknown)));
        let untrusted = with_server(&stage.app, &strict.smtp, 60, Vec::new());
        work::send(&untrusted).await.expect("work");
        let app = with_server(&stage.app, &strict.smtp, 60, strict.certificate.clone());
        assert!(matches!(driver::check(&app, &channel).await, Ok(crate::channel::order::Health::Good { .. })));
        app.clock.set(app.clock.now().plus_minutes(5));
        work::send(&app).await.expect("work");
        assert_eq!((outcomes(stage).await, counts(stage).await.each), ([0, 3, 0, 0], 3));
    }
}
