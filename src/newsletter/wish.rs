//! What somebody wants to get, as they say it in a form.
use super::{Choice, Rhythm};
use crate::base::sentence::Sentence;
use crate::institution::Institution;
use crate::page::form::{Faults, Form};
use crate::topic::Topic;

/// The longest address there is (RFC 5321).
const LONGEST: usize = 254;

/// The field that people do not see and programs fill in.
pub const TRAP: &str = "website";

/// What somebody wants to get, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    pub rhythm: Rhythm,
    /// Empty for everything.
    pub choices: Vec<Choice>,
}

/// Reads an address: one mailbox, nothing else. What has a line break, a comma or a name in it is
/// refused: it would end up in the head of a letter.
pub fn address(typed: &str) -> Result<String, Sentence> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Sentence::new("newsletter-address-missing"));
    }
    let wrong = || Sentence::new("newsletter-address-wrong");
    let (local, domain) = typed.rsplit_once('@').ok_or_else(wrong)?;
    // A domain with letters of its own becomes what servers know it by.
    let domain = match url::Host::parse(domain) {
        Ok(url::Host::Domain(domain)) if domain.contains('.') && !domain.ends_with('.') => domain,
        _ => return Err(wrong()),
    };
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&byte);
    let is_good = !local.is_empty()
        && local.len() <= 64
        && local.bytes().all(is_plain)
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..");
    let whole = format!("{local}@{domain}");
    match is_good && whole.len() <= LONGEST && whole.parse::<lettre::Address>().is_ok() {
        true => Ok(whole),
        false => Err(wrong()),
    }
}

/// Reads what somebody wants; houses and topics that are none of this Verbund are left out.
pub fn wish(form: &Form, houses: &[&Institution], topics: &[Topic]) -> (Wish, Faults) {
    let mut faults = Faults::default();
    let rhythm = Rhythm::from_code(&form.text("rhythm")).unwrap_or_else(|| {
        faults.add("rhythm", Sentence::new("newsletter-rhythm-missing"));
        Rhythm::Digest
    });
    let mut choices = Vec::new();
    if form.text("scope") == "some" {
        let known = |kind: &str, ids: &mut dyn Iterator<Item = &str>| -> Vec<Choice> {
            let asked = form.all(kind);
            let found = ids.filter(|id| asked.iter().any(|one| one == id));
            found.map(|id| Choice { kind: kind.to_owned(), target_id: id.to_owned() }).collect()
        };
        choices.extend(known("house", &mut houses.iter().map(|house| house.id.as_str())));
        choices.extend(known("topic", &mut topics.iter().map(|topic| topic.id.as_str())));
        if choices.is_empty() {
            faults.add("scope", Sentence::new("newsletter-choice-missing"));
        }
    }
    (Wish { rhythm, choices }, faults)
}
