use image::codecs::gif::GifEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::codecs::webp::WebPEncoder;
use image::{ExtendedColorType, Frame, ImageBuffer, ImageEncoder, Rgb, RgbImage, Rgba, RgbaImage};
use proptest::prelude::*;

use super::*;
use crate::base::text::Lang;

const RED: [u8; 3] = [200, 30, 30];
const BLUE: [u8; 3] = [30, 30, 200];

/// A picture of 64 × 32 whose upper left quarter is red and the rest blue.
fn corner() -> RgbImage {
    RgbImage::from_fn(64, 32, |x, y| Rgb(if x < 32 && y < 16 { RED } else { BLUE }))
}

fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    exif.extend(b"GPSLatitude 51.83 secret-place");
    exif
}

fn jpeg(pixels: &RgbImage, orientation: Option<u8>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut bytes, 95);
    if let Some(orientation) = orientation {
        encoder.set_exif_metadata(exif(orientation)).expect("EXIF in JPEG");
        encoder.set_icc_profile(b"secret-profile".to_vec()).expect("a profile in JPEG");
    }
    encoder.write_image(pixels, pixels.width(), pixels.height(), ExtendedColorType::Rgb8).expect("a JPEG");
    bytes
}

fn png(raw: &[u8], width: u32, height: u32, colour: ExtendedColorType, orientation: Option<u8>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = PngEncoder::new(&mut bytes);
    if let Some(orientation) = orientation {
        encoder.set_exif_metadata(exif(orientation)).expect("EXIF in PNG");
    }
    encoder.write_image(raw, width, height, colour).expect("a PNG");
    bytes
}

fn webp(pixels: &RgbImage, orientation: Option<u8>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = WebPEncoder::new_lossless(&mut bytes);
    if let Some(orientation) = orientation {
        encoder.set_exif_metadata(exif(orientation)).expect("EXIF in WebP");
    }
    encoder.write_image(pixels, pixels.width(), pixels.height(), ExtendedColorType::Rgb8).expect("a WebP");
    bytes
}

fn gif(colours: &[[u8; 3]]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let frames =
        colours.iter().map(|[r, g, b]| Frame::new(RgbaImage::from_pixel(20, 10, Rgba([*r, *g, *b, 255]))));
    GifEncoder::new(&mut bytes).encode_frames(frames).expect("a GIF");
    bytes
}

fn refused(bytes: &[u8]) -> &'static str {
    Intake::of(bytes).expect_err("a refusal").key
}

fn is_near(pixels: &DynamicImage, x: u32, y: u32, colour: [u8; 3]) -> bool {
    let got = pixels.to_rgb8().get_pixel(x, y).0;
    got.iter().zip(colour).all(|(got, wanted)| got.abs_diff(wanted) < 25)
}

#[test]
fn the_four_formats_are_taken_by_their_contents() {
    let picture = corner();
    let files = [
        (jpeg(&picture, None), Format::Jpeg),
        (png(&picture, 64, 32, ExtendedColorType::Rgb8, None), Format::Png),
        (webp(&picture, None), Format::WebP),
    ];
    for (bytes, format) in files {
        let intake = Intake::of(&bytes).expect("a picture");
        assert_eq!((intake.format, intake.width, intake.height), (format, 64, 32));
        assert!(is_near(&intake.pixels, 4, 4, RED) && is_near(&intake.pixels, 60, 28, BLUE), "{format:?}");
    }
}

#[test]
fn of_a_moving_picture_the_first_image_is_kept() {
    let intake = Intake::of(&gif(&[RED, BLUE, BLUE])).expect("a picture");
    assert_eq!((intake.format, intake.width, intake.height), (Format::Gif, 20, 10));
    assert!(is_near(&intake.pixels, 5, 5, RED));

    let frames = [RED, BLUE].map(|[r, g, b]| RgbaImage::from_pixel(20, 10, Rgba([r, g, b, 255])));
    let mut config = webp::WebPConfig::new().expect("a configuration");
    config.lossless = 1;
    let mut moving = webp::AnimEncoder::new(20, 10, &config);
    for (at, frame) in frames.iter().enumerate() {
        moving.add_frame(webp::AnimFrame::from_rgba(frame, 20, 10, at as i32 * 100));
    }
    let intake = Intake::of(&moving.encode()).expect("a picture");
    assert!(is_near(&intake.pixels, 5, 5, RED));
}

