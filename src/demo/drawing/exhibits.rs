//! A museum room: things on plinths, each in its own light.
use super::Seen;
use super::brush::Brush;
use super::dice::Dice;
use super::palette::*;
use crate::base::sentence::Sentence;

const THINGS: [&str; 6] = ["clog", "jug", "oillamp", "bell", "ship", "clock"];

pub fn paint(brush: &mut Brush, dice: &mut Dice) -> Seen {
    let wall = dice.pick(&[
        mix(GREEN, INK, 0.35),
        mix(WINE, INK, 0.2),
        mix(BLUE, INK, 0.4),
        mix(MOSS, CREAM, 0.15),
        mix(RUST, WALNUT, 0.4),
    ]);
    brush.sky(shade(wall, 0.25), light(wall, 0.06), 0.0, 830.0);
    brush.rect(-50.0, 826.0, 1700.0, 400.0, mix(wall, STONE, 0.45));
    brush.rect(-50.0, 812.0, 1700.0, 16.0, shade(wall, 0.4));
    brush.line(&[(-20.0, 44.0), (1620.0, 44.0)], 14.0, INK);
    frame(brush, dice, wall);
    let first = dice.count(0, 5);
    let second = (first + dice.count(1, 2)) % 6;
    let third = (second + dice.count(1, 2)) % 6;
    let xs = [dice.between(270.0, 340.0), dice.between(760.0, 850.0), dice.between(1260.0, 1340.0)];
    for (x, thing) in xs.into_iter().zip([first, second, third]) {
        let top = dice.between(560.0, 660.0);
        beam(brush, x, top);
        plinth(brush, x, top);
        exhibit(brush, dice, THINGS[thing], x, top);
        if dice.chance(0.45) {
            case(brush, x, top);
        }
        brush.glow(x, top - 90.0, 330.0, GLOW, 0.2);
    }
    bench(brush, dice.between(480.0, 1100.0));
    Seen(
        Sentence::new("demo-drawing-museum-objects")
            .with("first", THINGS[first])
            .with("second", THINGS[second])
            .with("third", THINGS[third]),
    )
}

/// A landscape in a frame between two of the plinths.
fn frame(brush: &mut Brush, dice: &mut Dice, wall: Colour) {
    let (x, y) = (dice.pick(&[450.0, 930.0]), 190.0);
    brush.rect(x + 8.0, y + 12.0, 250.0, 190.0, shade(wall, 0.5));
    brush.rect(x, y, 250.0, 190.0, GOLD);
    brush.rect(x + 7.0, y + 7.0, 236.0, 176.0, shade(GOLD, 0.35));
    brush.rect(x + 18.0, y + 18.0, 214.0, 154.0, mix(SKY, CREAM, 0.5));
    brush.circle(x + 160.0, y + 66.0, 18.0, light(GLOW, 0.3));
    brush.shape(SAGE, |path| {
        path.move_to(x + 18.0, y + 118.0);
        path.quad_to(x + 90.0, y + 84.0, x + 150.0, y + 112.0);
        path.quad_to(x + 200.0, y + 126.0, x + 232.0, y + 104.0);
        path.line_to(x + 232.0, y + 172.0);
        path.line_to(x + 18.0, y + 172.0);
        path.close();
    });
    brush.poly(
        &[
            (x + 70.0, y + 118.0),
            (x + 70.0, y + 94.0),
            (x + 86.0, y + 78.0),
            (x + 102.0, y + 94.0),
            (x + 102.0, y + 118.0),
        ],
        BRICK,
    );
    brush.poly(
        &[(x + 18.0, y + 150.0), (x + 232.0, y + 134.0), (x + 232.0, y + 172.0), (x + 18.0, y + 172.0)],
        MOSS,
    );
}

fn beam(brush: &mut Brush, x: f32, top: f32) {
    brush.poly(&[(x - 24.0, 44.0), (x + 24.0, 44.0), (x + 32.0, 92.0), (x - 32.0, 92.0)], INK);
    brush.glaze(
        &[(x - 28.0, 92.0), (x + 28.0, 92.0), (x + 180.0, top + 10.0), (x - 180.0, top + 10.0)],
        GLOW,
        0.13,
    );
    brush.glaze(
        &[(x - 20.0, 92.0), (x + 20.0, 92.0), (x + 120.0, top + 10.0), (x - 120.0, top + 10.0)],
        GLOW,
        0.12,
    );
}

fn plinth(brush: &mut Brush, x: f32, top: f32) {
    brush.shadow(x + 20.0, 946.0, 190.0, 26.0);
    brush.rect(x - 135.0, top, 270.0, 945.0 - top, WASH);
    brush.rect(x + 55.0, top, 80.0, 945.0 - top, shade(WASH, 0.16));
    brush.rect(x - 150.0, top - 4.0, 300.0, 24.0, PAPER);
    brush.rect(x - 150.0, top + 20.0, 300.0, 8.0, shade(WASH, 0.3));
    brush.rect(x - 92.0, top + 74.0, 104.0, 62.0, PAPER);
    for line in 0..3 {
        brush.rect(x - 80.0, top + 88.0 + line as f32 * 14.0, 80.0 - line as f32 * 16.0, 4.0, TAUPE);
    }
}

