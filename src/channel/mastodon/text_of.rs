//! The words of a status: servers send HTML that strangers wrote, people here read plain text.

/// The longest text that is read, in bytes of its HTML.
const LONGEST: usize = 100_000;

/// Gives the words of a piece of HTML: paragraphs with an empty line between them, no marks, the
/// commonest entities as the signs they stand for.
pub fn plain(html: &str) -> String {
    let mut cut = html.len().min(LONGEST);
    while !html.is_char_boundary(cut) {
        cut -= 1;
    }
    let mut out = String::new();
    let mut rest = &html[..cut];
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = match rest.starts_with('<') {
            true => mark(rest, &mut out),
            false => entity(rest, &mut out),
        };
    }
    out.push_str(rest);
    out.trim().to_owned()
}

/// Takes a mark away; where it ends a line or a paragraph, so does the text.
fn mark<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let Some(end) = rest.find('>') else { return "" };
    let name = rest[1..end].trim_end_matches('/').split_whitespace().next().unwrap_or_default();
    match name.to_ascii_lowercase().as_str() {
        "br" => out.push('\n'),
        "/p" | "/blockquote" | "/ul" | "/ol" | "/pre" => out.push_str("\n\n"),
        "/li" | "/div" => out.push('\n'),
        _ => {}
    }
    &rest[end + 1..]
}

fn entity<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let end = rest.bytes().take(12).position(|byte| byte == b';');
    let sign = end.and_then(|end| sign(&rest[1..end]));
    match (sign, end) {
        (Some(sign), Some(end)) => {
            out.push(sign);
            &rest[end + 1..]
        }
        _ => {
            out.push('&');
            &rest[1..]
        }
    }
}

fn sign(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "hellip" => '…',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?
        }
    })
}

/// Makes two texts comparable: servers set blanks and lines as they like.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