#[test]
fn all_eight_ways_to_hold_a_phone_end_upright() {
    // Where the red corner of the stored picture belongs when it is looked at.
    let corners = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0), (1, 0), (1, 1), (0, 1)];
    for (orientation, (right, below)) in (1..=8).zip(corners) {
        let files = [
            jpeg(&corner(), Some(orientation)),
            png(&corner(), 64, 32, ExtendedColorType::Rgb8, Some(orientation)),
            webp(&corner(), Some(orientation)),
        ];
        for bytes in files {
            let intake = Intake::of(&bytes).expect("a picture");
            let (wide, high) = if orientation < 5 { (64, 32) } else { (32, 64) };
            assert_eq!((intake.width, intake.height), (wide, high), "{orientation} {:?}", intake.format);
            let at = |right: u32, below: u32| (4 + right * (wide - 8), 4 + below * (high - 8));
            let (x, y) = at(right, below);
            assert!(is_near(&intake.pixels, x, y, RED), "{orientation} {:?}", intake.format);
            let (x, y) = at(1 - right, 1 - below);
            assert!(is_near(&intake.pixels, x, y, BLUE), "{orientation} {:?}", intake.format);
        }
    }
}

#[test]
fn a_hundred_megapixels_are_refused_with_their_size_before_they_are_decoded() {
    let mut bytes = jpeg(&corner(), None);
    let frame = bytes.windows(2).position(|pair| pair == [0xFF, 0xC0]).expect("a frame header");
    bytes[frame + 5..frame + 9].copy_from_slice(&[0x21, 0xC0, 0x2D, 0x00]); // 8640 × 11520
    let sentence = Intake::of(&bytes).expect_err("a refusal");
    assert_eq!(sentence.key, "media-too-many-pixels");
    for lang in Lang::ALL {
        let said = lang.say(&sentence);
        assert!(said.contains("100") && said.contains("11520 × 8640"), "{said}");
    }
}

/// A PNG whose header promises more than its few bytes hold.
fn promising_png(width: u32, height: u32, colour: ExtendedColorType, raw: &[u8]) -> Vec<u8> {
    let mut bytes = png(raw, 1, 1, colour, None);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    bytes
}

#[test]
fn a_small_file_that_unfolds_to_gigabytes_is_refused() {
    let wide = promising_png(40_000, 40_000, ExtendedColorType::L8, &[255]);
    assert_eq!(refused(&wide), "media-too-many-pixels");
    // Within the pixels, yet eight bytes each.
    let heavy = promising_png(6_000, 6_000, ExtendedColorType::Rgba16, &[255; 8]);
    assert_eq!(refused(&heavy), "media-needs-too-much-memory");
}

#[test]
fn a_file_over_25_megabytes_is_refused_with_its_size() {
    let mut bytes = jpeg(&corner(), None);
    bytes.resize(MOST_BYTES + 1, 0);
    let sentence = Intake::of(&bytes).expect_err("a refusal");
    assert_eq!(sentence.key, "media-too-heavy");
    assert!(Lang::De.say(&sentence).contains("26 MB"), "{}", Lang::De.say(&sentence));
}

