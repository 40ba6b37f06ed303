//! A picture as a network takes it: cut around what matters where the network would cut it anyhow,
//! and no larger than allowed.
use anyhow::Context;
use image::{DynamicImage, ImageReader};

use super::count::Limits;
use super::piece::PiecePicture;
use crate::base::app::App;
use crate::base::error::Result;
use crate::media::rendering::{self, Encoding};
use crate::media::sizes::{Crop, Family, Variant, crop_around};
use crate::media::work_intake::blocking;

/// How much smaller a picture is drawn each time when its file is still too large.
const STEP: f64 = 0.8;
/// Below this side nobody recognises anything; then it stays as it is and the network decides.
const LEAST: u32 = 200;

/// A picture ready to be sent.
#[derive(Debug, Clone)]
pub struct Fitted {
    pub bytes: Vec<u8>,
    pub media_type: &'static str,
    pub width: u32,
    pub height: u32,
}

/// Reads the original of a picture and fits it to what a network takes.
pub async fn fitted(app: &App, picture: &PiecePicture, limits: &Limits) -> Result<Fitted> {
    let original = app.files.get(&picture.original_key).await?;
    let (focus, limits) = (picture.focus, limits.clone());
    blocking(move || {
        let reader = ImageReader::new(std::io::Cursor::new(original)).with_guessed_format()?;
        fit(&reader.decode().context("read the original")?, focus, &limits)
    })
    .await
}

/// Fits pixels to what a network takes, as JPEG: every network reads it.
pub fn fit(pixels: &DynamicImage, focus: (f32, f32), limits: &Limits) -> anyhow::Result<Fitted> {
    let crop = crop((pixels.width(), pixels.height()), focus, limits.picture_ratio);
    let (mut width, mut height) = largest((crop.width, crop.height), limits);
    loop {
        let variant = Variant { name: "fitted".into(), family: Family::OpenGraph, crop, width, height };
        let drawn = rendering::render(pixels, &[variant])?;
        let bytes = drawn.into_iter().next().context("one file was drawn")?.bytes;
        let is_smallest = width.max(height) <= LEAST;
        if bytes.len() <= limits.picture_bytes_max || is_smallest {
            return Ok(Fitted { bytes, media_type: Encoding::Jpeg.media_type(), width, height });
        }
        (width, height) = scaled((width, height), STEP);
    }
}

/// Gives the part of a picture that a network shows, around what matters.
pub fn crop(size: (u32, u32), focus: (f32, f32), ratio: Option<(f64, f64)>) -> Crop {
    let is = f64::from(size.0.max(1)) / f64::from(size.1.max(1));
    let Some(wanted) = ratio.map(|(narrow, wide)| is.clamp(narrow, wide)).filter(|wanted| *wanted != is)
    else {
        return Crop { x: 0, y: 0, width: size.0.max(1), height: size.1.max(1) };
    };
    crop_around(size, focus, ((wanted * 10_000.0).round() as u32, 10_000))
}

/// Gives the largest size that a network takes; never larger than the picture is.
fn largest(size: (u32, u32), limits: &Limits) -> (u32, u32) {
    let side = f64::from(limits.picture_side_max) / f64::from(size.0.max(size.1).max(1));
    let pixels = limits.picture_pixels_max as f64 / (f64::from(size.0) * f64::from(size.1)).max(1.0);
    scaled(size, side.min(pixels.sqrt()).min(1.0))
}

fn scaled(size: (u32, u32), by: f64) -> (u32, u32) {
    let side = |length: u32| ((f64::from(length) * by).floor() as u32).max(1);
    (side(size.0), side(size.1))
}

#[cfg(test)]
#[path = "fit_tests.rs"]
mod tests;
