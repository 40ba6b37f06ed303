//! A winter night: snow everywhere, and light in the library's windows.
use super::Seen;
use super::brush::{Brush, HIGH};
use super::dice::Dice;
use super::growing;
use super::palette::*;
use super::things;
use crate::base::sentence::Sentence;

const SNOW: Colour = [0xD9, 0xE1, 0xEA];

pub fn paint(brush: &mut Brush, dice: &mut Dice) -> Seen {
    let snowing = dice.chance(0.6);
    let (above, below) = dice.pick(&[
        (NIGHT, DUSK),
        (mix(NIGHT, INK, 0.3), [0x7B, 0x6A, 0x88]),
        ([0x2B, 0x3D, 0x55], [0x9A, 0x86, 0x93]),
    ]);
    brush.sky(above, below, 0.0, 760.0);
    for _ in 0..60 {
        brush.circle(dice.between(0.0, 1600.0), dice.between(0.0, 420.0), dice.between(1.0, 2.6), CREAM);
    }
    let moon = dice.between(160.0, 1440.0);
    brush.glow(moon, 170.0, 230.0, CREAM, 0.35);
    brush.circle(moon, 170.0, 56.0, light(CREAM, 0.4));
    hills(brush, dice, 640.0, mix(SNOW, DUSK, 0.55));
    for _ in 0..9 {
        let (x, size) = (dice.between(0.0, 1600.0), dice.between(60.0, 130.0));
        fir(brush, x, 668.0 + dice.off(14.0), size, mix(NIGHT, MOSS, 0.35), 0.25);
    }
    hills(brush, dice, 700.0, mix(SNOW, DUSK, 0.3));
    let x = dice.between(480.0, 1120.0);
    let panes = library(brush, dice, x, 850.0);
    brush.shape(SNOW, |path| {
        path.move_to(-60.0, 850.0);
        path.cubic_to(400.0, 800.0, 700.0, 880.0, 1000.0, 850.0);
        path.cubic_to(1250.0, 826.0, 1450.0, 850.0, 1660.0, 830.0);
        path.line_to(1660.0, HIGH + 60.0);
        path.line_to(-60.0, HIGH + 60.0);
        path.close();
    });
    brush.glow(x, 880.0, 420.0, GLOW, 0.5);
    path_to_the_door(brush, dice, x);
    for side in [-1.0, 1.0] {
        let tree = x + side * dice.between(430.0, 560.0);
        let lean = dice.off(0.1);
        growing::bare_tree(brush, dice, (tree, 905.0), (120.0, 17.0, lean), mix(INK, NIGHT, 0.4));
        fir(
            brush,
            x + side * dice.between(620.0, 760.0),
            950.0,
            dice.between(250.0, 340.0),
            mix(MOSS, NIGHT, 0.55),
            0.9,
        );
    }
    if snowing {
        for _ in 0..190 {
            let size = dice.between(1.5, 6.5);
            brush.oval(
                dice.between(-10.0, 1610.0),
                dice.between(-10.0, 1060.0),
                size,
                size,
                PAPER,
                dice.between(0.5, 0.95),
            );
        }
    }
    Seen(
        Sentence::new(if snowing { "demo-drawing-winter-snowing" } else { "demo-drawing-winter-clear" })
            .with("n", panes),
    )
}

fn hills(brush: &mut Brush, dice: &mut Dice, y: f32, colour: Colour) {
    let (one, two) = (dice.off(60.0), dice.off(60.0));
    brush.shape(colour, |path| {
        path.move_to(-60.0, y + one);
        path.cubic_to(300.0, y - 70.0 + two, 600.0, y + 50.0, 860.0, y + two * 0.3);
        path.cubic_to(1150.0, y - 60.0 - one, 1400.0, y + 40.0, 1660.0, y - 20.0 + one);
        path.line_to(1660.0, HIGH + 60.0);
        path.line_to(-60.0, HIGH + 60.0);
        path.close();
    });
}

fn fir(brush: &mut Brush, x: f32, foot: f32, size: f32, colour: Colour, snow: f32) {
    brush.rect(x - size * 0.03, foot - size * 0.12, size * 0.06, size * 0.14, WALNUT);
    for (up, half) in [(0.1, 0.3), (0.34, 0.24), (0.58, 0.17)] {
        let (base, tip) = (foot - size * up, foot - size * (up + 0.4));
        brush.poly(&[(x - size * half, base), (x, tip), (x + size * half, base)], colour);
        let white = mix(colour, SNOW, snow);
        brush.poly(
            &[
                (x - size * half * 0.62, base - size * 0.14),
                (x, tip),
                (x + size * half * 0.3, base - size * 0.26),
                (x + size * half * 0.06, base - size * 0.17),
                (x - size * half * 0.2, base - size * 0.22),
            ],
            white,
        );
    }
}

