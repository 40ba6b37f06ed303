//! Reading in a summer garden.
use super::Seen;
use super::brush::Brush;
use super::dice::Dice;
use super::palette::*;
use super::things;
use crate::base::sentence::Sentence;

const SEATS: [&str; 3] = ["deckchair", "hammock", "blanket"];
const GRASS: Colour = [0x9B, 0xAE, 0x6E];

pub fn paint(brush: &mut Brush, dice: &mut Dice) -> Seen {
    let seat = dice.pick(&SEATS);
    let (above, below) = dice.pick(&[
        ([0x9F, 0xC4, 0xD2], [0xEF, 0xF0, 0xDE]),
        ([0xC3, 0xD6, 0xD6], [0xFA, 0xE6, 0xBE]),
        ([0x8F, 0xB8, 0xCE], [0xE6, 0xEE, 0xE6]),
    ]);
    brush.sky(above, below, 0.0, 640.0);
    let sun = dice.between(220.0, 1380.0);
    brush.glow(sun, 170.0, 380.0, GLOW, 0.75);
    brush.circle(sun, 170.0, 74.0, light(GLOW, 0.3));
    meadow_line(brush, dice, 520.0, mix(SAGE, SKY, 0.45));
    village(brush, dice);
    hedge(brush, dice);
    brush.rect(-50.0, 690.0, 1700.0, 450.0, GRASS);
    brush.glaze(&[(-50.0, 860.0), (1650.0, 760.0), (1650.0, 1120.0), (-50.0, 1120.0)], MOSS, 0.13);
    let left = dice.chance(0.5);
    let place = |x: f32| if left { x } else { 1600.0 - x };
    let crown = dice.pick(&[mix(GREEN, SAGE, 0.35), mix(MOSS, SAGE, 0.55), mix(GREEN, GOLD, 0.25)]);
    big_tree(brush, dice, place(330.0), crown);
    match seat {
        "deckchair" => deckchair(
            brush,
            place(860.0),
            960.0,
            if left { 1.0 } else { -1.0 },
            dice.pick(&[WINE, BLUE, GREEN, RUST]),
        ),
        "hammock" => hammock(brush, place(350.0), place(1230.0), dice.pick(&[BRICK, GOLD, BLUE])),
        _ => blanket(brush, dice, place(850.0), 930.0),
    }
    things::pile(brush, dice, place(1170.0), 985.0, 4, 170.0);
    drink(brush, place(1330.0), 1000.0);
    flowers(brush, dice);
    Seen(Sentence::new("demo-drawing-summer-garden").with("seat", seat))
}

fn meadow_line(brush: &mut Brush, dice: &mut Dice, y: f32, colour: Colour) {
    let bend = dice.off(50.0);
    brush.shape(colour, |path| {
        path.move_to(-60.0, y + 20.0);
        path.cubic_to(400.0, y - 60.0 - bend, 800.0, y + 60.0 + bend, 1660.0, y - 30.0);
        path.line_to(1660.0, 760.0);
        path.line_to(-60.0, 760.0);
        path.close();
    });
}

fn village(brush: &mut Brush, dice: &mut Dice) {
    let x = dice.between(600.0, 1000.0);
    for house in 0..4 {
        let (left, wide) = (x + house as f32 * 62.0, dice.between(44.0, 58.0));
        brush.rect(left, 520.0, wide, 60.0, mix(CREAM, SKY, 0.2));
        brush.poly(
            &[(left - 5.0, 522.0), (left + wide / 2.0, 484.0), (left + wide + 5.0, 522.0)],
            mix(BRICK, SKY, 0.2),
        );
    }
    brush.rect(x + 96.0, 440.0, 24.0, 110.0, mix(STONE, SKY, 0.2));
    brush.poly(&[(x + 92.0, 442.0), (x + 108.0, 372.0), (x + 124.0, 442.0)], mix(MOSS, SKY, 0.35));
}

fn hedge(brush: &mut Brush, dice: &mut Dice) {
    let mut x = -60.0;
    while x < 1680.0 {
        let size = dice.between(56.0, 86.0);
        brush.circle(x, 650.0 + dice.off(10.0), size, shade(mix(GREEN, SAGE, 0.4), dice.between(0.0, 0.16)));
        x += size * 0.85;
    }
    let tones = [ROSE, BRICK, PAPER, GOLD];
    for _ in 0..50 {
        let tone = dice.pick(&tones);
        brush.circle(dice.between(0.0, 1600.0), dice.between(590.0, 690.0), dice.between(4.0, 9.0), tone);
    }
    for board in 0..28 {
        let x = -30.0 + board as f32 * 62.0;
        brush.poly(&[(x, 742.0), (x, 650.0), (x + 17.0, 630.0), (x + 34.0, 650.0), (x + 34.0, 742.0)], PAPER);
    }
    brush.rect(-50.0, 670.0, 1700.0, 13.0, WASH);
    brush.rect(-50.0, 714.0, 1700.0, 13.0, WASH);
}

