//! A small real server that takes what is delivered and answers as a test wants. Every address of
//! 127.0.0.0/8 is a server of its own.
use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant as Tick};

use http::{HeaderMap, HeaderName, HeaderValue};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::signature::{self, Scheme};

/// How the server answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reply {
    Says(u16),
    With(u16, &'static str, String),
    Document(&'static str, String),
    /// Takes everything and hangs up without a word: the answer is lost.
    HangsUp,
    /// Takes everything and says nothing for as long as one waits.
    Silent,
    /// Takes only this scheme, and says 401 to the other.
    Knows(Scheme),
}

/// A request as it arrived.
#[derive(Debug, Clone)]
pub struct Taken {
    pub host: String,
    pub path: String,
    pub headers: HeaderMap,
    pub body: String,
    pub at: Tick,
}

impl Taken {
    pub fn scheme(&self) -> Scheme {
        signature::claim(&self.headers).expect("a signature").scheme
    }

    pub fn activity(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).expect("a document")
    }

    pub fn id(&self) -> String {
        self.activity()["id"].as_str().expect("an id").to_owned()
    }
}

#[derive(Default)]
struct State {
    taken: Vec<Taken>,
    /// What the next requests get; without an entry 202.
    replies: HashMap<String, Vec<Reply>>,
    talking: HashMap<String, usize>,
    most_talking: usize,
}

/// The server; cloning it gives another hand on the same one.
#[derive(Clone)]
pub struct Sink {
    port: u16,
    state: Arc<Mutex<State>>,
}

impl Sink {
    pub async fn open() -> Sink {
        let listener = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 0)).await.expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let sink = Sink { port, state: Arc::default() };
        let hand = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(hand.clone().serve(stream));
            }
        });
        sink
    }

    /// Names one of its servers.
    pub fn host(&self, number: u8) -> String {
        SocketAddr::from((IpAddr::from([127, 0, 7, number]), self.port)).to_string()
    }

    pub fn inbox(&self, number: u8, path: &str) -> String {
        format!("http://{}/{path}", self.host(number))
    }

    /// Sets what the next requests to an address get; the last answer is given again and again.
    pub fn replies(&self, number: u8, path: &str, replies: &[Reply]) {
        let key = format!("{}/{path}", self.host(number));
        self.state.lock().expect("no panic").replies.insert(key, replies.to_vec());
    }

    /// Gives what arrived, in order.
    pub fn taken(&self) -> Vec<Taken> {
        self.state.lock().expect("no panic").taken.clone()
    }

    /// Gives the ids that arrived at one server, in order.
    pub fn ids(&self, number: u8) -> Vec<String> {
        let host = self.host(number);
        self.taken().iter().filter(|it| it.host == host).map(Taken::id).collect()
    }

    /// Tells how many connections at most spoke to one server at the same time.
    pub fn most_talking(&self) -> usize {
        self.state.lock().expect("no panic").most_talking
    }

    async fn serve(self, mut stream: TcpStream) {
        while let Some((host, path, headers, body)) = read(&mut stream).await {
            let key = format!("{host}{path}");
            let reply = {
                let mut state = self.state.lock().expect("no panic");
                let talking = state.talking.entry(host.clone()).or_default();
                *talking += 1;
                let talking = *talking;
                state.most_talking = state.most_talking.max(talking);
                let taken =
                    Taken { host: host.clone(), path, headers: headers.clone(), body, at: Tick::now() };
                state.taken.push(taken);
                match state.replies.get_mut(&key) {
                    Some(replies) if replies.len() > 1 => replies.remove(0),
                    Some(replies) => replies[0].clone(),
                    None => Reply::Says(202),
                }
            };
            let goes_on = answer(&mut stream, reply, &headers).await;
            *self.state.lock().expect("no panic").talking.entry(host).or_insert(1) -= 1;
            if !goes_on {
                return;
            }
        }
    }
}

async fn answer(stream: &mut TcpStream, reply: Reply, headers: &HeaderMap) -> bool {
    let (status, more, body) = match reply {
        Reply::HangsUp => return false,
        Reply::Silent => {
            tokio::time::sleep(Duration::from_secs(30)).await;
            return false;
        }
        Reply::Says(status) => (status, String::new(), String::new()),
        Reply::With(status, name, value) => (status, format!("{name}: {value}\r\n"), String::new()),
        Reply::Document(kind, body) => (200, format!("content-type: {kind}\r\n"), body),
        Reply::Knows(scheme) => {
            let claim = signature::claim(headers);
            (if claim.is_ok_and(|it| it.scheme == scheme) { 202 } else { 401 }, String::new(), String::new())
        }
    };
    let said = format!("HTTP/1.1 {status} Said\r\n{more}content-length: {}\r\n\r\n{body}", body.len());
    stream.write_all(said.as_bytes()).await.is_ok()
}

async fn read(stream: &mut TcpStream) -> Option<(String, String, HeaderMap, String)> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|it| it == b"\r\n\r\n") {
            break at;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8(bytes[..end].to_vec()).ok()?;
    let mut lines = head.lines();
    let path = lines.next()?.split(' ').nth(1)?.to_owned();
    let mut headers = HeaderMap::new();
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        headers
            .append(HeaderName::from_bytes(name.as_bytes()).ok()?, HeaderValue::from_str(value.trim()).ok()?);
    }
    let length: usize = headers.get("content-length").map_or(Some(0), |it| it.to_str().ok()?.parse().ok())?;
    let mut body = bytes[end + 4..].to_vec();
    while body.len() < length {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            return None;
        }
    }
    let host = headers.get("host")?.to_str().ok()?.to_owned();
    Some((host, path, headers, String::from_utf8(body).ok()?))
}