/// The house with its lit windows; returns how many there are.
fn library(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32) -> usize {
    let front = dice.pick(&[
        mix(BRICK, NIGHT, 0.35),
        mix(CREAM, DUSK, 0.45),
        mix(WINE, NIGHT, 0.25),
        mix(SAGE, DUSK, 0.5),
    ]);
    let (half, eave) = (330.0, foot - 330.0);
    brush.glow(x, foot - 150.0, 640.0, GLOW, 0.35);
    brush.rect(x - half, eave, half * 2.0, 360.0, front);
    brush.rect(x + half * 0.4, eave, half * 0.6, 360.0, shade(front, 0.14));
    brush.poly(
        &[
            (x - half - 40.0, eave + 12.0),
            (x - half + 120.0, eave - 190.0),
            (x + half - 120.0, eave - 190.0),
            (x + half + 40.0, eave + 12.0),
        ],
        mix(NIGHT, WINE, 0.3),
    );
    brush.shape(light(SNOW, 0.3), |path| {
        path.move_to(x - half - 44.0, eave + 16.0);
        path.line_to(x - half + 112.0, eave - 204.0);
        path.line_to(x + half - 112.0, eave - 204.0);
        path.line_to(x + half + 44.0, eave + 16.0);
        for bump in 0..8 {
            let right = x + half + 44.0 - bump as f32 * (half * 2.0 + 88.0) / 8.0;
            let left = right - (half * 2.0 + 88.0) / 8.0;
            path.quad_to(
                (left + right) / 2.0,
                eave - 62.0 + if bump % 2 == 0 { 30.0 } else { 0.0 },
                left,
                eave + 16.0,
            );
        }
        path.close();
    });
    brush.rect(x + half - 210.0, eave - 270.0, 52.0, 120.0, shade(front, 0.25));
    brush.round(x + half - 218.0, eave - 284.0, 68.0, 24.0, 12.0, SNOW);
    let columns = dice.count(3, 4);
    for column in 0..columns {
        let middle = x - half + half * 2.0 * (column as f32 + 0.5) / columns as f32;
        if (middle - x).abs() < 75.0 {
            lit_window(brush, dice, middle, eave + 40.0, 92.0, 96.0);
        } else {
            lit_window(brush, dice, middle, eave + 60.0, 112.0, 178.0);
        }
    }
    brush.round(x - 48.0, foot - 152.0, 96.0, 190.0, 40.0, mix(GREEN, NIGHT, 0.35));
    brush.circle(x, foot - 104.0, 19.0, GLOW);
    columns
}

fn lit_window(brush: &mut Brush, dice: &mut Dice, x: f32, y: f32, wide: f32, high: f32) {
    brush.rect(x - wide / 2.0 - 8.0, y - 8.0, wide + 16.0, high + 16.0, CREAM);
    brush.rect(x - wide / 2.0, y, wide, high, light(GLOW, 0.2));
    brush.glow(x, y + high * 0.3, wide * 0.7, PAPER, 0.7);
    let shelves = if high > 120.0 { 2 } else { 1 };
    for shelf in 1..=shelves {
        let foot = y + high * shelf as f32 / shelves as f32 - 4.0;
        things::row_of_books(brush, dice, x - wide / 2.0 + 4.0, x + wide / 2.0 - 4.0, foot, 48.0);
        brush.rect(x - wide / 2.0, foot, wide, 5.0, OAK);
    }
    brush.rect(x - 4.0, y, 8.0, high, CREAM);
    brush.rect(x - wide / 2.0, y + high * 0.45, wide, 7.0, CREAM);
    brush.round(x - wide / 2.0 - 18.0, y + high + 4.0, wide + 36.0, 18.0, 9.0, light(SNOW, 0.4));
}

fn path_to_the_door(brush: &mut Brush, dice: &mut Dice, x: f32) {
    let lean = dice.off(170.0);
    brush.clear_shape(mix(SNOW, DUSK, 0.3), 0.8, |path| {
        path.move_to(x - 46.0, 862.0);
        path.cubic_to(x - 60.0, 930.0, x + lean - 60.0, 960.0, x + lean - 140.0, 1100.0);
        path.line_to(x + lean + 150.0, 1100.0);
        path.cubic_to(x + lean + 60.0, 960.0, x + 70.0, 930.0, x + 46.0, 862.0);
        path.close();
    });
    for step in 0..7 {
        let depth = step as f32 / 7.0;
        let (size, side) = (5.0 + depth * 9.0, if step % 2 == 0 { -1.0 } else { 1.0 });
        let along = x + lean * depth * 0.9 + side * (14.0 + depth * 16.0);
        brush.oval(along, 888.0 + depth * 170.0, size, size * 1.25, mix(SNOW, DUSK, 0.6), 1.0);
    }
}
