//! A request as a signature sees it.
use http::header::HOST;
use http::{HeaderMap, Method};
use url::Url;

use super::fault::Fault;

/// The parts of a request that can be signed.
#[derive(Clone)]
pub struct Message<'a> {
    pub method: &'a Method,
    pub url: &'a Url,
    /// Host, with its port where it is not the usual one.
    pub authority: String,
    pub headers: &'a HeaderMap,
}

impl<'a> Message<'a> {
    pub fn new(method: &'a Method, url: &'a Url, headers: &'a HeaderMap) -> Message<'a> {
        let host = url.host_str().unwrap_or_default();
        let authority = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        Message { method, url, authority, headers }
    }

    /// Gives the same request as if it had come to another host.
    pub fn as_for(&self, authority: String) -> Message<'a> {
        Message { authority, ..self.clone() }
    }

    /// Gives path and query, as the first line of a request has them.
    pub fn target(&self) -> String {
        match self.url.query() {
            Some(query) => format!("{}?{query}", self.url.path()),
            None => self.url.path().to_owned(),
        }
    }

    pub fn whole_target(&self) -> String {
        format!("{}://{}{}", self.url.scheme(), self.authority, self.target())
    }

    /// Writes a header's values, byte by byte as they came, several of them as one list. The host is
    /// always the one of the address.
    pub fn write_header(&self, name: &str, base: &mut Vec<u8>) -> Result<(), Fault> {
        if name == HOST.as_str() {
            base.extend_from_slice(self.authority.as_bytes());
            return Ok(());
        }
        let mut values = self.headers.get_all(name).iter().peekable();
        if values.peek().is_none() {
            return Err(Fault::absent(name));
        }
        while let Some(value) = values.next() {
            base.extend_from_slice(value.as_bytes().trim_ascii());
            if values.peek().is_some() {
                base.extend_from_slice(b", ");
            }
        }
        Ok(())
    }
}