fn case(brush: &mut Brush, x: f32, top: f32) {
    brush.glaze(
        &[(x - 138.0, top - 290.0), (x + 138.0, top - 290.0), (x + 138.0, top - 4.0), (x - 138.0, top - 4.0)],
        SKY,
        0.1,
    );
    brush.glaze(&[(x - 120.0, top - 280.0), (x - 60.0, top - 280.0), (x - 118.0, top - 60.0)], PAPER, 0.2);
    for (from, to) in [
        ((-138.0, -290.0), (138.0, -290.0)),
        ((-138.0, -290.0), (-138.0, -4.0)),
        ((138.0, -290.0), (138.0, -4.0)),
    ] {
        brush.line(&[(x + from.0, top + from.1), (x + to.0, top + to.1)], 4.0, light(SKY, 0.5));
    }
}

fn bench(brush: &mut Brush, x: f32) {
    brush.shadow(x, 1034.0, 250.0, 18.0);
    for leg in [-190.0, 170.0] {
        brush.rect(x + leg, 985.0, 20.0, 48.0, INK);
    }
    brush.round(x - 230.0, 946.0, 460.0, 44.0, 14.0, WALNUT);
    brush.round(x - 230.0, 946.0, 460.0, 15.0, 7.0, light(WALNUT, 0.2));
}

fn exhibit(brush: &mut Brush, dice: &mut Dice, thing: &str, x: f32, foot: f32) {
    let colour = dice.pick(&STRONG);
    brush.shadow(x, foot + 2.0, 100.0, 9.0);
    match thing {
        "clog" => clog(brush, x, foot),
        "jug" => jug(brush, x, foot, colour),
        "oillamp" => oil_lamp(brush, x, foot),
        "bell" => bell(brush, x, foot),
        "ship" => ship(brush, x, foot, colour),
        _ => clock(brush, x, foot),
    }
}

fn clog(brush: &mut Brush, x: f32, foot: f32) {
    for (dx, dy, tone) in [(26.0, -12.0, shade(GOLD, 0.16)), (-14.0, 0.0, GOLD)] {
        brush.shape(tone, |path| {
            path.move_to(x + dx - 96.0, foot + dy - 20.0);
            path.cubic_to(
                x + dx - 120.0,
                foot + dy - 60.0,
                x + dx - 60.0,
                foot + dy - 92.0,
                x + dx - 14.0,
                foot + dy - 84.0,
            );
            path.line_to(x + dx + 76.0, foot + dy - 84.0);
            path.quad_to(x + dx + 96.0, foot + dy - 40.0, x + dx + 84.0, foot + dy);
            path.line_to(x + dx - 66.0, foot + dy);
            path.close();
        });
        brush.oval(x + dx + 34.0, foot + dy - 82.0, 44.0, 13.0, shade(tone, 0.6), 1.0);
        brush.curve(4.0, shade(tone, 0.4), |path| {
            path.move_to(x + dx - 70.0, foot + dy - 50.0);
            path.quad_to(x + dx - 40.0, foot + dy - 72.0, x + dx - 12.0, foot + dy - 60.0);
        });
    }
}

fn jug(brush: &mut Brush, x: f32, foot: f32, colour: Colour) {
    let glaze = mix(colour, STONE, 0.45);
    brush.ring(x + 82.0, foot - 124.0, 40.0, 17.0, shade(glaze, 0.15));
    brush.shape(glaze, |path| {
        path.move_to(x - 50.0, foot);
        path.cubic_to(x - 130.0, foot - 70.0, x - 100.0, foot - 150.0, x - 40.0, foot - 178.0);
        path.line_to(x - 52.0, foot - 226.0);
        path.line_to(x + 52.0, foot - 226.0);
        path.line_to(x + 40.0, foot - 178.0);
        path.cubic_to(x + 100.0, foot - 150.0, x + 130.0, foot - 70.0, x + 50.0, foot);
        path.close();
    });
    brush.oval(x, foot - 226.0, 52.0, 11.0, shade(glaze, 0.5), 1.0);
    for band in [60.0, 132.0] {
        brush.curve(8.0, BLUE, |path| {
            path.move_to(x - 88.0, foot - band);
            path.quad_to(x, foot - band + 22.0, x + 88.0, foot - band);
        });
    }
    brush.clear_shape(PAPER, 0.3, |path| {
        path.move_to(x - 66.0, foot - 130.0);
        path.quad_to(x - 90.0, foot - 80.0, x - 60.0, foot - 40.0);
        path.quad_to(x - 70.0, foot - 86.0, x - 50.0, foot - 134.0);
        path.close();
    });
}