fn big_tree(brush: &mut Brush, dice: &mut Dice, x: f32, crown: Colour) {
    brush.oval(x + 60.0, 900.0, 470.0, 76.0, [0x3E, 0x4A, 0x2C], 0.3);
    brush.shape(WALNUT, |path| {
        path.move_to(x - 62.0, 905.0);
        path.quad_to(x - 30.0, 800.0, x - 34.0, 380.0);
        path.line_to(x + 34.0, 380.0);
        path.quad_to(x + 30.0, 800.0, x + 66.0, 905.0);
        path.close();
    });
    for (depth, tone) in [(0.0, shade(crown, 0.2)), (1.0, crown), (2.0, light(crown, 0.13))] {
        for blob in 0..12 {
            let turn = blob as f32 * std::f32::consts::FRAC_PI_6 + depth;
            let (dx, dy) = (turn.cos() * (310.0 - depth * 74.0), turn.sin() * (160.0 - depth * 46.0));
            brush.circle(
                x + dx + dice.off(20.0) - depth * 16.0,
                230.0 + dy - depth * 36.0,
                128.0 - depth * 22.0,
                tone,
            );
        }
    }
    brush.circle(x, 220.0, 190.0, crown);
    for _ in 0..26 {
        let (dx, dy) = (dice.off(340.0), dice.off(190.0));
        let fruit = dice.chance(0.35);
        let tone = if fruit { BRICK } else { light(crown, 0.24) };
        brush.oval(
            x + dx,
            220.0 + dy,
            if fruit { 14.0 } else { 20.0 },
            if fruit { 14.0 } else { 9.0 },
            tone,
            1.0,
        );
    }
}

fn deckchair(brush: &mut Brush, x: f32, foot: f32, side: f32, colour: Colour) {
    brush.oval(x, foot, 260.0, 28.0, [0x3E, 0x4A, 0x2C], 0.3);
    let at = |dx: f32, dy: f32| (x + side * dx, foot + dy);
    brush.line(&[at(-210.0, -10.0), at(190.0, -370.0)], 16.0, shade(OAK, 0.2));
    for stripe in 0..6 {
        let (inner, outer) = (stripe as f32 * 22.0, (stripe + 1) as f32 * 22.0);
        let tone = if stripe % 2 == 0 { colour } else { PAPER };
        let (from, to) = (at(210.0 - inner * 0.25, -390.0 + inner), at(210.0 - outer * 0.25, -390.0 + outer));
        let (low_from, low_to) = (
            at(-190.0 - inner * 0.25, -120.0 + inner * 0.8),
            at(-190.0 - outer * 0.25, -120.0 + outer * 0.8),
        );
        brush.shape(tone, |path| {
            path.move_to(from.0, from.1);
            path.line_to(to.0, to.1);
            path.quad_to(x - side * 40.0, foot - 60.0 + outer * 0.75, low_to.0, low_to.1);
            path.line_to(low_from.0, low_from.1);
            path.quad_to(x - side * 40.0, foot - 60.0 + inner * 0.75, from.0, from.1);
            path.close();
        });
    }
    brush.line(&[at(-230.0, -128.0), at(150.0, -4.0)], 17.0, OAK);
    brush.line(&[at(216.0, -394.0), at(-150.0, -4.0)], 17.0, OAK);
    brush.at(x - side * 10.0, foot - 100.0, -side * 6.0, 1.0, |brush| {
        things::open_book(brush, 0.0, 0.0, 86.0, WINE)
    });
}

