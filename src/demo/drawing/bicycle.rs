//! A bicycle that brings books over the land.
use super::Seen;
use super::brush::{Brush, HIGH};
use super::dice::Dice;
use super::growing;
use super::palette::*;
use super::things;
use crate::base::sentence::Sentence;

const SEASONS: [(&str, Colour, Colour, Colour); 4] = [
    ("spring", [0xB6, 0xD0, 0xD6], [0xF6, 0xEE, 0xDC], [0xA9, 0xBC, 0x7A]),
    ("summer", [0x8F, 0xB8, 0xCE], [0xF4, 0xEE, 0xD2], [0xD6, 0xB4, 0x5E]),
    ("autumn", [0xB4, 0xB9, 0xBE], [0xF2, 0xD4, 0xA8], [0xB8, 0x8A, 0x4A]),
    ("evening", [0x6F, 0x7E, 0xA2], [0xF2, 0xB4, 0x8A], [0x7F, 0x8C, 0x62]),
];
const LANDMARKS: [&str; 3] = ["windmill", "church", "farm"];

pub fn paint(brush: &mut Brush, dice: &mut Dice) -> Seen {
    let (season, above, below, field) = dice.pick(&SEASONS);
    let landmark = dice.pick(&LANDMARKS);
    let colour = dice.pick(&[WINE, GREEN, BLUE, RUST]);
    brush.sky(above, below, 0.0, 640.0);
    let sun = dice.between(150.0, 1450.0);
    brush.glow(sun, 300.0, 420.0, GLOW, 0.7);
    brush.circle(sun, 300.0, 66.0, light(GLOW, 0.35));
    for _ in 0..3 {
        let (x, y) = (dice.between(0.0, 1600.0), dice.between(80.0, 260.0));
        brush.oval(x, y, 170.0, 30.0, PAPER, 0.6);
        brush.oval(x + 60.0, y - 20.0, 90.0, 30.0, PAPER, 0.6);
    }
    land(brush, dice, field, below);
    let flip = dice.chance(0.5);
    // Where neither bicycle nor trailer hides it.
    let at = if flip { 760.0 } else { dice.pick(&[790.0, 1450.0]) } + dice.off(20.0);
    match landmark {
        "windmill" => windmill(brush, dice, at, 640.0),
        "church" => church(brush, at, 640.0),
        _ => farm(brush, at, 640.0),
    }
    avenue(brush, dice, season);
    lane(brush, dice, field);
    brush.at(if flip { 1600.0 } else { 0.0 }, 0.0, 0.0, 1.0, |brush| {
        brush.mirrored(flip, |brush| {
            trailer(brush, dice, 430.0, 930.0, colour);
            bicycle(brush, 1010.0, 930.0, colour);
        });
    });
    grass(brush, dice, field);
    Seen(Sentence::new("demo-drawing-book-bicycle").with("season", season).with("landmark", landmark))
}

fn land(brush: &mut Brush, dice: &mut Dice, field: Colour, haze: Colour) {
    let tones = [mix(SAGE, haze, 0.5), mix(field, haze, 0.35), mix(MOSS, haze, 0.35), field];
    for (strip, tone) in tones.into_iter().enumerate() {
        let y = 560.0 + strip as f32 * 52.0;
        let bend = dice.off(34.0);
        brush.shape(tone, |path| {
            path.move_to(-60.0, y + bend);
            path.cubic_to(400.0, y - 40.0, 900.0, y + 40.0 - bend, 1660.0, y - bend);
            path.line_to(1660.0, HIGH + 60.0);
            path.line_to(-60.0, HIGH + 60.0);
            path.close();
        });
    }
    for furrow in 0..12 {
        let x = -400.0 + furrow as f32 * 210.0;
        brush.line(&[(700.0 + (x - 700.0) * 0.35, 728.0), (x, 840.0)], 4.0, shade(field, 0.14));
    }
}

