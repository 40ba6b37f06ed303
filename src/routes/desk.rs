//! What members of a Verbund reach, and those who run the installation.
use axum::extract::DefaultBodyLimit;

use super::{Right, Route, get, post};
use crate::post::acting::web_acts;
use crate::post::planning::{web_plan, web_plan_begin};
use crate::post::today::web_today;
use crate::topic::web_series;
use crate::{charter, consent, delivery, media, member};

/// Gives this part of the table.
pub fn table() -> Vec<Route> {
    let mut table = Vec::new();
    table.extend(people());
    table.extend(charter_routes());
    table.extend(barriers());
    table.extend(posts());
    table.extend(verbs_of_a_post());
    table.extend(plan_and_series());
    table.extend(pictures());
    table.extend(topics());
    table
}

/// The people of a Verbund, and those who run the installation.
#[rustfmt::skip]
fn people() -> Vec<Route> {
    use Right::{Coordinating, Operating, Reading};
    use member::operating::{web as operating, web_ending, web_people, web_rescue as operating_rescue};
    use member::people::{web, web_invite, web_person, web_rescue, web_trail};
    vec![
        get("/desk/{verbund}/people", Reading, "people", web::list),
        get("/desk/{verbund}/people/invite", Reading, "invite", web_invite::show),
        post("/desk/{verbund}/people/invite", Reading, "invite-save", web_invite::invite),
        post("/desk/{verbund}/people/invite/{invitation}/end", Reading, "invitation-end", web_invite::end),
        get("/desk/{verbund}/people/{person}", Reading, "person", web_person::show),
        post("/desk/{verbund}/people/{person}/rescue", Coordinating, "rescue", web_rescue::issue),
        post("/desk/{verbund}/people/{person}/memberships/{membership}", Coordinating, "role", web_person::change),
        post("/desk/{verbund}/people/{person}/memberships/{membership}/end", Coordinating, "role-end", web_person::end),
        get("/desk/{verbund}/audit", Coordinating, "trail", web_trail::show),
        get("/operate", Operating, "operate", operating::show),
        post("/operate/consortia", Operating, "found", operating::found),
        post("/operate/consortia/{consortium}/invite", Operating, "invite-coordinator", operating::invite),
        post("/operate/operators", Operating, "invite-operator", operating::invite_operator),
        get("/operate/people", Operating, "everybody", web_people::list),
        get("/operate/people/{person}", Operating, "somebody", web_people::show),
        post("/operate/people/{person}/end", Operating, "person-end", web_ending::end),
        post("/operate/people/{person}/return", Operating, "person-return", web_ending::give_back),
        post("/operate/people/{person}/operating/end", Operating, "operating-end", web_ending::end_operating),
        post("/operate/people/{person}/rescue", Operating, "operate-rescue", operating_rescue::issue),
    ]
}

/// The editors' pages about a Verbund itself and its houses.
fn charter_routes() -> Vec<Route> {
    use Right::*;
    use charter::{web, web_ending, web_halt, web_hours, web_house, web_mode, web_part, web_settings};
    vec![
        get("/desk/{verbund}/consortium", Reading, "consortium", web::overview),
        post("/desk/{verbund}/publication", Coordinating, "publish", web::publish),
        post("/desk/{verbund}/publication/end", Coordinating, "unpublish", web::unpublish),
        get("/desk/{verbund}/settings/names", Coordinating, "names", web_settings::names),
        post("/desk/{verbund}/settings/names", Coordinating, "save-names", web_settings::save_names),
        get("/desk/{verbund}/settings/look", Coordinating, "look", web_settings::look),
        post("/desk/{verbund}/settings/look", Coordinating, "save-look", web_settings::save_look),
        get("/desk/{verbund}/settings/address", Coordinating, "address", web_settings::address),
        post("/desk/{verbund}/settings/address", Coordinating, "save-address", web_settings::save_address),
        get("/desk/{verbund}/settings/legal", Coordinating, "legal", web_settings::legal),
        post("/desk/{verbund}/settings/legal", Coordinating, "save-legal", web_settings::save_legal),
        get("/desk/{verbund}/ending", Coordinating, "ending", web_ending::show),
        post("/desk/{verbund}/ending", Coordinating, "set-ending", web_ending::set),
        post("/desk/{verbund}/ending/cancel", Coordinating, "cancel-ending", web_ending::cancel),
        get("/desk/{verbund}/mode", Reading, "mode", web_mode::show),
        post("/desk/{verbund}/mode", Writing, "propose-mode", web_mode::propose),
        post("/desk/{verbund}/mode/agreement", Writing, "agree-mode", web_mode::agree),
        post("/desk/{verbund}/mode/rejection", Writing, "reject-mode", web_mode::reject),
        post("/desk/{verbund}/mode/withdrawal", Writing, "withdraw-mode", web_mode::withdraw),
        get("/desk/{verbund}/halt", Reading, "halt", web_halt::show),
        post("/desk/{verbund}/halt", Keeping, "begin-halt", web_halt::begin),
        post("/desk/{verbund}/halt/end", Keeping, "end-halt", web_halt::end),
        get("/desk/{verbund}/houses/new", Coordinating, "new-house", web_house::new),
        post("/desk/{verbund}/houses/new", Coordinating, "add-house", web_house::create),
        get("/desk/{verbund}/houses/{house}", Keeping, "house", web_house::edit),
        post("/desk/{verbund}/houses/{house}", Keeping, "save-house", web_house::save),
        get("/desk/{verbund}/houses/{house}/hours", Keeping, "hours", web_hours::edit),
        post("/desk/{verbund}/houses/{house}/hours", Keeping, "save-hours", web_hours::save),
        get("/desk/{verbund}/houses/{house}/part", Keeping, "part", web_part::show),
        post("/desk/{verbund}/houses/{house}/part/pause", Keeping, "pause-house", web_part::pause),
        post("/desk/{verbund}/houses/{house}/part/pause/end", Keeping, "resume-house", web_part::resume),
        post("/desk/{verbund}/houses/{house}/part/leave", Keeping, "leave", web_part::leave),
        post("/desk/{verbund}/houses/{house}/part/return", Coordinating, "return", web_part::come_back),
    ]
}

