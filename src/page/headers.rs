//! What every answer says to the browser about safety: nothing foreign, no frames, no sniffing.
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use super::html::StyleHash;

const FIELDS: [(HeaderName, &str); 4] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("permissions-policy"), "geolocation=(), microphone=(), camera=()"),
];

/// Adds the safety headers to an answer.
pub async fn add(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let policy = policy(response.extensions().get::<StyleHash>());
    let headers = response.headers_mut();
    for (name, value) in FIELDS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if let Ok(value) = HeaderValue::from_str(&policy) {
        headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(value);
    }
    response
}

/// Keeps a page out of the browser's own store, unless its handler has said how it may be kept:
/// on a shared computer nobody leafs back to it after the one before has signed out.
pub async fn keep_nothing(mut response: Response) -> Response {
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Writes the content security policy; the page's own few lines of style are let in by their hash.
pub fn policy(style: Option<&StyleHash>) -> String {
    let style =
        style.filter(|hash| !hash.0.is_empty()).map_or(String::new(), |hash| format!(" '{}'", hash.0));
    format!(
        "default-src 'none'; style-src 'self'{style}; script-src 'self'; img-src 'self' data: blob:; \
         connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}
