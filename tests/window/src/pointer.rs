//! Working with a mouse: the pointer goes to a thing and presses it.

use std::time::{Duration, Instant};

use serde_json::json;
use tokio::time::sleep;

use crate::Window;
use crate::window::{PATIENCE, Sought};

impl Window {
    /// Presses whatever of this is there first.
    pub(crate) async fn click(&self, any: &[&Sought<'_>]) {
        let until = Instant::now() + PATIENCE;
        loop {
            let found = self.one_of(any).await;
            // Away from the edges, where a bar may lie over it.
            let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });";
            let scrolled = self.client().execute(middle, vec![json!(found)]).await;
            // Between finding and pressing, the page may draw the thing anew.
            let pressed = match scrolled {
                Ok(_) => found.click().await,
                Err(cause) => Err(cause),
            };
            match pressed {
                Ok(()) => return,
                Err(cause) => assert!(Instant::now() < until, "{any:?} could not be pressed: {cause}"),
            }
            sleep(Duration::from_millis(100)).await;
        }
    }
}
