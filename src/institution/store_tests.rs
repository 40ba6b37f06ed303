//! What the memory of a house promises, on both databases.
use super::store;
use crate::on_both;
use crate::testing::{NOW, Stage};

on_both! {
    async fn everything_that_can_be_changed_about_a_house_is_kept(stage: Stage) {
        let mut tx = stage.app.db.begin("muebi").await.expect("a transaction");
        let mut house = stage.cast.borken.clone();
        for text in [&mut house.slug, &mut house.kind, &mut house.official_name, &mut house.display_name,
            &mut house.short_name, &mut house.isil, &mut house.dbs, &mut house.gnd, &mut house.qid,
            &mut house.carrier_kind, &mut house.carrier_name, &mut house.regime, &mut house.mark,
            &mut house.colour, &mut house.street, &mut house.postcode, &mut house.place,
            &mut house.accessibility, &mut house.phone, &mut house.email, &mut house.website,
            &mut house.opening, &mut house.opening_note, &mut house.about] {
            text.push_str("-x");
        }
        (house.lat, house.lon, house.capacity_minutes) = (Some(51.5), Some(6.25), 75);
        (house.paused_at, house.left_at) = (Some(NOW), Some(NOW.plus_hours(1)));
        store::save(&mut tx, &house).await.expect("saved");
        let found = store::by_slug(&mut tx, &house.consortium_id, "borken-x").await.expect("found");
        assert_eq!(format!("{found:?}"), format!("{house:?}"));
        let old = store::by_slug(&mut tx, &house.consortium_id, "borken").await.expect("found");
        assert_eq!(old.id, house.id);
    }
}

on_both! {
    async fn a_houses_slug_belongs_to_it_within_its_verbund_alone(stage: Stage) {
        let mut conn = stage.app.db.read().await.expect("a connection");
        let own = store::slug_owner(&mut conn, &stage.cast.muebi.id, "borken").await.expect("asked");
        assert_eq!(own, Some(stage.cast.borken.id.clone()));
        let foreign = store::slug_owner(&mut conn, &stage.cast.foreign.id, "borken").await.expect("asked");
        assert_eq!(foreign, None);
    }
}

on_both! {
    async fn a_house_of_another_verbund_is_never_saved(stage: Stage) {
        let mut tx = stage.app.db.begin("muebi").await.expect("a transaction");
        let mut house = stage.cast.enger.clone();
        house.consortium_id = stage.cast.muebi.id.clone();
        house.short_name = "Gekapert".into();
        let _ = store::save(&mut tx, &house).await;
        drop(tx);
        let mut conn = stage.app.db.read().await.expect("a connection");
        let enger = store::by_id(&mut conn, &stage.cast.foreign.id, &stage.cast.enger.id).await.expect("found");
        assert_eq!(enger.short_name, "Enger");
    }
}
