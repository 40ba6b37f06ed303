use super::*;
use crate::consent::rule::{AgeClass, Agreement, Channel, Consent, Party};
use crate::on_both;
use crate::testing::{NOW, Stage};

fn consent() -> Consent {
    let yes = |party| Agreement { party, name: "Ayla Beispiel".into(), agreed_at: NOW };
    Consent {
        id: ConsentId::new(),
        subject: "Mats".into(),
        age: AgeClass::Youth,
        agreements: vec![yes(Party::Guardian), yes(Party::Person)],
        purpose: "Vorlesetag".into(),
        channels: vec![Channel::Website, Channel::Print],
        ends_at: Some(NOW.plus_hours(24)),
        withdrawn_at: None,
    }
}

on_both! {
    async fn a_consent_is_remembered_as_it_was_given(stage: Stage) {
        let given = consent();
        let record = Record::of(&given, &stage.cast.muebi.id, None, NOW).expect("a record");
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        store::insert(&mut tx, &record).await.expect("written");
        let muebi = &stage.cast.muebi.id;
        let read = store::of_consortium(&mut tx, muebi, &given.id).await.expect("there");
        assert_eq!(read.rule().expect("readable"), given);
        assert!(store::of_consortium(&mut tx, &stage.cast.foreign.id, &given.id).await.is_err());
    }
}

on_both! {
    async fn a_consent_is_taken_back_once_and_for_all(stage: Stage) {
        let record = Record::of(&consent(), &stage.cast.muebi.id, None, NOW).expect("a record");
        let mut tx = stage.app.db.begin("test").await.expect("a transaction");
        store::insert(&mut tx, &record).await.expect("written");
        assert!(store::withdraw(&mut tx, &record.id, NOW).await.expect("taken back"));
        assert!(!store::withdraw(&mut tx, &record.id, NOW.plus_hours(1)).await.expect("asked again"));
        let read = store::by_id(&mut tx, &record.id).await.expect("there");
        assert_eq!(read.withdrawn_at, Some(NOW));
        assert_eq!(read.standing(NOW), Standing::Withdrawn);
    }
}

#[test]
fn a_consent_holds_until_its_end() {
    let record = Record::of(&consent(), &"v".into(), None, NOW).expect("a record");
    assert_eq!(record.standing(NOW), Standing::Holds);
    assert_eq!(record.standing(NOW.plus_hours(24)), Standing::Ended);
}
