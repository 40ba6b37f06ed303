use std::collections::HashSet;

use super::Mark;
use crate::base::text::Lang;

/// Draws the outline on a 20 by 20 grid the way a screen does, as far as "in or out" goes.
fn drawn(mark: Mark) -> Vec<bool> {
    let path = outline(mark.path());
    let mut pixels = tiny_skia::Pixmap::new(20, 20).expect("a small picture");
    let mut paint = tiny_skia::Paint::default();
    paint.set_color_rgba8(0, 0, 0, 255);
    let scale = tiny_skia::Transform::from_scale(20.0 / 24.0, 20.0 / 24.0);
    pixels.fill_path(&path, &paint, tiny_skia::FillRule::EvenOdd, scale, None);
    pixels.pixels().iter().map(|pixel| pixel.alpha() > 127).collect()
}

/// Reads the few commands our outlines use; an arc becomes its chord bent through its middle.
fn outline(data: &str) -> tiny_skia::Path {
    let mut path = tiny_skia::PathBuilder::new();
    let (mut x, mut y, mut first) = (0.0_f32, 0.0_f32, (0.0, 0.0));
    for (command, numbers) in commands(data) {
        let size = match command {
            'h' | 'H' | 'v' | 'V' => 1,
            'a' | 'A' => 7,
            'z' => 0,
            _ => 2,
        };
        if size == 0 {
            path.close();
            (x, y) = first;
            continue;
        }
        assert_eq!(numbers.len() % size, 0, "{command} takes {size} numbers: {numbers:?}");
        for part in numbers.chunks(size) {
            let (from_x, from_y) = (x, y);
            match command {
                'M' | 'L' => (x, y) = (part[0], part[1]),
                'l' => (x, y) = (x + part[0], y + part[1]),
                'H' => x = part[0],
                'h' => x += part[0],
                'V' => y = part[0],
                'v' => y += part[0],
                'a' => (x, y) = (x + part[5], y + part[6]),
                other => panic!("no outline uses {other}"),
            }
            match command {
                'M' => {
                    first = (x, y);
                    path.move_to(x, y);
                }
                'a' => {
                    let side = if part[4] > 0.5 { 1.0 } else { -1.0 };
                    let (dx, dy) = (x - from_x, y - from_y);
                    path.quad_to(
                        (from_x + x) / 2.0 + side * dy / 2.0,
                        (from_y + y) / 2.0 - side * dx / 2.0,
                        x,
                        y,
                    );
                }
                _ => path.line_to(x, y),
            }
        }
    }
    path.finish().expect("an outline")
}

fn commands(data: &str) -> Vec<(char, Vec<f32>)> {
    let mut commands: Vec<(char, String)> = Vec::new();
    for c in data.chars() {
        match (c, commands.last_mut()) {
            (c, _) if c.is_ascii_alphabetic() => commands.push((c, String::new())),
            (c, Some((_, numbers))) => {
                if c == '-' {
                    numbers.push(' ');
                }
                numbers.push(c);
            }
            (c, None) => panic!("an outline begins with {c}"),
        }
    }
    let read = |text: &str| text.split_whitespace().map(|n| n.parse().expect("a number")).collect();
    // A line that follows a move without its own letter is an `L`.
    commands
        .iter()
        .flat_map(|(command, numbers)| {
            let numbers: Vec<f32> = read(numbers);
            match (command, numbers.len()) {
                ('M', 3..) => vec![('M', numbers[..2].to_vec()), ('L', numbers[2..].to_vec())],
                _ => vec![(*command, numbers)],
            }
        })
        .collect()
}

#[test]
fn the_marks_can_be_told_apart_at_twenty_pixels() {
    for (n, mark) in Mark::ALL.into_iter().enumerate() {
        for other in &Mark::ALL[n + 1..] {
            let different = drawn(mark).iter().zip(drawn(*other)).filter(|(a, b)| **a != *b).count();
            assert!(different >= 40, "{mark:?} and {other:?} differ in {different} of 400 pixels only");
        }
    }
}

#[test]
fn every_mark_fills_its_square_and_stays_inside_it() {
    for mark in Mark::ALL {
        let bounds = outline(mark.path()).bounds();
        assert!(bounds.left() >= 0.0 && bounds.right() <= 24.0, "{mark:?} {bounds:?}");
        assert!(bounds.top() >= 0.0 && bounds.bottom() <= 24.0, "{mark:?} {bounds:?}");
        assert!(bounds.width() >= 18.0 && bounds.height() >= 18.0, "{mark:?} {bounds:?}");
        let filled = drawn(mark).into_iter().filter(|dark| *dark).count();
        assert!((120..320).contains(&filled), "{mark:?} fills {filled} of 400 pixels");
    }
}

#[test]
fn every_mark_has_a_name_of_its_own_in_both_languages() {
    for lang in Lang::ALL {
        let names: HashSet<String> = Mark::ALL.into_iter().map(|mark| lang.t(mark.name_key())).collect();
        assert_eq!(names.len(), Mark::ALL.len());
        assert!(Mark::ALL.into_iter().all(|mark| lang.has(mark.name_key())));
    }
}

#[test]
fn a_stored_mark_is_found_again() {
    assert!(Mark::ALL.into_iter().all(|mark| Mark::from_code(mark.code()) == Some(mark)));
    assert_eq!(Mark::from_code("castle"), None);
}

#[test]
fn the_sheet_that_pages_point_into_shows_these_very_marks() {
    if std::env::var("VERBUND_WRITE_MARKS").is_ok() {
        std::fs::write("assets/marks.svg", super::sheet()).expect("the sheet is written");
    }
    let sheet = std::fs::read_to_string("assets/marks.svg").expect("the sheet is there");
    assert_eq!(sheet, super::sheet(), "write the sheet anew: VERBUND_WRITE_MARKS=1");
}
