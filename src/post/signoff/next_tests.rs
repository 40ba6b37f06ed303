use super::{Situation, Viewer, Words, correction_note, sentence};
use crate::base::text::Lang;
use crate::post::signoff::asking::next;
use crate::post::signoff::cast::{Story, hour};
use crate::post::signoff::step::Act;

fn words() -> Words {
    Words {
        asked: "Borken".to_owned(),
        until: "Mittwoch, 12 Uhr".to_owned(),
        after: "Raesfeld".to_owned(),
        due: "am Freitag, 10 Uhr".to_owned(),
        reason: "Das Datum stimmt nicht.".to_owned(),
    }
}

fn situation(story: &Story, at: i64) -> Situation {
    Situation::of(&story.standing(), &story.roster, hour(at))
}

#[test]
fn every_situation_has_a_sentence_for_every_viewer_in_both_languages() {
    for situation in Situation::ALL {
        for viewer in Viewer::ALL {
            let sentence = sentence(situation, viewer, &words());
            for lang in Lang::ALL {
                assert!(lang.has(sentence.key), "{} in {}", sentence.key, lang.code());
                let said = lang.say(&sentence);
                assert!(said.ends_with('.') && !said.contains('{'), "{said}");
            }
        }
    }
}

#[test]
fn the_next_step_names_who_is_asked_until_when_and_who_comes_after() {
    let said = Lang::De.say(&sentence(Situation::Waiting, Viewer::Author, &words()));
    assert_eq!(said, "Wartet auf Borken. Zeit ist bis Mittwoch, 12 Uhr; sonst wird Raesfeld gefragt.");
}

#[test]
fn the_situation_follows_the_question_from_house_to_house() {
    let mut story = Story::proposed();
    assert_eq!(situation(&story, 0), Situation::Asking);
    for (at, then) in [(0, Situation::Waiting), (24, Situation::WaitingLast), (36, Situation::Silent)] {
        let step = next(&story.standing(), &story.roster, hour(at), hour(at)).into_step(hour(at));
        story.steps.extend(step);
        assert_eq!(situation(&story, at), then);
    }
    assert_eq!(situation(&story, 48), Situation::Missed);
    story.roster.people.retain(|member| member.id.as_str() == "anna");
    assert_eq!(situation(&story, 40), Situation::NobodyCan);
}

#[test]
fn a_viewer_is_an_author_a_signer_or_another() {
    let story = Story::proposed();
    let who = |person: &str| Viewer::of(&story.standing(), &story.roster, &person.into());
    assert_eq!(["anna", "ben", "olga"].map(who), [Viewer::Author, Viewer::Signer, Viewer::Other]);
}

#[test]
fn of_a_correction_it_is_said_that_the_old_text_stays() {
    let mut story = Story::proposed();
    story.approve(1, "ben", "first").write(50, "anna", "second");
    assert!(correction_note(&story.standing(), hour(50)).is_some());
    story.act(51, "cora", Act::Held { reason: None });
    assert_eq!(correction_note(&story.standing(), hour(51)), None);
}
