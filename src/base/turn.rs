//! Heavy work takes turns: only so much of it at a time, however many ask for it.
use tokio::sync::Semaphore;

use super::error::Result;

/// Works where that may block, as soon as it has a turn. The work keeps its turn to its end, also
/// when nobody waits for it any more: a request that is given up does not stop what it has begun,
/// and the memory is needed until then.
pub async fn blocking<T: Send + 'static>(
    turns: &'static Semaphore,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T> {
    let turn = turns.acquire().await.map_err(anyhow::Error::from)?;
    let in_turn = move || {
        let done = work();
        drop(turn);
        done
    };
    Ok(tokio::task::spawn_blocking(in_turn).await.map_err(anyhow::Error::from)?)
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn work_keeps_its_turn_when_nobody_waits_for_it_any_more() {
        static TURNS: Semaphore = Semaphore::const_new(1);
        let (begin, has_begun) = tokio::sync::oneshot::channel();
        let (go_on, waits) = std::sync::mpsc::channel();
        let asked = tokio::spawn(blocking(&TURNS, move || {
            begin.send(()).expect("somebody listens");
            waits.recv().expect("a word")
        }));
        has_begun.await.expect("begun");
        asked.abort();
        assert!(asked.await.expect_err("given up").is_cancelled());
        assert_eq!(TURNS.available_permits(), 0, "the work goes on");
        go_on.send(()).expect("the work listens");
        drop(TURNS.acquire().await.expect("a turn, once it is done"));
    }

    #[tokio::test]
    async fn no_more_works_at_a_time_than_there_are_turns() {
        static TURNS: Semaphore = Semaphore::const_new(2);
        static AT_WORK: AtomicUsize = AtomicUsize::new(0);
        static MOST: AtomicUsize = AtomicUsize::new(0);
        let all: Vec<_> = (0..20)
            .map(|_| {
                tokio::spawn(blocking(&TURNS, || {
                    MOST.fetch_max(AT_WORK.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                    std::thread::yield_now();
                    AT_WORK.fetch_sub(1, Ordering::SeqCst);
                }))
            })
            .collect();
        for one in all {
            one.await.expect("no panic").expect("done");
        }
        assert!(MOST.load(Ordering::SeqCst) <= 2);
    }

    #[tokio::test]
    async fn a_panic_gives_the_turn_back() {
        static TURNS: Semaphore = Semaphore::const_new(1);
        assert!(blocking(&TURNS, || panic!("as a broken picture might")).await.is_err());
        assert_eq!(TURNS.available_permits(), 1);
    }
}