fn avenue(brush: &mut Brush, dice: &mut Dice, season: &str) {
    let crown = match season {
        "autumn" => mix(GOLD, RUST, 0.45),
        "spring" => mix(ROSE, PAPER, 0.3),
        "evening" => mix(MOSS, NIGHT, 0.25),
        _ => mix(GREEN, SAGE, 0.4),
    };
    for tree in 0..5 {
        let x = 60.0 + tree as f32 * 150.0 + dice.off(24.0);
        let tone = mix(crown, GOLD, dice.between(0.0, 0.2));
        let (foot, size) = (745.0 + dice.off(6.0), 200.0 + dice.off(24.0));
        growing::tree(brush, dice, x, foot, size, tone);
    }
}

fn windmill(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32) {
    brush.poly(
        &[
            (x - 66.0, foot + 20.0),
            (x - 36.0, foot - 200.0),
            (x + 36.0, foot - 200.0),
            (x + 66.0, foot + 20.0),
        ],
        PAPER,
    );
    brush.poly(
        &[
            (x + 10.0, foot - 200.0),
            (x + 36.0, foot - 200.0),
            (x + 66.0, foot + 20.0),
            (x + 20.0, foot + 20.0),
        ],
        WASH,
    );
    brush.shape(WALNUT, |path| {
        path.move_to(x - 44.0, foot - 196.0);
        path.quad_to(x, foot - 290.0, x + 44.0, foot - 196.0);
        path.close();
    });
    brush.rect(x - 13.0, foot - 30.0, 26.0, 50.0, GREEN);
    brush.rect(x - 10.0, foot - 130.0, 20.0, 26.0, INK);
    let turn = dice.between(10.0, 80.0);
    for sail in 0..4 {
        brush.at(x, foot - 222.0, turn + sail as f32 * 90.0, 1.0, |brush| {
            brush.rect(-4.0, -175.0, 8.0, 175.0, WALNUT);
            brush.rect(4.0, -172.0, 34.0, 130.0, CREAM);
            for bar in 0..5 {
                brush.rect(4.0, -172.0 + bar as f32 * 32.0, 34.0, 3.0, WALNUT);
            }
        });
    }
    brush.circle(x, foot - 222.0, 11.0, INK);
}

fn church(brush: &mut Brush, x: f32, foot: f32) {
    brush.rect(x - 20.0, foot - 120.0, 190.0, 140.0, CREAM);
    brush.poly(
        &[
            (x - 20.0, foot - 118.0),
            (x + 10.0, foot - 190.0),
            (x + 150.0, foot - 190.0),
            (x + 180.0, foot - 118.0),
        ],
        WINE,
    );
    brush.rect(x - 70.0, foot - 230.0, 76.0, 250.0, WASH);
    brush.poly(&[(x - 80.0, foot - 228.0), (x - 32.0, foot - 390.0), (x + 16.0, foot - 228.0)], MOSS);
    brush.circle(x - 32.0, foot - 190.0, 17.0, INK);
    for window in 0..3 {
        brush.round(x + 28.0 + window as f32 * 46.0, foot - 92.0, 20.0, 62.0, 10.0, BLUE);
    }
}

fn farm(brush: &mut Brush, x: f32, foot: f32) {
    brush.rect(x - 130.0, foot - 110.0, 280.0, 130.0, BRICK);
    brush.poly(
        &[
            (x - 150.0, foot - 106.0),
            (x - 90.0, foot - 220.0),
            (x + 110.0, foot - 220.0),
            (x + 170.0, foot - 106.0),
        ],
        shade(RUST, 0.3),
    );
    brush.round(x - 30.0, foot - 90.0, 80.0, 110.0, 30.0, GREEN);
    for window in [-96.0, 84.0] {
        brush.rect(x + window, foot - 76.0, 40.0, 40.0, PAPER);
        brush.rect(x + window + 5.0, foot - 71.0, 30.0, 30.0, NIGHT);
    }
}