#[test]
fn what_is_no_picture_is_refused_with_what_to_do() {
    let wrong: [(&[u8], &str); 14] = [
        (b"", "media-empty"),
        (b"%PDF-1.7 ...", "media-is-pdf"),
        (b"<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "media-is-svg"),
        (b"\xEF\xBB\xBF<svg onload=\"alert(1)\"/>", "media-is-svg"),
        (b"<!DOCTYPE html><html><svg/></html>", "media-is-html"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom", "media-is-video"),
        (b"\x1A\x45\xDF\xA3 webm", "media-is-video"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "media-is-heic"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "media-is-heic"),
        (b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", "media-is-avif"),
        (b"\0\0\0\x1Cftypmif1\0\0\0\0mif1avifmiaf", "media-is-avif"),
        (b"PK\x03\x04 a document", "media-is-office"),
        (b"II*\0 a raw file", "media-is-raw"),
        (b"just words", "media-is-unknown"),
    ];
    for (bytes, key) in wrong {
        assert_eq!(refused(bytes), key);
        for lang in Lang::ALL {
            assert!(lang.has(key), "{key} in {}", lang.code());
        }
    }
    assert!(Lang::De.t("media-is-heic").contains("Maximale Kompatibilität"));
}

#[test]
fn a_file_that_only_begins_like_a_picture_is_refused() {
    for start in
        [&b"\xFF\xD8\xFF\xE0\0\x10JFIF"[..], b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x10\0\0\0WEBPVP8 "]
    {
        assert!(["media-cut-off", "media-damaged"].contains(&refused(start)));
    }
}

#[test]
fn grey_and_sixteen_bit_pictures_become_ordinary_ones() {
    let grey = Intake::of(&png(&[128; 100], 10, 10, ExtendedColorType::L8, None)).expect("a picture");
    assert!(matches!(grey.pixels, DynamicImage::ImageRgb8(_)) && is_near(&grey.pixels, 5, 5, [128; 3]));

    let deep = ImageBuffer::from_pixel(10, 10, Rgb([0xC8C8u16, 0x1E1E, 0x1E1E]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::ImageRgb16(deep).write_to(&mut bytes, image::ImageFormat::Png).expect("a PNG");
    let deep = Intake::of(bytes.get_ref()).expect("a picture");
    assert!(matches!(deep.pixels, DynamicImage::ImageRgb8(_)) && is_near(&deep.pixels, 5, 5, RED));
}

#[test]
fn transparency_is_kept_only_where_something_shines_through() {
    let clear = RgbaImage::from_pixel(8, 8, Rgba([10, 20, 30, 0]));
    let solid = RgbaImage::from_pixel(8, 8, Rgba([200, 30, 30, 255]));
    let clear = Intake::of(&png(&clear, 8, 8, ExtendedColorType::Rgba8, None)).expect("a picture");
    let solid = Intake::of(&png(&solid, 8, 8, ExtendedColorType::Rgba8, None)).expect("a picture");
    assert!(matches!(clear.pixels, DynamicImage::ImageRgba8(_)));
    assert!(matches!(solid.pixels, DynamicImage::ImageRgb8(_)));
}

/// Writes a JPEG of one block in four printing colours, as print shops save them (Adobe, inverted).
fn cmyk_jpeg(level: [u8; 4]) -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8];
    let mut segment = |marker: u8, content: &[u8]| {
        bytes.extend([0xFF, marker]);
        bytes.extend(u16::try_from(content.len() + 2).expect("a short segment").to_be_bytes());
        bytes.extend(content);
    };
    segment(0xEE, b"Adobe\0\x64\0\0\0\0\0");
    segment(0xDB, &[&[0u8][..], &[8; 64]].concat());
    segment(0xC0, &[8, 0, 8, 0, 8, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0]);
    // One Huffman code: every DC difference has seven bits; the AC table knows the end of a block only.
    segment(0xC4, &[&[0x00u8, 1], &[0; 15][..], &[7]].concat());
    segment(0xC4, &[&[0x10u8, 1], &[0; 15][..], &[0]].concat());
    segment(0xDA, &[4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0]);
    let mut bits = String::new();
    for channel in level {
        // A block of one level: DC = level - 128, times eight, divided by the table's eight.
        let dc = i32::from(channel) - 128;
        let coded = if dc < 0 { dc + 127 } else { dc };
        bits += &format!("0{coded:07b}0");
    }
    while !bits.len().is_multiple_of(8) {
        bits.push('1');
    }
    for byte in bits.as_bytes().chunks(8) {
        let byte = byte.iter().fold(0u8, |sum, bit| sum << 1 | (bit - b'0'));
        bytes.push(byte);
        if byte == 0xFF {
            bytes.push(0);
        }
    }
    bytes.extend([0xFF, 0xD9]);
    bytes
}

#[test]
fn a_picture_from_the_print_shop_keeps_its_colours() {
    // Inverted: no cyan, much magenta and yellow, no black is a red.
    let intake = Intake::of(&cmyk_jpeg([250, 40, 40, 250])).expect("a picture");
    let [red, green, blue] = intake.pixels.to_rgb8().get_pixel(4, 4).0;
    assert!(red > 200 && green < 80 && blue < 80, "{red} {green} {blue}");
}

#[test]
fn the_end_mark_of_a_preview_inside_is_not_the_end_of_the_picture() {
    let whole = jpeg(&corner(), None);
    let mut with_preview = whole[..2].to_vec();
    let preview = [&b"Exif\0\0"[..], &whole].concat();
    with_preview.extend([0xFF, 0xE1]);
    with_preview.extend(u16::try_from(preview.len() + 2).expect("a short preview").to_be_bytes());
    with_preview.extend(preview);
    with_preview.extend(&whole[2..]);
    assert!(jpeg_is_whole(&with_preview));
    assert!(!jpeg_is_whole(&with_preview[..with_preview.len() - 40]));
    with_preview.extend(b"what a phone appends");
    assert!(Intake::of(&with_preview).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_file_cut_anywhere_is_refused(share in 0.0f64..0.9, which in 0usize..4) {
        let picture = RgbImage::from_fn(64, 32, |x, y| Rgb([(x * 7 % 256) as u8, (y * 11) as u8, (x * y % 251) as u8]));
        let whole = match which {
            0 => jpeg(&picture, Some(6)),
            1 => png(&picture, 64, 32, ExtendedColorType::Rgb8, None),
            2 => webp(&picture, None),
            _ => {
                let mut bytes = Vec::new();
                GifEncoder::new(&mut bytes).encode(&picture, 64, 32, ExtendedColorType::Rgb8).expect("a GIF");
                bytes
            }
        };
        let cut = (whole.len() as f64 * share) as usize;
        prop_assert!(Intake::of(&whole[..cut]).is_err());
    }

    #[test]
    fn no_bytes_bring_the_intake_down(mut bytes in proptest::collection::vec(any::<u8>(), 0..400), which in 0usize..6) {
        let start: &[u8] = [&b"\xFF\xD8\xFF"[..], b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\x40\0\0\0WEBP", b"\0\0\0\x18ftyp", b"<"][which];
        bytes.splice(0..0, start.iter().copied());
        let _ = Intake::of(&bytes);
    }
}
