//! What pages from memory promise: everybody gets the whole page, whoever asked first and how.
use axum::http::Method;
use axum_test::TestServer;

use crate::on_both;
use crate::page::place::Domains;
use crate::testing::Stage;

/// Asks for a page while the process has just learned that nothing has changed.
async fn ask(stage: &Stage, server: &TestServer, method: Method, path: &str) -> axum_test::TestResponse {
    crate::schedule::look_once(&stage.app, &Domains::default()).await.expect("the versions are known");
    server.method(method, path).await
}

on_both! {
    async fn whoever_only_looks_whether_a_page_is_there_blanks_it_for_nobody(stage: Stage) {
        let server = stage.server();
        for path in ["/", "/muebi", "/en/muebi", "/sitemap.xml"] {
            let head = ask(&stage, &server, Method::HEAD, path).await;
            let get = ask(&stage, &server, Method::GET, path).await;
            let again = ask(&stage, &server, Method::HEAD, path).await;
            assert!(!get.text().is_empty(), "{path} is empty");
            assert!(head.text().is_empty() && again.text().is_empty(), "{path}: a HEAD has no body");
            assert_eq!(head.header("content-length"), get.text().len().to_string(), "{path}");
            for name in ["etag", "content-type", "content-security-policy"] {
                assert_eq!(head.header(name), get.header(name), "{path}: {name}");
            }
        }
    }
}

on_both! {
    async fn words_made_up_behind_an_address_lead_to_the_page_that_is_kept(stage: Stage) {
        let server = stage.server();
        ask(&stage, &server, Method::GET, "/muebi?fbclid=1").await.assert_status_ok();
        let kept = stage.app.cache.stored();
        for path in ["/muebi", "/muebi?fbclid=2", "/muebi?", "/muebi?a=b&c", "/muebi?done=1"] {
            ask(&stage, &server, Method::GET, path).await.assert_status_ok();
        }
        assert_eq!(stage.app.cache.stored(), kept, "a word made up has become a page of its own");
    }
}
