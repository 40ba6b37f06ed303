use super::*;

#[test]
fn every_mark_has_an_outline_within_its_drawing() {
    for mark in Mark::ALL {
        let bounds = outline(mark.path()).expect("an outline").bounds();
        assert!(bounds.left() >= -0.1 && bounds.right() <= DRAWN + 0.1, "{mark:?} {bounds:?}");
        assert!(bounds.top() >= -0.1 && bounds.bottom() <= DRAWN + 0.1, "{mark:?} {bounds:?}");
    }
}

#[test]
fn a_house_and_a_verbund_of_any_size_have_a_picture() {
    let consortium = crate::testing::consortium("muebi", "Helden");
    for n in [0, 1, 2, 5, 40] {
        let house = crate::testing::house(&consortium, "borken", "Borken", "#0d6b52");
        let png = draw(&vec![house; n]).expect("a picture");
        assert!(png.starts_with(b"\x89PNG"));
    }
}
