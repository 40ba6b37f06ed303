use jiff::tz::TimeZone;
use proptest::prelude::*;

use crate::barrier::statement::{Assessed, Conformity, Statement};
use crate::barrier::{Report, Standing, beginning};
use crate::base::clock::Instant;
use crate::base::text::Lang;
use crate::calendar::local::Local;
use crate::consortium::ConsortiumId;
use crate::testing::NOW;

const DAY: i64 = 24 * 3600 * 1000;

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").expect("a zone")
}

fn report(at: Instant) -> Report {
    Report::received(&ConsortiumId::new(), Lang::De, at)
}

#[test]
fn a_case_goes_from_new_over_working_to_answered() {
    let mut it = report(NOW);
    assert_eq!(it.standing(), Standing::New);
    it.begun_at = Some(NOW);
    assert_eq!(it.standing(), Standing::Working);
    it.answered_at = Some(NOW);
    assert_eq!(it.standing(), Standing::Answered);
}

#[test]
fn time_left_is_said_in_days() {
    let zone = berlin();
    let it = report(NOW);
    for (days, said) in [
        (0, "Noch 14 Tage Zeit."),
        (13, "Noch ein Tag Zeit."),
        (14, "Heute ist der letzte Tag."),
        (15, "Seit gestern überfällig."),
        (20, "Seit 6 Tagen überfällig."),
    ] {
        let local = Local::new(&zone, Lang::De, Instant(NOW.millis() + days * DAY));
        assert_eq!(Lang::De.say(&it.time_left(&local)), said);
    }
}

#[test]
fn a_statement_is_due_the_day_after_a_year() {
    let zone = berlin();
    let statement = |at: Instant| Statement {
        conformity: Conformity::Full,
        assessed: Assessed::Ourselves,
        gaps: Vec::new(),
        office: String::new(),
        made_at: at,
        reviewed_at: at,
    };
    let at = NOW;
    let day = |days: i64| Instant(at.millis() + days * DAY);
    assert!(!statement(at).is_review_due(&Local::new(&zone, Lang::De, day(365))));
    assert!(statement(at).is_review_due(&Local::new(&zone, Lang::De, day(366))));
}

#[test]
fn only_an_e_mail_address_takes_a_letter() {
    let with = |text: &str| Report { reply_to: text.into(), ..report(NOW) }.reply_email();
    assert_eq!(with(" Gast@Leserin.example "), Some("gast@leserin.example".into()));
    for other in
        ["", "0281 0000", "Musterweg 3, Borken", "a@b.example, c@d.example", "a@b.example\nBcc: x@y.example"]
    {
        assert_eq!(with(other), None, "{other}");
    }
}

#[test]
fn a_beginning_ends_at_a_word_and_says_so() {
    assert_eq!(beginning("Zu\n klein", 20), "Zu klein");
    assert_eq!(beginning("Größe", 3), "Grö …");
    assert_eq!(beginning("Die Größe passt nicht", 12), "Die Größe …");
}

proptest! {
    /// However the clocks are set, the last day is two weeks later, and six with word in between.
    #[test]
    fn the_last_day_is_two_or_six_weeks_later(at in 0_i64..4_000_000_000_000, waits in any::<bool>()) {
        let zone = berlin();
        let mut it = report(Instant(at));
        it.interim_at = waits.then_some(Instant(at));
        let local = Local::new(&zone, Lang::De, Instant(at));
        let days = it.due(&local).duration_since(local.today()).as_hours() / 24;
        prop_assert_eq!(days, if waits { 42 } else { 14 });
    }
}
