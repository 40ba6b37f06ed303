//! What a signature covers, and what it has to.
use url::Url;

use super::Scheme;
use super::fault::Fault;

/// One covered part, by its name in either scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// `@method`
    Method,
    /// `@target-uri`: scheme, host, path and query
    WholeTarget,
    /// `@authority`
    Authority,
    /// `@scheme`
    Scheme,
    /// `@path`
    Path,
    /// `@query`
    Query,
    /// `@request-target`: path and query
    RequestTarget,
    /// `(request-target)` of draft-cavage: method, path and query
    MethodAndTarget,
    /// `(created)`
    Created,
    /// `(expires)`
    Expires,
    /// A header by its name in small letters.
    Header(String),
}

impl Part {
    /// Names the part as it is written.
    pub fn name(&self) -> &str {
        match self {
            Part::Method => "@method",
            Part::WholeTarget => "@target-uri",
            Part::Authority => "@authority",
            Part::Scheme => "@scheme",
            Part::Path => "@path",
            Part::Query => "@query",
            Part::RequestTarget => "@request-target",
            Part::MethodAndTarget => "(request-target)",
            Part::Created => "(created)",
            Part::Expires => "(expires)",
            Part::Header(name) => name,
        }
    }

    pub fn is_header(&self, name: &str) -> bool {
        matches!(self, Part::Header(it) if it == name)
    }

    pub fn names_the_host(&self) -> bool {
        matches!(self, Part::WholeTarget | Part::Authority) || self.is_header("host")
    }
}

/// Gives what we sign ourselves: what real servers insist on, and nothing more.
pub fn usual(scheme: Scheme, has_body: bool) -> Vec<Part> {
    let header = |name: &str| Part::Header(name.to_owned());
    let (mut parts, digest) = match scheme {
        Scheme::Rfc9421 => (vec![Part::Method, Part::WholeTarget], "content-digest"),
        Scheme::Cavage => (vec![Part::MethodAndTarget, header("host"), header("date")], "digest"),
    };
    if has_body {
        parts.push(header(digest));
    }
    parts
}

/// Demands that nothing that matters can be exchanged under a signature. The time is checked apart.
pub fn check(parts: &[Part], url: &Url, has_body: bool) -> Result<(), Fault> {
    let has = |wanted: &[Part]| parts.iter().any(|part| wanted.contains(part));
    let demand = |is_there, what| if is_there { Ok(()) } else { Err(Fault::Uncovered(what)) };
    demand(has(&[Part::Method, Part::MethodAndTarget]), "the method")?;
    demand(parts.iter().any(Part::names_the_host), "the host")?;
    let whole = [Part::WholeTarget, Part::RequestTarget, Part::MethodAndTarget];
    demand(has(&whole) || has(&[Part::Path]), "the path")?;
    demand(has(&whole) || has(&[Part::Query]) || url.query().is_none(), "the query")?;
    let digested = ["content-digest", "digest"].iter().any(|name| parts.iter().any(|it| it.is_header(name)));
    demand(digested || !has_body, "a digest of the body")
}
