//! What the memory of a Verbund promises, on both databases.
use super::arrangement::Party;
use super::{store, store_halt};
use crate::on_both;
use crate::testing::{NOW, Stage};

on_both! {
    async fn a_renamed_verbund_is_found_under_every_slug_it_ever_had(stage: Stage) {
        let mut tx = stage.app.db.begin("muebi").await.expect("a transaction");
        let mut muebi = stage.cast.muebi.clone();
        for slug in ["muenster", "muebi", "helden"] {
            muebi.slug = slug.into();
            store::save(&mut tx, &muebi, NOW).await.expect("saved");
        }
        for slug in ["muenster", "muebi", "helden"] {
            let found = store::by_slug(&mut tx, slug).await.expect("found");
            assert_eq!((found.id, found.slug.as_str()), (muebi.id.clone(), "helden"));
        }
        let mut slugs = store::slugs(&mut tx, &muebi.id).await.expect("slugs");
        slugs.sort();
        assert_eq!(slugs, ["helden", "muebi", "muenster"]);
        assert_eq!(store::slug_owner(&mut tx, "muebi").await.expect("asked"), Some(muebi.id));
        assert_eq!(store::slug_owner(&mut tx, "frei").await.expect("asked"), None);
    }
}

on_both! {
    async fn everything_that_can_be_changed_about_a_verbund_is_kept(stage: Stage) {
        let mut tx = stage.app.db.begin("muebi").await.expect("a transaction");
        let mut muebi = stage.cast.muebi.clone();
        muebi.domain = Some("helden.example".into());
        for text in [&mut muebi.name, &mut muebi.claim, &mut muebi.about, &mut muebi.about_simple,
            &mut muebi.netiquette, &mut muebi.imprint, &mut muebi.privacy, &mut muebi.barrier,
            &mut muebi.end_reason] {
            text.push('+');
        }
        (muebi.accent, muebi.zone, muebi.languages) = ("#123456".into(), "Europe/Vienna".into(), "en".into());
        (muebi.mode, muebi.public_at, muebi.ends_at) = ("direct".into(), None, Some(NOW));
        store::save(&mut tx, &muebi, NOW).await.expect("saved");
        let found = store::by_id(&mut tx, &muebi.id).await.expect("found");
        assert_eq!(format!("{found:?}"), format!("{muebi:?}"));
        let owner = store::domain_owner(&mut tx, "helden.example").await.expect("asked");
        assert_eq!(owner, Some(muebi.id));
        assert_eq!(store::domain_owner(&mut tx, "frei.example").await.expect("asked"), None);
    }
}

on_both! {
    async fn an_arrangement_gets_a_version_only_when_its_members_change(stage: Stage) {
        let mut tx = stage.app.db.begin("muebi").await.expect("a transaction");
        let id = &stage.cast.muebi.id;
        let party = |name: &str| Party {
            house: name.into(),
            name: name.into(),
            carrier: String::new(),
            regime: "public".into(),
        };
        let both = [party("Borken"), party("Rhede")];
        store::write_arrangement(&mut tx, id, &both, NOW).await.expect("written");
        store::write_arrangement(&mut tx, id, &both, NOW.plus_hours(1)).await.expect("nothing new");
        store::write_arrangement(&mut tx, id, &both[..1], NOW.plus_hours(2)).await.expect("written");
        let versions = store::arrangements(&mut tx, id).await.expect("versions");
        let told: Vec<_> = versions.iter().map(|it| (it.version, it.at, it.members.len())).collect();
        assert_eq!(told, [(2, NOW.plus_hours(2), 1), (1, NOW, 2)]);
        assert!(store::arrangements(&mut tx, &stage.cast.foreign.id).await.expect("none").is_empty());
    }
}

on_both! {
    async fn a_halt_holds_until_it_is_ended(stage: Stage) {
        let mut tx = stage.app.db.begin("muebi").await.expect("a transaction");
        let id = &stage.cast.muebi.id;
        assert!(store_halt::current(&mut tx, id).await.expect("asked").is_none());
        store_halt::begin(&mut tx, id, stage.cast.bernd.id.as_str(), "Unwetter", NOW).await.expect("begun");
        let halt = store_halt::current(&mut tx, id).await.expect("asked").expect("a halt");
        assert_eq!((halt.reason.as_str(), halt.from_at, halt.until_at), ("Unwetter", NOW, None));
        assert!(store_halt::current(&mut tx, &stage.cast.foreign.id).await.expect("asked").is_none());
        let later = NOW.plus_hours(2);
        store_halt::end(&mut tx, id, stage.cast.anna.id.as_str(), later).await.expect("ended");
        assert!(store_halt::current(&mut tx, id).await.expect("asked").is_none());
        assert_eq!(store::halts(&mut tx, id).await.expect("halts")[0].until_at, Some(later));
    }
}
