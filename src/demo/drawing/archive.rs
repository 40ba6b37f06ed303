//! The archive: grey boxes on shelves, and an old map on the table.
use super::Seen;
use super::brush::{Brush, HIGH, WIDE};
use super::dice::Dice;
use super::palette::*;
use super::things;
use crate::base::sentence::Sentence;

const BOXES: [Colour; 4] = [[0xA9, 0xA8, 0x98], [0xB8, 0xA8, 0x8A], [0x9A, 0xA7, 0xA6], [0xC2, 0xB2, 0x94]];
const FINDS: [&str; 3] = ["map", "letters", "photos"];

pub fn paint(brush: &mut Brush, dice: &mut Dice) -> Seen {
    let find = dice.pick(&FINDS);
    let wall = dice.pick(&[mix(MOSS, INK, 0.3), mix(TAUPE, INK, 0.35), mix(NIGHT, TAUPE, 0.3)]);
    brush.sky(shade(wall, 0.2), wall, 0.0, HIGH);
    let boxes = shelves(brush, dice, wall);
    brush.glow(800.0, 460.0, 760.0, GLOW, 0.36);
    pendant(brush, 800.0 + dice.off(160.0));
    things::boards(brush, dice, 770.0, mix(OAK, WALNUT, 0.25), 3);
    brush.rect(-50.0, 762.0, 1700.0, 12.0, light(OAK, 0.3));
    brush.at(800.0 + dice.off(60.0), 905.0, dice.off(3.0), 1.0, |brush| match find {
        "map" => map(brush, dice),
        "letters" => letters(brush, dice),
        _ => photos(brush, dice),
    });
    open_box(brush, dice, 40.0, 900.0);
    magnifier(brush, 1330.0 + dice.off(40.0), 930.0);
    brush.glow(800.0, 880.0, 620.0, GLOW, 0.2);
    Seen(Sentence::new("demo-drawing-archive").with("find", find).with("n", boxes))
}

fn shelves(brush: &mut Brush, dice: &mut Dice, wall: Colour) -> usize {
    let mut boxes = 0;
    for row in 0..4 {
        let foot = 196.0 + row as f32 * 196.0;
        brush.rect(-50.0, foot - 178.0, 1700.0, 178.0, shade(wall, 0.42));
        let mut x = dice.between(-60.0, -10.0);
        while x < WIDE {
            let (wide, high) = (dice.between(92.0, 124.0), dice.between(138.0, 160.0));
            if dice.chance(0.86) {
                archive_box(brush, dice, x, foot, wide, high);
                boxes += 1;
            }
            x += wide + dice.between(3.0, 9.0);
        }
        brush.rect(-50.0, foot, 1700.0, 16.0, mix(STONE, wall, 0.35));
        brush.rect(-50.0, foot + 12.0, 1700.0, 6.0, shade(wall, 0.6));
    }
    for post in [250.0, 800.0, 1350.0] {
        brush.rect(post + dice.off(12.0), -20.0, 20.0, 820.0, mix(STONE, wall, 0.5));
    }
    boxes
}

fn archive_box(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32, wide: f32, high: f32) {
    let colour = mix(dice.pick(&BOXES), INK, dice.between(0.0, 0.12));
    brush.rect(x, foot - high, wide, high, colour);
    brush.rect(x, foot - high, wide, 26.0, shade(colour, 0.12));
    brush.rect(x + wide - 9.0, foot - high, 9.0, high, shade(colour, 0.2));
    brush.rect(x + wide * 0.2, foot - high * 0.68, wide * 0.58, high * 0.26, PAPER);
    brush.rect(x + wide * 0.28, foot - high * 0.6, wide * 0.4, 4.0, TAUPE);
    brush.rect(x + wide * 0.28, foot - high * 0.52, wide * 0.28, 4.0, dice.pick(&[WINE, BLUE, TAUPE]));
    brush.ring(x + wide * 0.49, foot - high * 0.2, 10.0, 4.0, shade(colour, 0.45));
}

