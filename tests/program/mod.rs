//! The real binary as a child of a test.
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

const BINARY: &str = env!("CARGO_BIN_EXE_verbund");

/// A database that a test owns: its address, and the folder that goes with it.
pub struct Database {
    pub url: String,
    pub folder: tempfile::TempDir,
}

/// Gives an empty database of each kind; PostgreSQL only where the tests have one, in CI always.
pub async fn databases() -> Vec<Database> {
    let folder = tempfile::tempdir().expect("a folder");
    let sqlite = format!("sqlite://{}?mode=rwc", folder.path().join("verbund.sqlite").display());
    let mut all = vec![Database { url: sqlite, folder }];
    all.extend(postgres().await);
    all
}

/// Gives an empty PostgreSQL database, where there is a server.
async fn postgres() -> Option<Database> {
    let Ok(server) = std::env::var("VERBUND_TEST_POSTGRES") else {
        assert!(std::env::var("CI").is_err(), "VERBUND_TEST_POSTGRES must be set in CI");
        return None;
    };
    let name = format!("verbund_{}", uuid::Uuid::new_v4().simple());
    sqlx::any::install_default_drivers();
    let pool = sqlx::AnyPool::connect(&server).await.expect("the test server");
    let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
    sqlx::query(create).execute(&pool).await.expect("a database");
    pool.close().await;
    let (base, _) = server.rsplit_once('/').expect("a URL with a database");
    Some(Database { url: format!("{base}/{name}"), folder: tempfile::tempdir().expect("a folder") })
}

impl Database {
    /// Moves the time of a planned post into the next seconds and gives it: a program that runs
    /// cannot be told another time, and nobody can plan for less than a minute.
    pub async fn move_near(&self, verbund: &str, post: i64) -> i64 {
        sqlx::any::install_default_drivers();
        let pool = sqlx::AnyPool::connect(&self.url).await.expect("the database");
        let mut tx = pool.begin().await.expect("a transaction");
        let due = now() + 3_000;
        let moved = sqlx::query(
            "UPDATE post SET opens_at = $1, turns_at = $1, due_at = $1
             WHERE number = $2 AND opens_at > $1 AND consortium_id = (SELECT id FROM consortium WHERE slug = $3)",
        );
        let moved = moved.bind(due).bind(post).bind(verbund).execute(&mut *tx).await.expect("moved");
        assert_eq!(moved.rows_affected(), 1, "the post is planned");
        let raised = sqlx::query("UPDATE consortium SET version = version + 1 WHERE slug = $1");
        raised.bind(verbund).execute(&mut *tx).await.expect("raised");
        tx.commit().await.expect("committed");
        pool.close().await;
        due
    }
}

/// Tells the time in milliseconds, as the programs do.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock that goes right");
    i64::try_from(since.as_millis()).expect("not that late")
}

