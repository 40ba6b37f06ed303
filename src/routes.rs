//! Every URL on one page: method, path, who may, its name, and the handler.
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{self, MethodRouter};
use serde::Serialize;

use crate::base::app::App;
use crate::{consent, demo, media, page, site};

/// Who may use a route; the handler's arguments enforce it, a test tries it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Everybody: the public face.
    Public,
    /// Everybody: machines that ask, not people.
    Machine,
    /// Everybody, on the way in: signing in, invitations.
    Door,
    /// Whoever is signed in.
    SignedIn,
    /// Every member of the Verbund in the path, coaches too.
    Reading,
    /// Every member of the Verbund in the path but coaches.
    Writing,
    /// The coordination of the Verbund in the path.
    Coordinating,
    /// Whoever runs the installation.
    Operating,
    /// Everybody, and only in the demo.
    Demo,
}

/// One line of the table.
#[derive(Serialize)]
pub struct Route {
    pub method: &'static str,
    pub path: &'static str,
    pub right: Right,
    pub name: &'static str,
    #[serde(skip)]
    router: MethodRouter<App>,
}

fn get<H, T>(path: &'static str, right: Right, name: &'static str, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    Route { method: "GET", path, right, name, router: routing::get(handler) }
}

fn post<H, T>(path: &'static str, right: Right, name: &'static str, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    Route { method: "POST", path, right, name, router: routing::post(handler) }
}

/// Gives the whole table.
pub fn table() -> Vec<Route> {
    use Right::*;
    let mut table = vec![
        get("/health", Machine, "health", site::web::health),
        get("/assets/{hash}/{*name}", Machine, "asset", page::asset::serve),
        get("/", Public, "directory", site::web::directory),
    ];
    table.extend(pictures());
    table.extend([post("/demo/sign-in", Demo, "demo-sign-in", demo::web::sign_in)]);
    table
}

/// Pictures, and the consents of those who are on them.
fn pictures() -> [Route; 15] {
    use Right::*;
    use media::{web, web_consent, web_consent_new, web_delivery, web_picture, web_upload};
    const LIST: &str = "/desk/{verbund}/pictures";
    const ONE: &str = "/desk/{verbund}/pictures/{id}";
    const CONSENTS: &str = "/desk/{verbund}/consents";
    let mut upload = post(LIST, Writing, "picture-upload", web_upload::upload);
    upload.router = upload.router.layer(DefaultBodyLimit::max(web_upload::MOST_BODY));
    [
        get("/bild/{id}/{name}", Public, "picture-file", web_delivery::file),
        get(LIST, Reading, "pictures", web::list),
        upload,
        get(ONE, Reading, "picture", web_picture::show),
        post(ONE, Writing, "picture-save", web_picture::save),
        post("/desk/{verbund}/pictures/{id}/withdrawal", Writing, "picture-withdraw", web_picture::withdraw),
        post("/desk/{verbund}/pictures/{id}/restoration", Writing, "picture-restore", web_picture::restore),
        post("/desk/{verbund}/pictures/{id}/consents", Writing, "picture-consent", web_consent::attach),
        post(
            "/desk/{verbund}/pictures/{id}/consents/{consent}/removal",
            Writing,
            "picture-consent-remove",
            web_consent::detach,
        ),
        get(CONSENTS, Writing, "consents", consent::web::list),
        post(CONSENTS, Writing, "record-consent", web_consent_new::create),
        get("/desk/{verbund}/consents/new", Writing, "new-consent", web_consent_new::new),
        get("/desk/{verbund}/consents/{id}", Writing, "consent", web_consent::show),
        post("/desk/{verbund}/consents/{id}/pictures", Writing, "cover-with-consent", web_consent::cover),
        post("/desk/{verbund}/consents/{id}/withdrawal", Writing, "withdraw-consent", web_consent::withdraw),
    ]
}

/// Builds the router from the table.
pub fn router() -> Router<App> {
    table().into_iter().fold(Router::new(), |router, route| router.route(route.path, route.router))
}
