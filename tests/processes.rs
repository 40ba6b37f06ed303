//! What the program promises as a process: it starts on an empty folder, tells its address, ends
//! in order, and two of them share one database.
mod program;

use program::{Program, databases, get};

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
