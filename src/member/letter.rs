//! Letters to people: in their language, with a link that opens the place, and how to stop them.
use super::Person;
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::mail::{self, Letter};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::consortium::Consortium;

/// Writes a person a letter about something in a Verbund, in the caller's transaction. Nobody
/// without a confirmed address is written to; they see the same on their first screen.
///
/// `link_path` begins with `/` and is completed with the installation's public address.
pub async fn write_to(
    conn: &mut Conn,
    app: &App,
    person: &Person,
    consortium: &Consortium,
    subject: &Sentence,
    body: &Sentence,
    link_path: &str,
) -> Result<()> {
    let Some(address) = person.confirmed_email() else { return Ok(()) };
    let w = language(person);
    let foot = Sentence::new("member-letter-foot")
        .with("consortium", &consortium.name)
        .with("link", format!("{}/me", app.config.public_url));
    let text = composed(
        w,
        &person.name,
        &w.say(body),
        &format!("{}{link_path}", app.config.public_url),
        &w.say(&foot),
    );
    let letter = Letter::new(address, w.say(subject), text, app.clock.now());
    mail::write(conn, &letter.about(consortium.id.as_str()).to_person(person.id.as_str())).await
}

/// Writes a letter about a person's own sign-in to an address, confirmed or about to be.
pub async fn write_about_sign_in(
    conn: &mut Conn,
    app: &App,
    person: &Person,
    address: &str,
    (subject, body): (&Sentence, &Sentence),
    link_path: &str,
) -> Result<()> {
    let w = language(person);
    let foot = Sentence::new("member-letter-foot-sign-in").with("link", &app.config.public_url);
    let text = composed(
        w,
        &person.name,
        &w.say(body),
        &format!("{}{link_path}", app.config.public_url),
        &w.say(&foot),
    );
    let letter = Letter::new(address, w.say(subject), text, app.clock.now());
    mail::write(conn, &letter.to_person(person.id.as_str())).await
}

fn language(person: &Person) -> Lang {
    Lang::from_code(&person.language).unwrap_or_default()
}

fn composed(w: Lang, name: &str, body: &str, link: &str, foot: &str) -> String {
    format!("{}\n\n{body}\n\n{link}\n\n-- \n{foot}\n", w.w("member-letter-hello", "name", name))
}
