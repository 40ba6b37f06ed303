//! What the program promises as a process: it starts on an empty folder, tells its address, ends
//! in order, and two of them share one database.
mod program;

use program::{Database, Editor, Program, databases, get};

#[tokio::test]
async fn it_starts_on_an_empty_folder_and_ends_in_order() {
    for database in databases().await {
        let mut program = Program::start("serve", &database, &[]).await;
        assert_eq!(get(&program.url("/health")).await.1, "ok\n");
        assert!(program.said().iter().any(|line| line.contains("/join/")), "no link for the first operator");
        assert_eq!(program.end(), Some(0), "it did not end in order");
        let mut again = Program::start("serve", &database, &[]).await;
        assert_eq!(get(&again.url("/health")).await.0, 200);
        assert_eq!(again.end(), Some(0));
    }
}

#[tokio::test]
async fn mistakes_in_the_settings_are_all_told_and_nothing_is_started() {
    let output = Program::fail(&["serve", "--listen", "nowhere", "--database", "mysql://x"]);
    assert!(output.contains("listen") && output.contains("database"), "{output}");
}

#[test]
fn a_request_is_signed_and_verified_by_hand() {
    use verbund::signature::PrivateKey;
    let folder = tempfile::tempdir().expect("a folder");
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a file");
        path.display().to_string()
    };
    let key = PrivateKey::generate();
    let (private, public) = (file("private.pem", &key.to_pkcs8_pem()), file("public.pem", &key.public_pem()));
    let request = "POST /inbox HTTP/1.1\r\nHost: verbund.example\r\n";
    for (scheme, parts, bytes) in [
        ("cavage", "(request-target) host", "(request-target): post /inbox\nhost: verbund.example"),
        ("rfc9421", "@method @path", "\"@method\": POST\n\"@path\": /inbox\n"),
    ] {
        let by_hand = |act: &[&str], request: &str| {
            Program::by_hand(&[&["signature"][..], act, &["--scheme", scheme]].concat(), request)
        };
        let plain = format!("{request}\r\n{{}}");
        let canonical = by_hand(&["canonicalize", "--headers", parts], &plain);
        assert!(canonical.0 && canonical.1.starts_with(bytes), "{canonical:?}");
        let sign =
            ["sign", "--headers", parts, "--keyId", "a", "--private-key", &private, "--key-type", "rsa"];
        let signed = by_hand(&sign, &plain);
        assert!(signed.0, "{signed:?}");
        let signed = format!("{request}{}\r\n{{}}", signed.1.replace('\n', "\r\n"));
        let verify = ["verify", "--public-key", &public];
        assert!(by_hand(&verify, &signed).0);
        let other = by_hand(&verify, &signed.replace("/inbox", "/outbox"));
        assert!(!other.0 && other.1.contains("does not verify"), "{other:?}");
        let strict = by_hand(&["verify", "--strict", "--public-key", &public], &signed);
        assert!(!strict.0 && strict.1.contains("does not cover"), "{strict:?}");
    }
}

#[tokio::test]
async fn a_demo_that_dies_while_it_is_filled_begins_anew() {
    for database in databases().await {
        let killed = Program::die("demo", &database, "demo.fill.before_commit");
        assert!(killed.contains("killed at"), "{killed}");
        let mut program = Program::start("demo", &database, &[]).await;
        assert!(get(&program.url("/")).await.1.contains("Talgeschichten"));
        assert_eq!(program.end(), Some(0));
        let again = Program::start("demo", &database, &[]).await;
        assert!(get(&again.url("/")).await.1.contains("Talgeschichten"));
    }
}

#[tokio::test]
async fn what_is_held_or_taken_back_in_one_process_is_gone_from_both_and_what_is_due_is_there() {
    for database in databases().await {
        let two = Two::on(database).await;
        two.hold_what_was_published().await;
        two.take_a_consent_back().await;
        two.let_a_time_come().await;
        two.die_while_a_time_comes().await;
    }
}

/// Two processes on one database, and somebody who writes in the first.
struct Two {
    first: Program,
    second: Program,
    editor: Editor,
    database: Database,
}

impl Two {
    async fn on(database: Database) -> Two {
        let first = Program::start("demo", &database, &[]).await;
        let second = Program::start("demo", &database, &[]).await;
        let editor = Editor::sign_in(&first, "staff", "mob").await;
        Two { first, second, editor, database }
    }

