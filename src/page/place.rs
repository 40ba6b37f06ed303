//! Where a request belongs: which host, which language, which Verbund. Own domains and the
//! English pages are turned into the plain paths that `routes/` knows.
use std::collections::HashMap;
use std::sync::RwLock;

use axum::extract::{FromRequestParts, Request};
use axum::http::{Uri, header, request::Parts};

use crate::base::config::Config;
use crate::base::text::Lang;

/// Where a request came in, after languages and domains were taken out of its path.
#[derive(Debug, Clone, Default)]
pub struct Place {
    pub lang: Lang,
    /// Whether the address says the language (`/en/…`).
    pub lang_in_path: bool,
    /// The Verbund whose own domain this is, by its slug.
    pub own_domain_of: Option<String>,
    /// The path as it came in, with its query.
    pub asked: String,
}

impl Place {
    /// Gives what comes before every path of this language: nothing, or `/en`.
    pub fn lang_prefix(&self) -> &'static str {
        if self.lang_in_path { "/en" } else { "" }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Place {
    type Rejection = std::convert::Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts.extensions.get::<Place>().cloned().unwrap_or_default())
    }
}

/// The domains that Verbünde have of their own, as the process last learned them.
#[derive(Debug, Default)]
pub struct Domains(RwLock<HashMap<String, String>>);

impl Domains {
    pub fn learn(&self, domains: Vec<(String, String)>) {
        *self.0.write().expect("no panic while holding the domains") = domains.into_iter().collect();
    }

    fn slug_of(&self, host: &str) -> Option<String> {
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        self.0.read().expect("no panic while holding the domains").get(name).cloned()
    }
}

/// Paths that lead to the installation on every host.
const SHARED: [&str; 4] = ["/assets/", "/bild/", "/health", "/.well-known/"];

/// Finds the place of a request and rewrites its path accordingly.
pub fn find(mut request: Request, config: &Config, domains: &Domains) -> Request {
    let host = host_of(&request, config);
    let asked = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let (path, query) =
        asked.split_once('?').map_or((asked.as_str(), None), |(path, query)| (path, Some(query)));
    let (lang_in_path, mut path) = match path.strip_prefix("/en") {
        Some("") => (true, "/".to_owned()),
        Some(rest) if rest.starts_with('/') => (true, rest.to_owned()),
        _ => (false, path.to_owned()),
    };
    let own_domain_of = if host == config.public_host() { None } else { domains.slug_of(&host) };
    if let Some(slug) = &own_domain_of {
        if !SHARED.iter().any(|shared| path.starts_with(shared)) {
            path = format!("/{slug}{}", path.trim_end_matches('/'));
        }
    } else if path.len() > 1 && path.ends_with('/') {
        path = path.trim_end_matches('/').to_owned();
    }
    let lang = if lang_in_path { Lang::En } else { Lang::De };
    let target = match query {
        Some(query) => format!("{path}?{query}"),
        None => path,
    };
    if let Ok(uri) = target.parse::<Uri>() {
        *request.uri_mut() = uri;
    }
    request.extensions_mut().insert(Place { lang, lang_in_path, own_domain_of, asked });
    request
}

/// Reads the host; a proxy's word counts only when the proxy is trusted.
fn host_of(request: &Request, config: &Config) -> String {
    let peer = request
        .extensions()
        .get::<axum::extract::ConnectInfo<std::net::SocketAddr>>()
        .map(|info| info.0.ip());
    let trusted = peer.is_some_and(|peer| config.trusted_proxies.contains(&peer));
    let headers = request.headers();
    let forwarded = trusted.then(|| headers.get("x-forwarded-host")).flatten();
    forwarded
        .or_else(|| headers.get(header::HOST))
        .and_then(|value| value.to_str().ok())
        .map(str::to_ascii_lowercase)
        .or_else(|| request.uri().authority().map(|authority| authority.as_str().to_ascii_lowercase()))
        .unwrap_or_default()
}
