//! How the Graph API is asked: base address and version are settings, an answer is JSON or a fault.
use aws_lc_rs::hmac;
use serde_json::Value;
use url::Url;

use super::fault::{Fault, Said};
use crate::base::app::App;
use crate::base::door::{Answer, Door, Request};

/// The Graph API with one token.
pub struct Graph {
    door: Door,
    root: String,
    token: String,
    /// Proves that a token was not stolen: HMAC-SHA256 of it with the app's secret, as hex.
    proof: Option<String>,
}

/// A file that goes along with a request.
pub struct File {
    pub name: &'static str,
    pub media_type: &'static str,
    pub bytes: Vec<u8>,
}

impl Graph {
    pub fn new(app: &App, token: &str, app_secret: Option<String>) -> Graph {
        let meta = &app.config.meta;
        let proof = app_secret.map(|secret| {
            let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
            hex::encode(hmac::sign(&key, token.as_bytes()))
        });
        let root = format!("{}/{}", meta.graph_url, meta.graph_version);
        Graph { door: app.door.clone(), root, token: token.to_owned(), proof }
    }

    /// Reads a node or an edge, as in `me/accounts`.
    pub async fn get(&self, path: &str, params: &[(&str, &str)]) -> Result<Value, Fault> {
        let mut url = self.url(path)?;
        url.query_pairs_mut().extend_pairs(params);
        self.send(Request::get(url)).await
    }

    /// Changes something. Whether it may be repeated is for the caller to know.
    pub async fn post(&self, path: &str, params: &[(&str, &str)]) -> Result<Value, Fault> {
        let url = self.url(path)?;
        self.send(Request::post(url).form(params)).await
    }

    /// Sends a file with some fields, as multipart.
    pub async fn post_file(&self, path: &str, params: &[(&str, &str)], file: File) -> Result<Value, Fault> {
        let url = self.url(path)?;
        let (media_type, body) = multipart(params, &file);
        self.send(Request::post(url).body(&media_type, body)).await
    }

    pub async fn delete(&self, path: &str) -> Result<Value, Fault> {
        let url = self.url(path)?;
        self.send(Request::new(http::Method::DELETE, url)).await
    }

    fn url(&self, path: &str) -> Result<Url, Fault> {
        let mut url =
            Url::parse(&format!("{}/{path}", self.root)).map_err(|_| Fault::Strange("its address".into()))?;
        if let Some(proof) = &self.proof {
            url.query_pairs_mut().append_pair("appsecret_proof", proof);
        }
        Ok(url)
    }

    async fn send(&self, request: Request) -> Result<Value, Fault> {
        // The token goes into a header: addresses end up in logs.
        let answer = self.door.send(request.bearer(&self.token)).await.map_err(Fault::Trouble)?;
        read(&answer)
    }
}

/// Reads an answer: what it says is wrong counts, whatever its status.
pub fn read(answer: &Answer) -> Result<Value, Fault> {
    let value: Option<Value> = answer.json();
    if let Some(error) = value.as_ref().and_then(|value| value.get("error")) {
        return Err(Fault::Said(Said::read(error, answer)));
    }
    match value {
        Some(value) if answer.is_good() => Ok(value),
        _ => Err(Fault::Strange(answer.status.as_str().to_owned())),
    }
}

fn multipart(params: &[(&str, &str)], file: &File) -> (String, Vec<u8>) {
    let boundary = format!("verbund-{}", crate::base::id::new_id());
    let mut body = Vec::with_capacity(file.bytes.len() + 1024);
    for (name, value) in params {
        let head =
            format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(head.as_bytes());
    }
    let head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"source\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
        file.name, file.media_type
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(&file.bytes);
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    (format!("multipart/form-data; boundary={boundary}"), body)
}
