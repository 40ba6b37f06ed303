//! The other servers: one program that takes what is delivered, and counts.
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::Outcome;

/// The real time, in milliseconds.
pub fn now() -> u64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or_default()
}

/// Asks the sink how much it has taken, and when last (in milliseconds).
pub async fn counted(port: usize) -> Outcome<(u64, u64)> {
    let mut stream = TcpStream::connect(("127.0.0.1", u16::try_from(port)?)).await?;
    stream.write_all(b"GET /count HTTP/1.1\r\nhost: sink\r\nconnection: close\r\n\r\n").await?;
    let mut said = String::new();
    stream.read_to_string(&mut said).await?;
    let (count, last) = said.lines().last().and_then(|line| line.split_once(' ')).unwrap_or(("0", "0"));
    Ok((count.parse()?, last.parse()?))
}

/// Takes what is delivered at any address of 127.0.0.0/8; on the next port it takes and says nothing.
pub async fn sink(port: usize) -> Outcome<()> {
    let port = u16::try_from(port)?;
    let (count, last) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let silent = TcpListener::bind(("0.0.0.0", port + 1)).await?;
    tokio::spawn(async move {
        let mut held = Vec::new();
        while let Ok((stream, _)) = silent.accept().await {
            held.push(stream);
        }
    });
    let listener = TcpListener::bind(("0.0.0.0", port)).await?;
    println!("listening");
    loop {
        let (stream, _) = listener.accept().await?;
        tokio::spawn(serve(stream, count.clone(), last.clone()));
    }
}

async fn serve(mut stream: TcpStream, count: Arc<AtomicU64>, last: Arc<AtomicU64>) -> Option<()> {
    let mut bytes = Vec::with_capacity(4096);
    loop {
        bytes.clear();
        let end = loop {
            if let Some(at) = bytes.windows(4).position(|it| it == b"\r\n\r\n") {
                break at + 4;
            }
            if stream.read_buf(&mut bytes).await.ok()? == 0 {
                return None;
            }
        };
        let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
        if head.starts_with("get /count") {
            let said = format!("{} {}", count.load(Ordering::Relaxed), last.load(Ordering::Relaxed));
            let said = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{said}", said.len());
            stream.write_all(said.as_bytes()).await.ok()?;
            return None;
        }
        let length = head.split_once("content-length: ")?.1.lines().next()?.trim().parse::<usize>().ok()?;
        while bytes.len() < end + length {
            if stream.read_buf(&mut bytes).await.ok()? == 0 {
                return None;
            }
        }
        count.fetch_add(1, Ordering::Relaxed);
        last.store(now(), Ordering::Relaxed);
        stream.write_all(b"HTTP/1.1 202 Accepted\r\ncontent-length: 0\r\n\r\n").await.ok()?;
    }
}
