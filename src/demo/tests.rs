//! What the demo promises about its contents.
use super::seed::fill;
use crate::on_both;
use crate::testing::Stage;

on_both! {
    async fn an_empty_database_is_filled_once(stage: Stage) {
        let app = stage.empty_demo().await;
        assert!(fill(&app).await.expect("filled"));
        assert!(!fill(&app).await.expect("left as it is"));
    }
}
