//! A picture may no longer be shown: wherever it was sent, what stands there is corrected.
use super::{store_due, work_plan};
use crate::base::app::App;
use crate::base::error::Result;
use crate::base::kill;
use crate::media::PictureId;

/// Plans anew every post with which a picture went out. What is in hand at this moment is planned anew
/// by whoever has it. Done again, it finds nothing more to do.
pub async fn correct(app: &App, picture: &str) -> Result<()> {
    let picture = PictureId(picture.to_owned());
    let posts = store_due::carried(&mut *app.db.read().await?, &picture).await?;
    for (consortium, post) in posts {
        let mut tx = app.db.begin(consortium.as_str()).await?;
        work_plan::plan_again(&mut tx, &consortium, &post, app.clock.now()).await?;
        kill::point("delivery.gone.before_commit");
        tx.commit().await?;
        kill::point("delivery.gone.after_commit");
    }
    app.waker.wake();
    Ok(())
}
