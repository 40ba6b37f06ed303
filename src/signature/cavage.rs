//! draft-cavage-http-signatures-12, as real servers insist on it.
use base64::{Engine, engine::general_purpose::STANDARD};
use http::HeaderName;

use super::Scheme;
use super::cover::Part;
use super::fault::Fault;
use super::given::{Algorithm, Given, SIGNATURE, Terms, add, header_part};
use super::key::PrivateKey;
use super::message::Message;

/// Signs, and gives the header: no space after the commas, for some servers split at the comma alone.
pub fn write(
    key: &PrivateKey,
    terms: &Terms<'_>,
    message: &Message<'_>,
) -> Result<Vec<(HeaderName, String)>, Fault> {
    let key_id = terms.key_id;
    if !key_id.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\')) {
        return Err(Fault::KeyUnfit("its id does not fit between quotes"));
    }
    let algorithm = terms.algorithm.unwrap_or(match key.algorithm() {
        Algorithm::Rsa => "rsa-sha256",
        Algorithm::Ed25519 => "hs2019",
    });
    let times = [("created", terms.created), ("expires", terms.expires)];
    let times: String = times.iter().filter_map(|(name, at)| Some(format!("{name}={},", (*at)?))).collect();
    let names = terms.parts.iter().map(Part::name).collect::<Vec<_>>().join(" ");
    let signed = base(terms.parts, terms.created, terms.expires, message)?;
    let signature = STANDARD.encode(key.sign(&signed)?);
    let value = format!(
        "keyId=\"{key_id}\",algorithm=\"{algorithm}\",{times}headers=\"{names}\",signature=\"{signature}\""
    );
    Ok(vec![(SIGNATURE, value)])
}

/// Reads the header.
pub fn read(text: &str) -> Result<Given, Fault> {
    let mut found = Fields(pairs(text)?);
    let algorithm = found.take("algorithm")?;
    let created = found.number("created")?;
    let expires = found.number("expires")?;
    let covered = found.take("headers")?;
    let usual = if created.is_some() { "(created)" } else { "date" };
    let mut parts = Vec::new();
    for name in covered.as_deref().unwrap_or(usual).split_ascii_whitespace() {
        add(&mut parts, named(name)?)?;
    }
    check(algorithm.as_deref(), &parts)?;
    let signature = found.take("signature")?.ok_or(Fault::Unreadable("it has no signature"))?;
    Ok(Given {
        scheme: Scheme::Cavage,
        key_id: found.take("keyId")?.ok_or(Fault::Unreadable("it names no key"))?,
        algorithm: algorithm.map_or(Ok(None), |name| read_algorithm(&name))?,
        parts,
        created,
        expires,
        signature: STANDARD.decode(signature).map_err(|_| Fault::Unreadable("it is not Base64"))?,
        parameters: String::new(),
    })
}

/// Refuses what the draft forbids: an older algorithm's name promises the rules of before these two.
pub fn check(algorithm: Option<&str>, parts: &[Part]) -> Result<(), Fault> {
    let is_older = algorithm.is_some_and(|name| name != "hs2019");
    if is_older && parts.iter().any(|part| matches!(part, Part::Created | Part::Expires)) {
        return Err(Fault::Unreadable("(created) and (expires) go only with hs2019"));
    }
    Ok(())
}

pub fn read_algorithm(name: &str) -> Result<Option<Algorithm>, Fault> {
    match name {
        "hs2019" => Ok(None),
        "rsa-sha256" => Ok(Some(Algorithm::Rsa)),
        "ed25519" => Ok(Some(Algorithm::Ed25519)),
        other => Err(Fault::unknown(other)),
    }
}

/// Gives the part of a name.
pub fn named(name: &str) -> Result<Part, Fault> {
    let special = [Part::MethodAndTarget, Part::Created, Part::Expires];
    match special.into_iter().find(|part| part.name() == name) {
        Some(part) => Ok(part),
        None => header_part(name),
    }
}

/// The fields of the header; taking one that stands twice is refused, for the second could be a
/// stranger's.
struct Fields(Vec<(String, String)>);

impl Fields {
    fn take(&mut self, name: &str) -> Result<Option<String>, Fault> {
        let mut all = self.0.extract_if(.., |(it, _)| it == name).map(|(_, value)| value);
        let first = all.next();
        match all.next() {
            Some(_) => Err(Fault::Unreadable("something stands in it twice")),
            None => Ok(first),
        }
    }

    fn number(&mut self, name: &str) -> Result<Option<i64>, Fault> {
        let text = self.take(name)?;
        text.map(|it| it.parse().map_err(|_| Fault::Unreadable("a time is no number"))).transpose()
    }
}

/// Splits `name="value",name=value`; a backslash in quotes takes the next character as it is.
fn pairs(text: &str) -> Result<Vec<(String, String)>, Fault> {
    let broken = || Fault::Unreadable("it is no list of name=\"value\"");
    let mut rest = text.trim();
    let mut pairs = Vec::new();
    loop {
        let (name, after) = rest.split_once('=').ok_or_else(broken)?;
        let (value, after) = value(after.trim_start()).ok_or_else(broken)?;
        pairs.push((name.trim().to_owned(), value));
        let after = after.trim_start();
        if after.is_empty() {
            return Ok(pairs);
        }
        rest = after.strip_prefix(',').ok_or_else(broken)?;
    }
}

fn value(text: &str) -> Option<(String, &str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find(',').unwrap_or(text.len());
        return Some((text[..end].trim_end().to_owned(), &text[end..]));
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((value, &quoted[at + 1..])),
            '\\' => value.push(characters.next()?.1),
            other => value.push(other),
        }
    }
    None
}

/// Writes the lines that are signed.
pub fn base(
    parts: &[Part],
    created: Option<i64>,
    expires: Option<i64>,
    message: &Message<'_>,
) -> Result<Vec<u8>, Fault> {
    if parts.is_empty() {
        return Err(Fault::Unreadable("it covers nothing"));
    }
    let time = |at: Option<i64>, name| at.map(|at| at.to_string()).ok_or_else(|| Fault::absent(name));
    let mut base = Vec::with_capacity(512);
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            base.push(b'\n');
        }
        base.extend_from_slice(format!("{}: ", part.name()).as_bytes());
        let value = match part {
            Part::MethodAndTarget => {
                format!("{} {}", message.method.as_str().to_ascii_lowercase(), message.target())
            }
            Part::Created => time(created, "(created)")?,
            Part::Expires => time(expires, "(expires)")?,
            Part::Header(name) => {
                message.write_header(name, &mut base)?;
                continue;
            }
            other => return Err(Fault::unknown(other.name())),
        };
        base.extend_from_slice(value.as_bytes());
    }
    Ok(base)
}
