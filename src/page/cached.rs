//! Public pages from memory: a burst of readers costs hardly more than one.

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::asset::gzip;
use super::headers::policy;
use super::html::{Keep, StyleHash};
use super::place::Place;
use crate::base::app::App;
use crate::base::cache::Entry;

/// The longest page that is kept, in bytes.
const LONGEST: usize = 4 << 20;

/// Answers from memory where it may, and keeps what handlers allow to be kept. A HEAD is asked as a
/// GET and loses its body at the very end: what is kept is whole, whoever asked first.
pub async fn serve(State(app): State<App>, mut request: Request, next: Next) -> Response {
    if request.method() == Method::HEAD {
        *request.method_mut() = Method::GET;
        return without_body(fetch(&app, request, next).await);
    }
    if request.method() == Method::GET {
        return fetch(&app, request, next).await;
    }
    next.run(request).await
}

async fn fetch(app: &App, request: Request, next: Next) -> Response {
    let uri = heard(request.uri());
    let key = key(&request, &uri);
    if let Some(entry) = app.cache.get(&key, app.clock.now()) {
        return answer(&entry, request.headers());
    }
    let (parts, body) = request.into_parts();
    let plain = (uri != parts.uri).then(|| with_uri(parts.clone(), uri));
    let headers = parts.headers.clone();
    // The version is read before the page is made: a change in between makes the page old at once.
    let known = app.cache.clone_versions();
    let mut response = next.clone().run(Request::from_parts(parts, body)).await;
    if let (Some(plain), Some(_)) = (plain, response.extensions().get::<Keep>()) {
        // What is kept must not show words that its key leaves out.
        response = next.run(Request::from_parts(plain, Body::empty())).await;
    }
    let Some(keep) = response.extensions().get::<Keep>().cloned() else { return response };
    let style = response.extensions().get::<StyleHash>().cloned();
    let (parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, LONGEST).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let kind = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let entry = Entry {
        status: parts.status.as_u16(),
        content_type: kind.unwrap_or("application/octet-stream").to_owned(),
        etag: format!("\"{}\"", hex::encode(&Sha256::digest(&body)[..8])),
        policy: policy(style.as_ref()),
        gzip: gzip(&body),
        body,
        version: known.of(&keep.depends_on),
        depends_on: keep.depends_on,
        until: keep.until,
    };
    let response = answer(&entry, &headers);
    app.cache.put(key, entry);
    response
}

fn key(request: &Request, uri: &Uri) -> String {
    let place = request.extensions().get::<Place>();
    let domain = place.and_then(|place| place.own_domain_of.as_deref()).unwrap_or_default();
    let lang = place.map_or("de", |place| place.lang.code());
    format!("{domain} {lang} {uri}")
}

/// Leaves of an address only its path: no kept page listens to what is written behind it, so nobody
/// can fill the memory by making words up.
fn heard(uri: &Uri) -> Uri {
    uri.path().parse().unwrap_or_else(|_| uri.clone())
}

fn with_uri(mut parts: Parts, uri: Uri) -> Parts {
    parts.uri = uri;
    parts
}

/// Takes the body off an answer and says how long it would have been.
fn without_body(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    if let Some(length) = body.size_hint().exact().filter(|length| *length > 0) {
        parts.headers.entry(header::CONTENT_LENGTH).or_insert(length.into());
    }
    Response::from_parts(parts, Body::empty())
}

/// Writes a stored page as an answer: whole, compressed, or only "unchanged".
fn answer(entry: &Entry, headers: &HeaderMap) -> Response {
    let mut response = if is_known(entry, headers) {
        StatusCode::NOT_MODIFIED.into_response()
    } else if accepts_gzip(headers) {
        let mut response = Body::from(entry.gzip.clone()).into_response();
        response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        response
    } else {
        Body::from(entry.body.clone()).into_response()
    };
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::from_u16(entry.status).unwrap_or(StatusCode::OK);
    }
    let fields = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, &entry.content_type),
        (header::ETAG, &entry.etag),
        (header::CONTENT_SECURITY_POLICY, &entry.policy),
    ] {
        if let Ok(value) = HeaderValue::from_str(value) {
            fields.insert(name, value);
        }
    }
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    fields.insert(header::VARY, HeaderValue::from_static("accept, accept-encoding"));
    response
}

fn is_known(entry: &Entry, headers: &HeaderMap) -> bool {
    headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|tags| tags.split(',').any(|tag| tag.trim().trim_start_matches("W/") == entry.etag))
}

/// Tells whether the browser takes gzip.
pub fn accepts_gzip(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.split(',').any(|part| part.trim().split(';').next() == Some("gzip")))
}

#[cfg(test)]
#[path = "cached_tests.rs"]
mod tests;
