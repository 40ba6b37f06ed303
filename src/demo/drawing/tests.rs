use std::collections::HashSet;

use super::*;
use crate::base::text::Lang;

fn small(scene: Scene, seed: u64) -> RgbaImage {
    draw(scene, seed, 96, 64)
}

#[test]
fn the_same_seed_draws_the_same_picture_again() {
    for scene in Scene::ALL {
        assert_eq!(small(scene, 7), small(scene, 7), "{scene:?}");
    }
}

#[test]
fn ten_seeds_of_every_scene_are_a_hundred_and_twenty_different_pictures() {
    let all: HashSet<Vec<u8>> = Scene::ALL
        .into_iter()
        .flat_map(|scene| (0..10).map(move |seed| small(scene, seed).into_raw()))
        .collect();
    assert_eq!(all.len(), 120);
}

#[test]
fn a_picture_is_painted_to_every_edge_in_any_shape() {
    for scene in Scene::ALL {
        for (width, height) in [(96, 64), (134, 70), (64, 90)] {
            let picture = draw(scene, 3, width, height);
            assert_eq!((picture.width(), picture.height()), (width, height));
            assert!(picture.pixels().all(|pixel| pixel.0[3] == 255), "{scene:?} {width} × {height}");
        }
    }
}

#[test]
fn a_description_belongs_to_the_picture_whatever_its_size() {
    for scene in Scene::ALL {
        let seen = paint(scene, 5, &mut Brush::new(160, 107)).0;
        assert_eq!(describe(scene, 5), seen, "{scene:?}");
    }
}

#[test]
fn every_picture_is_described_in_both_languages() {
    for scene in Scene::ALL {
        for seed in 0..10 {
            let seen = describe(scene, seed);
            for (lang, start) in [(Lang::De, "Zeichnung: "), (Lang::En, "Drawing: ")] {
                let said = lang.say(&seen);
                assert!(said.starts_with(start) && said.ends_with('.') && !said.contains('{'), "{said}");
            }
        }
    }
}

#[test]
fn a_description_counts_what_there_is() {
    let books = |seed| match describe(Scene::Bookshelf, seed).args[0].1 {
        crate::base::sentence::Arg::Number(books) => books,
        _ => 0,
    };
    assert!((0..10).all(|seed| (5..400).contains(&books(seed))));
}
