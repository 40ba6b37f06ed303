//! Who knocks, as an argument of a handler.
use std::convert::Infallible;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::{header, request::Parts};

use super::address::{Caller, of_caller};
use crate::base::app::App;

impl FromRequestParts<App> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Caller, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        let text = |value: &axum::http::HeaderValue| value.to_str().unwrap_or_default().to_owned();
        let forwarded: Vec<String> = parts.headers.get_all("x-forwarded-for").iter().map(text).collect();
        let agent = parts.headers.get(header::USER_AGENT).map(text).unwrap_or_default();
        Ok(Caller {
            address: of_caller(peer, &forwarded.join(","), &app.config.trusted_proxies),
            agent: agent.chars().take(200).collect(),
        })
    }
}
