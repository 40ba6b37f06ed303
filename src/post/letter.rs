//! A letter to a member about something in their Verbund, with a link that opens the place.
use crate::base::app::App;
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::base::mail::{self, Letter};
use crate::base::sentence::Sentence;
use crate::base::text::Lang;
use crate::consortium::Consortium;
use crate::member::Person;

/// Writes a letter in the caller's transaction; who has no confirmed address gets none and finds
/// the same on the first screen. `link_path` begins with `/`.
pub async fn write_to(
    conn: &mut Conn,
    app: &App,
    person: &Person,
    consortium: &Consortium,
    subject: &Sentence,
    body: &Sentence,
    link_path: &str,
) -> Result<()> {
    let Some(address) = person.email.as_deref() else { return Ok(()) };
    let w = Lang::from_code(&person.language).unwrap_or_default();
    let hello = w.w("post-letter-hello", "name", &person.name);
    let link = format!("{}{link_path}", app.config.public_url);
    let body = format!("{hello}\n\n{}\n\n{link}\n\n-- \n{}\n", w.say(body), consortium.name);
    let letter = Letter::new(address, w.say(subject), body, app.clock.now());
    mail::write(conn, &letter.about(consortium.id.as_str()).to_person(person.id.as_str())).await
}
