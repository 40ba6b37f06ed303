use super::{Carrier, Regime};
use crate::base::text::Lang;

fn page(regime: Regime, lang: Lang) -> String {
    let authority = lang.t(regime.authority().name_key);
    let sentences = regime.privacy("Remigius-Bücherei", "Kirchengemeinde Sankt Remigius", &authority);
    sentences.iter().map(|sentence| lang.say(sentence)).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_catholic_house_names_the_church_law_and_the_church_supervisor() {
    let page = page(Regime::Kdg, Lang::De);
    assert!(page.contains("KDG") && page.contains("Katholisches Datenschutzzentrum"), "{page}");
    assert!(!page.contains("DSG NRW") && !page.contains("Landesbeauftragte"), "{page}");
}

#[test]
fn a_protestant_house_names_its_own_law_and_supervisor() {
    let page = page(Regime::DsgEkd, Lang::De);
    assert!(page.contains("§ 46 DSG-EKD") && page.contains("Datenschutz der EKD"), "{page}");
}

#[test]
fn a_municipal_house_names_the_act_and_the_commissioner_of_the_land() {
    let page = page(Regime::Public, Lang::De);
    assert!(page.contains("DSG NRW") && page.contains("Landesbeauftragte"), "{page}");
}

#[test]
fn every_regime_says_everything_in_both_languages() {
    for lang in Lang::ALL {
        for regime in Regime::ALL {
            let page = page(regime, lang);
            assert!(page.contains("Remigius-Bücherei") && page.contains("Kirchengemeinde"), "{page}");
            assert!(!page.contains("institution-") && !page.contains("{$"), "{page}");
            assert!(lang.has(regime.name_key()) && regime.authority().website.starts_with("https://"));
        }
        assert!(Carrier::ALL.into_iter().all(|carrier| lang.has(carrier.name_key())));
    }
}

#[test]
fn the_law_is_supposed_only_where_the_carrier_settles_it() {
    assert_eq!(Carrier::Municipality.usual_regime(), Some(Regime::Public));
    assert_eq!(Carrier::CatholicParish.usual_regime(), Some(Regime::Kdg));
    assert_eq!(Carrier::ProtestantParish.usual_regime(), Some(Regime::DsgEkd));
    assert_eq!(Carrier::Association.usual_regime(), Some(Regime::Private));
    assert_eq!(Carrier::Foundation.usual_regime(), None);
}

#[test]
fn stored_words_are_found_again() {
    assert!(Carrier::ALL.into_iter().all(|carrier| Carrier::from_code(carrier.code()) == Some(carrier)));
    assert!(Regime::ALL.into_iter().all(|regime| Regime::from_code(regime.code()) == Some(regime)));
}
