//! What letters promise, against a real mail server: they arrive readable, they wait where the
//! server does, they are told of where it refuses, and none comes twice.
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use mail_parser::{Address, Message, MessageParser, MimeHeaders};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

use super::app::App;
use super::config::{MailConfig, PER_MINUTE};
use super::mail::{self, Letter, UNCONFIRMED};
use super::{store, store_mail};
use crate::member::Person;
use crate::on_both;
use crate::testing::{Stage, server_of};

const PUBLIC: &str = "http://verbund.example/";

/// The mail server of the test run, and the folder in which it keeps what it took.
pub struct Mailbox {
    pub smtp: String,
    folder: PathBuf,
}

impl Mailbox {
    /// Finds the server of `VERBUND_TEST_SMTP`; without it a test is skipped, but never where `CI` is set.
    pub fn open() -> Option<Mailbox> {
        let of = |key| std::env::var(key).ok();
        let found = of("VERBUND_TEST_SMTP").zip(of("VERBUND_TEST_MAILDIR"));
        assert!(found.is_some() || of("CI").is_none(), "VERBUND_TEST_SMTP must be set in CI");
        found.map(|(address, folder)| Mailbox { smtp: format!("smtp://{address}"), folder: folder.into() })
    }

    /// Gives an address that no other test uses; a part after `+` tells the server how to answer.
    pub fn address(&self, name: &str) -> String {
        let (name, tag) =
            name.split_once('+').map_or((name, String::new()), |(n, tag)| (n, format!("+{tag}")));
        format!("{name}.{}{tag}@haus.example", uuid::Uuid::new_v4().simple())
    }

    /// Gives the mails that arrived for an address, as they came over the line.
    pub fn delivered_to(&self, address: &str) -> Vec<String> {
        let files = std::fs::read_dir(&self.folder).expect("the server's folder");
        let complete = files.map(|file| file.expect("a file").path());
        let complete = complete.filter(|path| path.extension().is_some_and(|ending| ending == "eml"));
        let mails = complete.map(|path| std::fs::read_to_string(path).expect("a mail"));
        let for_them = format!("X-Envelope-To: {address}\r\n");
        mails.filter(|mail| mail.contains(&for_them)).collect()
    }
}

/// The same program with a mail server.
pub fn with_mail(app: &App, smtp: &str) -> App {
    let mut config = app.config.clone();
    let from = "Bücher-Verbund <post@verbund.example>".into();
    config.mail = Some(MailConfig { smtp: smtp.to_owned(), from, bounces: None, per_minute: PER_MINUTE });
    App::new(app.db.clone(), app.clock.clone(), config, app.files.clone(), app.seal.clone(), app.demo)
}

pub async fn letter(stage: &Stage, id: &str) -> Letter {
    let mut conn = stage.app.db.read().await.expect("a connection");
    store_mail::find(&mut conn, id).await.expect("the letter")
}

async fn written(stage: &Stage, to: &str) -> String {
    let letter = Letter::new(to, "Bitte lesen".into(), "Ein Satz.\n".into(), stage.app.clock.now());
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    mail::write(&mut tx, &letter).await.expect("written");
    tx.commit().await.expect("committed");
    letter.id
}

async fn work(app: &App) {
    crate::testing::run_jobs(app).await;
}

/// Gives a person an address and a language.
async fn reaches(stage: &Stage, person: &Person, address: &str, language: &str) {
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    sqlx::query("UPDATE person SET email = $1, language = $2 WHERE id = $3")
        .bind(address)
        .bind(language)
        .bind(&person.id)
        .execute(&mut *tx)
        .await
        .expect("changed");
    tx.commit().await.expect("committed");
}

/// Says what the operator reads about letters: waiting, refused, unconfirmed.
async fn told(stage: &Stage) -> [i64; 3] {
    let olaf = stage.sign_in(&stage.cast.olaf).await;
    let page = stage.server().get("/operate").add_header("cookie", olaf).await.text();
    let labels =
        ["noch nicht verschickt sind", "niemand angenommen hat", "niemand weiß, ob sie angekommen sind"];
    labels.map(|label| {
        let rest = page.split_once(label).unwrap_or_else(|| panic!("{label} is not told")).1;
        let number = rest.split_once("<dd>").and_then(|(_, rest)| rest.split_once('<')).expect("a number").0;
        number.parse().expect("a number")
    })
}

fn only<'a>(address: Option<&'a Address<'a>>) -> (Option<&'a str>, Option<&'a str>) {
    let address = address.and_then(Address::as_list).expect("an address");
    assert_eq!(address.len(), 1);
    (address[0].name(), address[0].address())
}