fn bell(brush: &mut Brush, x: f32, foot: f32) {
    let bronze = mix(GOLD, MOSS, 0.4);
    brush.rect(x - 86.0, foot - 238.0, 172.0, 20.0, WALNUT);
    brush.rect(x - 90.0, foot - 238.0, 16.0, 238.0, WALNUT);
    brush.rect(x + 74.0, foot - 238.0, 16.0, 238.0, WALNUT);
    brush.circle(x, foot - 36.0, 17.0, shade(bronze, 0.5));
    brush.shape(bronze, |path| {
        path.move_to(x - 68.0, foot - 42.0);
        path.cubic_to(x - 36.0, foot - 80.0, x - 58.0, foot - 190.0, x, foot - 204.0);
        path.cubic_to(x + 58.0, foot - 190.0, x + 36.0, foot - 80.0, x + 68.0, foot - 42.0);
        path.close();
    });
    brush.line(&[(x - 50.0, foot - 68.0), (x + 50.0, foot - 68.0)], 5.0, shade(bronze, 0.35));
    brush.line(&[(x - 22.0, foot - 180.0), (x - 34.0, foot - 90.0)], 10.0, light(bronze, 0.4));
}

fn ship(brush: &mut Brush, x: f32, foot: f32, colour: Colour) {
    brush.rect(x - 4.0, foot - 246.0, 8.0, 210.0, WALNUT);
    brush.poly(&[(x + 10.0, foot - 240.0), (x + 104.0, foot - 74.0), (x + 10.0, foot - 74.0)], PAPER);
    brush.poly(&[(x - 10.0, foot - 214.0), (x - 10.0, foot - 74.0), (x - 92.0, foot - 74.0)], CREAM);
    brush.poly(&[(x, foot - 256.0), (x + 44.0, foot - 246.0), (x, foot - 234.0)], colour);
    brush.poly(
        &[
            (x - 124.0, foot - 64.0),
            (x + 124.0, foot - 64.0),
            (x + 84.0, foot - 16.0),
            (x - 92.0, foot - 16.0),
        ],
        WALNUT,
    );
    brush.line(&[(x - 110.0, foot - 50.0), (x + 112.0, foot - 50.0)], 6.0, colour);
    brush.rect(x - 60.0, foot - 18.0, 10.0, 18.0, INK);
    brush.rect(x + 50.0, foot - 18.0, 10.0, 18.0, INK);
}

fn oil_lamp(brush: &mut Brush, x: f32, foot: f32) {
    brush.glow(x, foot - 165.0, 150.0, GLOW, 0.6);
    brush.poly(&[(x - 62.0, foot), (x + 62.0, foot), (x + 26.0, foot - 40.0), (x - 26.0, foot - 40.0)], GOLD);
    brush.oval(x, foot - 66.0, 62.0, 34.0, shade(GOLD, 0.15), 1.0);
    brush.rect(x - 28.0, foot - 112.0, 56.0, 20.0, GOLD);
    brush.clear_shape(light(SKY, 0.6), 0.5, |path| {
        path.move_to(x - 26.0, foot - 112.0);
        path.cubic_to(x - 66.0, foot - 160.0, x - 26.0, foot - 190.0, x - 22.0, foot - 252.0);
        path.line_to(x + 22.0, foot - 252.0);
        path.cubic_to(x + 26.0, foot - 190.0, x + 66.0, foot - 160.0, x + 26.0, foot - 112.0);
        path.close();
    });
    brush.shape(BRICK, |path| {
        path.move_to(x - 13.0, foot - 118.0);
        path.quad_to(x - 18.0, foot - 150.0, x, foot - 184.0);
        path.quad_to(x + 18.0, foot - 150.0, x + 13.0, foot - 118.0);
        path.close();
    });
    brush.oval(x, foot - 132.0, 8.0, 17.0, GLOW, 1.0);
}

fn clock(brush: &mut Brush, x: f32, foot: f32) {
    brush.round(x - 96.0, foot - 26.0, 192.0, 26.0, 6.0, WALNUT);
    brush.rect(x - 78.0, foot - 190.0, 156.0, 166.0, mix(WALNUT, RUST, 0.4));
    brush.poly(&[(x - 92.0, foot - 188.0), (x, foot - 256.0), (x + 92.0, foot - 188.0)], WALNUT);
    brush.circle(x, foot - 116.0, 62.0, GOLD);
    brush.circle(x, foot - 116.0, 54.0, PAPER);
    for hour in 0..12 {
        let turn = hour as f32 * std::f32::consts::FRAC_PI_6;
        brush.circle(x + turn.cos() * 44.0, foot - 116.0 + turn.sin() * 44.0, 3.6, INK);
    }
    brush.line(&[(x, foot - 116.0), (x - 20.0, foot - 136.0)], 6.0, INK);
    brush.line(&[(x, foot - 116.0), (x + 6.0, foot - 154.0)], 4.0, INK);
}
