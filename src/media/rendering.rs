//! A picture becomes files: resized in linear light, written as WebP and JPEG.
use std::io::Cursor;
use std::sync::LazyLock;

use anyhow::{Context, anyhow};
use fast_image_resize as fir;
use fir::images::Image;
use fir::{FilterType, PixelComponentMapper, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::{DynamicImage, ExtendedColorType, ImageFormat, codecs::jpeg::JpegEncoder};

use super::intake::{Format, Intake};
use super::sizes::{Crop, Family, Variant};

const WEBP_QUALITY: f32 = 78.0;
const JPEG_QUALITY: u8 = 80;
/// The original is kept to make sizes from: what is lost here is lost in all of them.
const ORIGINAL_QUALITY: u8 = 93;
/// Above this many pixels the original is first brought down in its own gamma: in linear light it
/// takes twice the memory, and the largest size offered is far below.
const LINEAR_PIXELS: u64 = 16_000_000;

static LIGHT: LazyLock<PixelComponentMapper> = LazyLock::new(fir::create_srgb_mapper);

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Encoding {
    WebP,
    Jpeg,
}

impl Encoding {
    /// What a variant is written as; networks get JPEG alone.
    pub fn of(family: Family) -> &'static [Encoding] {
        match family {
            Family::OpenGraph => &[Encoding::Jpeg],
            Family::Whole | Family::Teaser => &[Encoding::WebP, Encoding::Jpeg],
        }
    }

    pub fn ending(self) -> &'static str {
        match self {
            Encoding::WebP => "webp",
            Encoding::Jpeg => "jpg",
        }
    }

    pub fn media_type(self) -> &'static str {
        match self {
            Encoding::WebP => "image/webp",
            Encoding::Jpeg => "image/jpeg",
        }
    }
}

/// One file of a picture.
#[derive(Debug)]
pub struct Rendition {
    pub variant: Variant,
    pub encoding: Encoding,
    pub bytes: Vec<u8>,
}

impl Rendition {
    /// The file's name below the picture's folder, as in `w640.webp`.
    pub fn file_name(&self) -> String {
        format!("{}.{}", self.variant.name, self.encoding.ending())
    }
}

/// Draws the planned variants of a picture and writes them; transparency stays in WebP and
/// becomes white paper in JPEG. The files carry pixels and nothing else.
///
/// Measured for 12 megapixels (a JPEG of 1.7 MB, optimised build, one core): taking in 54 ms, all
/// 15 files 0.76 s, average colour 16 ms, at most 215 MB of memory. So never on a request.
pub fn render(pixels: &DynamicImage, variants: &[Variant]) -> anyhow::Result<Vec<Rendition>> {
    let original = Linear::of(pixels)?;
    let mut files = Vec::new();
    let mut nearest: Option<(Crop, Linear)> = None;
    // From large to small, so that a smaller size is drawn from the next larger of the same crop.
    for variant in variants.iter().rev() {
        let drawn = match &nearest {
            Some((crop, larger)) if *crop == variant.crop && larger.is_at_least(variant) => {
                larger.resized(variant)?
            }
            _ => original.cut(variant, pixels.width(), pixels.height())?,
        };
        let plain = drawn.to_srgb()?;
        for encoding in Encoding::of(variant.family) {
            let bytes = encode(&plain, *encoding)?;
            files.push(Rendition { variant: variant.clone(), encoding: *encoding, bytes });
        }
        nearest = Some((variant.crop, drawn));
    }
    files.reverse();
    Ok(files)
}

/// The average colour of a picture as `#rrggbb`, averaged in linear light: what a page shows
/// until the picture has come.
pub fn average_colour(pixels: &DynamicImage) -> anyhow::Result<String> {
    let small = pixels.thumbnail(64, 64);
    let dot = Linear::of(&small)?.scaled(1, 1, None, FilterType::Box)?.to_srgb()?;
    let rgb = on_white(&dot);
    let [red, green, blue] = rgb.get_pixel(0, 0).0;
    Ok(format!("#{red:02x}{green:02x}{blue:02x}"))
}

