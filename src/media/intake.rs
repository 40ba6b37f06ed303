//! A file from a stranger's phone becomes pixels, or is refused in words.
//!
//! Everything here works the processor: call it where blocking is allowed, and only a few at once
//! (a picture of 50 megapixels needs about 400 MB while it is taken in).
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::error::ImageError;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::kind::{Kind, jpeg_is_whole};
use crate::base::sentence::Sentence;

/// The largest file taken, in bytes.
pub const MOST_BYTES: usize = 25 * 1024 * 1024;
/// The largest picture taken, in pixels; today's phones make 12 to 50 million.
pub const MOST_PIXELS: u64 = 50_000_000;
/// What a decoder may ask for, in bytes: 50 million pixels with transparency and some room.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;

/// A picture that was taken in: upright, eight bits a channel, and nothing left of what the
/// camera wrote beside it (place, time, device).
///
/// `pixels` is `Rgba8` where something shines through and `Rgb8` everywhere else. Colours are
/// taken as sRGB; a profile in the file is dropped with the other metadata.
#[derive(Debug)]
pub struct Intake {
    pub format: Format,
    pub width: u32,
    pub height: u32,
    pub pixels: DynamicImage,
}

/// The formats taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Jpeg,
    Png,
    WebP,
    Gif,
}

impl Format {
    pub fn code(self) -> &'static str {
        match self {
            Format::Jpeg => "jpeg",
            Format::Png => "png",
            Format::WebP => "webp",
            Format::Gif => "gif",
        }
    }

    fn decoder(self) -> ImageFormat {
        match self {
            Format::Jpeg => ImageFormat::Jpeg,
            Format::Png => ImageFormat::Png,
            Format::WebP => ImageFormat::WebP,
            Format::Gif => ImageFormat::Gif,
        }
    }
}

impl Intake {
    /// Takes a file in. It is judged by its first bytes, never by its name, and by its header
    /// before a single pixel is decoded; of a moving picture the first image is kept.
    /// Every refusal is a sentence that says what to do instead.
    pub fn of(bytes: &[u8]) -> Result<Intake, Sentence> {
        let format = admitted(bytes, bytes.len())?;
        // A decoder that stumbles over a crafted file must not take the rest down with it.
        catch_unwind(AssertUnwindSafe(|| decode(format, bytes)))
            .unwrap_or_else(|_| Err(Sentence::new("media-damaged")))
    }

    /// Opens a file that we wrote ourselves when the picture was taken in: it may be heavier than
    /// the one that came.
    pub fn of_own(bytes: &[u8]) -> Result<Intake, Sentence> {
        let format = if Kind::of(bytes) == Kind::Png { Format::Png } else { Format::Jpeg };
        decode(format, bytes)
    }
}

/// Says why a file of which only the beginning was kept is refused: it was too heavy, or would
/// not have been taken anyway.
pub fn refused_unread(beginning: &[u8], length: usize) -> Sentence {
    admitted(beginning, length)
        .err()
        .unwrap_or_else(|| Sentence::new("media-too-heavy").with("n", length.div_ceil(1024 * 1024)))
}

/// Decides from size and first bytes whether a file is worth decoding.
fn admitted(bytes: &[u8], length: usize) -> Result<Format, Sentence> {
    if bytes.is_empty() {
        return Err(Sentence::new("media-empty"));
    }
    let kind = Kind::of(bytes);
    if length > MOST_BYTES && !matches!(kind, Kind::Video) {
        return Err(Sentence::new("media-too-heavy").with("n", length.div_ceil(1024 * 1024)));
    }
    match kind {
        Kind::Jpeg if !jpeg_is_whole(bytes) => Err(Sentence::new("media-cut-off")),
        Kind::Jpeg => Ok(Format::Jpeg),
        Kind::Png => Ok(Format::Png),
        Kind::WebP => Ok(Format::WebP),
        Kind::Gif => Ok(Format::Gif),
        Kind::Heic => Err(Sentence::new("media-is-heic")),
        Kind::Avif => Err(Sentence::new("media-is-avif")),
        Kind::Pdf => Err(Sentence::new("media-is-pdf")),
        Kind::Svg => Err(Sentence::new("media-is-svg")),
        Kind::Html => Err(Sentence::new("media-is-html")),
        Kind::Video => Err(Sentence::new("media-is-video")),
        Kind::Office => Err(Sentence::new("media-is-office")),
        Kind::Raw => Err(Sentence::new("media-is-raw")),
        Kind::Unknown => Err(Sentence::new("media-is-unknown")),
    }
}

fn decode(format: Format, bytes: &[u8]) -> Result<Intake, Sentence> {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format.decoder());
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder().map_err(|error| refusal(&error))?;
    let (width, height) = decoder.dimensions();
    check_pixels(width, height)?;
    limits.reserve(decoder.total_bytes()).map_err(|error| refusal(&error))?;
    decoder.set_limits(limits).map_err(|error| refusal(&error))?;
    // A picture whose orientation cannot be read is taken as it lies.
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut pixels = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error))?;
    pixels.apply_orientation(orientation);
    let pixels = plain(pixels);
    Ok(Intake { format, width: pixels.width(), height: pixels.height(), pixels })
}

fn check_pixels(width: u32, height: u32) -> Result<(), Sentence> {
    let count = u64::from(width) * u64::from(height);
    if count == 0 {
        return Err(Sentence::new("media-damaged"));
    }
    if count > MOST_PIXELS {
        return Err(Sentence::new("media-too-many-pixels")
            .with("n", i64::try_from(count.div_ceil(1_000_000)).unwrap_or(i64::MAX))
            .with("width", width.to_string())
            .with("height", height.to_string()));
    }
    Ok(())
}

/// Brings every colour type to eight bits a channel, and drops a transparency that hides nothing.
fn plain(pixels: DynamicImage) -> DynamicImage {
    let mut pixels = pixels;
    // What a decoder knows of the colours is metadata too; from here on everything is sRGB.
    let _ = pixels.set_color_space(image::metadata::Cicp::SRGB);
    if !pixels.color().has_alpha() {
        return DynamicImage::ImageRgb8(pixels.into_rgb8());
    }
    let with_alpha = pixels.into_rgba8();
    if with_alpha.as_raw().iter().skip(3).step_by(4).all(|alpha| *alpha == u8::MAX) {
        return DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(with_alpha).into_rgb8());
    }
    DynamicImage::ImageRgba8(with_alpha)
}

/// Says in words why a decoder gave up.
fn refusal(error: &ImageError) -> Sentence {
    match error {
        ImageError::Limits(_) => Sentence::new("media-needs-too-much-memory"),
        ImageError::Unsupported(_) => Sentence::new("media-unusual"),
        ImageError::IoError(_) => Sentence::new("media-cut-off"),
        _ => Sentence::new("media-damaged"),
    }
}

#[cfg(test)]
#[path = "intake_tests.rs"]
mod tests;
