use super::*;

#[test]
fn every_word_begins_with_a_capital() {
    assert_eq!(camel_case("Zuhause in der Bücherei").as_deref(), Some("ZuhauseInDerBücherei"));
    assert_eq!(camel_case("ältere & neue Filme").as_deref(), Some("ÄltereNeueFilme"));
    assert_eq!(camel_case("DDR-Geschichte").as_deref(), Some("DDRGeschichte"));
}

#[test]
fn digits_alone_and_endless_words_are_no_hashtag() {
    assert_eq!(camel_case("2026"), None);
    assert_eq!(camel_case("Wie wir in zehn Jahren alle Bücher der Welt gelesen haben"), None);
    assert_eq!(camel_case("…"), None);
}

#[test]
fn hashtags_of_a_text_are_found_without_their_marks() {
    let found: Vec<String> = written_in("Heute („#Freitagsschaf“) und #1 und #Lesen!").collect();
    assert_eq!(found, ["Freitagsschaf", "Lesen"]);
}
