//! A body that tells when it is written.
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// A body of known length. It is asked for only once a connection stands and before anything is
/// flushed; a request whose body nobody asked for cannot have arrived.
pub struct Outgoing {
    left: Option<Bytes>,
    asked_for: Arc<AtomicBool>,
}

impl Outgoing {
    pub fn new(body: Bytes, asked_for: Arc<AtomicBool>) -> Outgoing {
        Outgoing { left: Some(body), asked_for }
    }
}

impl Body for Outgoing {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.asked_for.store(true, Ordering::SeqCst);
        Poll::Ready(self.left.take().map(|body| Ok(Frame::data(body))))
    }

    fn is_end_stream(&self) -> bool {
        self.left.is_none()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left.as_ref().map_or(0, |body| body.len() as u64))
    }
}
