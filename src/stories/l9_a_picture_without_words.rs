//! A picture without a description keeps a post from being proposed: the refusal names the picture,
//! nothing typed is lost, and one sentence is all that was missing.
use super::{Visitor, within};
use crate::media::tests::acting::{picture, uploaded};
use crate::on_both;
use crate::testing::Stage;

on_both! {
    async fn a_post_waits_until_its_picture_is_described(stage: Stage) {
        let (server, cast) = (stage.server(), &stage.cast);
        let mut anna = Visitor::of(&stage, &server, &cast.anna).await;
        let id = uploaded(&stage).await;
        let number = anna.writes(&cast.borken, "Ein Regal").await;
        let post = format!("/desk/muebi/posts/{number}");
        let base = within(&anna.read(&format!("{post}/edit")).await, "name=\"base\" value=\"", "\"");
        let (alt, was) = (format!("alt-{id}"), format!("alt_was-{id}"));
        let fields = [
            ("base", base.as_str()),
            ("title", "Ein Regal voller Neuer"),
            ("body", "Zwölf Krimis sind da."),
            ("language", "de"),
            ("byline", cast.borken.id.as_str()),
            ("picture", id.as_str()),
            (&alt, ""),
            (&was, ""),
            ("when", "soon"),
        ];

        // The editor's button saves and proposes in one; what lacks is said of the picture it lacks in.
        let lacks = "Bild 1 („IMG_1.JPG“): Bitte beschreiben Sie das Bild in einem Satz";
        let edit = anna.does(&format!("{post}/proposal"), &fields).await;
        assert!(edit.ends_with("/edit?check=1"), "{edit}");
        let edit = anna.read(&edit).await;
        assert!(edit.contains(lacks), "{edit}");
        let refused = anna.is_refused(&format!("{post}/proposal"), &[("when", "soon")], 422).await;
        assert!(refused.contains("Bitte beschreiben Sie das Bild in einem Satz"), "{refused}");
        assert!(refused.contains(&format!("/edit#alt-{id}")), "it leads to that picture");
        for kept in ["Ein Regal voller Neuer", "Zwölf Krimis sind da.", id.as_str()] {
            assert!(edit.contains(kept), "{kept} is saved");
        }
        assert!(anna.read(&post).await.contains("Entwurf"), "nobody is asked to sign it off");
        assert_eq!(picture(&stage, &id).await.alt, "");

        let described = [("licence", "own"), ("credit", "Bücherei Borken"), ("alt", "Zwölf neue Krimis im Regal.")];
        anna.does(&format!("/desk/muebi/pictures/{id}"), &described).await;
        anna.proposes(number, None).await;
        let mut bernd = Visitor::of(&stage, &server, &cast.bernd).await;
        bernd.signs_off(number).await;
        let public = Visitor::new(&server).read(&format!("/muebi/beitrag/{number}-ein-regal-voller-neuer")).await;
        assert!(public.contains("alt=\"Zwölf neue Krimis im Regal.\""));
    }
}
