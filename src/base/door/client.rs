//! The connection behind the door.
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use super::{Trouble, address};
use crate::base::config::Outgoing as Rules;

/// How long names, connection and encryption may take together.
const CONNECT: Duration = Duration::from_secs(8);
/// How many headers an answer may have.
const HEADERS: usize = 100;
/// How many bytes they may have over HTTP/2.
const HEAD: u32 = 64 << 10;

/// Builds the client: no redirects and no proxy of its own, names looked up by our rules.
pub fn build(rules: &Rules) -> reqwest::Client {
    let builder = reqwest::Client::builder()
        .user_agent(concat!("Verbund/", env!("CARGO_PKG_VERSION")))
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .connect_timeout(CONNECT)
        .http1_max_headers(HEADERS)
        .http2_max_header_list_size(HEAD)
        .dns_resolver(Arc::new(Lookup(Arc::new(rules.clone()))))
        .tls_backend_preconfigured(trust(rules));
    builder.build().expect("a client with these settings can always be built")
}

/// Trusts the certificates of the system, and those that the settings name.
fn trust(rules: &Rules) -> rustls::ClientConfig {
    use rustls::pki_types::{CertificateDer, pem::PemObject};
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    roots.add_parsable_certificates(CertificateDer::pem_slice_iter(&rules.trusted).flatten());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("the provider knows the usual versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    config
}

/// Sorts what went wrong by whether anything went out. The text names neither path nor query.
pub fn trouble(error: reqwest::Error) -> Trouble {
    let error = error.without_url();
    let mut said = error.to_string();
    let mut is_closed = false;
    let mut source = std::error::Error::source(&error);
    while let Some(inner) = source {
        said = format!("{said}: {inner}");
        is_closed |= inner.is::<Closed>();
        source = inner.source();
    }
    if is_closed {
        Trouble::Forbidden(said)
    } else if error.is_connect() || error.is_builder() {
        Trouble::Unreached(said)
    } else {
        Trouble::Lost(said)
    }
}

/// What a name resolves to may not be reached.
#[derive(Debug, thiserror::Error)]
#[error("{0} resolves to nothing of the open Internet")]
struct Closed(String);

/// Looks names up and gives only addresses that may be reached: what is checked is what is used.
struct Lookup(Arc<Rules>);

impl Resolve for Lookup {
    fn resolve(&self, name: Name) -> Resolving {
        let rules = self.0.clone();
        Box::pin(async move {
            let known: Vec<SocketAddr> =
                rules.known.iter().filter(|(it, _)| it == name.as_str()).map(|(_, at)| *at).collect();
            if !known.is_empty() {
                return Ok(Box::new(known.into_iter()) as Addrs);
            }
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let open: Vec<SocketAddr> = found.filter(|at| address::may_reach(at.ip(), &rules)).collect();
            if open.is_empty() {
                return Err(Closed(name.as_str().to_owned()).into());
            }
            Ok(Box::new(open.into_iter()) as Addrs)
        })
    }
}
