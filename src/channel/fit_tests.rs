use image::{DynamicImage, Rgb, RgbImage};

use super::super::Network;
use super::*;

/// Noise, which no encoder makes small.
fn noisy(width: u32, height: u32) -> DynamicImage {
    let mut state = 12_345_u32;
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(state >> 8) as u8, (state >> 16) as u8, (state >> 24) as u8])
    }))
}

#[test]
fn a_picture_is_made_smaller_until_its_file_is_taken() {
    let limits = Limits { picture_bytes_max: 100_000, ..Limits::of(Network::Bluesky) };
    let fitted = fit(&noisy(800, 600), (0.5, 0.5), &limits).expect("it is drawn");
    assert!(fitted.bytes.len() <= 100_000, "{}", fitted.bytes.len());
    assert_eq!(fitted.media_type, "image/jpeg");
    let read = image::load_from_memory(&fitted.bytes).expect("a picture");
    assert_eq!((read.width(), read.height()), (fitted.width, fitted.height));
}

#[test]
fn a_small_picture_keeps_its_size() {
    let fitted = fit(&noisy(320, 200), (0.5, 0.5), &Limits::of(Network::Mastodon)).expect("it is drawn");
    assert_eq!((fitted.width, fitted.height), (320, 200));
}

#[test]
fn a_panorama_is_cut_around_what_matters() {
    let cut = crop((4000, 1000), (0.9, 0.5), Some((0.8, 1.91)));
    assert_eq!((cut.width, cut.height), (1910, 1000));
    assert_eq!(cut.x, 2090, "as far to the right as the edge allows");
    assert_eq!(crop((1000, 1000), (0.5, 0.5), Some((0.8, 1.91))).width, 1000, "a square stays");
}
