//! A bad line for tests: it stands in front of a real server, and loses, cuts and refuses what it is
//! told to.
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What happens to a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mishap {
    /// It arrives and is carried out; its answer never comes.
    LosesAnswer,
    /// It arrives and is carried out; half of its answer comes.
    CutsAnswer,
    /// The line closes before it arrives.
    Drops,
    /// The line stays open, and nothing ever comes of it.
    Hangs,
    /// It arrives and is carried out; the line stays open, and nothing ever comes back.
    HangsAfter,
    /// It is answered like this instead, and never arrives.
    Says(&'static str),
    /// It arrives and is carried out, and is answered like this all the same.
    ArrivesAndSays(&'static str),
}

struct Rule {
    start: String,
    skip: usize,
    mishap: Mishap,
}

#[derive(Default)]
struct State {
    rules: Vec<Rule>,
    /// The first line of every request that came by.
    seen: Vec<String>,
}

/// The line, and where it is reached.
pub struct Line {
    pub url: String,
    state: Arc<Mutex<State>>,
}

impl Line {
    /// Lays a line in front of a server.
    pub async fn before(peer: &str) -> Line {
        Line::at(peer, ([127, 0, 0, 1], 0).into()).await
    }

    /// The same, reached at an address that the test chooses.
    pub async fn at(peer: &str, address: SocketAddr) -> Line {
        let listener = TcpListener::bind(address).await.expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let state = Arc::new(Mutex::new(State::default()));
        let (peer, shared) = (peer.trim_start_matches("http://").to_owned(), state.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (peer, state) = (peer.clone(), shared.clone());
                tokio::spawn(async move { pass(stream, &peer, &state).await });
            }
        });
        Line { url, state }
    }

    /// Lets one mishap happen to the next request whose first line begins like this.
    pub fn next(&self, start: &str, mishap: Mishap) {
        self.after(0, start, mishap);
    }

    /// The same, after so many have passed.
    pub fn after(&self, skip: usize, start: &str, mishap: Mishap) {
        let rule = Rule { start: start.to_owned(), skip, mishap };
        self.state.lock().expect("the rules").rules.push(rule);
    }

    /// Counts the requests whose first line begins like this.
    pub fn seen(&self, start: &str) -> usize {
        let state = self.state.lock().expect("the rules");
        state.seen.iter().filter(|line| line.starts_with(start)).count()
    }

    /// Forgets the mishaps that have not happened.
    pub fn clear(&self) {
        self.state.lock().expect("the rules").rules.clear();
    }

    /// Tells whether every mishap that was asked for has happened.
    pub fn is_through(&self) -> bool {
        self.state.lock().expect("the rules").rules.is_empty()
    }
}

async fn pass(mut stream: TcpStream, peer: &str, state: &Mutex<State>) -> Option<()> {
    let (head, body) = read_request(&mut stream).await?;
    let line = head.lines().next()?.to_owned();
    let mishap = {
        let mut state = state.lock().expect("the rules");
        state.seen.push(line.clone());
        take(&mut state.rules, &line)
    };
    let answer = match mishap {
        Some(Mishap::Drops) => return None,
        Some(Mishap::Hangs) => return hold(stream).await,
        Some(Mishap::Says(answer)) => whole(answer),
        _ => forward(peer, &head, &body).await?,
    };
    let answer = match mishap {
        Some(Mishap::LosesAnswer) => return None,
        Some(Mishap::HangsAfter) => return hold(stream).await,
        Some(Mishap::CutsAnswer) => answer[..answer.len() - answer.len() / 4].to_vec(),
        Some(Mishap::ArrivesAndSays(other)) => whole(other),
        _ => answer,
    };
    stream.write_all(&answer).await.ok()?;
    stream.shutdown().await.ok()
}

/// Holds a line open until the other side gives up.
async fn hold(mut stream: TcpStream) -> Option<()> {
    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).await.ok().map(drop)
}

fn take(rules: &mut Vec<Rule>, line: &str) -> Option<Mishap> {
    let at = rules.iter().position(|rule| line.starts_with(&rule.start))?;
    if rules[at].skip > 0 {
        rules[at].skip -= 1;
        return None;
    }
    Some(rules.remove(at).mishap)
}

/// Completes an answer that a test has written: `429 Too Many Requests\nretry-after: 30`.
fn whole(answer: &str) -> Vec<u8> {
    let head = answer.replace('\n', "\r\n");
    format!("HTTP/1.1 {head}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n").into_bytes()
}

async fn read_request(stream: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|it| it == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    });
    let mut body = bytes[end..].to_vec();
    while body.len() < length.unwrap_or(0) {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            return None;
        }
    }
    Some((head, body))
}

/// Passes a request on over a connection of its own, and reads until its end.
async fn forward(peer: &str, head: &str, body: &[u8]) -> Option<Vec<u8>> {
    let mut there = TcpStream::connect(peer).await.ok()?;
    let head = head.replacen("\r\n", "\r\nconnection: close\r\n", 1);
    there.write_all(head.as_bytes()).await.ok()?;
    there.write_all(body).await.ok()?;
    let mut answer = Vec::new();
    there.read_to_end(&mut answer).await.ok()?;
    Some(answer)
}
