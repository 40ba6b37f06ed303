//! The answers to every failure, in the reader's language and with a way onward.
use std::sync::{Arc, OnceLock};

use axum::extract::{Request, State};
use axum::http::{Extensions, HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::failure::Failure;
use super::html;
use super::place::Place;
use crate::base::app::App;
use crate::base::error::Error;
use crate::base::sentence::Sentence;
use crate::base::text::Lang;

/// Who asks, as far as the frame of every answer has to know: whoever finds it out notes it here.
#[derive(Debug, Clone, Copy)]
pub struct Asker {
    /// The language in which the person works. Addresses at the desk name none.
    pub lang: Lang,
    /// Whether they sit at a shared computer, in which nothing may be left.
    pub is_shared: bool,
}

#[derive(Debug, Clone, Default)]
struct Note(Arc<OnceLock<Asker>>);

impl Asker {
    /// Notes who asks, once.
    pub fn note(self, extensions: &Extensions) {
        if let Some(note) = extensions.get::<Note>() {
            let _ = note.0.set(self);
        }
    }
}

/// A failure on its way out; the frame around it is made where language and place are known.
#[derive(Debug, Clone)]
struct Failed(Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = status(&self).into_response();
        response.extensions_mut().insert(Failed(Arc::new(self)));
        response
    }
}

/// Tells the status of a failure; nothing else knows status codes.
fn status(error: &Error) -> StatusCode {
    match error {
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::Gone => StatusCode::GONE,
        Error::SignIn => StatusCode::UNAUTHORIZED,
        Error::NotAllowed(_) => StatusCode::FORBIDDEN,
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Refused(_) => StatusCode::CONFLICT,
        Error::Stale => StatusCode::CONFLICT,
        Error::Busy(_) => StatusCode::TOO_MANY_REQUESTS,
        Error::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Turns failures into pages (or into JSON for scripts), and plain refusals of the router likewise.
pub async fn dress(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let mut place = request.extensions().get::<Place>().cloned().unwrap_or_default();
    let note = Note::default();
    request.extensions_mut().insert(note.clone());
    let wants_json = wants_json(request.headers());
    let reads = request.method() == Method::GET || request.method() == Method::HEAD;
    let uri = request.uri().clone();
    let mut response = next.run(request).await;
    let asker = note.0.get();
    if asker.is_some_and(|asker| asker.is_shared) {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    let failed = response.extensions_mut().remove::<Failed>();
    let code = response.status();
    let error = match (failed, code) {
        (Some(failed), _) => failed.0,
        (None, StatusCode::NOT_FOUND) if is_bare(&response) => Error::NotFound.into(),
        (None, StatusCode::METHOD_NOT_ALLOWED) => Error::NotFound.into(),
        (None, _) => match unread(code, reads).filter(|_| is_plain(&response)) {
            Some(why) => Error::Refused(Sentence::new(why)).into(),
            None => return response,
        },
    };
    if let Some(asker) = asker.filter(|_| !place.lang_in_path) {
        (place.lang, place.lang_in_path) = (asker.lang, asker.lang != Lang::default());
    }
    if matches!(*error, Error::SignIn) && reads && !wants_json {
        let back: String = form_urlencoded::byte_serialize(
            uri.path_and_query().map_or("/", |path| path.as_str()).as_bytes(),
        )
        .collect();
        return html::see_other(&format!("{}/sign-in?back={back}", place.lang_prefix()));
    }
    let is_inside = asker.is_some() && !matches!(*error, Error::SignIn);
    let home = if is_inside { "/desk".to_owned() } else { format!("{}/", place.lang_prefix()) };
    let failure = Failure::new(&error, place.lang, &app, home);
    let mut answer = if wants_json { failure.json(code) } else { failure.page(code) };
    if let Some(allowed) = response.headers_mut().remove(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allowed);
    }
    if let Error::Busy(until) = *error {
        let seconds = (until.millis() - app.clock.now().millis()).max(1000) / 1000;
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

/// Says in our words what the framework tells in its own when it cannot read an address or what was
/// sent; handlers never see such a request.
fn unread(code: StatusCode, reads: bool) -> Option<&'static str> {
    match code {
        StatusCode::BAD_REQUEST if reads => Some("page-address-unread"),
        StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE | StatusCode::UNPROCESSABLE_ENTITY => {
            Some("page-form-kind")
        }
        StatusCode::PAYLOAD_TOO_LARGE => Some("page-form-too-long"),
        _ => None,
    }
}

fn is_plain(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

fn wants_json(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|value| value.as_bytes().starts_with(b"application/json"))
}

fn is_bare(response: &Response) -> bool {
    !response.headers().contains_key(header::CONTENT_TYPE)
        || response.headers().get(header::CONTENT_LENGTH).is_some_and(|length| length == "0")
}