/// Who offers the page, how accessible it is, and the reported barriers, answered after an end too.
#[rustfmt::skip]
fn barriers() -> Vec<Route> {
    use Right::{Coordinating, Reading};
    use charter::{web_barrier, web_case, web_case_give, web_imprint, web_statement};
    vec![
        get("/desk/{verbund}/settings/imprint", Coordinating, "desk-imprint", web_imprint::show),
        post("/desk/{verbund}/settings/imprint", Coordinating, "desk-imprint-save", web_imprint::save),
        get("/desk/{verbund}/settings/accessibility", Coordinating, "desk-statement", web_statement::show),
        post("/desk/{verbund}/settings/accessibility", Coordinating, "desk-statement-save", web_statement::save),
        get("/desk/{verbund}/barriers", Reading, "desk-barriers", web_barrier::list),
        get("/desk/{verbund}/barriers/{number}", Reading, "desk-barrier", web_case::show),
        post("/desk/{verbund}/barriers/{number}/assignment", Reading, "desk-barrier-give", web_case_give::give),
        post("/desk/{verbund}/barriers/{number}/notice", Reading, "desk-barrier-notice", web_case::put_off),
        post("/desk/{verbund}/barriers/{number}/answer", Reading, "desk-barrier-answer", web_case::answer),
    ]
}

/// Writing: the list of posts, the editor, versions, merging, the team's conversation.
#[rustfmt::skip]
fn posts() -> Vec<Route> {
    use Right::{Reading, Writing};
    use crate::delivery::{web_carry, web_edit as edit_with_channels};
    use crate::post::editing::{web_edit, web_edit_pictures, web_merge, web_versions};
    use crate::post::showing::{web_list, web_post};
    use crate::post::talking::web_talk;
    vec![
        get("/desk/{verbund}/posts", Reading, "desk-posts", web_list::list),
        post("/desk/{verbund}/posts", Writing, "desk-post-begin", web_post::begin),
        get("/desk/{verbund}/posts/{number}", Reading, "desk-post", delivery::web_post::show),
        get("/desk/{verbund}/posts/{number}/edit", Writing, "desk-post-edit", edit_with_channels::edit),
        get("/desk/{verbund}/posts/{number}/channels/{channel}", Reading, "desk-post-carry", web_carry::show),
        get("/desk/{verbund}/posts/{number}/pictures", Writing, "desk-post-pictures", web_edit_pictures::add),
        post("/desk/{verbund}/posts/{number}/save", Writing, "desk-post-save", web_edit::save),
        post("/desk/{verbund}/posts/{number}/channels-preview", Writing, "desk-post-channels-preview", edit_with_channels::preview),
        post("/desk/{verbund}/posts/{number}/preview", Writing, "desk-post-preview", web_edit::preview),
        get("/desk/{verbund}/posts/{number}/versions", Reading, "desk-post-versions", web_versions::list),
        get("/desk/{verbund}/posts/{number}/versions/{version}", Reading, "desk-post-version", web_versions::show),
        post("/desk/{verbund}/posts/{number}/versions/{version}/restoration", Writing, "desk-post-version-restore", web_versions::restore),
        get("/desk/{verbund}/posts/{number}/merge/{copy}", Writing, "desk-post-merge", web_merge::show),
        post("/desk/{verbund}/posts/{number}/merge/{copy}", Writing, "desk-post-merge-resolve", web_merge::resolve),
        post("/desk/{verbund}/posts/{number}/talk", Reading, "desk-post-talk", web_talk::speak),
        post("/desk/{verbund}/posts/{number}/talk/{message}/removal", Reading, "desk-post-talk-remove", web_talk::take_back),
    ]
}

