//! Letters that come back: what a server's words mean for an address, and which letter a report of a
//! failed delivery (RFC 3464) is about.
use mail_parser::{Message, MessageParser, MimeHeaders, PartType};

use super::{IssueId, SubscriberId};
use crate::base::clock::Instant;

/// What a server's words mean for the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// There is no such mailbox, or it is closed: nothing more goes there.
    Gone,
    /// This letter did not get there; the next one may.
    Soft,
}

/// A report that a letter could not be delivered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub letter: Option<(IssueId, SubscriberId)>,
    pub subscriber: Option<SubscriberId>,
    pub verdict: Verdict,
    /// The status in the words of RFC 3463, as `5.1.1`.
    pub status: String,
}

/// How many letters in a row have to come back, and over how many days, before an address counts as
/// given up.
const IN_A_ROW: usize = 3;
const OVER_DAYS: i64 = 2;

/// The largest report that is read, in bytes; what is longer is the letter itself.
pub const LONGEST: usize = 2 << 20;

/// Judges by the code of an answer and the status in its words. Only what speaks of the mailbox
/// itself ends an address: a server that finds the letter too large or us too unknown says nothing
/// about whoever was to read it.
pub fn verdict(code: Option<u16>, words: &str) -> Verdict {
    match status_in(words) {
        Some(status) if status.starts_with("5.1.") || status == "5.2.1" => Verdict::Gone,
        Some(_) => Verdict::Soft,
        None if matches!(code, Some(550 | 551 | 553)) => Verdict::Gone,
        None => Verdict::Soft,
    }
}

/// Finds a status such as `5.1.1` in a server's words.
fn status_in(words: &str) -> Option<String> {
    let word = |word: &&str| {
        let parts: Vec<&str> = word.split('.').collect();
        let digits = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        parts.len() == 3 && matches!(parts[0], "2" | "4" | "5") && parts.iter().all(digits)
    };
    let pieces = words.split(|c: char| !(c.is_ascii_digit() || c == '.'));
    pieces.map(|piece| piece.trim_matches('.')).find(word).map(str::to_owned)
}

/// Tells whether an address is given up: the last letters all came back, over some days. The newest
/// letter stands first, each with when it went out and whether it came back.
pub fn is_given_up(letters: &[(Instant, bool)]) -> bool {
    let row: Vec<Instant> =
        letters.iter().take_while(|(_, came_back)| *came_back).map(|(at, _)| *at).collect();
    match (row.first(), row.last()) {
        (Some(newest), Some(oldest)) if row.len() >= IN_A_ROW => *newest >= oldest.plus_hours(24 * OVER_DAYS),
        _ => false,
    }
}

/// Names a letter in its Message-ID, before the `@`.
pub fn message_name(issue: &IssueId, subscriber: &SubscriberId) -> String {
    format!("{}.{}", issue.as_str().replace('-', ""), subscriber.as_str().replace('-', ""))
}

/// Names a subscriber in the address to which failed letters come back (VERP).
pub fn return_path(bounces: &str, subscriber: &SubscriberId) -> String {
    let (local, domain) = bounces.split_once('@').unwrap_or((bounces, "invalid"));
    format!("{local}+{}@{domain}", subscriber.as_str().replace('-', ""))
}

/// Reads a mail that came back. What is no report of a final failure, such as "I am away" or "we go
/// on trying", is none.
pub fn read(mail: &[u8], recipient: Option<&str>) -> Option<Report> {
    let mail = &mail[..mail.len().min(LONGEST)];
    let message = MessageParser::default().parse(mail)?;
    let status = message.parts.iter().find(|part| part.is_content_type("message", "delivery-status"))?;
    let fields = String::from_utf8_lossy(status.contents()).into_owned();
    let action = field(&fields, "action")?;
    if !action.eq_ignore_ascii_case("failed") {
        return None;
    }
    let code = field(&fields, "status").unwrap_or_default();
    let words = field(&fields, "diagnostic-code").unwrap_or_default();
    let verdict = match code.starts_with('5') {
        true => verdict(None, &code),
        // Tried for days and given up.
        false => Verdict::Soft,
    };
    // A server that says only "5.0.0" may say more in the words of the one that refused.
    let verdict = match code.as_str() {
        "5.0.0" | "" => self::verdict(smtp_code(&words), &words),
        _ => verdict,
    };
    let letter = named_letter(&message);
    let to = recipient.map(str::to_owned).into_iter().chain(envelope_addresses(&message));
    let subscriber = to.filter_map(|address| named_subscriber(&address)).next();
    (letter.is_some() || subscriber.is_some()).then_some(Report { letter, subscriber, verdict, status: code })
}

/// Finds a field of the report about a recipient; lines that go on belong to it.
fn field(fields: &str, name: &str) -> Option<String> {
    let unfolded = fields.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let found = unfolded.lines().filter_map(|line| line.split_once(':'));
    let mut values = found.filter(|(key, _)| key.trim().eq_ignore_ascii_case(name));
    values.next().map(|(_, value)| value.trim().chars().take(500).collect())
}

/// Reads the three digits with which a server's words begin, as in `smtp; 550 5.1.1 nobody`.
fn smtp_code(words: &str) -> Option<u16> {
    words.split(|c: char| !c.is_ascii_digit()).find(|piece| piece.len() == 3)?.parse().ok()
}

/// Finds the Message-ID of the letter inside the report: whole, or its head alone.
fn named_letter(message: &Message<'_>) -> Option<(IssueId, SubscriberId)> {
    message.parts.iter().find_map(|part| match &part.body {
        PartType::Message(inner) => inner.message_id().and_then(letter_of),
        _ if part.is_content_type("text", "rfc822-headers") => {
            let head = MessageParser::default().parse_headers(part.contents())?;
            head.message_id().and_then(letter_of)
        }
        _ => None,
    })
}

fn letter_of(message_id: &str) -> Option<(IssueId, SubscriberId)> {
    let (name, _) = message_id.trim_matches(['<', '>']).split_once('@')?;
    let (issue, subscriber) = name.split_once('.')?;
    Some((IssueId(uuid_of(issue)?), SubscriberId(uuid_of(subscriber)?)))
}

fn envelope_addresses(message: &Message<'_>) -> Vec<String> {
    let raw = ["X-Original-To", "Delivered-To", "To"].into_iter();
    raw.filter_map(|name| message.header_raw(name)).map(|value| value.trim().to_owned()).collect()
}

fn named_subscriber(address: &str) -> Option<SubscriberId> {
    let (_, rest) = address.split_once('+')?;
    uuid_of(rest.split('@').next()?).map(SubscriberId)
}

/// Writes 32 hexadecimal digits as ids are kept.
fn uuid_of(digits: &str) -> Option<String> {
    let plain = digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let id = uuid::Uuid::parse_str(digits).ok().filter(|_| plain)?;
    Some(id.hyphenated().to_string())
}