pub async fn wait_until(at: i64) {
    while now() < at {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A running program.
pub struct Program {
    child: Child,
    address: String,
    said: Arc<Mutex<Vec<String>>>,
}

impl Program {
    /// Starts a command on a database and waits until it says where it listens.
    pub async fn start(command: &str, database: &Database, env: &[(&str, &str)]) -> Program {
        let mut child = Command::new(BINARY)
            .args([command, "--listen", "127.0.0.1:0", "--database", &database.url, "--data"])
            .arg(database.folder.path())
            .envs(env.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("the program starts");
        let lines = BufReader::new(child.stdout.take().expect("its words")).lines();
        let said: Arc<Mutex<Vec<String>>> = Arc::default();
        let heard = said.clone();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                heard.lock().expect("nobody panics here").push(line);
            }
        });
        let begun = Instant::now();
        loop {
            let line = said
                .lock()
                .expect("nobody panics here")
                .iter()
                .find_map(|line| line.strip_prefix("listening on ").map(str::to_owned));
            if let Some(address) = line {
                return Program { child, address, said };
            }
            let ended = child.try_wait().expect("it can be asked");
            assert!(ended.is_none(), "it ended before it listened: {ended:?}");
            assert!(begun.elapsed() < Duration::from_secs(120), "it never said where it listens");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Runs a command that has to fail and gives what it said.
    pub fn fail(args: &[&str]) -> String {
        let output = Command::new(BINARY).args(args).output().expect("the program starts");
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// Runs a command on a text, and tells whether it ended well and what it said.
    pub fn by_hand(args: &[&str], text: &str) -> (bool, String) {
        let piped = std::process::Stdio::piped;
        let mut command = Command::new(BINARY);
        let command = command.args(args).stdin(piped()).stdout(piped()).stderr(piped());
        let mut child = command.spawn().expect("the program starts");
        let mut line = child.stdin.take().expect("its standard input");
        line.write_all(text.as_bytes()).expect("it listens");
        drop(line);
        let output = child.wait_with_output().expect("it ends");
        let said = if output.status.success() { output.stdout } else { output.stderr };
        (output.status.success(), String::from_utf8_lossy(&said).into_owned())
    }

    /// Runs a command that dies at a named place, or by itself, and gives what it said.
    pub fn die(command: &str, database: &Database, at: &str) -> String {
        let output = Command::new(BINARY)
            .args([command, "--listen", "127.0.0.1:0", "--database", &database.url, "--data"])
            .arg(database.folder.path())
            .env("VERBUND_KILL_AT", at)
            .output()
            .expect("the program starts");
        assert!(!output.status.success());
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// Gives everything it has said on its standard output.
    pub fn said(&self) -> Vec<String> {
        self.said.lock().expect("nobody panics here").clone()
    }

    /// Tells it to end and gives the code with which it did.
    pub fn end(&mut self) -> Option<i32> {
        let told = Command::new("kill").arg(self.child.id().to_string()).status();
        assert!(told.is_ok_and(|status| status.success()));
        self.child.wait().expect("it ends").code()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Lets a client of the tests speak TLS, as every process decides once for itself.
fn with_cryptography() {
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// Asks for a page and gives status and text.
pub async fn get(url: &str) -> (u16, String) {
    with_cryptography();
    let answer = reqwest::get(url).await.expect("an answer");
    (answer.status().as_u16(), answer.text().await.expect("a text"))
}

/// Looks at pages until they have become so, after something that was done just now. How long an
/// answer takes does not matter; whoever asks more than a second afterwards has to be told the truth.
pub async fn within_a_second(urls: &[String], is_so: impl Fn(&str) -> bool) {
    let done = Instant::now();
    for url in urls {
        loop {
            let is_late = done.elapsed() > Duration::from_secs(1);
            if is_so(&get(url).await.1) {
                break;
            }
            assert!(!is_late, "{url} had not changed a second later");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

/// Gives the address of a picture's file once a page shows it; its sizes are made in the background.
pub async fn file_of(page: &str, picture: &str) -> String {
    let begun = Instant::now();
    loop {
        let text = get(page).await.1;
        if let Some((_, rest)) = text.split_once(&format!("/bild/{picture}/")) {
            let name: String =
                rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '-')).collect();
            return format!("/bild/{picture}/{name}");
        }
        assert!(begun.elapsed() < Duration::from_secs(300), "{page} never shows the picture: {text}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Somebody who is signed in to a demo.
pub struct Editor {
    client: reqwest::Client,
    address: String,
}

impl Editor {
    /// Signs in as the first person with a role in a Verbund of the demo.
    pub async fn sign_in(program: &Program, role: &str, verbund: &str) -> Editor {
        let page = get(&program.url("/demo")).await.1;
        let form = format!("data-demo-role=\"{role}\" data-demo-verbund=\"{verbund}\"");
        let rest = page.split(&form).nth(1).expect("somebody with this role");
        let person = between(rest, "value=\"", "\"");
        with_cryptography();
        let redirect = reqwest::redirect::Policy::none();
        let client =
            reqwest::Client::builder().cookie_store(true).redirect(redirect).build().expect("a client");
        let editor = Editor { client, address: program.url("") };
        assert_eq!(editor.send("/demo/sign-in", &[("person", person)]).await, 303);
        editor
    }

    /// Sends a form and gives the status.
    pub async fn send(&self, path: &str, form: &[(&str, &str)]) -> u16 {
        let request = self.client.post(format!("{}{path}", self.address)).form(form);
        request.send().await.expect("an answer").status().as_u16()
    }

    /// Begins a post and gives its number.
    pub async fn begin(&self, verbund: &str) -> i64 {
        let request = self.client.post(format!("{}/desk/{verbund}/posts", self.address));
        let answer = request.form(&[("new", "1")]).send().await.expect("an answer");
        let to = answer.headers()["location"].to_str().expect("an address").to_owned();
        between(&to, "/posts/", "/").parse().expect("a number")
    }

    /// Uploads a small picture and gives its id.
    pub async fn upload(&self, verbund: &str) -> String {
        let pixels = image::RgbImage::from_fn(360, 240, |x, y| image::Rgb([x as u8, y as u8, 90]));
        let mut bytes = std::io::Cursor::new(Vec::new());
        pixels.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
        let part = reqwest::multipart::Part::bytes(bytes.into_inner()).file_name("mia.png");
        let form = reqwest::multipart::Form::new().part("file", part);
        let request = self.client.post(format!("{}/desk/{verbund}/pictures", self.address));
        let answer =
            request.header("accept", "application/json").multipart(form).send().await.expect("an answer");
        let said: serde_json::Value = answer.json().await.expect("what became of it");
        said["pictures"][0]["id"].as_str().unwrap_or_else(|| panic!("{said}")).to_owned()
    }

    /// Gives the id of the consent that was recorded last.
    pub async fn newest_consent(&self, verbund: &str) -> String {
        let list = format!("/desk/{verbund}/consents");
        let request = self.client.get(format!("{}{list}", self.address));
        let page = request.send().await.expect("an answer").text().await.expect("a text");
        let link = format!("href=\"{list}/");
        let ids = page.split(&link).skip(1).map(|rest| between(rest, "", "\""));
        ids.into_iter().find(|id| id.len() == 36).expect("a consent").to_owned()
    }

    /// Gives the house that the byline of a new post names by itself.
    pub async fn own_house(&self, verbund: &str, post: i64) -> String {
        let url = format!("{}/desk/{verbund}/posts/{post}/edit", self.address);
        let page = self.client.get(url).send().await.expect("an answer").text().await.expect("a text");
        let rest = page.split("name=\"byline\"").nth(1).expect("a byline");
        between(rest, "value=\"", "\"").to_owned()
    }
}

/// Gives what stands between two pieces of a text.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let rest = text.split_once(from).map_or("", |(_, rest)| rest);
    rest.split_once(to).map_or(rest, |(inside, _)| inside)
}