fn pendant(brush: &mut Brush, x: f32) {
    brush.line(&[(x, -20.0), (x, 190.0)], 6.0, INK);
    brush.shape(mix(GREEN, INK, 0.25), |path| {
        path.move_to(x - 26.0, 180.0);
        path.line_to(x + 26.0, 180.0);
        path.quad_to(x + 60.0, 250.0, x + 190.0, 272.0);
        path.line_to(x - 190.0, 272.0);
        path.quad_to(x - 60.0, 250.0, x - 26.0, 180.0);
        path.close();
    });
    brush.oval(x, 272.0, 190.0, 20.0, light(GLOW, 0.4), 1.0);
    brush.glaze(
        &[(x - 180.0, 276.0), (x + 180.0, 276.0), (x + 640.0, 1080.0), (x - 640.0, 1080.0)],
        GLOW,
        0.12,
    );
}

fn map(brush: &mut Brush, dice: &mut Dice) {
    let old = [0xEB, 0xD9, 0xAE];
    brush.glaze(&[(-390.0, -92.0), (400.0, -84.0), (480.0, 132.0), (-460.0, 132.0)], INK, 0.25);
    brush.poly(&[(-400.0, -108.0), (390.0, -108.0), (466.0, 120.0), (-470.0, 120.0)], old);
    brush.poly(&[(-130.0, -108.0), (-4.0, -108.0), (-4.0, 120.0), (-154.0, 120.0)], light(old, 0.3));
    brush.poly(&[(200.0, -108.0), (390.0, -108.0), (466.0, 120.0), (236.0, 120.0)], shade(old, 0.06));
    let bend = dice.off(46.0);
    brush.curve(17.0, mix(SKY, BLUE, 0.25), |path| {
        path.move_to(-430.0, 20.0);
        path.cubic_to(-200.0, -90.0 + bend, -20.0, 110.0 + bend, 170.0, 10.0);
        path.quad_to(300.0, -50.0, 404.0, -60.0);
    });
    for _ in 0..5 {
        let (x, y, size) = (dice.between(-360.0, 360.0), dice.between(-70.0, 80.0), dice.between(26.0, 54.0));
        brush.oval(x, y, size * 1.6, size * 0.5, SAGE, 0.55);
    }
    for _ in 0..13 {
        let (x, y) = (dice.between(-380.0, 380.0), dice.between(-84.0, 92.0));
        brush.poly(
            &[(x - 10.0, y), (x, y - 13.0), (x + 10.0, y), (x + 10.0, y + 10.0), (x - 10.0, y + 10.0)],
            BRICK,
        );
    }
    for road in 0..3 {
        let y = -70.0 + road as f32 * 70.0;
        brush.line(
            &[
                (-380.0, y + dice.off(30.0)),
                (dice.off(150.0), y + dice.off(50.0)),
                (390.0, y + dice.off(30.0)),
            ],
            3.5,
            WALNUT,
        );
    }
    brush.ring(360.0, 72.0, 26.0, 4.0, WALNUT);
    brush.poly(&[(360.0, 42.0), (368.0, 72.0), (360.0, 102.0), (352.0, 72.0)], WINE);
    brush.poly(&[(326.0, 72.0), (360.0, 66.0), (394.0, 72.0), (360.0, 78.0)], WALNUT);
}

fn letters(brush: &mut Brush, dice: &mut Dice) {
    for sheet in 0..6 {
        let (x, turn) = (-330.0 + sheet as f32 * 125.0 + dice.off(20.0), dice.off(13.0));
        brush.at(x, dice.off(24.0), turn, 1.0, |brush| {
            brush.glaze(&[(-112.0, -84.0), (128.0, -84.0), (148.0, 112.0), (-124.0, 112.0)], INK, 0.18);
            let tone = dice.pick(&[CREAM, SAND, [0xE6, 0xD2, 0xA6]]);
            brush.poly(&[(-118.0, -96.0), (118.0, -96.0), (136.0, 102.0), (-136.0, 102.0)], tone);
            for line in 0..8 {
                let y = -72.0 + line as f32 * 20.0;
                brush.curve(3.0, mix(INK, BLUE, 0.35), |path| {
                    path.move_to(-92.0, y);
                    path.cubic_to(-40.0, y - 8.0, 10.0, y + 8.0, 40.0, y);
                    path.quad_to(70.0, y - 5.0, if line == 7 { 50.0 } else { 92.0 }, y);
                });
            }
        });
    }
    brush.circle(300.0, 70.0, 28.0, WINE);
    brush.circle(300.0, 70.0, 17.0, light(WINE, 0.16));
    brush.line(&[(-420.0, -60.0), (470.0, 30.0)], 6.0, BRICK);
}

