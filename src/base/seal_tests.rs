//! What sealing promises.
use std::os::unix::fs::PermissionsExt;

use super::{FILE, Seal, key_in};
use crate::on_both;
use crate::testing::Stage;

fn seal() -> Seal {
    Seal::with_key([7; 32])
}

#[test]
fn what_is_sealed_opens_at_its_place_and_nowhere_else() {
    let sealed = seal().close("second-factor:anna", "JBSWY3DP").expect("sealed");
    assert!(!sealed.contains("JBSWY3DP"));
    assert_eq!(seal().open("second-factor:anna", &sealed).expect("opened"), "JBSWY3DP");
    assert!(seal().open("second-factor:bernd", &sealed).is_err(), "copied into another row");
    assert!(Seal::with_key([8; 32]).open("second-factor:anna", &sealed).is_err(), "another key");
}

#[test]
fn the_same_secret_never_looks_the_same() {
    let close = || seal().close("here", "secret").expect("sealed");
    assert_ne!(close(), close());
}

#[test]
fn what_was_tampered_with_is_refused_and_does_not_fall() {
    for sealed in ["", "AAAA", "not base64!", &"A".repeat(60)] {
        assert!(seal().open("here", sealed).is_err(), "{sealed}");
    }
}

#[test]
fn a_folder_gets_one_key_that_only_its_owner_reads() {
    let folder = tempfile::tempdir().expect("a folder");
    let starts: Vec<_> = (0..8)
        .map(|_| {
            let path = folder.path().to_owned();
            std::thread::spawn(move || key_in(&path).expect("a key"))
        })
        .collect();
    let keys: Vec<_> = starts.into_iter().map(|start| start.join().expect("started")).collect();
    assert!(keys.iter().all(|key| *key == keys[0]), "all that start at once have the same key");
    let files: Vec<_> = std::fs::read_dir(folder.path()).expect("the folder").flatten().collect();
    assert_eq!(files.len(), 1, "nothing is left beside it");
    let mode = std::fs::metadata(folder.path().join(FILE)).expect("the file").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

on_both! {
    async fn a_wrong_key_is_noticed_at_the_start(stage: Stage) {
        let mut tx = stage.app.db.begin("installation").await.expect("a transaction");
        seal().check(&mut tx).await.expect("the first start decides");
        seal().check(&mut tx).await.expect("the same key again");
        let wrong = Seal::with_key([8; 32]).check(&mut tx).await.expect_err("another key");
        assert!(wrong.to_string().contains("secret.key"), "{wrong}");
    }
}