    /// The same page in both processes.
    fn both(&self, path: &str) -> [String; 2] {
        [self.first.url(path), self.second.url(path)]
    }

    async fn act(&self, path: &str, form: &[(&str, &str)]) {
        let status = self.editor.send(&format!("/desk/mob/{path}"), form).await;
        assert!(status < 400, "{path}: {status}");
    }

    /// Writes a post and proposes it; in this Verbund whoever writes may publish.
    async fn publish(&self, title: &str, more: &[(&str, &str)], when: &[(&str, &str)]) -> i64 {
        let post = self.editor.begin("mob").await;
        let house = self.editor.own_house("mob", post).await;
        let text = [("title", title), ("body", "Ein Satz."), ("byline", &house), ("language", "de")];
        self.act(&format!("posts/{post}/save"), &[&text[..], more].concat()).await;
        for page in self.both("/mob") {
            assert!(!get(&page).await.1.contains(title), "a draft is nobody's business");
        }
        self.act(&format!("posts/{post}/proposal"), when).await;
        post
    }

    async fn hold_what_was_published(&self) {
        let post = self.publish("Gerade eben", &[], &[("when", "soon")]).await;
        let places = [self.both("/mob"), self.both("/mob/feed.atom")].concat();
        program::within_a_second(&places, |text| text.contains("Gerade eben")).await;
        self.act(&format!("posts/{post}/hold"), &[]).await;
        program::within_a_second(&places, |text| !text.contains("Gerade eben")).await;
    }

    async fn take_a_consent_back(&self) {
        let picture = self.editor.upload("mob").await;
        let about = [("licence", "own"), ("credit", "Bücherei"), ("alt", "Mia liest vor.")];
        self.act(&format!("pictures/{picture}"), &about).await;
        let agreed = [("age", "adult"), ("subject", "Mia"), ("person_name", "Mia Muster")];
        let what = [("person_date", "2020-01-31"), ("purpose", "Vorlesetag"), ("channels", "website")];
        let consent = [&agreed[..], &what, &[("picture", &picture)]].concat();
        self.act("consents", &consent).await;
        let consent = self.editor.newest_consent("mob").await;
        let post = self.publish("Mit Bild", &[("picture", &picture)], &[("when", "soon")]).await;
        let pages = self.both(&format!("/mob/beitrag/{post}"));
        let files = self.both(&program::file_of(&pages[1], &picture).await);
        for file in &files {
            assert_eq!(get(file).await.0, 200);
        }
        self.act(&format!("consents/{consent}/withdrawal"), &[]).await;
        for file in &files {
            assert_eq!(get(file).await.0, 404, "whichever process is asked, the first answer is no");
        }
        program::within_a_second(&pages, |text| !text.contains(&picture)).await;
        assert!(get(&pages[1]).await.1.contains("Mit Bild"), "the post goes on without its picture");
    }

    async fn let_a_time_come(&self) {
        let when = [("date", "2050-01-03"), ("time", "10:00")];
        let post = self.publish("Genau dann", &[], &when).await;
        let due = self.database.move_near("mob", post).await;
        let places = [self.both("/mob"), self.both("/mob/feed.atom")].concat();
        for place in &places {
            let was_there = get(place).await.1.contains("Genau dann");
            assert!(!was_there || program::now() >= due, "{place} shows it before its time");
        }
        program::wait_until(due).await;
        for place in &places {
            assert!(get(place).await.1.contains("Genau dann"), "{place} does not show it at its time");
        }
    }

    async fn die_while_a_time_comes(self) {
        let when = [("date", "2050-01-03"), ("time", "11:00")];
        let post = self.publish("Im Schlaf", &[], &when).await;
        let due = self.database.move_near("mob", post).await;
        let Two { first, second, database, .. } = self;
        // Dropped, a program is killed: it ends nothing in order.
        drop((first, second));
        program::wait_until(due).await;
        let again = Program::start("demo", &database, &[]).await;
        let feed = get(&again.url("/mob/feed.atom")).await.1;
        assert_eq!(feed.matches(">Im Schlaf</title>").count(), 1, "{feed}");
        assert!(get(&again.url("/mob")).await.1.contains("Im Schlaf"));
    }
}
