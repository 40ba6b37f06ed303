//! The numbers by which the world knows a house: ISIL, DBS, GND, Wikidata.
use crate::base::sentence::Sentence;

/// A register in which a house can have a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Identifier {
    /// International Standard Identifier for Libraries and Related Organizations (ISO 15511).
    Isil,
    /// Number in the German library statistics.
    Dbs,
    /// Number in the Integrated Authority File of the German National Library.
    Gnd,
    /// Item number at Wikidata.
    Qid,
}

impl Identifier {
    pub const ALL: [Identifier; 4] = [Self::Isil, Self::Dbs, Self::Gnd, Self::Qid];

    /// The register's own name, the same in both languages.
    pub fn label(self) -> &'static str {
        match self {
            Self::Isil => "ISIL",
            Self::Dbs => "DBS-ID",
            Self::Gnd => "GND",
            Self::Qid => "Wikidata-QID",
        }
    }

    /// Reads what somebody typed or pasted and gives it back as the register writes it.
    ///
    /// Spaces, pasted addresses and the case of a prefix are put right silently; everything that
    /// would need a guess is refused with a sentence that says what was probably meant.
    pub fn read(self, typed: &str) -> Result<String, Sentence> {
        let text = bare(typed);
        if text.is_empty() {
            return Err(Sentence::new("institution-identifier-empty").with("field", self.label()));
        }
        if several(&text) {
            return Err(Sentence::new("institution-identifier-several").with("field", self.label()));
        }
        self.check(&text).map_err(|why| match Self::ALL.into_iter().find(|other| other.fits(&text)) {
            Some(other) if other != self => Sentence::new("institution-identifier-misplaced")
                .with("value", &text)
                .with("field", self.label())
                .with("belongs", other.label()),
            _ => why,
        })
    }

    /// The page of the register about this number; the library statistics have none.
    pub fn address(self, value: &str) -> Option<String> {
        match self {
            Self::Isil => Some(format!("https://ld.zdb-services.de/resource/organisations/{value}")),
            Self::Dbs => None,
            Self::Gnd => Some(format!("https://d-nb.info/gnd/{value}")),
            Self::Qid => Some(format!("https://www.wikidata.org/wiki/{value}")),
        }
    }

    /// Whether a text is so plainly a number of this register that it sits in the wrong field elsewhere.
    fn fits(self, text: &str) -> bool {
        self.check(text).is_ok()
    }

    fn check(self, text: &str) -> Result<String, Sentence> {
        match self {
            Self::Isil => isil(text),
            Self::Dbs => dbs(text),
            Self::Gnd => gnd(text),
            Self::Qid => qid(text),
        }
    }
}

/// Takes away what comes along when people paste: spaces, an address around it, a label before it.
fn bare(typed: &str) -> String {
    let mut text: String = typed
        .chars()
        .map(|c| if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c })
        .collect::<String>()
        .trim()
        .to_owned();
    if let Some((_, rest)) = text.split_once("://") {
        let path = rest.split(['#', '?']).next().unwrap_or_default().trim_end_matches('/');
        text = path.rsplit('/').next().unwrap_or_default().to_owned();
    }
    for label in ["(DE-588)", "ISIL", "DBS-ID", "DBS-", "DBS", "GND", "QID", "Wikidata"] {
        let cut = text.get(..label.len()).filter(|start| start.eq_ignore_ascii_case(label)).map(str::len);
        if let Some(cut) = cut.filter(|_| label != "DBS-" || dbs(&text[4..]).is_ok()) {
            text = text[cut..].trim_start_matches([':', ' ']).to_owned();
        }
    }
    match text.split_whitespace().count() {
        0 | 1 => text.trim().to_owned(),
        // A space between two numbers separates them; elsewhere it is only a slip of the thumb.
        _ if text.split_whitespace().filter(|part| part.contains('-') && part.len() > 3).count() > 1 => {
            text.split_whitespace().collect::<Vec<_>>().join(",")
        }
        _ => text.split_whitespace().collect(),
    }
}

fn several(text: &str) -> bool {
    text.contains([',', ';', '|']) || text.to_ascii_uppercase().contains("%2C")
}

