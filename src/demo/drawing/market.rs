//! A market square with gabled houses, as there are many between Rhine and Weser.
use super::Seen;
use super::brush::{Brush, HIGH};
use super::dice::Dice;
use super::growing;
use super::palette::*;
use super::things;
use crate::base::sentence::Sentence;

const HOURS: [(&str, Colour, Colour); 4] = [
    ("morning", [0xB9, 0xCC, 0xD2], [0xF7, 0xE7, 0xCB]),
    ("noon", [0x9C, 0xBE, 0xD0], [0xE6, 0xEC, 0xE6]),
    ("evening", [0x8C, 0x93, 0xB0], [0xF2, 0xBE, 0x8E]),
    ("dusk", [0x33, 0x40, 0x66], [0xC4, 0x86, 0x7E]),
];
const FRONTS: [Colour; 8] =
    [CREAM, ROSE, [0xD8, 0xB2, 0x74], SAGE, [0xE7, 0xE2, 0xD6], BRICK, SKY, [0xC8, 0x86, 0x5A]];

pub fn paint(brush: &mut Brush, dice: &mut Dice) -> Seen {
    let (hour, above, below) = dice.pick(&HOURS);
    let lit = hour == "dusk" || hour == "evening";
    let stalls = dice.count(0, 3);
    brush.sky(above, below, 0.0, 700.0);
    if hour != "dusk" {
        let x = dice.between(200.0, 1400.0);
        brush.glow(x, 210.0, 300.0, GLOW, 0.6);
        brush.circle(x, 210.0, 58.0, light(GLOW, 0.4));
    }
    clouds(brush, dice, mix(above, PAPER, 0.5));
    church(brush, dice.between(250.0, 1350.0), mix(above, INK, 0.35));
    let dusk = if hour == "dusk" { 0.42 } else { 0.0 };
    let houses = row(brush, dice, lit, dusk);
    square(brush, dice, mix(mix(STONE, below, 0.25), NIGHT, dusk));
    let tree = dice.between(140.0, 1460.0);
    brush.shadow(tree, 850.0, 150.0, 22.0);
    let crown = mix(dice.pick(&[MOSS, SAGE, mix(GOLD, RUST, 0.4), mix(GREEN, SAGE, 0.5)]), NIGHT, dusk);
    growing::tree(brush, dice, tree, 850.0, 420.0, crown);
    let mut x = dice.between(120.0, 300.0);
    for _ in 0..stalls {
        stall(brush, dice, x, 960.0);
        x += dice.between(430.0, 500.0);
    }
    if stalls == 0 {
        fountain(brush, 800.0, 950.0);
    }
    if lit {
        brush.glow(800.0, 770.0, 980.0, GLOW, if hour == "dusk" { 0.13 } else { 0.24 });
    }
    Seen(
        Sentence::new("demo-drawing-market-square")
            .with("hour", hour)
            .with("houses", houses)
            .with("n", stalls),
    )
}

fn clouds(brush: &mut Brush, dice: &mut Dice, colour: Colour) {
    for _ in 0..dice.count(2, 4) {
        let (x, y, size) = (dice.between(0.0, 1600.0), dice.between(70.0, 260.0), dice.between(60.0, 120.0));
        for (dx, dy, share) in [(-1.1, 0.1, 0.6), (0.0, -0.05, 1.0), (1.1, 0.12, 0.55)] {
            brush.oval(x + dx * size, y + dy * size, size * share * 1.3, size * share * 0.36, colour, 0.75);
        }
    }
}

fn church(brush: &mut Brush, x: f32, colour: Colour) {
    brush.rect(x - 46.0, 250.0, 92.0, 400.0, colour);
    brush.poly(&[(x - 56.0, 252.0), (x, 60.0), (x + 56.0, 252.0)], shade(colour, 0.2));
    brush.line(&[(x, 62.0), (x, 30.0)], 5.0, GOLD);
    brush.rect(x - 10.0, 296.0, 20.0, 44.0, shade(colour, 0.4));
}

/// The houses shoulder to shoulder; returns how many are seen.
fn row(brush: &mut Brush, dice: &mut Dice, lit: bool, dusk: f32) -> usize {
    let mut x = dice.between(-120.0, -30.0);
    let mut count = 0;
    let mut last = INK;
    while x < 1590.0 {
        let wide = dice.between(210.0, 300.0);
        last = dice.pick_other(&FRONTS, last);
        let eave = dice.between(360.0, 470.0);
        house(brush, dice, (x, wide, eave), mix(last, NIGHT, dusk), lit);
        x += wide + 3.0;
        count += 1;
    }
    count
}

