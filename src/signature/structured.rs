//! RFC 9421: two dictionaries of structured fields.
use base64::{Engine, engine::general_purpose::STANDARD};
use http::HeaderName;
use sfv::{BareItem, Dictionary, FieldType, InnerList, Item, List, ListEntry, Parser};

use super::Scheme;
use super::cover::Part;
use super::fault::Fault;
use super::given::{Algorithm, Given, SIGNATURE, SIGNATURE_INPUT, Terms, add, header_part};
use super::key::PrivateKey;
use super::message::Message;

/// The label of our own signatures.
const LABEL: &str = "sig1";

/// Signs, and gives the two headers.
pub fn write(
    key: &PrivateKey,
    terms: &Terms<'_>,
    message: &Message<'_>,
) -> Result<Vec<(HeaderName, String)>, Fault> {
    let parameters = parameters(terms, key.algorithm())?;
    let signature = STANDARD.encode(key.sign(&base(terms.parts, &parameters, message)?)?);
    Ok(vec![
        (SIGNATURE_INPUT, format!("{LABEL}={parameters}")),
        (SIGNATURE, format!("{LABEL}=:{signature}:")),
    ])
}

/// Writes what the last line of what is signed says.
pub fn parameters(terms: &Terms<'_>, algorithm: Algorithm) -> Result<String, Fault> {
    let names: Vec<String> = terms.parts.iter().map(|part| format!("\"{}\"", part.name())).collect();
    let quoted = |text: &str| match sfv::StringRef::from_str(text) {
        Ok(text) => Ok(text.as_str().replace('\\', "\\\\").replace('"', "\\\"")),
        Err(_) => Err(Fault::KeyUnfit("its id is not ASCII")),
    };
    let mut text = format!("({})", names.join(" "));
    let times = [("created", terms.created), ("expires", terms.expires)];
    for (name, at) in times.into_iter().filter_map(|(name, at)| Some((name, at?))) {
        text.push_str(&format!(";{name}={at}"));
    }
    let usual = match algorithm {
        Algorithm::Rsa => "rsa-v1_5-sha256",
        Algorithm::Ed25519 => "ed25519",
    };
    let algorithm = quoted(terms.algorithm.unwrap_or(usual))?;
    // In the order of the RFC's own list, for there are readers that keep to no other.
    Ok(format!("{text};alg=\"{algorithm}\";keyid=\"{}\"", quoted(terms.key_id)?))
}

/// Reads the one signature of the two headers.
pub fn read(input: &str, signature: &str) -> Result<Given, Fault> {
    let inputs = dictionary(input)?;
    let signatures = dictionary(signature)?;
    if inputs.len() > 1 || signatures.len() > 1 {
        return Err(Fault::Several);
    }
    let (label, list) = match inputs.into_iter().next() {
        Some((label, ListEntry::InnerList(list))) => (label, list),
        Some(_) => return Err(Fault::Unreadable("the Signature-Input is no list of parts")),
        None => return Err(Fault::NoSignature),
    };
    let signature = match signatures.get(&label) {
        Some(ListEntry::Item(Item { bare_item: BareItem::ByteSequence(it), .. })) => it.clone(),
        _ => return Err(Fault::Unreadable("the Signature has no bytes for the Signature-Input")),
    };
    let mut parts = Vec::new();
    for item in &list.items {
        add(&mut parts, part(item)?)?;
    }
    let number = |name| parameter(&list, name, |it| it.as_integer().map(i64::from));
    let text = |name| parameter(&list, name, |it| it.as_string().map(|it| it.as_str().to_owned()));
    Ok(Given {
        scheme: Scheme::Rfc9421,
        key_id: text("keyid")?.ok_or(Fault::Unreadable("it names no key"))?,
        algorithm: text("alg")?.map(|name| algorithm(&name)).transpose()?,
        parts,
        created: number("created")?,
        expires: number("expires")?,
        signature,
        parameters: List::from([ListEntry::InnerList(list)])
            .serialize()
            .ok_or(Fault::Unreadable("the Signature-Input is no list of parts"))?,
    })
}

fn dictionary(text: &str) -> Result<Dictionary, Fault> {
    Parser::new(text).parse().map_err(|_| Fault::Unreadable("it is no dictionary of structured fields"))
}

fn parameter<T>(
    list: &InnerList,
    name: &str,
    read: impl Fn(&BareItem) -> Option<T>,
) -> Result<Option<T>, Fault> {
    match list.params.get(name) {
        None => Ok(None),
        Some(value) => read(value).map(Some).ok_or(Fault::Unreadable("a parameter has the wrong type")),
    }
}

pub fn algorithm(name: &str) -> Result<Algorithm, Fault> {
    match name {
        "rsa-v1_5-sha256" => Ok(Algorithm::Rsa),
        "ed25519" => Ok(Algorithm::Ed25519),
        other => Err(Fault::unknown(other)),
    }
}

/// Reads one part. Parts with parameters (`;sf`, `;bs`, `;req` …) are no part of what servers sign.
fn part(item: &Item) -> Result<Part, Fault> {
    let name = item.bare_item.as_string().ok_or(Fault::Unreadable("a part is no text"))?.as_str();
    if item.params.is_empty() { named(name) } else { Err(Fault::unknown(name)) }
}

/// Gives the part of a name.
pub fn named(name: &str) -> Result<Part, Fault> {
    let derived = [
        Part::Method,
        Part::WholeTarget,
        Part::Authority,
        Part::Scheme,
        Part::Path,
        Part::Query,
        Part::RequestTarget,
    ];
    match derived.into_iter().find(|part| part.name() == name) {
        Some(part) => Ok(part),
        None if name.bytes().any(|byte| byte.is_ascii_uppercase()) => Err(Fault::unknown(name)),
        None => header_part(name),
    }
}

/// Writes the lines that are signed.
pub fn base(parts: &[Part], parameters: &str, message: &Message<'_>) -> Result<Vec<u8>, Fault> {
    let mut base = Vec::with_capacity(512);
    for part in parts {
        base.extend_from_slice(format!("\"{}\": ", part.name()).as_bytes());
        let value = match part {
            Part::Method => message.method.as_str().to_owned(),
            Part::WholeTarget => message.whole_target(),
            Part::Authority => message.authority.clone(),
            Part::Scheme => message.url.scheme().to_owned(),
            Part::Path => message.url.path().to_owned(),
            Part::Query => format!("?{}", message.url.query().unwrap_or_default()),
            Part::RequestTarget => message.target(),
            Part::Header(name) => {
                message.write_header(name, &mut base)?;
                String::new()
            }
            other => return Err(Fault::unknown(other.name())),
        };
        base.extend_from_slice(value.as_bytes());
        base.push(b'\n');
    }
    base.extend_from_slice(b"\"@signature-params\": ");
    base.extend_from_slice(parameters.as_bytes());
    Ok(base)
}
