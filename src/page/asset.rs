//! Stylesheet, scripts and drawn marks, from inside the binary, under addresses that change with
//! their contents so that browsers may keep them for ever.
use std::collections::HashMap;
use std::io::Write;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use sha2::{Digest, Sha256};

#[derive(rust_embed::RustEmbed)]
#[folder = "assets/"]
struct Files;

struct Asset {
    kind: &'static str,
    body: Bytes,
    gzip: Bytes,
}

static ASSETS: LazyLock<HashMap<String, Asset>> = LazyLock::new(|| {
    Files::iter()
        .map(|name| {
            let body = Bytes::from(Files::get(&name).expect("an embedded file").data.into_owned());
            let asset = Asset { kind: kind_of(&name), gzip: gzip(&body), body };
            (name.into_owned(), asset)
        })
        .collect()
});

/// One hash over all assets: scripts that load each other always come from the same build.
static HASH: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<&String> = ASSETS.keys().collect();
    names.sort();
    let mut hasher = Sha256::new();
    for name in names {
        hasher.update(name.as_bytes());
        hasher.update(&ASSETS[name].body);
    }
    hex::encode(&hasher.finalize()[..6])
});

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// Compresses once what is sent many times.
pub fn gzip(body: &[u8]) -> Bytes {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(body).expect("writing to memory");
    encoder.finish().expect("writing to memory").into()
}

/// Gives the address of an asset; a name that does not exist is a fault of ours that tests find.
pub fn href(name: &str) -> String {
    if !ASSETS.contains_key(name) {
        tracing::error!(name, "an asset is missing");
    }
    format!("/assets/{}/{name}", *HASH)
}

/// Serves an asset; the hash in the address is for the browser's store and is not checked, so that
/// a page from before an update still gets its stylesheet.
pub async fn serve(Path((_, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.get(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let fields = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
    ];
    if super::cached::accepts_gzip(&headers) {
        return (fields, [(header::CONTENT_ENCODING, "gzip")], asset.gzip.clone()).into_response();
    }
    (fields, asset.body.clone()).into_response()
}
