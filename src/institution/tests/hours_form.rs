use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::base::text::Lang;
use crate::institution::hours::Hours;

fn hm(from: (u16, u16), to: (u16, u16)) -> Span {
    Span { from: from.0 * 60 + from.1, to: to.0 * 60 + to.1 }
}

#[test]
fn hours_are_read_as_people_write_them() {
    for (typed, spans) in [
        ("9–12", vec![hm((9, 0), (12, 0))]),
        ("14.30-18 Uhr", vec![hm((14, 30), (18, 0))]),
        ("9:00 - 12:30, 14 bis 18.15 Uhr", vec![hm((9, 0), (12, 30)), hm((14, 0), (18, 15))]),
        ("15–18 und 9–12", vec![hm((9, 0), (12, 0)), hm((15, 0), (18, 0))]),
        ("9–12, 12–15", vec![hm((9, 0), (15, 0))]),
        ("19–1", vec![hm((19, 0), (25, 0))]),
        ("10-24", vec![hm((10, 0), (24, 0))]),
        ("", vec![]),
        (" geschlossen ", vec![]),
        ("-", vec![]),
    ] {
        assert_eq!(read_spans(typed), Ok(spans), "{typed}");
    }
}

#[test]
fn hours_that_cannot_be_are_refused_with_the_reason() {
    for (typed, key) in [
        ("15", "institution-hours-end"),
        ("15 Uhr", "institution-hours-end"),
        ("9–12, 11–14", "institution-hours-overlap"),
        ("18–9", "institution-hours-backwards"),
        ("9–9", "institution-hours-backwards"),
        ("8–9, 10–11, 12–13, 14–15", "institution-hours-many"),
        ("9–25", "institution-hours-span"),
        ("vormittags", "institution-hours-span"),
        ("9–12 nur Gruppen", "institution-hours-span"),
    ] {
        let why = read_spans(typed).expect_err(typed);
        assert_eq!(why.key, key, "{typed}");
        assert!(Lang::ALL.iter().all(|lang| lang.has(key)));
    }
}

fn filled() -> Input {
    let mut input =
        Input { closed_on_public_holidays: true, note: "So. nach dem Hochamt".into(), ..Input::default() };
    input.week[1] = "15–19".into();
    input.week[2] = "9–12 u. 14.30–18 Uhr".into();
    input.week[3] = "15-19 Uhr".into();
    input.monthly.push(MonthlyInput { weekday: 5, nth: 1, hours: "10–12".into() });
    input.school = SchoolInput::Other;
    input.school_week[3] = "10–12".into();
    input.exceptions.push(ExceptionInput {
        from: "24.12.2026".into(),
        to: "2027-01-02".into(),
        note: "Weihnachten".into(),
        ..Default::default()
    });
    input.exceptions.push(ExceptionInput {
        from: "2026-12-23".into(),
        hours: "9–11".into(),
        ..Default::default()
    });
    input
}

#[test]
fn a_filled_form_becomes_an_osm_text_with_the_usual_first_and_the_exceptional_last() {
    let form = filled().read().expect("a form");
    assert_eq!(
        form.osm(),
        "Tu,Th 15:00-19:00; We 09:00-12:00,14:30-18:00; Sa[1] 10:00-12:00; SH off; SH Th 10:00-12:00; PH off; \
         2026 Dec 23 09:00-11:00; 2026 Dec 24-2027 Jan 02 off \"Weihnachten\" || unknown \"So. nach dem Hochamt\""
    );
    assert!(Hours::parse(&form.osm()).is_ok());
    assert_eq!(Form::from_osm(&form.osm()), form);
}

#[test]
fn every_wrong_field_is_named() {
    let mut input = filled();
    input.week[0] = "9".into();
    input.school_week[6] = "18–9".into();
    input.monthly[0].nth = 7;
    input.exceptions[0].from = "31.2.2026".into();
    input.exceptions[1].to = "2026-12-01".into();
    input.raw = "Mo whenever".into();
    let errors = input.read().expect_err("six wrong fields");
    let fields: Vec<&str> = errors.iter().map(|error| error.field).collect();
    assert_eq!(fields, ["hours-mo", "school-su", "monthly", "exceptions", "exceptions", "raw"]);
}

#[test]
fn what_the_form_cannot_express_is_kept_word_for_word_and_said_so() {
    let form = Form::from_osm("Mo-Fr 09:00-12:00; Aug Sa off; week 1-53/2 Fr 14:00-18:00");
    assert_eq!(form.raw, "Aug Sa off; week 1-53/2 Fr 14:00-18:00");
    assert_eq!(form.week[0], [hm((9, 0), (12, 0))]);
    assert_eq!(form.osm(), "Mo-Fr 09:00-12:00; Aug Sa off; week 1-53/2 Fr 14:00-18:00");
    assert!(Lang::De.say(&form.kept().expect("it is said")).contains("week 1-53/2"));
}

#[test]
fn a_text_whose_order_matters_is_kept_as_a_whole() {
    for osm in [
        "PH off; Mo-Fr 09:00-12:00",
        "Mo-Fr 09:00-12:00 || Sa 10:00-12:00",
        "Mo-Fr 08:00+; Mo 09:00-12:00",
        "24/7",
        "Mo,PH 10:00-12:00",
        "Mo-Fr 09:00-12:00, Mo 14:00-18:00",
    ] {
        let form = Form::from_osm(osm);
        assert_eq!((form.osm().as_str(), form.raw.as_str()), (osm, osm));
    }
}

