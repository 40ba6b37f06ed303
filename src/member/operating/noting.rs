//! What those who run the installation do to people, in every trail in which somebody looks for it.
use crate::base::app::App;
use crate::base::audit::{self, Entry};
use crate::base::db::Conn;
use crate::base::error::Result;
use crate::member::web_seat::Viewer;
use crate::member::{Person, me};

/// Writes down for those who run the installation what one of them did to a person.
pub async fn note(conn: &mut Conn, app: &App, by: &Viewer, act: &str, whom: &Person) -> Result<()> {
    audit::write(conn, entry(app, by, act, whom)).await
}

/// The same, for every Verbund of the person too.
pub async fn note_everywhere(
    conn: &mut Conn,
    app: &App,
    by: &Viewer,
    act: &str,
    whom: &Person,
) -> Result<()> {
    note(conn, app, by, act, whom).await?;
    for consortium in me::store::consortia_of(conn, &whom.id).await? {
        let there = Entry { consortium: Some(consortium.as_str()), ..entry(app, by, act, whom) };
        audit::write(conn, there).await?;
    }
    Ok(())
}

fn entry<'a>(app: &App, by: &'a Viewer, act: &'a str, whom: &'a Person) -> Entry<'a> {
    Entry {
        consortium: None,
        at: app.clock.now(),
        person: Some(by.person.id.as_str()),
        act,
        subject: &whom.name,
        detail: "",
    }
}