/// What can be done with a post: pages that ask, and the forms that do it.
fn verbs_of_a_post() -> Vec<Route> {
    use Right::Writing;
    macro_rules! of {
        ($verb:literal) => {
            concat!("/desk/{verbund}/posts/{number}/", $verb)
        };
    }
    vec![
        get(of!("proposal"), Writing, "proposal-ask", web_acts::ask_proposal),
        post(of!("proposal"), Writing, "proposal", web_acts::propose),
        post(of!("approval"), Writing, "approval", web_acts::approve),
        get(of!("late-approval"), Writing, "late-approval-ask", web_acts::ask_late_approval),
        post(of!("late-approval"), Writing, "late-approval", web_acts::approve_late),
        get(of!("return"), Writing, "return-ask", web_acts::ask_return),
        post(of!("return"), Writing, "return", web_acts::give_back),
        post(of!("retraction"), Writing, "retraction", web_acts::retract),
        get(of!("move"), Writing, "move-ask", web_acts::ask_move),
        post(of!("move"), Writing, "move", web_acts::shift),
        get(of!("hold"), Writing, "hold-ask", web_acts::ask_hold),
        post(of!("hold"), Writing, "hold", web_acts::hold),
        get(of!("release"), Writing, "release-ask", web_acts::ask_release),
        post(of!("release"), Writing, "release", web_acts::release),
        get(of!("withdrawal"), Writing, "withdrawal-ask", web_acts::ask_withdrawal),
        post(of!("withdrawal"), Writing, "withdrawal", web_acts::withdraw),
        post(of!("restoration"), Writing, "restoration", web_acts::restore),
        post(of!("archiving"), Writing, "archiving", web_acts::archive),
        post(of!("reopening"), Writing, "reopening", web_acts::reopen),
    ]
}

/// The first screen, the plan, and the series that have their places in it.
fn plan_and_series() -> Vec<Route> {
    use Right::*;
    vec![
        get("/desk/{verbund}", Reading, "desk-consortium", web_today::arrive),
        get("/desk/{verbund}/today", Reading, "today", delivery::web_today::today),
        get("/desk/{verbund}/plan", Reading, "plan", web_plan::plan),
        post("/desk/{verbund}/plan/begin", Writing, "plan-begin", web_plan_begin::begin),
        get("/desk/{verbund}/series", Reading, "series", web_series::list),
        post("/desk/{verbund}/series", Writing, "series-create", web_series::create),
        get("/desk/{verbund}/series/new", Writing, "series-new", web_series::fresh),
        get("/desk/{verbund}/series/{id}", Writing, "series-edit", web_series::edit),
        post("/desk/{verbund}/series/{id}", Writing, "series-update", web_series::update),
        post("/desk/{verbund}/series/{id}/ending", Writing, "series-end", web_series::end),
        post("/desk/{verbund}/series/{id}/continuation", Writing, "series-continue", web_series::go_on),
    ]
}

/// Pictures, and the consents of those who are on them.
#[rustfmt::skip]
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
        post("/desk/{verbund}/pictures/{id}/withdrawal", Keeping, "picture-withdraw", web_picture::withdraw),
        post("/desk/{verbund}/pictures/{id}/restoration", Writing, "picture-restore", web_picture::restore),
        post("/desk/{verbund}/pictures/{id}/consents", Writing, "picture-consent", web_consent::attach),
        post("/desk/{verbund}/pictures/{id}/consents/{consent}/removal", Writing, "picture-consent-remove", web_consent::detach),
        get(CONSENTS, Keeping, "consents", consent::web::list),
        post(CONSENTS, Writing, "record-consent", web_consent_new::create),
        get("/desk/{verbund}/consents/new", Writing, "new-consent", web_consent_new::new),
        get("/desk/{verbund}/consents/{id}", Keeping, "consent", web_consent::show),
        post("/desk/{verbund}/consents/{id}/pictures", Writing, "cover-with-consent", web_consent::cover),
        post("/desk/{verbund}/consents/{id}/withdrawal", Keeping, "withdraw-consent", web_consent::withdraw),
    ]
}

/// Topics, and which houses have added their perspective.
fn topics() -> [Route; 7] {
    use crate::topic::web_topic;
    use Right::*;
    const LIST: &str = "/desk/{verbund}/topics";
    const ONE: &str = "/desk/{verbund}/topics/{id}";
    [
        get(LIST, Reading, "desk-topics", web_topic::list),
        post(LIST, Writing, "desk-topic-create", web_topic::create),
        get("/desk/{verbund}/topics/new", Writing, "desk-topic-new", web_topic::fresh),
        get(ONE, Reading, "desk-topic", web_topic::show),
        post(ONE, Writing, "desk-topic-save", web_topic::save),
        post("/desk/{verbund}/topics/{id}/ending", Writing, "desk-topic-end", web_topic::end),
        post("/desk/{verbund}/topics/{id}/continuation", Writing, "desk-topic-reopen", web_topic::reopen),
    ]
}
