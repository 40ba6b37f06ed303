//! The door through which connections come: so many at a time, none for nothing, all to the end.
use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::response::Response;
use axum::serve::Listener;
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tower::{Service, ServiceExt};

/// What a stranger may take of the program without saying anything.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How long the head of a request may take, and how long a connection may lie idle.
    pub head: Duration,
    /// How many connections are open at once; more wait outside, in the system's own queue.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        // Systems commonly allow a process 1,024 open files; database and pictures need some.
        Limits { head: Duration::from_secs(10), connections: 800 }
    }
}

/// Answers connections until the stop; then takes no more and returns when the open ones have got
/// their answers. Only HTTP/1.1 is spoken: before the version is known, no time limit would hold.
pub async fn serve<S>(mut listener: TcpListener, service: S, limits: Limits, stop: impl Future<Output = ()>)
where
    S: Service<Request, Response = Response, Error = Infallible, Future: Send> + Clone + Send + 'static,
{
    let mut builder = Builder::new(TokioExecutor::new()).http1_only();
    builder.http1().timer(TokioTimer::new()).header_read_timeout(limits.head);
    let places = Arc::new(Semaphore::new(limits.connections));
    let (end, ending) = watch::channel(false);
    let mut stop = pin!(stop);
    loop {
        let next = async {
            let place = places.clone().acquire_owned().await;
            (place, Listener::accept(&mut listener).await)
        };
        let (place, (stream, peer)) = tokio::select! {
            next = next => next,
            () = &mut stop => break,
        };
        let (builder, mut ending, service) = (builder.clone(), ending.clone(), of(service.clone(), peer));
        tokio::spawn(async move {
            let mut connection =
                pin!(builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service)));
            // A line that breaks concerns only who was at its other end.
            tokio::select! {
                _ = connection.as_mut() => {}
                () = ended(&mut ending) => {
                    connection.as_mut().graceful_shutdown();
                    let _ = connection.await;
                }
            }
            drop(place);
        });
    }
    drop(listener);
    let _ = end.send(true);
    // Every place is free again when the last connection has ended.
    let all = u32::try_from(limits.connections).unwrap_or(u32::MAX);
    let _ = places.acquire_many(all).await;
}

async fn ended(ending: &mut watch::Receiver<bool>) {
    let _ = ending.wait_for(|is_ending| *is_ending).await;
}

/// Lets a service know who is at the other end.
fn of<S>(
    service: S,
    peer: SocketAddr,
) -> impl Service<http::Request<Incoming>, Response = Response, Error = Infallible, Future: Send>
+ Clone
+ Send
+ 'static
where
    S: Service<Request, Response = Response, Error = Infallible, Future: Send> + Clone + Send + 'static,
{
    service.map_request(move |request: http::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        request
    })
}

#[cfg(test)]
#[path = "listen_tests.rs"]
mod tests;
