//! Addresses that people can read, and that still lead there when a title changes.

/// The longest part of an address that is made of words, in characters.
const LONGEST: usize = 60;

/// Turns a title into words for an address: "Öl & Äpfel" becomes `oel-aepfel`. Letters that are
/// neither German nor plain are left out; nothing may remain.
pub fn words(title: &str) -> String {
    let mut out = String::new();
    for c in title.to_lowercase().chars() {
        let piece: &str = match c {
            'ä' | 'æ' => "ae",
            'ö' | 'œ' => "oe",
            'ü' => "ue",
            'ß' => "ss",
            'á' | 'à' | 'â' | 'ã' | 'å' => "a",
            'é' | 'è' | 'ê' | 'ë' => "e",
            'í' | 'ì' | 'î' | 'ï' | 'ı' => "i",
            'ó' | 'ò' | 'ô' | 'õ' | 'ø' => "o",
            'ú' | 'ù' | 'û' => "u",
            'ç' => "c",
            'ñ' => "n",
            'ş' | 'š' => "s",
            'ğ' => "g",
            'ž' => "z",
            // "Oma’s" and "don't" are one word.
            '\'' | '’' | '‘' | '\u{ad}' => "",
            c if c.is_ascii_alphanumeric() => {
                out.push(c);
                continue;
            }
            _ if out.is_empty() || out.ends_with('-') => "",
            _ => "-",
        };
        out.push_str(piece);
    }
    if out.len() > LONGEST {
        let end = out[..=LONGEST].rfind('-').unwrap_or(LONGEST);
        out.truncate(end);
    }
    out.trim_end_matches('-').to_owned()
}

/// Names a post in addresses: its number, which never changes, then the words of its title.
pub fn post(number: i64, title: &str) -> String {
    match words(title).as_str() {
        "" => number.to_string(),
        words => format!("{number}-{words}"),
    }
}

/// Reads the number out of such a name.
pub fn number(segment: &str) -> Option<i64> {
    let digits = segment.split('-').next()?;
    let plain = (1..=18).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// Writes a telephone number as a link needs it: digits, with a plus where there was one.
pub fn tel(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// Begins a letter that passes a page on: its title as the subject, its address as the text.
pub fn mail(title: &str, url: &str) -> String {
    format!("mailto:?subject={}&body={}", escaped(title), escaped(url))
}

fn escaped(text: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let write = |byte: u8| if keep(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(write).collect()
}
