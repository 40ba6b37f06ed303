//! The picture of an actor: the mark of its house on the house's colour; of a Verbund the marks of its
//! houses side by side. Servers take no drawings made of lines, so it is painted.
use std::io::Cursor;

use tiny_skia::{Color, FillRule, Paint, Path, PathBuilder, Pixmap, Rect, Transform};

use crate::base::error::{Error, Result};
use crate::institution::Institution;
use crate::institution::mark::Mark;

/// How wide and high the picture is, in pixels.
const SIDE: f32 = 400.0;

/// The width of the drawings of marks, and how much of a tile one takes.
const DRAWN: f32 = 24.0;
const SHARE: f32 = 0.62;

/// How many houses stand in a row at most.
const IN_A_ROW_MOST: usize = 4;

/// Paints the picture of one house or several, as PNG.
pub fn draw(houses: &[Institution]) -> Result<Vec<u8>> {
    let broken = || Error::Broken(anyhow::anyhow!("a picture of an actor cannot be painted"));
    let mut canvas = Pixmap::new(SIDE as u32, SIDE as u32).ok_or_else(broken)?;
    canvas.fill(Color::from_rgba8(64, 64, 64, 255));
    let in_a_row = (1..=IN_A_ROW_MOST).find(|n| n * n >= houses.len()).unwrap_or(IN_A_ROW_MOST);
    let tile = SIDE / in_a_row as f32;
    for (at, house) in houses.iter().take(in_a_row * in_a_row).enumerate() {
        let corner = ((at % in_a_row) as f32 * tile, (at / in_a_row) as f32 * tile);
        paint(&mut canvas, house, corner, tile);
    }
    let side = SIDE as u32;
    let painted = image::RgbaImage::from_raw(side, side, canvas.take_demultiplied()).ok_or_else(broken)?;
    let mut png = Cursor::new(Vec::new());
    painted.write_to(&mut png, image::ImageFormat::Png).map_err(|_| broken())?;
    Ok(png.into_inner())
}

fn paint(canvas: &mut Pixmap, house: &Institution, (x, y): (f32, f32), tile: f32) {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(colour(&house.colour));
    if let Some(area) = Rect::from_xywh(x, y, tile, tile) {
        canvas.fill_rect(area, &paint, Transform::identity(), None);
    }
    let mark = Mark::from_code(&house.mark).unwrap_or(Mark::Gable);
    if let Some(path) = outline(mark.path()) {
        paint.set_color(Color::WHITE);
        let (scale, edge) = (tile * SHARE / DRAWN, tile * (1.0 - SHARE) / 2.0);
        let place = Transform::from_scale(scale, scale).post_translate(x + edge, y + edge);
        canvas.fill_path(&path, &paint, FillRule::EvenOdd, place, None);
    }
}

/// Reads `#rrggbb`; what is none is grey.
fn colour(text: &str) -> Color {
    let number = text.strip_prefix('#').filter(|hex| hex.len() == 6);
    let number = number.and_then(|hex| u32::from_str_radix(hex, 16).ok()).unwrap_or(0x40_40_40);
    let [_, red, green, blue] = number.to_be_bytes();
    Color::from_rgba8(red, green, blue, 255)
}

/// Reads the outline of a mark: moves, lines and upright arcs, as `institution::mark` draws them.
fn outline(drawn: &str) -> Option<Path> {
    let mut path = PathBuilder::new();
    let mut at = (0.0, 0.0);
    let mut start = at;
    let mut rest = drawn.trim_start();
    let mut verb = 'M';
    while let Some(next) = rest.chars().next() {
        if next.is_ascii_alphabetic() {
            verb = next;
            rest = rest[1..].trim_start();
        }
        let mut number = || number(&mut rest);
        match verb {
            'M' => {
                at = (number()?, number()?);
                start = at;
                path.move_to(at.0, at.1);
                verb = 'L';
            }
            'L' => at = (number()?, number()?),
            'l' => at = (at.0 + number()?, at.1 + number()?),
            'H' => at.0 = number()?,
            'h' => at.0 += number()?,
            'V' => at.1 = number()?,
            'v' => at.1 += number()?,
            'a' => {
                let (radii, _) = ((number()?, number()?), number()?);
                let (is_large, is_clockwise) = (number()? != 0.0, number()? != 0.0);
                let to = (at.0 + number()?, at.1 + number()?);
                arc(&mut path, at, radii, is_large, is_clockwise, to);
                at = to;
            }
            'z' => {
                path.close();
                at = start;
            }
            _ => return None,
        }
        if !matches!(verb, 'z') {
            path.line_to(at.0, at.1);
        }
        rest = rest.trim_start_matches([' ', ',']);
    }
    path.finish()
}

/// Takes a number off the front of a text.
fn number(rest: &mut &str) -> Option<f32> {
    let text = rest.trim_start_matches([' ', ',']);
    let mut has_point = false;
    let end = text.char_indices().find(|(at, c)| match c {
        '-' => *at > 0,
        '.' => std::mem::replace(&mut has_point, true),
        c => !c.is_ascii_digit(),
    });
    let (number, after) = text.split_at(end.map_or(text.len(), |(at, _)| at));
    *rest = after;
    number.parse().ok()
}

/// Draws an arc of an upright ellipse as short lines.
fn arc(
    path: &mut PathBuilder,
    from: (f32, f32),
    radii: (f32, f32),
    is_large: bool,
    is_clockwise: bool,
    to: (f32, f32),
) {
    const PIECES: u8 = 24;
    // In units of the radii the ellipse is a circle of radius one.
    let (ax, ay) = (from.0 / radii.0, from.1 / radii.1);
    let (bx, by) = (to.0 / radii.0, to.1 / radii.1);
    let half = ((bx - ax).hypot(by - ay) / 2.0).min(1.0);
    let height = (1.0 - half * half).max(0.0).sqrt();
    let side = if is_large == is_clockwise { -1.0 } else { 1.0 };
    let length = (bx - ax).hypot(by - ay).max(f32::EPSILON);
    let centre = (
        (ax + bx) / 2.0 - side * height * (by - ay) / length,
        (ay + by) / 2.0 + side * height * (bx - ax) / length,
    );
    let begin = (ay - centre.1).atan2(ax - centre.0);
    let mut turn = (by - centre.1).atan2(bx - centre.0) - begin;
    let whole = 2.0 * std::f32::consts::PI;
    if is_clockwise && turn < 0.0 {
        turn += whole;
    } else if !is_clockwise && turn > 0.0 {
        turn -= whole;
    }
    for piece in 1..PIECES {
        let angle = begin + turn * f32::from(piece) / f32::from(PIECES);
        path.line_to((centre.0 + angle.cos()) * radii.0, (centre.1 + angle.sin()) * radii.1);
    }
}

#[cfg(test)]
#[path = "icon_tests.rs"]
mod tests;
