//! The real binary as a child of a test.
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

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
pub async fn postgres() -> Option<Database> {
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

/// Asks for a page and gives status and text.
pub async fn get(url: &str) -> (u16, String) {
    let answer = reqwest::get(url).await.expect("an answer");
    (answer.status().as_u16(), answer.text().await.expect("a text"))
}

/// Waits at most a second for a page to become so; what takes longer breaks the promise itself.
pub async fn within_a_second(url: &str, is_so: impl Fn(&str) -> bool) {
    for _ in 0..20 {
        if is_so(&get(url).await.1) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{url} did not change within a second");
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
