//! A reading chair under a lamp, with the evening in the window.
use super::Seen;
use super::brush::{Brush, HIGH};
use super::dice::Dice;
use super::growing;
use super::palette::*;
use super::things;
use crate::base::sentence::Sentence;

/// The light of a lamp with a cloth shade, redder than daylight.
const LAMPLIGHT: Colour = [0xFB, 0xBE, 0x6E];

const CHAIRS: [(&str, Colour); 5] =
    [("green", GREEN), ("red", WINE), ("blue", BLUE), ("yellow", GOLD), ("rust", BRICK)];
const WEATHERS: [&str; 3] = ["moon", "snow", "rain"];

pub fn paint(brush: &mut Brush, dice: &mut Dice) -> Seen {
    let (chair, colour) = dice.pick(&CHAIRS);
    let weather = dice.pick(&WEATHERS);
    let wall = dice.pick(&[
        mix(NIGHT, WINE, 0.35),
        mix(NIGHT, MOSS, 0.5),
        mix(DUSK, WALNUT, 0.5),
        mix(NIGHT, RUST, 0.35),
    ]);
    let mirrored = dice.chance(0.5);
    let place = |x: f32| if mirrored { 1600.0 - x } else { x };

    brush.sky(shade(wall, 0.2), light(wall, 0.08), 0.0, HIGH);
    things::boards(brush, dice, 850.0, shade(WALNUT, 0.15), 4);
    brush.rect(-50.0, 838.0, 1700.0, 16.0, shade(wall, 0.45));
    window(brush, dice, place(400.0), weather);
    let lamp = place(1250.0);
    brush.glow(lamp, 330.0, 1080.0, LAMPLIGHT, 0.62);
    brush.oval(place(980.0), 965.0, 560.0, 72.0, mix(BRICK, wall, 0.35), 1.0);
    brush.oval(place(980.0), 962.0, 500.0, 58.0, mix(CREAM, BRICK, 0.45), 1.0);
    brush.oval(place(980.0), 960.0, 440.0, 47.0, mix(BRICK, wall, 0.3), 1.0);
    armchair(brush, place(920.0), 950.0, colour);
    floor_lamp(brush, lamp, 955.0);
    let up = things::pile(brush, dice, place(1130.0 + 340.0), 985.0, 5, 200.0);
    things::cup(brush, place(1130.0 + 340.0), 985.0 - up, 62.0, PAPER);
    brush.at(place(560.0), 0.0, 0.0, 1.0, |brush| growing::plant(brush, dice, 0.0, 960.0, 330.0));
    brush.glow(lamp, 330.0, 560.0, LAMPLIGHT, 0.3);
    Seen(Sentence::new("demo-drawing-reading-chair").with("chair", chair).with("weather", weather))
}

/// The window and what is outside, in its own coordinates around its middle.
fn window(brush: &mut Brush, dice: &mut Dice, x: f32, weather: &str) {
    let (left, top, wide, high) = (x - 230.0, 120.0, 460.0, 560.0);
    brush.rect(left - 26.0, top - 26.0, wide + 52.0, high + 52.0, CREAM);
    for band in 0..14 {
        let tone = mix(NIGHT, mix(DUSK, ROSE, 0.45), (band as f32 / 13.0).powf(1.5));
        brush.rect(left, top + high * band as f32 / 14.0, wide, high / 14.0 + 1.0, tone);
    }
    if weather == "moon" {
        brush.glow(left + 330.0, top + 130.0, 100.0, GLOW, 0.5);
        brush.shape(GLOW, |path| {
            path.move_to(left + 318.0, top + 88.0);
            path.cubic_to(left + 396.0, top + 92.0, left + 396.0, top + 172.0, left + 318.0, top + 174.0);
            path.cubic_to(left + 362.0, top + 152.0, left + 362.0, top + 110.0, left + 318.0, top + 88.0);
            path.close();
        });
    }
    let mut roof = left;
    while roof < left + wide - 20.0 {
        let span = dice.between(80.0, 140.0).min(left + wide - roof);
        let (eave, peak) = (top + high - dice.between(90.0, 150.0), dice.between(50.0, 90.0));
        let tone = mix(NIGHT, INK, dice.between(0.3, 0.7));
        brush.poly(
            &[
                (roof, top + high),
                (roof, eave),
                (roof + span / 2.0, eave - peak),
                (roof + span, eave),
                (roof + span, top + high),
            ],
            tone,
        );
        if weather == "snow" {
            brush.line(
                &[
                    (roof + 5.0, eave - 3.0),
                    (roof + span / 2.0, eave - peak),
                    (roof + span - 5.0, eave - 3.0),
                ],
                9.0,
                WASH,
            );
        }
        if dice.chance(0.7) {
            brush.rect(roof + span * 0.4, eave + 18.0, 20.0, 26.0, GLOW);
        }
        roof += span;
    }
    for _ in 0..46 {
        let (dx, dy) = (dice.between(8.0, wide - 8.0), dice.between(8.0, high - 30.0));
        match weather {
            "snow" => brush.circle(left + dx, top + dy, dice.between(2.0, 5.0), PAPER),
            "rain" => brush.line(
                &[(left + dx, top + dy), (left + dx - 4.0, top + dy + 24.0)],
                2.0,
                mix(SKY, DUSK, 0.3),
            ),
            _ if dy < 260.0 => brush.circle(left + dx, top + dy, dice.between(1.2, 2.4), CREAM),
            _ => {}
        }
    }
    brush.rect(x - 8.0, top, 16.0, high, CREAM);
    brush.rect(left, top + high * 0.42, wide, 14.0, CREAM);
    brush.rect(left - 50.0, top + high + 22.0, wide + 100.0, 26.0, light(CREAM, 0.3));
    brush.rect(left - 50.0, top + high + 44.0, wide + 100.0, 8.0, shade(CREAM, 0.4));
}

