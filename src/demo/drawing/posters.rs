//! A wall of posters without a word: shapes announce what is on.
use super::Seen;
use super::brush::{Brush, HIGH};
use super::dice::Dice;
use super::growing;
use super::palette::*;
use super::things;
use crate::base::sentence::Sentence;

pub fn paint(brush: &mut Brush, dice: &mut Dice) -> Seen {
    let bricks = dice.chance(0.5);
    let wall = if bricks {
        mix(BRICK, WALNUT, 0.25)
    } else {
        dice.pick(&[mix(SAGE, MOSS, 0.25), mix(SKY, DUSK, 0.2), SAND, mix(GOLD, PAPER, 0.35)])
    };
    brush.sky(light(wall, 0.08), shade(wall, 0.08), 0.0, HIGH);
    if bricks {
        masonry(brush, dice, wall);
    }
    let posters = hang(brush, dice, wall);
    brush.glaze(&[(300.0, -20.0), (760.0, -20.0), (1400.0, 900.0), (900.0, 900.0)], GLOW, 0.14);
    let ground = mix(STONE, WALNUT, 0.2);
    brush.rect(-50.0, 890.0, 1700.0, 250.0, ground);
    brush.rect(-50.0, 890.0, 1700.0, 10.0, shade(ground, 0.35));
    for slab in 0..7 {
        let x = slab as f32 * 270.0 - 60.0;
        brush.line(&[(x + 60.0, 900.0), (x, 1100.0)], 4.0, shade(ground, 0.2));
    }
    let bench = dice.between(420.0, 1180.0);
    seat(brush, dice, bench);
    let plant = if bench > 800.0 { 150.0 } else { 1450.0 };
    growing::plant(brush, dice, plant, 975.0, 420.0);
    Seen(
        Sentence::new(if bricks { "demo-drawing-poster-wall-brick" } else { "demo-drawing-poster-wall" })
            .with("n", posters),
    )
}

fn masonry(brush: &mut Brush, dice: &mut Dice, wall: Colour) {
    for row in 0..23 {
        let y = row as f32 * 40.0 - 10.0;
        let mut x = if row % 2 == 0 { -40.0 } else { -95.0 };
        while x < 1620.0 {
            if dice.chance(0.55) {
                brush.rect(
                    x,
                    y,
                    104.0,
                    34.0,
                    mix(wall, dice.pick(&[WINE, ROSE, RUST]), dice.between(0.06, 0.2)),
                );
            }
            x += 110.0;
        }
        brush.rect(-50.0, y + 34.0, 1700.0, 6.0, mix(wall, STONE, 0.3));
    }
}

/// Hangs the posters in two loose rows; returns how many.
fn hang(brush: &mut Brush, dice: &mut Dice, wall: Colour) -> usize {
    let mut posters = 0;
    let mut x = dice.between(70.0, 130.0);
    let mut last = INK;
    while x < 1360.0 {
        let large = dice.chance(0.5);
        let (wide, high) = if large { (360.0, 510.0) } else { (250.0, 350.0) };
        let tops: &[f32] = if large { &[150.0] } else { &[60.0, 440.0] };
        for top in tops {
            last = dice.pick_other(&[WINE, GREEN, BLUE, GOLD, CREAM, NIGHT, ROSE, SAGE, RUST], last);
            let y = top + dice.off(22.0);
            brush.at(x + wide / 2.0, y, dice.off(1.7), 1.0, |brush| {
                brush.rect(-wide / 2.0 + 9.0, 11.0, wide, high, shade(wall, 0.45));
                brush.rect(-wide / 2.0, 0.0, wide, high, PAPER);
                brush.rect(-wide / 2.0 + 10.0, 10.0, wide - 20.0, high - 20.0, last);
                motif(brush, dice, wide - 20.0, high - 20.0, last);
                for side in [-1.0, 1.0] {
                    brush.glaze(
                        &[
                            (side * wide * 0.5 - 26.0, -8.0),
                            (side * wide * 0.5 + 26.0, -8.0),
                            (side * wide * 0.5 + 26.0, 14.0),
                            (side * wide * 0.5 - 26.0, 14.0),
                        ],
                        CREAM,
                        0.75,
                    );
                }
            });
            posters += 1;
        }
        x += wide + dice.between(34.0, 60.0);
    }
    posters
}

/// What a poster shows, between its upper edge and the lines of what would be text.
fn motif(brush: &mut Brush, dice: &mut Dice, wide: f32, high: f32, ground: Colour) {
    let pale = ground == CREAM || ground == GOLD || ground == ROSE || ground == SAGE;
    let (ink, other) = if pale {
        (dice.pick(&[WINE, NIGHT, GREEN]), PAPER)
    } else {
        (dice.pick(&[GOLD, CREAM, ROSE]), dice.pick(&[PAPER, SKY]))
    };
    let (size, y) = (wide * 0.3, high * 0.4);
    match dice.count(0, 6) {
        0 => rising_book(brush, (y, size), ink, other),
        1 => rays(brush, (y, size), ink, other),
        2 => gables(brush, (y, size), ink, other, ground),
        3 => note(brush, (y, size), ink),
        4 => pattern(brush, dice, (y, size), ink, other),
        5 => {
            growing::plant(brush, dice, 0.0, y + size * 1.3, size * 2.5);
        }
        _ => {
            brush.circle(0.0, y - size * 0.2, size * 1.2, other);
            growing::cat(brush, 0.0, y + size * 1.1, size * 2.2, if pale { ink } else { INK });
        }
    }
    for line in 0..3 {
        let length = wide * [0.62, 0.44, 0.3][line];
        brush.rect(
            -length / 2.0,
            high * (0.8 + line as f32 * 0.06),
            length,
            high * 0.026,
            if line == 0 { ink } else { other },
        );
    }
}