#[test]
fn a_weekday_named_again_takes_the_place_of_the_first() {
    let form = Form::from_osm("Mo-Fr 09:00-12:00; We off");
    assert_eq!(form.osm(), "Mo-Tu,Th-Fr 09:00-12:00");
}

#[test]
fn a_remark_cannot_break_out_of_its_quotation_marks() {
    let form = Form { note: "\"; 24/7; \"\nn. V.".into(), ..Form::default() };
    assert_eq!(form.osm(), "unknown \"’; 24/7; ’ n. V.\"");
    assert!(Hours::parse(&form.osm()).is_ok());
}

#[test]
fn the_empty_form_means_unknown_hours() {
    assert_eq!(Form { closed_on_public_holidays: true, ..Form::default() }.osm(), "");
    assert_eq!(Form::from_osm(""), Form::default());
}

fn some_spans() -> impl Strategy<Value = Vec<Span>> {
    proptest::collection::btree_set(0_u16..96, 0..=6).prop_map(|ends| {
        let ends: Vec<u16> = ends.into_iter().map(|quarter| quarter * 15).collect();
        ends.chunks_exact(2).map(|pair| Span { from: pair[0], to: pair[1] }).collect()
    })
}

fn some_week() -> impl Strategy<Value = Week> {
    proptest::array::uniform7(some_spans())
        .prop_filter("open at all", |week| week.iter().any(|day| !day.is_empty()))
}

fn some_form() -> impl Strategy<Value = Form> {
    let monthly = (0_usize..7, prop_oneof![Just(-1_i8), 1_i8..=5], some_spans())
        .prop_map(|(weekday, nth, spans)| Monthly { weekday, nth, spans });
    let school = prop_oneof![
        Just(SchoolHolidays::AsUsual),
        Just(SchoolHolidays::Closed),
        some_week().prop_map(SchoolHolidays::Other)
    ];
    let exception = (0_i64..700, 0_i64..40, some_spans(), "[A-Za-zäöüß;|. ]{0,12}").prop_map(
        |(from, days, spans, note)| {
            let from = date(2026, 1, 1).checked_add(jiff::ToSpan::days(from)).expect("a date");
            let to = from.checked_add(jiff::ToSpan::days(days)).expect("a date");
            Exception { from, to, spans, note: note.split_whitespace().collect::<Vec<_>>().join(" ") }
        },
    );
    let lists = (proptest::collection::vec(monthly, 0..3), proptest::collection::vec(exception, 0..4));
    (some_week(), lists, school, any::<bool>(), "[A-Za-zäöüß;|. ]{0,20}").prop_map(
        |(week, (monthly, mut exceptions), school, closed_on_public_holidays, note)| {
            exceptions.sort_by_key(|exception| (exception.from, exception.to));
            let note = note.split_whitespace().collect::<Vec<_>>().join(" ");
            Form { week, monthly, school, closed_on_public_holidays, exceptions, note, raw: String::new() }
        },
    )
}

proptest! {
    #[test]
    fn a_form_comes_back_from_its_osm_text_and_from_what_is_typed(form in some_form()) {
        let osm = form.osm();
        prop_assert!(Hours::parse(&osm).is_ok(), "{}", osm);
        prop_assert_eq!(&Form::from_osm(&osm), &form, "{}", osm);
        prop_assert_eq!(Input::from(&form).read(), Ok(form));
    }

    #[test]
    fn any_text_survives_the_form(osm in "(Mo|Tu-Fr|PH|SH|24/7|off|;| |\\||\"|09:00-12:00|2026 Dec 24|Aug|,|Sa\\[1\\]|unknown){0,12}") {
        let once = Form::from_osm(&osm).osm();
        let twice = Form::from_osm(&once).osm();
        prop_assert_eq!(once, twice);
    }

    #[test]
    fn what_the_form_makes_of_a_text_means_the_same(form in some_form(), day in 0_i64..700) {
        let holidays = crate::institution::hours::Holidays {
            public: &|day| day.day() == 1,
            school: &|day| Some(day.month() == 7),
        };
        let day = date(2026, 1, 1).checked_add(jiff::ToSpan::days(day)).expect("a date");
        let hours = Hours::parse(&form.osm()).unwrap().expect("hours");
        let usual = || match (&form.school, day.month() == 7) {
            (SchoolHolidays::Other(week), true) => week.clone(),
            (SchoolHolidays::Closed, true) => Week::default(),
            _ => form.week.clone(),
        };
        let exception = form.exceptions.iter().rfind(|exception| (exception.from..=exception.to).contains(&day));
        let monthly = !form.monthly.is_empty();
        let expected = match exception {
            Some(exception) => exception.spans.clone(),
            None if form.closed_on_public_holidays && day.day() == 1 => Vec::new(),
            None if monthly => return Ok(()),
            None => usual()[usize::try_from(day.weekday().to_monday_zero_offset()).unwrap()].clone(),
        };
        prop_assert_eq!(hours.day(day, &holidays).spans, expected, "{} on {}", form.osm(), day);
    }
}