fn house(brush: &mut Brush, dice: &mut Dice, (x, wide, eave): (f32, f32, f32), front: Colour, lit: bool) {
    let (foot, peak) = (800.0, eave - dice.between(130.0, 190.0));
    let roof = dice.pick(&[BRICK, WINE, mix(INK, BLUE, 0.3), RUST]);
    let kind = dice.count(0, 3);
    brush.rect(x, eave, wide, foot - eave, front);
    match kind {
        0 => {
            // Stepped gable.
            for step in 0..5 {
                let inset = wide * 0.1 * step as f32;
                let top = eave - (eave - peak) * (step + 1) as f32 / 5.0;
                brush.rect(x + inset, top, wide - inset * 2.0, eave - top + 2.0, front);
                brush.rect(x + inset - 4.0, top - 8.0, wide * 0.1 + 8.0, 9.0, light(front, 0.5));
                brush.rect(
                    x + wide - inset - wide * 0.1 - 4.0,
                    top - 8.0,
                    wide * 0.1 + 8.0,
                    9.0,
                    light(front, 0.5),
                );
            }
        }
        1 => {
            brush.poly(
                &[
                    (x - 8.0, eave + 8.0),
                    (x + wide * 0.16, peak),
                    (x + wide * 0.84, peak),
                    (x + wide + 8.0, eave + 8.0),
                ],
                roof,
            );
            for dormer in [0.32, 0.68] {
                let middle = x + wide * dormer;
                brush.rect(middle - 24.0, eave - 70.0, 48.0, 62.0, front);
                brush.poly(
                    &[(middle - 34.0, eave - 68.0), (middle, eave - 108.0), (middle + 34.0, eave - 68.0)],
                    shade(roof, 0.25),
                );
                pane(brush, middle - 14.0, eave - 58.0, 28.0, 40.0, lit && dice.chance(0.5));
            }
        }
        _ => {
            brush.poly(&[(x, eave + 1.0), (x + wide / 2.0, peak), (x + wide, eave + 1.0)], front);
            brush.line(
                &[(x - 6.0, eave + 4.0), (x + wide / 2.0, peak - 6.0), (x + wide + 6.0, eave + 4.0)],
                17.0,
                roof,
            );
            pane(brush, x + wide / 2.0 - 17.0, eave - 62.0, 34.0, 46.0, lit && dice.chance(0.5));
        }
    }
    if kind == 3 {
        timber(brush, x, wide, eave, foot);
    }
    windows(brush, dice, (x, wide, eave), foot, lit);
    brush.rect(x + wide - 9.0, eave, 9.0, foot - eave, shade(front, 0.16));
}

fn timber(brush: &mut Brush, x: f32, wide: f32, eave: f32, foot: f32) {
    for share in [0.02, 0.25, 0.5, 0.75, 0.98] {
        brush.line(&[(x + wide * share, eave), (x + wide * share, foot - 130.0)], 10.0, WALNUT);
    }
    for y in [eave, (eave + foot - 130.0) / 2.0, foot - 130.0] {
        brush.line(&[(x + 4.0, y), (x + wide - 4.0, y)], 11.0, WALNUT);
    }
    brush.line(
        &[(x + wide * 0.02, foot - 134.0), (x + wide * 0.24, (eave + foot - 130.0) / 2.0)],
        9.0,
        WALNUT,
    );
    brush.line(
        &[(x + wide * 0.98, foot - 134.0), (x + wide * 0.76, (eave + foot - 130.0) / 2.0)],
        9.0,
        WALNUT,
    );
    brush.line(&[(x + 4.0, eave), (x + wide / 2.0, eave - 90.0), (x + wide - 4.0, eave)], 8.0, WALNUT);
}

fn windows(brush: &mut Brush, dice: &mut Dice, (x, wide, eave): (f32, f32, f32), foot: f32, lit: bool) {
    let across = if wide > 255.0 { 3 } else { 2 };
    for floor in 0..2 {
        for at in 0..across {
            let middle = x + wide * (at as f32 + 0.5) / across as f32;
            let y = eave + 34.0 + floor as f32 * 112.0;
            if y + 80.0 < foot - 130.0 {
                pane(brush, middle - 22.0, y, 44.0, 70.0, lit && dice.chance(0.55));
                if dice.chance(0.4) {
                    brush.round(middle - 28.0, y + 68.0, 56.0, 15.0, 6.0, GREEN);
                    for flower in [-16.0, 0.0, 16.0] {
                        brush.circle(middle + flower, y + 69.0, 6.0, dice.pick(&[BRICK, ROSE, GOLD]));
                    }
                }
            }
        }
    }
    let door = x + wide * dice.pick(&[0.24, 0.74]);
    let shop = if door < x + wide / 2.0 { x + wide * 0.66 } else { x + wide * 0.3 };
    let tone = dice.pick(&[GREEN, WINE, BLUE, WALNUT]);
    brush.round(door - 30.0, foot - 112.0, 60.0, 130.0, 26.0, shade(tone, 0.1));
    brush.circle(door + 17.0, foot - 46.0, 4.0, GOLD);
    pane(brush, shop - 52.0, foot - 104.0, 104.0, 74.0, lit);
    brush.poly(
        &[
            (shop - 58.0, foot - 112.0),
            (shop + 58.0, foot - 112.0),
            (shop + 70.0, foot - 84.0),
            (shop - 70.0, foot - 84.0),
        ],
        tone,
    );
}

