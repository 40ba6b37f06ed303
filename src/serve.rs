//! The running server: layers around the routes, the worker beside them, an orderly end.
use std::io::Write;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;
use tower::{Layer, Service, ServiceBuilder};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::{CsrfLayer, ProtectionError};
use tower_http::timeout::TimeoutLayer;

use crate::base::app::App;
use crate::base::error::Error;
use crate::base::sentence::Sentence;
use crate::federation::web_lead;
use crate::listen::{self, Limits};
use crate::page::place::{self, Domains};
use crate::page::{answer, cached, headers};
use crate::{routes, schedule, worker};

/// The longest form, in bytes; the picture routes allow more.
const LONGEST_FORM: usize = 1 << 20;

/// How long open requests and the job in hand may take when the program is told to end.
const PATIENCE: Duration = Duration::from_secs(25);

/// How long one request may take: a phone with a slow line sends its picture in minutes.
const LONGEST_REQUEST: Duration = Duration::from_secs(300);

/// Builds what answers requests: place and language first, then memory, then the routes.
pub fn service(
    app: &App,
    domains: Arc<Domains>,
) -> impl Service<Request, Response = Response, Error = std::convert::Infallible, Future: Send>
+ Clone
+ Send
+ 'static {
    let inner = ServiceBuilder::new()
        .layer(middleware::from_fn(headers::add))
        .layer(middleware::from_fn_with_state(app.clone(), web_lead::lead))
        .layer(middleware::from_fn_with_state(app.clone(), cached::serve))
        .layer(middleware::from_fn_with_state(app.clone(), answer::dress))
        .layer(CatchPanicLayer::custom(|_| {
            Error::Broken(anyhow::anyhow!("a handler panicked")).into_response()
        }))
        .layer(TimeoutLayer::with_status_code(axum::http::StatusCode::SERVICE_UNAVAILABLE, LONGEST_REQUEST))
        .layer(CsrfLayer::new().with_rejection_response(|_: ProtectionError| {
            Error::NotAllowed(Sentence::new("page-foreign-site")).into_response()
        }))
        .layer(DefaultBodyLimit::max(LONGEST_FORM))
        .service(routes::router().with_state(app.clone()));
    let app = app.clone();
    tower::util::MapRequestLayer::new(move |request: Request| place::find(request, &app.config, &domains))
        .layer(inner)
}

/// Serves until the process is told to end; then lets requests and the job in hand finish.
pub async fn run(app: App) -> anyhow::Result<()> {
    let listener = tokio::net::TcpListener::bind(app.config.listen).await?;
    let address = listener.local_addr()?;
    let domains = Arc::new(Domains::default());
    schedule::look_once(&app, &domains).await?;
    schedule::set_timers(&app).await?;
    let (stop, stopped) = watch::channel(false);
    let mut tasks = worker::begin(&app, &stopped);
    let looking = (app.clone(), domains.clone(), stopped.clone());
    tasks.spawn(worker::keep_running("who learns what has changed".into(), move || {
        let (app, domains, stop) = looking.clone();
        schedule::look(app, domains, stop)
    }));
    let service = service(&app, domains);
    println!("listening on http://{address}");
    std::io::stdout().flush()?;
    let serving = listen::serve(listener, service, Limits::default(), async move {
        told_to_end().await;
        tracing::info!("ending: open requests and the job in hand are finished first");
        let _ = stop.send(true);
    });
    let ending = patience_is_over(stopped);
    tokio::select! {
        () = serving => {}
        () = ending => tracing::warn!("ending although some requests are still open"),
    }
    let _ = tokio::time::timeout(PATIENCE, tasks.join_all()).await;
    app.db.close().await;
    Ok(())
}

/// Returns when the program was told to end and open requests have had their time.
async fn patience_is_over(mut stopped: watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stop| *stop).await;
    tokio::time::sleep(PATIENCE).await;
}

/// Does only the background work until the process is told to end.
pub async fn run_jobs(app: App) -> anyhow::Result<()> {
    let (stop, stopped) = watch::channel(false);
    let tasks = worker::begin(&app, &stopped);
    told_to_end().await;
    let _ = stop.send(true);
    let _ = tokio::time::timeout(PATIENCE, tasks.join_all()).await;
    app.db.close().await;
    Ok(())
}

async fn told_to_end() {
    let interrupted = tokio::signal::ctrl_c();
    let mut terminated = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(signal) => signal,
        Err(_) => return drop(interrupted.await),
    };
    tokio::select! {
        _ = interrupted => {}
        _ = terminated.recv() => {}
    }
}
