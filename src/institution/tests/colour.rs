use super::alike;
use crate::base::clock::Instant;
use crate::base::colour::Colour;
use crate::consortium::ConsortiumId;
use crate::institution::Institution;

fn house(colour: &str) -> Institution {
    let mut house = Institution::empty(&ConsortiumId::new(), Instant(0));
    (house.colour, house.short_name) = (colour.into(), "Rhede".into());
    house
}

#[test]
fn a_colour_that_looks_like_another_houses_is_noted() {
    let own = Colour::parse("#0d6b52").expect("a colour");
    assert!(alike(own, &[house("#2d4f92"), house("#106f55")]).is_some());
    assert!(alike(own, &[house("#2d4f92"), house("#9a4a10"), house("nonsense")]).is_none());
}