fn pane(brush: &mut Brush, x: f32, y: f32, wide: f32, high: f32, lit: bool) {
    brush.rect(x - 5.0, y - 5.0, wide + 10.0, high + 10.0, PAPER);
    brush.rect(x, y, wide, high, if lit { GLOW } else { [0x4F, 0x5E, 0x68] });
    if !lit {
        brush.glaze(&[(x, y), (x + wide * 0.7, y), (x, y + high * 0.6)], SKY, 0.35);
    }
    brush.rect(x + wide / 2.0 - 2.0, y, 4.0, high, PAPER);
    brush.rect(x, y + high * 0.38, wide, 4.0, PAPER);
}

fn square(brush: &mut Brush, dice: &mut Dice, ground: Colour) {
    brush.rect(-50.0, 800.0, 1700.0, 330.0, ground);
    brush.rect(-50.0, 800.0, 1700.0, 12.0, shade(ground, 0.3));
    for line in 0..9 {
        let depth = line as f32 / 9.0;
        let y = 822.0 + (HIGH - 822.0) * depth.powf(1.25);
        let step = 46.0 + depth * 84.0;
        let mut x = dice.between(-60.0, 0.0);
        while x < 1640.0 {
            let wide = step * dice.between(0.7, 1.0);
            if dice.chance(0.7) {
                brush.round(x, y, wide, 7.0 + depth * 16.0, 6.0, shade(ground, dice.between(0.05, 0.14)));
            }
            x += step;
        }
    }
}

fn stall(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32) {
    let colour = dice.pick(&[WINE, GREEN, BLUE, RUST]);
    brush.shadow(x + 150.0, foot, 190.0, 18.0);
    for post in [8.0, 282.0] {
        brush.rect(x + post, foot - 290.0, 10.0, 290.0, WALNUT);
    }
    brush.rect(x, foot - 120.0, 300.0, 110.0, OAK);
    brush.rect(x, foot - 120.0, 300.0, 12.0, light(OAK, 0.3));
    for plank in 1..5 {
        brush.rect(x + plank as f32 * 60.0, foot - 108.0, 3.0, 98.0, shade(OAK, 0.25));
    }
    things::row_of_books(brush, dice, x + 14.0, x + 190.0, foot - 120.0, 84.0);
    things::pile(brush, dice, x + 240.0, foot - 120.0, 3, 84.0);
    for stripe in 0..8 {
        let (left, tone) = (stripe as f32, if stripe % 2 == 0 { colour } else { PAPER });
        brush.shape(tone, |path| {
            path.move_to(x + 10.0 + left * 35.0, foot - 372.0);
            path.line_to(x + 10.0 + (left + 1.0) * 35.0, foot - 372.0);
            path.line_to(x - 22.0 + (left + 1.0) * 43.0, foot - 270.0);
            path.quad_to(x - 22.0 + (left + 0.5) * 43.0, foot - 240.0, x - 22.0 + left * 43.0, foot - 270.0);
            path.close();
        });
    }
}

fn fountain(brush: &mut Brush, x: f32, foot: f32) {
    brush.shadow(x, foot + 8.0, 250.0, 26.0);
    brush.rect(x - 16.0, foot - 230.0, 32.0, 190.0, TAUPE);
    brush.oval(x, foot - 226.0, 92.0, 20.0, TAUPE, 1.0);
    brush.oval(x, foot - 231.0, 80.0, 13.0, SKY, 1.0);
    for side in [-1.0, 1.0] {
        for reach in [70.0, 120.0] {
            brush.curve(4.0, light(SKY, 0.6), |path| {
                path.move_to(x + side * 20.0, foot - 236.0);
                path.quad_to(x + side * reach, foot - 290.0, x + side * (reach + 40.0), foot - 62.0);
            });
        }
    }
    brush.poly(
        &[
            (x - 220.0, foot - 60.0),
            (x + 220.0, foot - 60.0),
            (x + 196.0, foot + 10.0),
            (x - 196.0, foot + 10.0),
        ],
        TAUPE,
    );
    brush.oval(x, foot - 60.0, 220.0, 34.0, light(TAUPE, 0.25), 1.0);
    brush.oval(x, foot - 58.0, 196.0, 26.0, SKY, 1.0);
}
