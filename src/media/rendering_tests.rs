use image::{ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};

use super::*;
use crate::media::intake::Intake;
use crate::media::sizes::variants;

/// A photo-like picture with all that a camera writes beside the pixels.
fn telling_jpeg(width: u32, height: u32) -> Vec<u8> {
    let pixels = RgbImage::from_fn(width, height, |x, y| {
        Rgb([(x * 255 / width) as u8, (y * 255 / height) as u8, ((x ^ y) & 63) as u8 + 90])
    });
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 90);
    encoder.set_exif_metadata(b"II*\0\x08\0\0\0\0\0\0\0\0\0 GPSLatitude secret".to_vec()).expect("EXIF");
    encoder.set_icc_profile(b"secret profile".to_vec()).expect("a profile");
    encoder.write_image(&pixels, width, height, ExtendedColorType::Rgb8).expect("a JPEG");
    let xmp = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret</x:xmpmeta>";
    let mut segments = vec![0xFF, 0xE1];
    segments.extend(u16::try_from(xmp.len() + 2).expect("short").to_be_bytes());
    segments.extend(xmp);
    segments.extend(b"\xFF\xFE\0\x08secret");
    bytes.splice(2..2, segments);
    bytes
}

/// Red on the left, blue on the right.
fn split(width: usize, height: usize) -> DynamicImage {
    let row = [[220, 20, 20].repeat(width / 2), [20, 20, 220].repeat(width - width / 2)].concat();
    let pixels = RgbImage::from_raw(width as u32, height as u32, row.repeat(height)).expect("enough pixels");
    DynamicImage::ImageRgb8(pixels)
}

fn size_of(bytes: &[u8]) -> (u32, u32) {
    let pixels = image::load_from_memory(bytes).expect("a readable file");
    (pixels.width(), pixels.height())
}

#[test]
fn every_planned_file_is_written_in_its_size() {
    let intake = Intake::of(&telling_jpeg(1500, 1000)).expect("a picture");
    let files = render(&intake.pixels, &variants(1500, 1000, (0.3, 0.7))).expect("files");
    let names: Vec<_> = files.iter().map(Rendition::file_name).collect();
    for name in ["w320.webp", "w320.jpg", "w1500.webp", "teaser480.jpg", "og.jpg"] {
        assert!(names.contains(&name.to_owned()), "{name} in {names:?}");
    }
    assert!(!names.contains(&"og.webp".to_owned()));
    for file in &files {
        assert_eq!(size_of(&file.bytes), (file.variant.width, file.variant.height), "{}", file.file_name());
    }
}

#[test]
fn nothing_the_camera_wrote_beside_the_picture_survives() {
    let source = telling_jpeg(700, 500);
    let carries = |bytes: &[u8], mark: &[u8]| bytes.windows(mark.len()).any(|window| window == mark);
    let marks: [&[u8]; 9] =
        [b"Exif", b"EXIF", b"GPS", b"ns.adobe", b"xmpmeta", b"XMP ", b"ICC_PROFILE", b"ICCP", b"secret"];
    assert!(carries(&source, b"GPS") && carries(&source, b"xmpmeta") && carries(&source, b"ICC_PROFILE"));
    let intake = Intake::of(&source).expect("a picture");
    for file in render(&intake.pixels, &variants(700, 500, (0.5, 0.5))).expect("files") {
        for mark in marks {
            assert!(!carries(&file.bytes, mark), "{} carries {}", file.file_name(), mark.escape_ascii());
        }
    }
}

#[test]
fn what_shines_through_becomes_white_paper_in_jpeg_and_stays_clear_in_webp() {
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(400, 300, Rgba([10, 20, 30, 0])));
    for file in render(&clear, &variants(400, 300, (0.5, 0.5))).expect("files") {
        let pixel = image::load_from_memory(&file.bytes).expect("readable").to_rgba8().get_pixel(99, 99).0;
        match file.encoding {
            Encoding::Jpeg => assert!(pixel[..3].iter().all(|channel| *channel > 250), "{pixel:?}"),
            Encoding::WebP => assert_eq!(pixel[3], 0),
        }
    }
}

#[test]
fn a_fine_pattern_keeps_its_brightness_when_it_shrinks() {
    // Black and white lines reflect half the light, which is 188 in sRGB, not 128.
    let lines =
        RgbImage::from_raw(1280, 640, [0, 0, 0, 255, 255, 255].repeat(640 * 640)).expect("enough pixels");
    let pixels = DynamicImage::ImageRgb8(lines);
    let files = render(&pixels, &variants(1280, 640, (0.5, 0.5))).expect("files");
    let small = files.iter().find(|file| file.file_name() == "w320.jpg").expect("one");
    let grey = image::load_from_memory(&small.bytes).expect("readable").to_rgb8().get_pixel(160, 80).0[0];
    assert!(grey.abs_diff(188) < 6, "{grey}");
    assert_eq!(average_colour(&DynamicImage::new_rgb8(30, 20)).expect("a colour"), "#000000");
}

#[test]
fn a_crop_shows_what_the_focus_points_at() {
    let pixels = split(3000, 600);
    for (focus, wanted) in [(0.05, 0), (0.95, 2)] {
        let files = render(&pixels, &variants(3000, 600, (focus, 0.5))).expect("files");
        let teaser = files.iter().find(|file| file.file_name() == "teaser480.jpg").expect("one");
        let pixel = image::load_from_memory(&teaser.bytes).expect("readable").to_rgb8().get_pixel(240, 160).0;
        assert!(pixel[wanted] > 180, "{focus}: {pixel:?}");
    }
}

#[test]
fn a_picture_too_large_for_linear_light_is_cut_in_the_same_places() {
    let pixels = split(6000, 3000);
    let plan: Vec<_> =
        variants(6000, 3000, (0.5, 0.5)).into_iter().filter(|one| one.name == "teaser480").collect();
    let files = render(&pixels, &plan).expect("files");
    let teaser = image::load_from_memory(&files[0].bytes).expect("readable").to_rgb8();
    assert!(teaser.get_pixel(230, 160).0[0] > 180 && teaser.get_pixel(250, 160).0[2] > 180);
}
