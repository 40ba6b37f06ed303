//! The one door out: every request to another server goes through here. It reaches only addresses of
//! the open Internet, whatever a name resolves to and wherever a redirect leads; it takes answers of
//! a bounded size, unpacked, in a bounded time; and it says whether a request may have arrived.
//!
//! Nothing that is logged or told holds a header, a body, a path or a query: all can hold a token.
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use bytes::BytesMut;
use futures_util::StreamExt;
use http::{HeaderMap, StatusCode};

use super::config::Outgoing as Rules;

mod address;
mod client;
mod closed;
mod outgoing;
mod request;

use outgoing::Outgoing;
pub use request::{Answer, Request};

/// The longest head of an answer, in bytes.
const LONGEST_HEAD: usize = 64 << 10;

/// The door; cloning it is cheap, and it opens at first use.
#[derive(Clone)]
pub struct Door {
    rules: Arc<Rules>,
    client: Arc<OnceLock<reqwest::Client>>,
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The address may not be reached; nothing went out.
    #[error("may not be reached: {0}")]
    Forbidden(String),
    /// No connection came about; nothing went out.
    #[error("cannot be reached: {0}")]
    Unreached(String),
    /// A request went out, and its answer did not come whole: nobody knows what became of it.
    #[error("gave no answer: {0}")]
    Lost(String),
    /// The answer came and is longer than may be.
    #[error("answered too much (status {0})")]
    TooMuch(StatusCode),
}

impl Trouble {
    /// Tells whether the request may have arrived.
    pub fn may_have_arrived(&self) -> bool {
        matches!(self, Trouble::Lost(_) | Trouble::TooMuch(_))
    }
}

impl Door {
    pub fn new(rules: &Rules) -> Door {
        Door { rules: Arc::new(rules.clone()), client: Arc::default() }
    }

    /// Sends a request and reads the whole answer.
    pub async fn send(&self, request: Request) -> Result<Answer, Trouble> {
        let patience = self.rules.patience.map_or(request.patience, |most| most.min(request.patience));
        let went_out = Arc::new(AtomicBool::new(false));
        match tokio::time::timeout(patience, self.follow(request, &went_out)).await {
            Ok(result) => result,
            Err(_) if went_out.load(Ordering::SeqCst) => {
                Err(Trouble::Lost(format!("no answer within {patience:?}")))
            }
            Err(_) => Err(Trouble::Unreached(format!("no connection within {patience:?}"))),
        }
    }

    async fn follow(&self, mut request: Request, went_out: &Arc<AtomicBool>) -> Result<Answer, Trouble> {
        loop {
            let answer = self.once(&request, went_out).await?;
            match request.led_on_by(&answer) {
                Some(next) => request = next,
                None => return Ok(answer),
            }
        }
    }

    async fn once(&self, request: &Request, went_out: &Arc<AtomicBool>) -> Result<Answer, Trouble> {
        address::check(&request.url, &self.rules)?;
        let client = self.client.get_or_init(|| client::build(&self.rules));
        // What has no body gives no sign when it is written: it counts as gone out at once.
        went_out.store(request.body.is_empty(), Ordering::SeqCst);
        let body = match request.body.is_empty() {
            true => reqwest::Body::from(""),
            false => reqwest::Body::wrap(Outgoing::new(request.body.clone(), went_out.clone())),
        };
        let sending = client
            .request(request.method.clone(), request.url.clone())
            .headers(request.headers.clone())
            .body(body)
            .send()
            .await
            .map_err(client::trouble)?;
        let (status, headers) = (sending.status(), sending.headers().clone());
        if length(&headers) > LONGEST_HEAD {
            return Err(Trouble::TooMuch(status));
        }
        // Counted as it is unpacked, piece by piece: a small answer that unpacks to a large one ends here.
        let mut body = BytesMut::new();
        let mut pieces = sending.bytes_stream();
        while let Some(piece) = pieces.next().await {
            let piece = piece.map_err(client::trouble)?;
            if body.len() + piece.len() > request.longest_answer {
                return Err(Trouble::TooMuch(status));
            }
            body.extend_from_slice(&piece);
        }
        Ok(Answer { status, headers, body: body.freeze(), url: request.url.clone() })
    }
}

fn length(headers: &HeaderMap) -> usize {
    headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum()
}

impl std::fmt::Debug for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Door")
    }
}

#[cfg(test)]
mod tests;