fn lane(brush: &mut Brush, dice: &mut Dice, field: Colour) {
    let lane = mix(CREAM, STONE, 0.4);
    brush.shape(lane, |path| {
        path.move_to(-60.0, 868.0);
        path.quad_to(800.0, 838.0, 1660.0, 872.0);
        path.line_to(1660.0, 1010.0);
        path.quad_to(800.0, 970.0, -60.0, 1000.0);
        path.close();
    });
    for _ in 0..46 {
        let (x, y) = (dice.between(0.0, 1600.0), dice.between(880.0, 976.0));
        brush.oval(x, y, dice.between(4.0, 14.0), 3.0, shade(lane, 0.14), 1.0);
    }
    brush.shape(shade(field, 0.12), |path| {
        path.move_to(-60.0, 996.0);
        path.quad_to(800.0, 966.0, 1660.0, 1006.0);
        path.line_to(1660.0, 1130.0);
        path.line_to(-60.0, 1130.0);
        path.close();
    });
}

fn wheel(brush: &mut Brush, x: f32, y: f32, radius: f32) {
    brush.ring(x, y, radius, 13.0, INK);
    brush.ring(x, y, radius - 11.0, 5.0, STONE);
    for spoke in 0..10 {
        let turn = spoke as f32 * 0.314;
        let (dx, dy) = (turn.cos() * (radius - 12.0), turn.sin() * (radius - 12.0));
        brush.line(&[(x - dx, y - dy), (x + dx, y + dy)], 2.2, STONE);
    }
    brush.circle(x, y, 12.0, TAUPE);
}

fn bicycle(brush: &mut Brush, x: f32, foot: f32, colour: Colour) {
    let (rear, front, axle) = (x - 190.0, x + 220.0, foot - 135.0);
    brush.shadow(x, foot + 4.0, 370.0, 15.0);
    wheel(brush, rear, axle, 128.0);
    wheel(brush, front, axle, 128.0);
    let (crank, saddle, head) =
        ((x - 16.0, axle + 14.0), (x - 88.0, foot - 390.0), (x + 150.0, foot - 400.0));
    brush.line(&[(rear, axle), crank], 11.0, shade(colour, 0.2));
    brush.line(&[(rear, axle), (saddle.0 + 16.0, saddle.1 + 50.0)], 11.0, shade(colour, 0.2));
    brush.line(&[crank, (saddle.0 - 5.0, saddle.1 - 10.0)], 16.0, colour);
    brush.curve(17.0, colour, |path| {
        path.move_to(crank.0, crank.1);
        path.quad_to(x + 60.0, foot - 200.0, head.0 + 6.0, head.1 + 40.0);
    });
    brush.line(&[(head.0 - 4.0, head.1 - 30.0), (front, axle)], 15.0, colour);
    brush.line(&[(saddle.0 - 50.0, saddle.1 - 14.0), (saddle.0 + 36.0, saddle.1 - 8.0)], 25.0, WALNUT);
    brush.curve(13.0, STONE, |path| {
        path.move_to(head.0 - 6.0, head.1 - 26.0);
        path.line_to(head.0 - 14.0, head.1 - 64.0);
        path.quad_to(head.0 + 10.0, head.1 - 92.0, head.0 - 70.0, head.1 - 84.0);
    });
    brush.line(&[(head.0 - 74.0, head.1 - 84.0), (head.0 - 40.0, head.1 - 86.0)], 19.0, WALNUT);
    brush.circle(head.0 + 26.0, head.1 - 6.0, 21.0, GOLD);
    brush.glow(head.0 + 34.0, head.1 - 6.0, 60.0, GLOW, 0.6);
    brush.ring(crank.0, crank.1, 33.0, 8.0, INK);
    brush.line(&[(crank.0 - 24.0, crank.1 - 40.0), (crank.0 + 24.0, crank.1 + 40.0)], 9.0, INK);
    brush.line(&[(crank.0 - 44.0, crank.1 - 44.0), (crank.0 - 8.0, crank.1 - 44.0)], 13.0, INK);
    brush.line(&[(crank.0 + 8.0, crank.1 + 44.0), (crank.0 + 44.0, crank.1 + 44.0)], 13.0, INK);
    // A basket with flowers in front.
    brush.poly(
        &[
            (head.0 + 34.0, head.1 - 70.0),
            (head.0 + 184.0, head.1 - 70.0),
            (head.0 + 166.0, head.1 + 28.0),
            (head.0 + 48.0, head.1 + 28.0),
        ],
        OAK,
    );
    for line in 0..4 {
        let y = head.1 - 54.0 + line as f32 * 22.0;
        brush.line(&[(head.0 + 42.0, y), (head.0 + 176.0, y)], 4.0, shade(OAK, 0.3));
    }
    for (flower, tone) in [GOLD, PAPER, ROSE, BRICK].into_iter().enumerate() {
        brush.circle(
            head.0 + 56.0 + flower as f32 * 36.0,
            head.1 - 84.0 - (flower % 2) as f32 * 16.0,
            20.0,
            tone,
        );
        brush.circle(
            head.0 + 56.0 + flower as f32 * 36.0,
            head.1 - 84.0 - (flower % 2) as f32 * 16.0,
            7.0,
            WALNUT,
        );
    }
}