/// Checks what every letter keeps to, and gives its text.
fn plain(message: &Message<'_>, to: &str) -> String {
    assert_eq!(only(message.from()), (Some("Bücher-Verbund"), Some("post@verbund.example")));
    assert_eq!(only(message.to()), (None, Some(to)));
    assert!(message.date().is_some() && message.message_id().is_some());
    let nobodys = message.header("Auto-Submitted").and_then(|it| it.as_text());
    assert_eq!(nobodys, Some("auto-generated"), "whoever is away answers a program");
    assert_eq!(message.parts.len(), 1, "plain text alone: no picture that would tell who has read it");
    let kind = message.content_type().expect("a kind");
    assert_eq!((kind.ctype(), kind.subtype()), ("text", Some("plain")));
    let text = message.body_text(0).expect("a text").replace("\r\n", "\n");
    let mut links = text.split_whitespace().filter(|word| word.contains("://"));
    assert!(
        links.all(|link| link.starts_with(PUBLIC.trim_end_matches('/'))),
        "a link leads elsewhere: {text}"
    );
    text
}

/// Gives the line of a letter that is a link and nothing else.
fn link(text: &str) -> String {
    let mut alone = text.lines().filter_map(|line| line.strip_prefix(PUBLIC));
    let path = alone.next().expect("a link on a line of its own");
    format!("/{path}")
}

on_both! {
    async fn who_is_asked_to_sign_off_reads_it_in_their_language_and_the_link_opens_the_post(stage: Stage) {
        let Some(mailbox) = Mailbox::open() else { return };
        let app = with_mail(&stage.app, &mailbox.smtp);
        let server = server_of(&app, Default::default());
        let (anna, bernd) = (stage.sign_in(&stage.cast.anna).await, stage.sign_in(&stage.cast.bernd).await);
        let said = [
            ("de", "Bitte lesen: „Größe & Übermut“", "Guten Tag, Bernd Brüning,", "Anna Albers (Borken) schlägt"),
            ("en", "Please read: “Größe & Übermut”", "Hello Bernd Brüning,", "Anna Albers (Borken) proposes"),
        ];
        for (number, (language, subject, hello, sentence)) in (1..).zip(said) {
            let to = mailbox.address("bernd");
            reaches(&stage, &stage.cast.bernd, &to, language).await;
            let post = format!("/desk/muebi/posts/{number}");
            let byline = stage.cast.borken.id.as_str();
            let text = [("title", "Größe & Übermut"), ("body", "Ein Satz."), ("byline", byline), ("language", "de")];
            let soon = [("when", "soon"), ("house", stage.cast.raesfeld.id.as_str())];
            for (path, fields) in [
                ("/desk/muebi/posts".to_owned(), &[("new", "1")][..]),
                (format!("{post}/save"), &text[..]),
                (format!("{post}/proposal"), &soon[..]),
            ] {
                server.post(&path).add_header("cookie", &anna).form(&fields).await.assert_status_see_other();
            }
            work(&app).await;
            let mails = mailbox.delivered_to(&to);
            assert_eq!(mails.len(), 1, "{language}");
            let message = MessageParser::default().parse(mails[0].as_bytes()).expect("a mail");
            assert_eq!(message.subject(), Some(subject));
            let text = plain(&message, &to);
            assert!(text.starts_with(hello) && text.contains(sentence), "{text}");
            assert_eq!(link(&text), post);
            server.get(&link(&text)).add_header("cookie", &bernd).await.assert_text_contains("Übermut");
        }
        assert_eq!(told(&stage).await, [0, 0, 0]);
    }
}

on_both! {
    async fn a_link_to_sign_in_arrives_in_both_languages_and_opens(stage: Stage) {
        let Some(mailbox) = Mailbox::open() else { return };
        let app = with_mail(&stage.app, &mailbox.smtp);
        let server = server_of(&app, Default::default());
        for (language, subject) in [("de", "Ihr Link zum Anmelden"), ("en", "Your link to sign in")] {
            let to = mailbox.address("bernd");
            reaches(&stage, &stage.cast.bernd, &to, language).await;
            server.post("/sign-in/link").form(&[("email", to.as_str())]).await;
            work(&app).await;
            let mails = mailbox.delivered_to(&to);
            assert_eq!(mails.len(), 1, "{language}");
            let message = MessageParser::default().parse(mails[0].as_bytes()).expect("a mail");
            assert_eq!(message.subject(), Some(subject));
            server.get(&link(&plain(&message, &to))).await.assert_status_ok();
        }
    }
}

