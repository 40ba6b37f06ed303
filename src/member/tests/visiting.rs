//! Somebody at a browser, as the tests play them.
use axum_test::{TestResponse, TestServer};

use crate::member::door::{password, store as door_store};
use crate::member::{Person, me};
use crate::testing::Stage;

/// A password good enough for every test.
pub const WORDS: &str = "drei Schafe im Klee";

/// Somebody at a browser: what they send, and the session they hold.
pub struct Browser<'a> {
    pub server: &'a TestServer,
    pub cookie: Option<String>,
}

impl<'a> Browser<'a> {
    pub fn new(server: &'a TestServer) -> Self {
        Browser { server, cookie: None }
    }

    pub async fn of(stage: &Stage, server: &'a TestServer, person: &Person) -> Self {
        Browser { server, cookie: Some(stage.sign_in(person).await) }
    }

    pub async fn get(&self, path: &str) -> TestResponse {
        let request = self.server.get(path);
        match &self.cookie {
            Some(cookie) => request.add_header("cookie", cookie.as_str()).await,
            None => request.await,
        }
    }

    /// Sends a form and keeps the session that comes back, if one does.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        let request = self.server.post(path).form(&fields);
        let answer = match &self.cookie {
            Some(cookie) => request.add_header("cookie", cookie.as_str()).await,
            None => request.await,
        };
        if let Some(cookie) = answer.headers().get("set-cookie") {
            let pair = cookie.to_str().expect("text").split(';').next().expect("a pair").to_owned();
            self.cookie = Some(pair).filter(|pair| !pair.ends_with('='));
        }
        answer
    }
}

/// Tells where an answer leads.
pub fn led_to(answer: &TestResponse) -> String {
    answer.assert_status(axum::http::StatusCode::SEE_OTHER);
    answer.headers()["location"].to_str().expect("text").to_owned()
}

/// Gives a person a name and a password to sign in with.
pub async fn give_password(stage: &Stage, person: &Person, name: &str) {
    let hash = password::hashed(WORDS.into()).await.expect("hashed");
    let mut tx = stage.app.db.begin(me::NAMES).await.expect("a transaction");
    door_store::set_password(&mut tx, &person.id, Some(&hash)).await.expect("set");
    door_store::set_sign_in_name(&mut tx, &person.id, Some(name)).await.expect("set");
    tx.commit().await.expect("committed");
}

/// Cuts the text of the first element with this id out of a page.
pub fn text_of(page: &str, id: &str) -> String {
    let (_, rest) = page.split_once(&format!("id=\"{id}\">")).expect("an element of that id");
    rest.split_once('<').expect("its end").0.to_owned()
}

/// Gives the newest letter to an address.
pub async fn letter_to(stage: &Stage, address: &str) -> Option<String> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let letters = crate::base::store_mail::newest(&mut conn, 50).await.expect("letters");
    letters.into_iter().find(|letter| letter.recipient == address).map(|letter| letter.body)
}

/// Finds the path of the link in a letter.
pub fn link_in(letter: &str) -> String {
    let line = letter.lines().find(|line| line.starts_with("http://verbund.example/")).expect("a link");
    line.trim_start_matches("http://verbund.example").to_owned()
}