fn trailer(brush: &mut Brush, dice: &mut Dice, x: f32, foot: f32, colour: Colour) {
    brush.shadow(x, foot + 4.0, 270.0, 14.0);
    brush.line(&[(x + 230.0, foot - 120.0), (x + 400.0, foot - 130.0)], 12.0, INK);
    let books_foot = foot - 196.0;
    brush.rect(x - 240.0, foot - 380.0, 480.0, 190.0, shade(WALNUT, 0.3));
    things::row_of_books(brush, dice, x - 232.0, x + 232.0, books_foot, 160.0);
    brush.rect(x - 240.0, books_foot, 480.0, 110.0, mix(colour, PAPER, 0.08));
    brush.rect(x - 240.0, books_foot, 480.0, 12.0, light(colour, 0.35));
    for side in [-152.0, 152.0] {
        brush.oval(x + side, books_foot + 58.0, 64.0, 34.0, PAPER, 1.0);
        things::open_book(brush, x + side, books_foot + 64.0, 42.0, shade(colour, 0.3));
    }
    for post in [-240.0, 228.0] {
        brush.rect(x + post, foot - 424.0, 14.0, 240.0, WALNUT);
    }
    for stripe in 0..10 {
        let tone = if stripe % 2 == 0 { colour } else { PAPER };
        let left = x - 270.0 + stripe as f32 * 54.0;
        brush.shape(tone, |path| {
            path.move_to(left + 9.0, foot - 476.0);
            path.line_to(left + 58.0, foot - 476.0);
            path.line_to(left + 54.0, foot - 408.0);
            path.quad_to(left + 27.0, foot - 380.0, left, foot - 408.0);
            path.close();
        });
    }
    wheel(brush, x, foot - 84.0, 78.0);
}

fn grass(brush: &mut Brush, dice: &mut Dice, field: Colour) {
    for _ in 0..150 {
        let (x, y) = (dice.between(-10.0, 1610.0), dice.between(1000.0, 1080.0));
        brush.line(
            &[(x, y), (x + dice.off(16.0), y - dice.between(24.0, 56.0))],
            4.0,
            shade(field, dice.between(0.15, 0.4)),
        );
    }
    for _ in 0..22 {
        let (x, y) = (dice.between(0.0, 1600.0), dice.between(985.0, 1050.0));
        let tone = dice.pick(&[BRICK, PAPER, BLUE]);
        brush.circle(x, y, dice.between(6.0, 11.0), tone);
    }
}
