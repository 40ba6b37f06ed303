//! In which sizes a picture is offered, as data: nothing here touches a pixel.

/// The widths in which the whole picture is offered.
pub const WIDTHS: [u32; 5] = [320, 640, 960, 1280, 1920];
/// The widths of the teaser crop.
pub const TEASER_WIDTHS: [u32; 2] = [480, 960];
pub const TEASER_RATIO: (u32, u32) = (3, 2);
/// What networks show beside a link (Open Graph).
pub const OPEN_GRAPH: (u32, u32) = (1200, 630);
/// No picture is offered taller than this; a screenshot of a whole chat would be.
const TALLEST: u32 = 4096;

/// A rectangle of the original, in its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crop {
    pub x: u32,
    pub y: u32,
    pub width: u32,
    pub height: u32,
}

/// What a size is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// The whole picture, never cropped.
    Whole,
    /// Three to two, around what matters, for lists.
    Teaser,
    /// For the networks, as JPEG alone: several of them read no WebP.
    OpenGraph,
}

/// One size of a picture: its name in file names and addresses, the part of the original it
/// shows, and its own size in pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    pub name: String,
    pub family: Family,
    pub crop: Crop,
    pub width: u32,
    pub height: u32,
}

/// Plans all sizes of an upright picture around what matters in it; never larger than it is.
///
/// `focus` is a share of width and height, 0 to 1. Within a family the sizes grow.
pub fn variants(width: u32, height: u32, focus: (f32, f32)) -> Vec<Variant> {
    let (width, height) = (width.max(1), height.max(1));
    let whole = Crop { x: 0, y: 0, width, height };
    let teaser = crop_around((width, height), focus, TEASER_RATIO);
    let open_graph = crop_around((width, height), focus, OPEN_GRAPH);
    let mut all = family(Family::Whole, whole, &WIDTHS);
    all.extend(family(Family::Teaser, teaser, &TEASER_WIDTHS));
    all.extend(family(Family::OpenGraph, open_graph, &[OPEN_GRAPH.0]));
    all
}

/// Names the sizes of one family; a picture smaller than the largest size is itself the last one,
/// unless it hardly differs from the one before.
fn family(family: Family, crop: Crop, widths: &[u32]) -> Vec<Variant> {
    let fits_tall = u64::from(crop.width) * u64::from(TALLEST) / u64::from(crop.height.max(1));
    let most = crop.width.min(u32::try_from(fits_tall).unwrap_or(u32::MAX)).max(1);
    let mut fitting: Vec<u32> = widths.iter().copied().filter(|width| *width <= most).collect();
    let last = fitting.last().copied().unwrap_or(0);
    if fitting.len() < widths.len() && u64::from(most) * 9 > u64::from(last) * 10 {
        fitting.push(most);
    }
    fitting
        .into_iter()
        .map(|width| {
            let height = match family {
                Family::OpenGraph if width == OPEN_GRAPH.0 => OPEN_GRAPH.1,
                _ => scaled(crop.height, width, crop.width).clamp(1, TALLEST),
            };
            let name = match family {
                Family::Whole => format!("w{width}"),
                Family::Teaser => format!("teaser{width}"),
                Family::OpenGraph => "og".to_owned(),
            };
            Variant { name, family, crop, width, height }
        })
        .collect()
}

/// Cuts the largest rectangle of a ratio out of a picture, as near around the focus as the edges
/// allow. A focus outside the picture, or none that is a number, counts as the nearest or middle.
pub fn crop_around(size: (u32, u32), focus: (f32, f32), ratio: (u32, u32)) -> Crop {
    let (full_width, full_height) = (size.0.max(1), size.1.max(1));
    let (wide, high) = (u64::from(ratio.0.max(1)), u64::from(ratio.1.max(1)));
    let too_wide = u64::from(full_width) * high > u64::from(full_height) * wide;
    let (width, height) = if too_wide {
        (rounded(u64::from(full_height) * wide, high).clamp(1, full_width), full_height)
    } else {
        (full_width, rounded(u64::from(full_width) * high, wide).clamp(1, full_height))
    };
    Crop { x: offset(full_width, width, focus.0), y: offset(full_height, height, focus.1), width, height }
}

/// Writes the `srcset` of one family: addresses with their widths.
pub fn srcset<'a>(
    variants: impl IntoIterator<Item = &'a Variant>,
    family: Family,
    address: impl Fn(&Variant) -> String,
) -> String {
    variants
        .into_iter()
        .filter(|variant| variant.family == family)
        .map(|variant| format!("{} {}w", address(variant), variant.width))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Where a cut of a length begins so that the focus lies in its middle, kept inside.
fn offset(full: u32, cut: u32, focus: f32) -> u32 {
    let share = if focus.is_finite() { focus.clamp(0.0, 1.0) } else { 0.5 };
    let middle = f64::from(full) * f64::from(share);
    let begin = (middle - f64::from(cut) / 2.0).round().max(0.0);
    (begin as u32).min(full.saturating_sub(cut))
}

/// `value * numerator / denominator`, rounded, without overflow.
fn scaled(value: u32, numerator: u32, denominator: u32) -> u32 {
    rounded(u64::from(value) * u64::from(numerator), u64::from(denominator.max(1)))
}

fn rounded(dividend: u64, divisor: u64) -> u32 {
    u32::try_from((dividend + divisor / 2) / divisor).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "sizes_tests.rs"]
mod tests;
