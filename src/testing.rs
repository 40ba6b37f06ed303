//! The stage on which tests play: a real database of their own, a frozen clock, a standing cast,
//! and a foreign Verbund that must never be seen.
use std::sync::Arc;

use axum_test::{TestServer, Transport};

use crate::barrier::statement::{Assessed, Conformity, Statement};
use crate::barrier::store_statement;
use crate::base::app::App;
use crate::base::clock::{Clock, Instant};
use crate::base::config::{Config, Raw};
use crate::base::db::{Db, Kind};
use crate::base::files::Files;
use crate::base::job::Lane;
use crate::base::seal::Seal;
use crate::consortium::imprint::Imprint;
use crate::consortium::{Consortium, ConsortiumId};
use crate::institution::{Institution, InstitutionId};
use crate::member::session::{COOKIE, OWN_DEVICE_HOURS, Session, new_secret};
use crate::member::{Membership, Person, Role, SessionId, store_session};
use crate::page::place::Domains;
use crate::{consortium, institution, member};

/// Runs a test on both databases, as two tests.
#[macro_export]
macro_rules! on_both {
    ($(#[doc = $doc:literal])* async fn $name:ident($stage:ident: Stage) $body:block) => {
        mod $name {
            #[allow(unused_imports)]
            use super::*;
            $(#[doc = $doc])*
            async fn play($stage: Stage) $body

            #[tokio::test]
            async fn sqlite() {
                play($crate::testing::Stage::sqlite().await).await;
            }

            #[tokio::test]
            async fn postgres() {
                if let Some(stage) = $crate::testing::Stage::postgres().await {
                    play(stage).await;
                }
            }
        }
    };
}

/// The key of every stage, so that two programs on one database share it.
const KEY: [u8; 32] = [7; 32];

/// Thursday, 26 November 2026, 9:00 in Berlin.
pub const NOW: Instant = Instant::from_millis(1_795_680_000_000);

/// Everything a test needs.
pub struct Stage {
    pub app: App,
    pub cast: Cast,
    /// The address of the database, for a second process.
    pub url: String,
    _folder: tempfile::TempDir,
}

/// The standing cast: Borken, Raesfeld and Rhede, and the foreign Verbund of Enger.
pub struct Cast {
    pub muebi: Consortium,
    pub borken: Institution,
    pub raesfeld: Institution,
    pub rhede: Institution,
    /// Staff of Borken, who also coordinates.
    pub anna: Person,
    /// Head of Raesfeld.
    pub bernd: Person,
    /// Volunteer of Rhede, without e-mail.
    pub clara: Person,
    /// Coach of the Verbund.
    pub dora: Person,
    /// Runs the installation; belongs to no Verbund.
    pub olaf: Person,
    pub foreign: Consortium,
    pub enger: Institution,
    /// Staff and coordination of the foreign Verbund.
    pub emil: Person,
}

impl Stage {
    pub async fn sqlite() -> Stage {
        let folder = tempfile::tempdir().expect("a folder");
        let url = Db::embedded_url(folder.path());
        Stage::on(&url, folder).await
    }

    /// Names where a peer is reached (`VERBUND_PEER_<NAME>`), a real program of others that bin/test has
    /// started; without it a test is skipped, but never where `CI` is set.
    pub fn peer(name: &str) -> Option<String> {
        let found = std::env::var(format!("VERBUND_PEER_{name}")).ok();
        assert!(found.is_some() || std::env::var("CI").is_err(), "VERBUND_PEER_{name} must be set in CI");
        found
    }

    /// Makes a database on the PostgreSQL of `VERBUND_TEST_POSTGRES`; without it the test is
    /// skipped, but never where `CI` is set.
    pub async fn postgres() -> Option<Stage> {
        let url = new_postgres().await?;
        Some(Stage::on(&url, tempfile::tempdir().expect("a folder")).await)
    }

    /// Gives the demo's program on another, empty database of the same kind.
    pub async fn empty_demo(&self) -> App {
        let folder = self._folder.path().join("empty");
        std::fs::create_dir_all(&folder).expect("a folder");
        let url = match self.app.db.kind() {
            Kind::Sqlite => Db::embedded_url(&folder),
            Kind::Postgres => new_postgres().await.expect("a second database"),
        };
        let db = Db::open(&url).await.expect("the database opens");
        db.migrate().await.expect("the tables are made");
        let files = Files::in_folder(&folder.join("files")).expect("a folder for files");
        App::new(db, Clock::frozen(NOW), config(&folder), files, Seal::with_key(KEY), true)
    }

    async fn on(url: &str, folder: tempfile::TempDir) -> Stage {
        let db = Db::open(url).await.expect("the database opens");
        db.migrate().await.expect("the tables are made");
        let files = Files::in_folder(&folder.path().join("files")).expect("a folder for files");
        let app = App::new(db, Clock::frozen(NOW), config(folder.path()), files, Seal::with_key(KEY), false);
        let cast = Cast::enter(&app).await;
        Stage { app, cast, url: url.to_owned(), _folder: folder }
    }

    pub fn folder(&self) -> &std::path::Path {
        self._folder.path()
    }

    /// Starts the whole server in memory, all layers included.
    pub fn server(&self) -> TestServer {
        let domains = Arc::new(Domains::default());
        self.server_with(domains)
    }

    /// The same, knowing these domains.
    pub fn server_with(&self, domains: Arc<Domains>) -> TestServer {
        server_of(&self.app, domains)
    }

    /// Signs a person in and gives the cookie.
    pub async fn sign_in(&self, person: &Person) -> String {
        let now = self.app.clock.now();
        let secret = new_secret();
        let session = Session {
            id: SessionId::new(),
            person_id: person.id.clone(),
            agent: "test".into(),
            shared_at: None,
            created_at: now,
            seen_at: now,
            expires_at: now.plus_hours(OWN_DEVICE_HOURS),
        };
        let mut tx = self.app.db.begin(person.id.as_str()).await.expect("a transaction");
        store_session::insert(&mut tx, &session, &secret).await.expect("a session");
        tx.commit().await.expect("committed");
        format!("{COOKIE}={secret}")
    }

    /// Runs every job that is due now.
    pub async fn run_jobs(&self) {
        run_jobs(&self.app).await;
    }
}

/// Runs every job of an app that is due now, lane by lane until none is left.
pub async fn run_jobs(app: &App) {
    let mut is_idle = false;
    while !is_idle {
        is_idle = true;
        for lane in Lane::ALL {
            while crate::worker::work_once(app, "test", lane).await.expect("the worker works") {
                is_idle = false;
            }
        }
    }
}

/// Opens a database that exists, with a clock that stands still.
pub async fn open_beside(url: &str, folder: &std::path::Path, now: Instant) -> App {
    let db = Db::open(url).await.expect("the database opens");
    let files = Files::in_folder(&folder.join("files")).expect("a folder for files");
    App::new(db, Clock::frozen(now), config(folder), files, Seal::with_key(KEY), false)
}

/// Gives the app of a stage with other pools.
pub fn beside(stage: &Stage, db: Db) -> App {
    let files = Files::in_folder(&stage.folder().join("files")).expect("a folder for files");
    let clock = Clock::frozen(stage.app.clock.now());
    App::new(db, clock, config(stage.folder()), files, Seal::with_key(KEY), false)
}

/// Starts the whole server of an app in memory.
pub fn server_of(app: &App, domains: Arc<Domains>) -> TestServer {
    let router = axum::Router::new().fallback_service(crate::serve::service(app, domains));
    TestServer::builder().transport(Transport::MockHttp).build(router)
}

/// Makes a database on the PostgreSQL of `VERBUND_TEST_POSTGRES` and gives its address.
async fn new_postgres() -> Option<String> {
    let Ok(server) = std::env::var("VERBUND_TEST_POSTGRES") else {
        assert!(std::env::var("CI").is_err(), "VERBUND_TEST_POSTGRES must be set in CI");
        return None;
    };
    let name = format!("verbund_{}", uuid::Uuid::new_v4().simple());
    sqlx::any::install_default_drivers();
    let pool = sqlx::AnyPool::connect(&server).await.expect("the test server");
    sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
        .execute(&pool)
        .await
        .expect("a database");
    pool.close().await;
    let (base, _) = server.rsplit_once('/').expect("a URL with a database");
    Some(format!("{base}/{name}"))
}

fn config(folder: &std::path::Path) -> Config {
    Raw {
        data: Some(folder.display().to_string()),
        public_url: Some("http://verbund.example".into()),
        ..Raw::default()
    }
    .check()
    .expect("good settings")
}

/// A Verbund as tests need it: public, in Berlin's time, another house signs off.
pub fn consortium(slug: &str, name: &str) -> Consortium {
    Consortium {
        id: ConsortiumId::new(),
        slug: slug.into(),
        domain: None,
        name: name.into(),
        claim: "Drei Büchereien, eine Seite.".into(),
        about: String::new(),
        about_simple: String::new(),
        about_at: None,
        about_simple_at: None,
        netiquette: String::new(),
        imprint: "Impressum".into(),
        privacy: "Datenschutz".into(),
        barrier: "Barrieren".into(),
        accent: "#7a2e1d".into(),
        zone: "Europe/Berlin".into(),
        languages: "de,en".into(),
        mode: "another_house".into(),
        created_at: NOW.plus_hours(-24 * 400),
        public_at: Some(NOW.plus_hours(-24 * 400)),
        ends_at: None,
        end_reason: String::new(),
        last_number: 0,
        version: 1,
    }
}

/// An Impressum with all its pieces.
pub fn imprint() -> Imprint {
    Imprint {
        provider: "Stadt Borken".into(),
        address: "Am Markt 1\n46325 Borken".into(),
        represented_by: "die Bürgermeisterin".into(),
        email: "post@muebi.example".into(),
        phone: String::new(),
        responsible: "Anna Albers, Am Markt 1, 46325 Borken".into(),
    }
}

/// A statement on accessibility that was gone through a month ago.
pub fn statement() -> Statement {
    Statement {
        conformity: Conformity::Full,
        assessed: Assessed::Ourselves,
        gaps: Vec::new(),
        office: String::new(),
        made_at: NOW.plus_hours(-24 * 390),
        reviewed_at: NOW.plus_hours(-24 * 30),
    }
}

/// A house as tests need it.
pub fn house(consortium: &Consortium, slug: &str, name: &str, colour: &str) -> Institution {
    Institution {
        id: InstitutionId::new(),
        consortium_id: consortium.id.clone(),
        slug: slug.into(),
        kind: "library".into(),
        official_name: format!("Bücherei {name}"),
        display_name: format!("Bücherei {name}"),
        short_name: name.into(),
        isil: String::new(),
        dbs: String::new(),
        gnd: String::new(),
        qid: String::new(),
        carrier_kind: "municipality".into(),
        carrier_name: String::new(),
        regime: String::new(),
        mark: "gable".into(),
        colour: colour.into(),
        street: String::new(),
        postcode: String::new(),
        place: name.into(),
        lat: None,
        lon: None,
        accessibility: String::new(),
        phone: String::new(),
        email: String::new(),
        website: String::new(),
        opening: "Mo-Fr 10:00-18:00".into(),
        opening_note: String::new(),
        about: String::new(),
        capacity_minutes: 120,
        joined_at: consortium.created_at,
        paused_at: None,
        left_at: None,
    }
}

impl Cast {
    async fn enter(app: &App) -> Cast {
        let muebi = consortium("muebi", "Münsterländer Bibliothekshelden");
        let foreign = consortium("fremde", "Bücherschubsen");
        let borken = house(&muebi, "borken", "Borken", "#0d6b52");
        let raesfeld = house(&muebi, "raesfeld", "Raesfeld", "#9a4a10");
        let rhede = house(&muebi, "rhede", "Rhede", "#2d4f92");
        let enger = house(&foreign, "enger", "Enger", "#2d4f92");
        let person = |name: &str, email: Option<&str>| Person {
            email: email.map(str::to_owned),
            email_confirmed_at: email.map(|_| NOW),
            ..Person::named(name, NOW.plus_hours(-24 * 300))
        };
        let cast = Cast {
            anna: person("Anna Albers", Some("anna@borken.example")),
            bernd: person("Bernd Brüning", Some("bernd@raesfeld.example")),
            clara: person("Clara Cordes", None),
            dora: person("Dora Dahl", Some("dora@coach.example")),
            olaf: Person { operator_since: Some(NOW), ..person("Olaf Otten", None) },
            emil: person("Emil Ebbers", Some("emil@enger.example")),
            muebi,
            borken,
            raesfeld,
            rhede,
            foreign,
            enger,
        };
        let mut tx = app.db.begin("cast").await.expect("a transaction");
        for it in [&cast.muebi, &cast.foreign] {
            consortium::store::insert(&mut tx, it).await.expect("a Verbund");
            consortium::store_imprint::save(&mut tx, &it.id, &imprint()).await.expect("an Impressum");
            store_statement::save(&mut tx, &it.id, &statement()).await.expect("a statement");
        }
        for it in [&cast.borken, &cast.raesfeld, &cast.rhede, &cast.enger] {
            institution::store::insert(&mut tx, it).await.expect("a house");
        }
        for it in [&cast.anna, &cast.bernd, &cast.clara, &cast.dora, &cast.olaf, &cast.emil] {
            member::store::insert(&mut tx, it).await.expect("a person");
        }
        for (person, consortium, house, role) in [
            (&cast.anna, &cast.muebi, Some(&cast.borken.id), Role::Staff),
            (&cast.anna, &cast.muebi, None, Role::Coordinator),
            (&cast.bernd, &cast.muebi, Some(&cast.raesfeld.id), Role::Head),
            (&cast.clara, &cast.muebi, Some(&cast.rhede.id), Role::Volunteer),
            (&cast.dora, &cast.muebi, None, Role::Coach),
            (&cast.emil, &cast.foreign, Some(&cast.enger.id), Role::Staff),
            (&cast.emil, &cast.foreign, None, Role::Coordinator),
        ] {
            let membership =
                Membership::new(&person.id, &consortium.id, house, role, NOW.plus_hours(-24 * 300));
            member::store::insert_membership(&mut tx, &membership).await.expect("a membership");
        }
        tx.commit().await.expect("committed");
        cast
    }
}
