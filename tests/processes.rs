//! What the program promises as a process: it starts on an empty folder, tells its address, ends
//! in order, and two of them share one database.
mod program;

use program::{Editor, Program, databases, get, postgres};

#[tokio::test]
async fn it_starts_on_an_empty_folder_and_ends_in_order() {
    for database in databases().await {
        let mut program = Program::start("serve", &database, &[]).await;
        assert_eq!(get(&program.url("/health")).await.1, "ok\n");
        assert!(program.said().iter().any(|line| line.contains("/join/")), "no link for the first operator");
        assert_eq!(program.end(), Some(0), "it did not end in order");
        let mut again = Program::start("serve", &database, &[]).await;
        assert_eq!(get(&again.url("/health")).await.0, 200);
        assert_eq!(again.end(), Some(0));
    }
}

#[tokio::test]
async fn mistakes_in_the_settings_are_all_told_and_nothing_is_started() {
    let output = Program::fail(&["serve", "--listen", "nowhere", "--database", "mysql://x"]);
    assert!(output.contains("listen") && output.contains("database"), "{output}");
}

#[tokio::test]
async fn a_demo_that_dies_while_it_is_filled_begins_anew() {
    for database in databases().await {
        let killed = Program::die("demo", &database, "demo.fill.before_commit");
        assert!(killed.contains("killed at"), "{killed}");
        let mut program = Program::start("demo", &database, &[]).await;
        assert!(get(&program.url("/")).await.1.contains("Talgeschichten"));
        assert_eq!(program.end(), Some(0));
        let again = Program::start("demo", &database, &[]).await;
        assert!(get(&again.url("/")).await.1.contains("Talgeschichten"));
    }
}

#[tokio::test]
async fn what_is_held_in_one_process_is_gone_from_the_other_and_what_is_published_is_there() {
    let Some(database) = postgres().await else { return };
    let first = Program::start("demo", &database, &[]).await;
    let second = Program::start("demo", &database, &[]).await;
    let editor = Editor::sign_in(&first, "staff", "mob").await;
    let post = editor.begin("mob").await;
    let house = editor.own_house("mob", post).await;
    let text = [("title", "Gerade eben"), ("body", "Ein Satz."), ("byline", &house), ("language", "de")];
    assert!(editor.send(&format!("/desk/mob/posts/{post}/save"), &text).await < 400);
    let page = second.url("/mob");
    assert!(!get(&page).await.1.contains("Gerade eben"), "a draft is nobody's business");
    // In this Verbund whoever writes may publish: proposing is publishing.
    assert!(editor.send(&format!("/desk/mob/posts/{post}/proposal"), &[("when", "soon")]).await < 400);
    program::within_a_second(&page, |text| text.contains("Gerade eben")).await;
    assert!(editor.send(&format!("/desk/mob/posts/{post}/hold"), &[]).await < 400);
    program::within_a_second(&page, |text| !text.contains("Gerade eben")).await;
}