fn armchair(brush: &mut Brush, x: f32, foot: f32, colour: Colour) {
    brush.shadow(x, foot + 4.0, 270.0, 30.0);
    for leg in [-180.0, 160.0] {
        brush.poly(
            &[
                (x + leg, foot - 60.0),
                (x + leg + 26.0, foot - 60.0),
                (x + leg + 18.0, foot),
                (x + leg + 6.0, foot),
            ],
            WALNUT,
        );
    }
    brush.round(x - 190.0, foot - 530.0, 380.0, 420.0, 90.0, shade(colour, 0.12));
    brush.round(x - 168.0, foot - 508.0, 336.0, 380.0, 76.0, colour);
    for button in [-70.0, 0.0, 70.0] {
        brush.circle(x + button, foot - 410.0, 7.0, shade(colour, 0.35));
        brush.circle(
            x + button + 35.0 - 70.0 * f32::from(button > 0.0),
            foot - 335.0,
            7.0,
            shade(colour, 0.35),
        );
    }
    brush.round(x - 180.0, foot - 232.0, 360.0, 90.0, 36.0, light(colour, 0.14));
    brush.round(x - 190.0, foot - 170.0, 380.0, 120.0, 22.0, shade(colour, 0.16));
    brush.at(x + 20.0, foot - 318.0, -9.0, 1.0, |brush| {
        things::cushion(brush, 170.0, 150.0, mix(CREAM, GOLD, 0.35))
    });
    for side in [-1.0, 1.0] {
        let left = if side < 0.0 { x - 262.0 } else { x + 162.0 };
        brush.round(
            left,
            foot - 318.0,
            100.0,
            272.0,
            44.0,
            mix(colour, INK, if side < 0.0 { 0.12 } else { 0.04 }),
        );
        brush.round(left + 10.0, foot - 310.0, 80.0, 60.0, 30.0, light(colour, 0.1));
    }
    // A blanket over one arm, and the book somebody will come back to.
    brush.shape(mix(PAPER, ROSE, 0.35), |path| {
        path.move_to(x + 156.0, foot - 322.0);
        path.quad_to(x + 212.0, foot - 346.0, x + 268.0, foot - 318.0);
        path.line_to(x + 276.0, foot - 130.0);
        path.quad_to(x + 210.0, foot - 116.0, x + 160.0, foot - 134.0);
        path.close();
    });
    for stripe in [0.0, 26.0, 120.0] {
        brush.line(&[(x + 158.0, foot - 160.0 - stripe), (x + 274.0, foot - 156.0 - stripe)], 7.0, BRICK);
    }
    things::open_book(brush, x - 66.0, foot - 236.0, 92.0, WINE);
}

fn floor_lamp(brush: &mut Brush, x: f32, foot: f32) {
    brush.oval(x, foot, 84.0, 15.0, INK, 1.0);
    brush.rect(x - 5.0, 380.0, 10.0, foot - 380.0, shade(GOLD, 0.45));
    brush.poly(
        &[(x - 84.0, 210.0), (x + 84.0, 210.0), (x + 142.0, 400.0), (x - 142.0, 400.0)],
        light(GLOW, 0.25),
    );
    brush.poly(&[(x + 30.0, 210.0), (x + 84.0, 210.0), (x + 142.0, 400.0), (x + 52.0, 400.0)], GLOW);
    brush.rect(x - 142.0, 392.0, 284.0, 9.0, GOLD);
    brush.rect(x - 84.0, 208.0, 168.0, 7.0, GOLD);
}