/// Prefix, hyphen, local part; at most 16 characters. Museums have six digits behind `DE-MUS-`.
fn isil(text: &str) -> Result<String, Sentence> {
    let wrong = |key| Sentence::new(key).with("value", text);
    let Some((prefix, local)) = text.split_once('-') else {
        let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == '_');
        let likely = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
        let home = text.get(..2).is_none_or(|start| start.eq_ignore_ascii_case("DE") || digits == text);
        return Err(match likely && home {
            true => wrong("institution-isil-hyphen").with("suggestion", format!("DE-{digits}")),
            false => wrong("institution-isil-shape"),
        });
    };
    let written = format!("{}-{local}", prefix.to_ascii_uppercase());
    let letters = (1..=4).contains(&prefix.len()) && prefix.chars().all(|c| c.is_ascii_alphabetic());
    let sound = local.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | ':'));
    let edges = local.starts_with(|c: char| c.is_ascii_alphanumeric())
        && local.ends_with(|c: char| c.is_ascii_alphanumeric());
    if written.starts_with("DBS-") {
        return Err(wrong("institution-isil-pseudo"));
    }
    if !letters || !sound || !edges {
        return Err(wrong("institution-isil-shape"));
    }
    if written.len() > 16 {
        return Err(wrong("institution-isil-long"));
    }
    let museum = written.get(3..6).is_some_and(|part| part.eq_ignore_ascii_case("MUS"));
    if !written.starts_with("DE-") || !museum {
        return Ok(written);
    }
    match written[6..].strip_prefix('-') {
        Some(number) if number.len() == 6 && number.chars().all(|c| c.is_ascii_digit()) => {
            Ok(format!("DE-MUS-{number}"))
        }
        _ => Err(wrong("institution-isil-museum")),
    }
}

/// Two letters and three digits.
fn dbs(text: &str) -> Result<String, Sentence> {
    let written = text.to_ascii_uppercase();
    let sound = written.len() == 5
        && written.bytes().take(2).all(|b| b.is_ascii_uppercase())
        && written.bytes().skip(2).all(|b| b.is_ascii_digit());
    if sound { Ok(written) } else { Err(Sentence::new("institution-dbs-shape").with("value", text)) }
}

/// Digits and a check digit, which is `X` for ten.
///
/// The digits are weighted 2, 3, 4 … from the right. Numbers with a hyphen come from the former files of
/// corporate bodies and subject headings and end in the sum modulo 11; numbers without one end in
/// what is missing to the next multiple of 11 (German National Library, rules for check digits,
/// confirmed on every GND number of the Wikidata extract).
fn gnd(text: &str) -> Result<String, Sentence> {
    let written = text.to_ascii_uppercase();
    let hyphen = written.contains('-');
    let split = if hyphen { written.split_once('-') } else { written.split_at_checked(written.len() - 1) };
    let Some((digits, check)) = split.filter(|(digits, check)| {
        let length = if hyphen { 2..=8 } else { 8..=10 };
        length.contains(&digits.len())
            && digits.bytes().all(|b| b.is_ascii_digit())
            && check.len() == 1
            && check.bytes().all(|b| b.is_ascii_digit() || b == b'X')
    }) else {
        return Err(Sentence::new("institution-gnd-shape").with("value", text));
    };
    let sum: u32 =
        digits.bytes().rev().zip(2..).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let rest = if hyphen { sum % 11 } else { (11 - sum % 11) % 11 };
    let right = if rest == 10 { "X".to_owned() } else { rest.to_string() };
    if check == right { Ok(written) } else { Err(Sentence::new("institution-gnd-check").with("value", text)) }
}

/// The letter Q and a number without leading zero.
fn qid(text: &str) -> Result<String, Sentence> {
    let written = text.to_ascii_uppercase();
    let number = written.strip_prefix('Q').unwrap_or_default();
    let sound = (1..=12).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
        && !number.starts_with('0');
    if sound { Ok(written) } else { Err(Sentence::new("institution-qid-shape").with("value", text)) }
}

#[cfg(test)]
#[path = "tests/identifier.rs"]
mod tests;
