//! The people of the stories: they open pages, fill in forms, and read letters.
use crate::base::store_mail;
use crate::institution::Institution;
pub use crate::member::tests::visiting::{Browser as Visitor, WORDS, give_password};
use crate::member::{Membership, Person, Role, store as member_store};
use crate::testing::{NOW, Stage};

impl Visitor<'_> {
    /// Reads a page that is there.
    pub async fn read(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status_code(), 200, "{path}");
        answer.text()
    }

    /// Sends a form that is taken, and tells where it leads.
    pub async fn does(&mut self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status_code(), 303, "{path}: {}", answer.text());
        answer.headers()["location"].to_str().expect("text").to_owned()
    }

    /// Sends a form that is refused with this status, and gives the page that says why.
    pub async fn is_refused(&mut self, path: &str, fields: &[(&str, &str)], status: u16) -> String {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status_code().as_u16(), status, "{path}: {}", answer.text());
        answer.text()
    }

    /// Begins a post, writes a title and one sentence, and gives the number of the post.
    pub async fn writes(&mut self, house: &Institution, title: &str) -> i64 {
        let edit = self.does("/desk/muebi/posts", &[]).await;
        let post = edit.strip_suffix("/edit").expect("the editor");
        let base = within(&self.read(&edit).await, "name=\"base\" value=\"", "\"");
        let fields = [("base", base.as_str()), ("title", title), ("body", "Ein Satz."), ("language", "de")];
        let fields = [&fields[..], &[("byline", house.id.as_str())]].concat();
        self.does(&format!("{post}/save"), &fields).await;
        post.rsplit('/').next().expect("a number").parse().expect("a number")
    }

    /// Proposes a post: for a day and ten o'clock, or for as soon as it is signed off.
    pub async fn proposes(&mut self, number: i64, day: Option<&str>) {
        let fields = match day {
            Some(day) => vec![("when", "at"), ("date", day), ("time", "10:00")],
            None => vec![("when", "soon")],
        };
        self.does(&format!("/desk/muebi/posts/{number}/proposal"), &fields).await;
    }

    /// Reads a post at the desk and signs off what was read.
    pub async fn signs_off(&mut self, number: i64) {
        let post = format!("/desk/muebi/posts/{number}");
        let page = self.read(&post).await;
        let read = within(&page, "/approval\"><input type=\"hidden\" name=\"revision\" value=\"", "\"");
        self.does(&format!("{post}/approval"), &[("revision", &read)]).await;
    }

    /// Where a page leads for good.
    pub async fn moved(&self, path: &str) -> (u16, String) {
        let answer = self.get(path).await;
        let to = answer.headers().get("location").and_then(|to| to.to_str().ok()).unwrap_or_default();
        (answer.status_code().as_u16(), to.to_owned())
    }
}

/// Somebody who belongs to a house besides the standing cast.
pub struct Newcomer<'a> {
    pub name: &'a str,
    pub house: &'a Institution,
    pub role: Role,
    pub language: &'a str,
}

impl Newcomer<'_> {
    /// Enters them, with an address in their house.
    pub async fn enter(&self, stage: &Stage) -> Person {
        let email = format!("{}@{}.example", self.name.to_lowercase(), self.house.slug);
        let person = Person {
            email: Some(email),
            email_confirmed_at: Some(NOW),
            language: self.language.into(),
            ..Person::named(self.name, NOW.plus_hours(-24))
        };
        let (house, since) = (self.house, NOW.plus_hours(-24));
        let membership = Membership::new(&person.id, &house.consortium_id, Some(&house.id), self.role, since);
        let mut tx = stage.app.db.begin("newcomer").await.expect("a transaction");
        member_store::insert(&mut tx, &person).await.expect("a person");
        member_store::insert_membership(&mut tx, &membership).await.expect("a membership");
        tx.commit().await.expect("committed");
        person
    }
}

/// Gives the letters to somebody, subject and text, the newest first.
pub async fn letters_to(stage: &Stage, person: &Person) -> Vec<String> {
    let mut conn = stage.app.db.read().await.expect("a connection");
    let letters = store_mail::newest(&mut conn, 200).await.expect("letters");
    let own = letters.into_iter().filter(|letter| Some(&letter.recipient) == person.email.as_ref());
    own.map(|letter| format!("{}\n{}", letter.subject, letter.body)).collect()
}

/// Cuts out of a page what stands between two marks.
pub fn within(page: &str, from: &str, to: &str) -> String {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("no {from:?} in {page}"));
    rest.split_once(to).expect("its end").0.to_owned()
}