fn photos(brush: &mut Brush, dice: &mut Dice) {
    for photo in 0..6 {
        let (x, turn) = (-390.0 + photo as f32 * 152.0, dice.off(11.0));
        let (sky, ground) =
            dice.pick(&[([0xC9, 0xBB, 0x9E], [0x6E, 0x5C, 0x44]), ([0xD6, 0xC9, 0xAE], [0x7A, 0x68, 0x4E])]);
        brush.at(x, dice.off(30.0), turn, 1.0, |brush| {
            brush.glaze(&[(-80.0, -66.0), (100.0, -66.0), (112.0, 96.0), (-84.0, 96.0)], INK, 0.2);
            brush.rect(-92.0, -80.0, 184.0, 164.0, PAPER);
            brush.rect(-78.0, -66.0, 156.0, 122.0, sky);
            brush.rect(-78.0, 14.0, 156.0, 42.0, ground);
            match photo % 3 {
                0 => brush.poly(
                    &[(-44.0, 20.0), (-44.0, -22.0), (0.0, -54.0), (44.0, -22.0), (44.0, 20.0)],
                    shade(ground, 0.25),
                ),
                1 => {
                    brush.rect(-10.0, -58.0, 20.0, 76.0, shade(ground, 0.2));
                    brush.poly(&[(-14.0, -56.0), (0.0, -64.0), (14.0, -56.0)], shade(ground, 0.5));
                    brush.line(&[(-50.0, -44.0), (50.0, -28.0)], 8.0, shade(ground, 0.3));
                    brush.line(&[(-8.0, -76.0 + 20.0), (8.0, -4.0)], 8.0, shade(ground, 0.3));
                }
                _ => {
                    brush.circle(-20.0, -10.0, 32.0, shade(ground, 0.1));
                    brush.circle(24.0, -4.0, 26.0, shade(ground, 0.25));
                    brush.rect(-24.0, 10.0, 8.0, 24.0, shade(ground, 0.5));
                }
            }
        });
    }
}

fn open_box(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32) {
    let colour = dice.pick(&BOXES);
    brush.shadow(x + 130.0, foot + 70.0, 190.0, 20.0);
    for sheet in 0..5 {
        let y = foot - 108.0 + sheet as f32 * 6.0;
        brush.poly(
            &[
                (x + 20.0, y - dice.between(4.0, 26.0)),
                (x + 236.0, y - dice.between(4.0, 26.0)),
                (x + 246.0, foot),
                (x + 14.0, foot),
            ],
            mix(CREAM, PAPER, sheet as f32 / 5.0),
        );
    }
    brush.poly(
        &[(x, foot - 92.0), (x + 262.0, foot - 92.0), (x + 250.0, foot + 70.0), (x + 12.0, foot + 70.0)],
        colour,
    );
    brush.poly(
        &[
            (x + 190.0, foot - 92.0),
            (x + 262.0, foot - 92.0),
            (x + 250.0, foot + 70.0),
            (x + 186.0, foot + 70.0),
        ],
        shade(colour, 0.14),
    );
    brush.rect(x + 64.0, foot - 44.0, 110.0, 62.0, PAPER);
    brush.rect(x + 78.0, foot - 26.0, 72.0, 5.0, TAUPE);
    brush.rect(x + 78.0, foot - 8.0, 52.0, 5.0, WINE);
}

fn magnifier(brush: &mut Brush, x: f32, y: f32) {
    brush.line(&[(x + 54.0, y + 44.0), (x + 136.0, y + 112.0)], 25.0, WALNUT);
    brush.oval(x, y, 76.0, 64.0, light(SKY, 0.5), 0.45);
    brush.ring(x, y, 70.0, 13.0, GOLD);
    brush.curve(7.0, PAPER, |path| {
        path.move_to(x - 42.0, y - 8.0);
        path.quad_to(x - 34.0, y - 42.0, x + 2.0, y - 46.0);
    });
}