fn hammock(brush: &mut Brush, from: f32, to: f32, colour: Colour) {
    let side = (to - from).signum();
    brush.line(&[(to, 1000.0), (to + side * 14.0, 470.0)], 24.0, WALNUT);
    brush.oval((from + to) / 2.0, 985.0, 330.0, 30.0, [0x3E, 0x4A, 0x2C], 0.3);
    let (start, end) = (from + side * 8.0, to);
    brush.line(&[(start, 610.0), (start + side * 130.0, 690.0)], 6.0, CREAM);
    brush.line(&[(end, 560.0), (end - side * 130.0, 670.0)], 6.0, CREAM);
    for stripe in 0..5 {
        let deep = 880.0 + stripe as f32 * 36.0;
        let tone = if stripe % 2 == 0 { colour } else { light(colour, 0.6) };
        brush.curve(40.0, tone, |path| {
            path.move_to(start + side * 130.0, 690.0 + stripe as f32 * 4.0);
            path.quad_to((start + end) / 2.0, deep + 60.0, end - side * 130.0, 672.0 + stripe as f32 * 4.0);
        });
    }
    brush.at((start + end) / 2.0, 808.0, side * 3.0, 1.0, |brush| {
        things::cushion(brush, 170.0, 96.0, PAPER);
    });
    things::open_book(brush, (start + end) / 2.0 + side * 165.0, 826.0, 80.0, BLUE);
}

fn blanket(brush: &mut Brush, dice: &mut Dice, x: f32, y: f32) {
    let colour = dice.pick(&[WINE, BLUE, GREEN]);
    brush.poly(
        &[(x - 270.0, y - 70.0), (x + 270.0, y - 70.0), (x + 350.0, y + 90.0), (x - 350.0, y + 90.0)],
        PAPER,
    );
    for stripe in 0..6 {
        let share = stripe as f32 / 6.0;
        let (left, right) = (-270.0 + share * 540.0, -350.0 + share * 700.0);
        brush.glaze(
            &[
                (x + left, y - 70.0),
                (x + left + 45.0, y - 70.0),
                (x + right + 58.0, y + 90.0),
                (x + right, y + 90.0),
            ],
            colour,
            0.55,
        );
    }
    for (top, high, spread) in [(-62.0, 20.0, 276.0), (-16.0, 26.0, 300.0), (40.0, 32.0, 328.0)] {
        brush.glaze(
            &[
                (x - spread, y + top),
                (x + spread, y + top),
                (x + spread + 9.0, y + top + high),
                (x - spread - 9.0, y + top + high),
            ],
            colour,
            0.55,
        );
    }
    things::open_book(brush, x + 60.0, y + 26.0, 105.0, RUST);
    brush.at(x - 150.0, y - 10.0, -12.0, 1.0, |brush| things::cushion(brush, 170.0, 110.0, GOLD));
    // A straw hat.
    brush.oval(x + 220.0, y - 4.0, 88.0, 26.0, shade(GLOW, 0.12), 1.0);
    brush.oval(x + 220.0, y - 26.0, 48.0, 40.0, GLOW, 1.0);
    brush.line(&[(x + 174.0, y - 14.0), (x + 266.0, y - 14.0)], 13.0, colour);
}

fn drink(brush: &mut Brush, x: f32, foot: f32) {
    brush.shadow(x, foot, 60.0, 10.0);
    brush.line(&[(x + 4.0, foot - 20.0), (x + 46.0, foot - 170.0)], 8.0, BRICK);
    brush.glaze(
        &[(x - 42.0, foot - 130.0), (x + 42.0, foot - 130.0), (x + 32.0, foot), (x - 32.0, foot)],
        PAPER,
        0.55,
    );
    brush.glaze(
        &[(x - 39.0, foot - 96.0), (x + 39.0, foot - 96.0), (x + 32.0, foot), (x - 32.0, foot)],
        GOLD,
        0.75,
    );
    brush.circle(x - 40.0, foot - 128.0, 25.0, GOLD);
    brush.circle(x - 40.0, foot - 128.0, 18.0, GLOW);
}

fn flowers(brush: &mut Brush, dice: &mut Dice) {
    for _ in 0..70 {
        let (x, y) = (dice.between(0.0, 1600.0), dice.between(760.0, 1060.0));
        let size = 5.0 + (y - 760.0) / 30.0;
        brush.line(&[(x, y), (x + dice.off(8.0), y - size * 2.4)], 3.0, shade(GRASS, 0.3));
    }
    for _ in 0..24 {
        let (x, y) = (dice.between(0.0, 1600.0), dice.between(985.0, 1062.0));
        let tone = dice.pick(&[PAPER, ROSE, BRICK, GOLD]);
        brush.line(&[(x, y + 40.0), (x, y)], 4.0, MOSS);
        for petal in 0..5 {
            let turn = petal as f32 * 1.2566;
            brush.circle(x + turn.cos() * 11.0, y + turn.sin() * 11.0, 9.0, tone);
        }
        brush.circle(x, y, 7.0, if tone == GOLD { WALNUT } else { GOLD });
    }
}
