//! What jobs promise: each is done once, whoever dies.
use crate::base::job::Lane;
use crate::base::store;
use crate::on_both;
use crate::testing::{NOW, Stage};

async fn enqueue(stage: &Stage, kind: &str) {
    let mut tx = stage.app.db.begin("test").await.expect("a transaction");
    crate::base::job::enqueue(&mut tx, kind, "payload", NOW).await.expect("written");
    tx.commit().await.expect("committed");
}

async fn claim(stage: &Stage, worker: &str) -> Option<crate::base::job::Job> {
    let mut tx = stage.app.db.begin("job").await.expect("a transaction");
    let job = store::claim_job(&mut tx, stage.app.clock.now(), worker, Lane::Rest).await.expect("asked");
    tx.commit().await.expect("committed");
    job
}

on_both! {
    async fn no_job_is_taken_by_two(stage: Stage) {
        for _ in 0..40 {
            enqueue(&stage, "nothing").await;
        }
        let stage = std::sync::Arc::new(stage);
        let workers = ["a", "b", "c", "d"].map(|worker| {
            let stage = stage.clone();
            tokio::spawn(async move {
                let mut taken = Vec::new();
                while let Some(job) = claim(&stage, worker).await {
                    taken.push(job.id);
                }
                taken
            })
        });
        let mut all = Vec::new();
        for worker in workers {
            all.extend(worker.await.expect("the worker ends"));
        }
        assert_eq!(all.len(), 40);
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 40, "some job was taken twice");
    }
}

on_both! {
    async fn a_job_of_a_dead_process_is_taken_up_again(stage: Stage) {
        enqueue(&stage, "nothing").await;
        let first = claim(&stage, "dies").await.expect("a job");
        assert!(claim(&stage, "lives").await.is_none(), "it is leased");
        stage.app.clock.set(NOW.plus_seconds(crate::base::job::LEASE_SECONDS + 1));
        let again = claim(&stage, "lives").await.expect("the lease has run out");
        assert_eq!((again.id, again.attempts), (first.id, 2));
    }
}

on_both! {
    async fn a_process_that_ends_hands_its_jobs_back(stage: Stage) {
        enqueue(&stage, "nothing").await;
        claim(&stage, "ends").await.expect("a job");
        let mut tx = stage.app.db.begin("job").await.expect("a transaction");
        store::hand_jobs_back(&mut tx, "ends").await.expect("handed back");
        tx.commit().await.expect("committed");
        assert!(claim(&stage, "lives").await.is_some());
    }
}

on_both! {
    async fn a_job_with_a_key_exists_once_and_can_be_moved(stage: Stage) {
        for minutes in [10, 5] {
            let mut tx = stage.app.db.begin("test").await.expect("a transaction");
            let at = NOW.plus_minutes(minutes);
            crate::base::job::enqueue_once(&mut tx, "nothing", "key", "payload", at).await.expect("written");
            tx.commit().await.expect("committed");
        }
        assert!(claim(&stage, "a").await.is_none(), "not due yet");
        stage.app.clock.set(NOW.plus_minutes(5));
        assert!(claim(&stage, "a").await.is_some(), "moved to the earlier time");
        stage.app.clock.set(NOW.plus_minutes(11));
        let mut tx = stage.app.db.begin("job").await.expect("a transaction");
        let next = store::next_job_at(&mut tx, Lane::Rest).await.expect("asked");
        assert!(next.is_some(), "the one job is leased, and there is no second");
    }
}