fn rising_book(brush: &mut Brush, (y, size): (f32, f32), ink: Colour, other: Colour) {
    brush.circle(0.0, y, size * 1.15, ink);
    brush.at(0.0, y + size * 0.9, 0.0, 1.0, |brush| things::open_book(brush, 0.0, 0.0, size * 1.1, other));
}

fn rays(brush: &mut Brush, (y, size): (f32, f32), ink: Colour, other: Colour) {
    for beam in 0..9 {
        let turn = -1.4 + beam as f32 * 0.35;
        brush.line(
            &[(0.0, y + size), (turn.sin() * size * 1.5, y + size - turn.cos() * size * 1.7)],
            size * 0.13,
            if beam % 2 == 0 { ink } else { other },
        );
    }
    brush.circle(0.0, y + size, size * 0.55, ink);
}

fn gables(brush: &mut Brush, (y, size): (f32, f32), ink: Colour, other: Colour, ground: Colour) {
    brush.circle(size * 0.6, y - size * 0.9, size * 0.36, other);
    for house in 0..3 {
        let (x, up) = (-size * 1.35 + house as f32 * size * 0.92, size * (0.9 + (house % 2) as f32 * 0.5));
        brush.poly(
            &[
                (x, y + size),
                (x, y + size - up),
                (x + size * 0.42, y + size - up - size * 0.5),
                (x + size * 0.84, y + size - up),
                (x + size * 0.84, y + size),
            ],
            if house == 1 { other } else { ink },
        );
        brush.rect(x + size * 0.3, y + size - up * 0.6, size * 0.22, size * 0.26, ground);
    }
}

fn note(brush: &mut Brush, (y, size): (f32, f32), ink: Colour) {
    // A note that sings.
    brush.oval(-size * 0.62, y + size * 0.7, size * 0.42, size * 0.31, ink, 1.0);
    brush.oval(size * 0.55, y + size * 0.45, size * 0.42, size * 0.31, ink, 1.0);
    brush.line(&[(-size * 0.26, y + size * 0.66), (-size * 0.26, y - size * 0.9)], size * 0.13, ink);
    brush.line(&[(size * 0.91, y + size * 0.42), (size * 0.91, y - size * 1.15)], size * 0.13, ink);
    brush.line(&[(-size * 0.26, y - size * 0.9), (size * 0.91, y - size * 1.15)], size * 0.3, ink);
}

fn pattern(brush: &mut Brush, dice: &mut Dice, (y, size): (f32, f32), ink: Colour, other: Colour) {
    for row in 0..4 {
        for column in 0..3 {
            let (x, top) =
                (-size * 1.2 + column as f32 * size * 0.82, y - size * 1.1 + row as f32 * size * 0.68);
            match dice.count(0, 2) {
                0 => brush.rect(x, top, size * 0.6, size * 0.6, ink),
                1 => brush.circle(x + size * 0.3, top + size * 0.3, size * 0.3, other),
                _ => brush.poly(
                    &[(x, top + size * 0.6), (x + size * 0.6, top), (x + size * 0.6, top + size * 0.6)],
                    ink,
                ),
            }
        }
    }
}

fn seat(brush: &mut Brush, dice: &mut Dice, x: f32) {
    brush.shadow(x, 1004.0, 320.0, 18.0);
    for leg in [-250.0, 226.0] {
        brush.rect(x + leg, 900.0, 24.0, 104.0, INK);
    }
    for slat in 0..3 {
        brush.round(x - 300.0, 868.0 + slat as f32 * 17.0, 600.0, 13.0, 6.0, shade(OAK, slat as f32 * 0.12));
    }
    match dice.count(0, 2) {
        0 => {
            things::pile(brush, dice, x - 130.0, 868.0, 4, 150.0);
        }
        1 => growing::cat(brush, x + 130.0, 870.0, 190.0, dice.pick(&[INK, BRICK, TAUPE])),
        _ => {
            let bag = dice.pick(&STRONG);
            brush.curve(10.0, shade(bag, 0.3), |path| {
                path.move_to(x + 110.0, 740.0);
                path.cubic_to(x + 120.0, 650.0, x + 200.0, 650.0, x + 210.0, 740.0);
            });
            brush.poly(&[(x + 80.0, 730.0), (x + 240.0, 730.0), (x + 228.0, 868.0), (x + 92.0, 868.0)], bag);
            brush.rect(x + 120.0, 706.0, 36.0, 26.0, CREAM);
            brush.rect(x + 164.0, 698.0, 26.0, 34.0, SAGE);
        }
    }
}
