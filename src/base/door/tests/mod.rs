//! What the door promises, against real sockets of this machine.
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;
use url::Url;

use super::*;

mod bounds;
mod forbidden;
mod leading;
mod sorting;

/// How a server behaves once it has read a request.
#[derive(Clone)]
enum Way {
    /// Answers these bytes and closes.
    Answer(Vec<u8>),
    /// Answers these bytes and then says nothing more, with the line open.
    Stall(Vec<u8>),
    /// Answers the first, then goes on with the second as long as somebody listens.
    Endless(Vec<u8>, Vec<u8>),
    /// Closes without a word.
    Cut,
}

/// A server on a free port, which keeps what it was asked.
struct Peer {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Peer {
    async fn start(way: Way) -> Peer {
        Peer::with(way, None).await
    }

    /// Starts a server; with an acceptor it speaks TLS.
    async fn with(way: Way, tls: Option<tokio_rustls::TlsAcceptor>) -> Peer {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let peer = Peer { port: listener.local_addr().expect("an address").port(), asked: Arc::default() };
        let asked = peer.asked.clone();
        tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                let (way, asked, tls) = (way.clone(), asked.clone(), tls.clone());
                tokio::spawn(async move {
                    match tls {
                        None => talk(line, way, asked).await,
                        Some(tls) => {
                            if let Ok(line) = tls.accept(line).await {
                                talk(line, way, asked).await;
                            }
                        }
                    }
                });
            }
        });
        peer
    }

    fn url(&self, path: &str) -> Url {
        format!("http://127.0.0.1:{}{path}", self.port).parse().expect("an address")
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("not poisoned").clone()
    }
}

async fn talk(mut line: impl AsyncRead + AsyncWrite + Unpin, way: Way, asked: Arc<Mutex<Vec<String>>>) {
    let Some(request) = read_request(&mut line).await else { return };
    asked.lock().expect("not poisoned").push(request);
    match way {
        Way::Cut => {}
        Way::Answer(bytes) => {
            let _ = line.write_all(&bytes).await;
            let _ = line.shutdown().await;
        }
        Way::Stall(bytes) => {
            let _ = line.write_all(&bytes).await;
            let _ = line.read_to_end(&mut Vec::new()).await;
        }
        Way::Endless(head, piece) => {
            let _ = line.write_all(&head).await;
            while line.write_all(&piece).await.is_ok() {
                tokio::task::yield_now().await;
            }
        }
    }
}

/// Reads a head and as much body as it announces.
async fn read_request(line: &mut (impl AsyncRead + Unpin)) -> Option<String> {
    let mut read = Vec::new();
    loop {
        let mut piece = [0; 4096];
        match line.read(&mut piece).await {
            Ok(length) if length > 0 => read.extend_from_slice(&piece[..length]),
            _ => return None,
        }
        let text = String::from_utf8_lossy(&read).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let announced = head.lines().find_map(|line| line.strip_prefix("content-length: "));
        if body.len() >= announced.and_then(|length| length.parse().ok()).unwrap_or(0) {
            return Some(text);
        }
    }
}

fn answer(status: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n{headers}\r\n", body.len());
    [head.as_bytes(), body].concat()
}

/// A door that reaches the private addresses, for the servers of these tests.
fn inner_door() -> Door {
    Door::new(&Rules { is_private: true, ..Rules::default() })
}

fn quick(request: Request) -> Request {
    Request { patience: Duration::from_millis(400), ..request }
}

/// A certificate for a name, and an acceptor that shows it.
fn certificate(name: &str) -> (Vec<u8>, tokio_rustls::TlsAcceptor) {
    let made = rcgen::generate_simple_self_signed([name.to_owned()]).expect("a certificate");
    let key = rustls::pki_types::PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the usual versions")
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .expect("a server");
    (made.cert.pem().into_bytes(), tokio_rustls::TlsAcceptor::from(Arc::new(config)))
}
