//! What a file really is, by its first bytes.

/// What a file is, as far as people mistake it for a picture we can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Jpeg,
    Png,
    WebP,
    Gif,
    Heic,
    Avif,
    Pdf,
    Svg,
    Html,
    Video,
    Office,
    Raw,
    Unknown,
}

/// How far into a text file we look for its first element, in bytes.
const LOOK: usize = 1024;
/// More scans than any honest progressive JPEG has; each one costs a walk over all pixels.
const MOST_SCANS: usize = 100;

impl Kind {
    /// Recognises a file by its first bytes; its name and what a browser calls it do not count.
    pub fn of(bytes: &[u8]) -> Kind {
        let starts = |magic: &[u8]| bytes.starts_with(magic);
        match bytes {
            _ if starts(&[0xFF, 0xD8, 0xFF]) => Kind::Jpeg,
            _ if starts(b"\x89PNG\r\n\x1a\n") => Kind::Png,
            _ if starts(b"GIF87a") || starts(b"GIF89a") => Kind::Gif,
            _ if starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => Kind::WebP,
            _ if starts(b"RIFF") && bytes.get(8..12) == Some(b"AVI ") => Kind::Video,
            _ if starts(&[0x1A, 0x45, 0xDF, 0xA3]) || starts(&[0, 0, 1, 0xBA]) => Kind::Video,
            _ if bytes.get(4..8) == Some(b"ftyp") => of_brands(bytes),
            _ if matches!(bytes.get(4..8), Some(b"moov" | b"mdat" | b"wide")) => Kind::Video,
            _ if starts(b"%PDF") => Kind::Pdf,
            _ if starts(b"PK\x03\x04") || starts(&[0xD0, 0xCF, 0x11, 0xE0]) => Kind::Office,
            _ if starts(b"II*\0") || starts(b"MM\0*") || starts(b"BM") || starts(b"8BPS") => Kind::Raw,
            _ => of_text(bytes),
        }
    }
}

/// Reads the `ftyp` box that HEIC, AVIF and MP4 share (ISO 14496-12): the main brand first, then
/// those it says it is compatible with.
fn of_brands(bytes: &[u8]) -> Kind {
    let length = bytes[..4].iter().fold(0usize, |sum, byte| sum << 8 | usize::from(*byte));
    let end = length.clamp(12, bytes.len().clamp(12, 256)).min(bytes.len());
    let main = bytes.get(8..12).unwrap_or_default();
    let mut brands = std::iter::once(main).chain(bytes.get(16..end).unwrap_or_default().chunks_exact(4));
    brands
        .find_map(|brand| match brand {
            b"avif" | b"avis" => Some(Kind::Avif),
            b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"hevm" | b"hevs" => Some(Kind::Heic),
            _ => None,
        })
        .unwrap_or(match main {
            b"mif1" | b"msf1" => Kind::Heic,
            _ if main.starts_with(b"crx") => Kind::Raw,
            _ => Kind::Video,
        })
}

fn of_text(bytes: &[u8]) -> Kind {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOK)]).to_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let says = |element: &str| text.contains(element);
    match text {
        _ if !text.starts_with('<') => Kind::Unknown,
        _ if says("<!doctype html") || says("<html") => Kind::Html,
        _ if says("<svg") => Kind::Svg,
        _ if says("<head") || says("<body") || says("<script") => Kind::Html,
        _ => Kind::Unknown,
    }
}

/// Tells whether a JPEG reaches its end mark; the decoder would fill what is missing with grey.
///
/// Walks from segment to segment, so that the end mark of a preview picture inside the metadata
/// is not taken for the end, and what phones append after it does no harm.
pub fn jpeg_is_whole(bytes: &[u8]) -> bool {
    let mut at = 2;
    let mut scans = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0xFF)) {
        at += found + 1;
        match bytes.get(at) {
            None => return false,
            Some(0xD9) => return true,
            // A fill byte, a stuffed 255, a mark without content.
            Some(0xFF) => {}
            Some(0x00 | 0x01 | 0xD0..=0xD8) => at += 1,
            Some(marker) => {
                scans += usize::from(*marker == 0xDA);
                let Some(&[high, low]) = bytes.get(at + 1..at + 3) else { return false };
                at += 1 + usize::from(u16::from_be_bytes([high, low])).max(2);
            }
        }
        if scans > MOST_SCANS {
            return false;
        }
    }
    false
}