/// Pixels whose numbers grow with the light itself, sixteen bits a channel.
struct Linear(Image<'static>);

impl Linear {
    fn of(pixels: &DynamicImage) -> anyhow::Result<Linear> {
        let count = u64::from(pixels.width()) * u64::from(pixels.height());
        if count > LINEAR_PIXELS {
            let shrink = (LINEAR_PIXELS as f64 / count as f64).sqrt();
            let width = (f64::from(pixels.width()) * shrink).max(1.0) as u32;
            let height = (f64::from(pixels.height()) * shrink).max(1.0) as u32;
            let mut smaller = DynamicImage::new(width, height, pixels.color());
            let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Hamming));
            Resizer::new().resize(pixels, &mut smaller, &options).context("shrink")?;
            return Self::mapped(&smaller);
        }
        Self::mapped(pixels)
    }

    fn mapped(pixels: &DynamicImage) -> anyhow::Result<Linear> {
        let kind = match pixels {
            DynamicImage::ImageRgb8(_) => PixelType::U16x3,
            DynamicImage::ImageRgba8(_) => PixelType::U16x4,
            other => return Err(anyhow!("pixels of {:?} were not taken in", other.color())),
        };
        let mut linear = Image::new(pixels.width(), pixels.height(), kind);
        LIGHT.forward_map(pixels, &mut linear).context("to linear light")?;
        Ok(Linear(linear))
    }

    /// Draws a variant from the original, whose pixels may have been brought down since the crop
    /// was planned.
    fn cut(&self, variant: &Variant, planned_width: u32, planned_height: u32) -> anyhow::Result<Linear> {
        let across = f64::from(self.0.width()) / f64::from(planned_width.max(1));
        let down = f64::from(self.0.height()) / f64::from(planned_height.max(1));
        let left = f64::from(variant.crop.x) * across;
        let top = f64::from(variant.crop.y) * down;
        let width = (f64::from(variant.crop.width) * across).min(f64::from(self.0.width()) - left);
        let height = (f64::from(variant.crop.height) * down).min(f64::from(self.0.height()) - top);
        self.scaled(variant.width, variant.height, Some((left, top, width, height)), FilterType::Lanczos3)
    }

    fn resized(&self, variant: &Variant) -> anyhow::Result<Linear> {
        self.scaled(variant.width, variant.height, None, FilterType::Lanczos3)
    }

    fn scaled(
        &self,
        width: u32,
        height: u32,
        part: Option<(f64, f64, f64, f64)>,
        filter: FilterType,
    ) -> anyhow::Result<Linear> {
        let mut target = Image::new(width, height, self.0.pixel_type());
        let mut options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(filter));
        if let Some((left, top, part_width, part_height)) = part {
            options = options.crop(left, top, part_width, part_height);
        }
        Resizer::new().resize(&self.0, &mut target, &options).context("resize")?;
        Ok(Linear(target))
    }

    fn is_at_least(&self, variant: &Variant) -> bool {
        self.0.width() >= variant.width && self.0.height() >= variant.height
    }

    fn to_srgb(&self) -> anyhow::Result<DynamicImage> {
        let with_alpha = self.0.pixel_type() == PixelType::U16x4;
        let mut plain = if with_alpha {
            DynamicImage::new_rgba8(self.0.width(), self.0.height())
        } else {
            DynamicImage::new_rgb8(self.0.width(), self.0.height())
        };
        LIGHT.backward_map(&self.0, &mut plain).context("from linear light")?;
        Ok(plain)
    }
}

/// Writes pixels as a file without any metadata.
pub fn encode(pixels: &DynamicImage, encoding: Encoding) -> anyhow::Result<Vec<u8>> {
    let (width, height) = (pixels.width(), pixels.height());
    match encoding {
        Encoding::WebP => {
            let encoder = match pixels {
                DynamicImage::ImageRgb8(rgb) => webp::Encoder::from_rgb(rgb, width, height),
                DynamicImage::ImageRgba8(rgba) => webp::Encoder::from_rgba(rgba, width, height),
                other => return Err(anyhow!("pixels of {:?} were not taken in", other.color())),
            };
            let memory = encoder
                .encode_simple(false, WEBP_QUALITY)
                .map_err(|error| anyhow!("write WebP: {error:?}"))?;
            Ok(memory.to_vec())
        }
        Encoding::Jpeg => {
            let rgb = on_white(pixels);
            let mut bytes = Vec::new();
            JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY)
                .encode(&rgb, width, height, ExtendedColorType::Rgb8)
                .context("write JPEG")?;
            Ok(bytes)
        }
    }
}

/// Writes the upright original as it is kept: whatever has sharp edges or shines through as PNG,
/// photographs as JPEG of high quality. Gives the file's ending with it.
pub fn keep_original(intake: &Intake) -> anyhow::Result<(&'static str, Vec<u8>)> {
    let mut bytes = Vec::new();
    let drawn = matches!(intake.format, Format::Png | Format::Gif);
    if drawn || intake.pixels.color().has_alpha() {
        intake.pixels.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).context("write PNG")?;
        return Ok(("png", bytes));
    }
    let rgb = intake.pixels.to_rgb8();
    JpegEncoder::new_with_quality(&mut bytes, ORIGINAL_QUALITY)
        .encode(&rgb, intake.width, intake.height, ExtendedColorType::Rgb8)
        .context("write JPEG")?;
    Ok(("jpg", bytes))
}

/// Lays a picture on white paper, where something shines through.
fn on_white(pixels: &DynamicImage) -> image::RgbImage {
    let DynamicImage::ImageRgba8(rgba) = pixels else { return pixels.to_rgb8() };
    image::RgbImage::from_fn(rgba.width(), rgba.height(), |x, y| {
        let [red, green, blue, alpha] = rgba.get_pixel(x, y).0.map(u32::from);
        let blend = |channel: u32| ((channel * alpha + 255 * (255 - alpha) + 127) / 255) as u8;
        image::Rgb([blend(red), blend(green), blend(blue)])
    })
}

#[cfg(test)]
#[path = "rendering_tests.rs"]
mod tests;
