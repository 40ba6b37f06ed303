//! A server out there, as simple as one can be: documents by their path, people with keys.
use std::collections::HashMap;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum_test::TestResponse;
use serde_json::{Value, json};
use url::Url;

use super::Meeting;
use crate::base::clock::Instant;
use crate::base::door::Request;
use crate::signature::{PrivateKey, Scheme, sign};

#[derive(Default)]
struct Shelf {
    documents: HashMap<String, (u16, Value)>,
    asked: Vec<String>,
}

pub struct Neighbour {
    port: u16,
    shelf: Arc<Mutex<Shelf>>,
    keys: Mutex<HashMap<String, Arc<PrivateKey>>>,
}

impl Neighbour {
    /// Opens a server at which Mia lives.
    pub async fn open() -> Neighbour {
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let shelf: Arc<Mutex<Shelf>> = Arc::default();
        let shown = shelf.clone();
        let answer = move |uri: Uri| async move { give(&shown, uri.path()) };
        let router = Router::new().fallback(axum::routing::get(answer));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let it = Neighbour { port, shelf, keys: Mutex::default() };
        it.settle("mia");
        it
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Lets somebody live here, with a key of their own; once more, with a new key.
    pub fn settle(&self, name: &str) {
        let key = Arc::new(PrivateKey::generate());
        let id = self.url(&format!("/u/{name}"));
        let document = json!({
            "@context": "https://www.w3.org/ns/activitystreams",
            "id": id,
            "type": "Person",
            "preferredUsername": name,
            "name": "Mia <b>Muster</b>",
            "inbox": format!("{id}/inbox"),
            "outbox": format!("{id}/outbox"),
            "endpoints": { "sharedInbox": self.url("/inbox") },
            "publicKey": { "id": format!("{id}#main-key"), "owner": id, "publicKeyPem": key.public_pem() },
        });
        self.show(&format!("/u/{name}"), 200, document);
        self.keys.lock().expect("no panic").insert(name.into(), key);
    }

    pub fn show(&self, path: &str, status: u16, document: Value) {
        self.shelf.lock().expect("no panic").documents.insert(path.into(), (status, document));
    }

    /// Counts how often a document was asked for.
    pub fn asked(&self, path: &str) -> usize {
        self.shelf.lock().expect("no panic").asked.iter().filter(|it| *it == path).count()
    }

    /// Signs what somebody sends.
    pub fn signed(&self, name: &str, scheme: Scheme, to: &str, body: &str, at: Instant) -> Request {
        let key = self.keys.lock().expect("no panic").get(name).cloned().expect("somebody who lives here");
        let url = Url::parse(to).expect("an address");
        let mut request = Request::post(url).body("application/activity+json", body.to_owned());
        let key_id = format!("{}#main-key", self.url(&format!("/u/{name}")));
        sign(scheme, &key, &key_id, &mut request, at).expect("signed");
        request
    }

    /// Sends what somebody says to one of our inboxes.
    pub async fn send(&self, to: &Meeting, name: &str, path: &str, activity: &Value) -> TestResponse {
        let address = format!("{}{path}", to.app.config.public_url);
        let now = to.app.clock.now();
        let request = self.signed(name, Scheme::Rfc9421, &address, &activity.to_string(), now);
        deliver(to, path, request).await
    }
}

/// Puts a request into our inbox as it is.
pub async fn deliver(to: &Meeting, path: &str, request: Request) -> TestResponse {
    let mut sending = to.server.post(path).bytes(request.body.clone());
    for (name, value) in &request.headers {
        sending = sending.add_header(name.clone(), value.clone());
    }
    sending.await
}

fn give(shelf: &Mutex<Shelf>, path: &str) -> Response {
    let mut shelf = shelf.lock().expect("no panic");
    shelf.asked.push(path.to_owned());
    let Some((status, document)) = shelf.documents.get(path) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let status = StatusCode::from_u16(*status).expect("a status");
    (status, [(header::CONTENT_TYPE, "application/activity+json")], document.to_string()).into_response()
}