on_both! {
    async fn a_letter_that_the_server_puts_off_waits_and_arrives_once(stage: Stage) {
        let Some(mailbox) = Mailbox::open() else { return };
        let app = with_mail(&stage.app, &mailbox.smtp);
        let to = mailbox.address("anna+greylist");
        let id = written(&stage, &to).await;
        work(&app).await;
        let waiting = letter(&stage, &id).await;
        assert!(waiting.sent_at.is_none() && waiting.failed_at.is_none());
        assert!(waiting.last_error.contains("greylisted"), "{}", waiting.last_error);
        assert_eq!(told(&stage).await, [1, 0, 0]);
        for _ in 0..3 {
            stage.app.clock.set(stage.app.clock.now().plus_minutes(1));
            work(&app).await;
        }
        assert_eq!(mailbox.delivered_to(&to).len(), 1);
        assert!(letter(&stage, &id).await.sent_at.is_some());
        assert_eq!(told(&stage).await, [0, 0, 0]);
    }
}

on_both! {
    async fn a_letter_outlives_a_server_that_is_not_there_or_knows_another_password(stage: Stage) {
        let Some(mailbox) = Mailbox::open() else { return };
        // A port that was free a moment ago: nobody answers there.
        let nobody = TcpListener::bind("127.0.0.1:0").await.expect("a port").local_addr().expect("its address");
        let (to, host) = (mailbox.address("anna"), mailbox.smtp.trim_start_matches("smtp://"));
        let id = written(&stage, &to).await;
        for smtp in [format!("smtp://{nobody}"), format!("smtp://wrong:wrong@{host}")] {
            work(&with_mail(&stage.app, &smtp)).await;
            let waiting = letter(&stage, &id).await;
            assert!(waiting.failed_at.is_none() && !waiting.last_error.is_empty(), "{smtp}");
            assert_eq!(told(&stage).await, [1, 0, 0], "{smtp}");
            stage.app.clock.set(stage.app.clock.now().plus_minutes(2));
        }
        work(&with_mail(&stage.app, &mailbox.smtp)).await;
        assert_eq!(mailbox.delivered_to(&to).len(), 1);
        assert_eq!(told(&stage).await, [0, 0, 0]);
    }
}

on_both! {
    async fn a_letter_that_nobody_takes_is_told_with_the_reason_and_not_tried_again(stage: Stage) {
        let Some(mailbox) = Mailbox::open() else { return };
        let app = with_mail(&stage.app, &mailbox.smtp);
        let refused = written(&stage, &mailbox.address("anna+550")).await;
        let no_address = written(&stage, "bei Anna").await;
        for _ in 0..2 {
            work(&app).await;
            stage.app.clock.set(stage.app.clock.now().plus_hours(12));
        }
        let why = letter(&stage, &refused).await;
        assert!(why.failed_at.is_some() && why.last_error.contains("nobody of this name"), "{}", why.last_error);
        assert!(letter(&stage, &no_address).await.failed_at.is_some());
        assert_eq!(told(&stage).await, [0, 2, 0]);
        let mut conn = stage.app.db.read().await.expect("a connection");
        assert_eq!(store::next_job_at(&mut conn, crate::base::job::Lane::Letters).await.expect("asked"), None, "nothing is left to try");
    }
}

/// A server that takes every letter whole and hangs up before it says so. Gives its address, and
/// how many it has taken.
async fn hanging_up() -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("smtp://{}", listener.local_addr().expect("its address"));
    let taken = Arc::new(AtomicUsize::new(0));
    let count = taken.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let mut stream = BufReader::new(stream);
            let (mut line, mut answer) = (String::new(), "220 here\r\n");
            while stream.write_all(answer.as_bytes()).await.is_ok() {
                line.clear();
                if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
                    break;
                }
                answer = match line.as_str() {
                    "DATA\r\n" => "354 go on\r\n",
                    ".\r\n" => {
                        count.fetch_add(1, Ordering::SeqCst);
                        break;
                    }
                    _ if answer.starts_with("354") || answer.is_empty() => "",
                    _ => "250 good\r\n",
                };
            }
        }
    });
    (address, taken)
}

on_both! {
    async fn a_letter_whose_line_broke_after_the_text_is_unconfirmed_and_not_sent_again(stage: Stage) {
        let (smtp, taken) = hanging_up().await;
        let app = with_mail(&stage.app, &smtp);
        let id = written(&stage, "anna@haus.example").await;
        for _ in 0..3 {
            work(&app).await;
            stage.app.clock.set(stage.app.clock.now().plus_hours(12));
        }
        assert_eq!(taken.load(Ordering::SeqCst), 1);
        let unknown = letter(&stage, &id).await;
        assert!(unknown.sent_at.is_none() && unknown.failed_at.is_some());
        assert_eq!(unknown.last_error, UNCONFIRMED);
        assert_eq!(told(&stage).await, [0, 0, 1]);
    }
}
