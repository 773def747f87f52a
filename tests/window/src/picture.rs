//! Pictures of the screen, each checked for accessibility.

use std::path::PathBuf;

use serde_json::Value;

use crate::{Window, checkout};

impl Window {
    /// Photographs the screen to `target/screens/<name>.png`, and checks it with axe. What axe finds fault with is said
    /// when the window closes, so that one journey shows all of it.
    pub async fn photograph(&self, name: &str) {
        self.painted().await;
        keep(name, &self.picture().await);
        self.check_with_axe(name).await;
    }

    /// The screen as it is.
    pub(crate) async fn picture(&self) -> Vec<u8> {
        self.nudge("const one = document.documentElement.appendChild(document.createElement('i'));
            one.style.cssText = 'position: fixed; right: 0; bottom: 0; width: 1px; height: 1px';
            let odd = false;
            const turn = setInterval(() => { odd = !odd; one.style.background = odd ? '#fefefe' : '#fff'; }, 40);
            window.nudged = () => { clearInterval(turn); one.remove(); };")
            .await;
        let picture = self.client().screenshot().await.expect("the window can be photographed");
        self.nudge("window.nudged();").await;
        picture
    }

    /// Lets one pixel change, or rest again: WebKitGTK takes its picture with the next frame, and where nothing changes it draws none.
    async fn nudge(&self, script: &str) {
        self.client().execute(script, vec![]).await.expect("a pixel can change");
    }

    /// Waits until nothing moves and what the page shows is on the screen: a picture taken earlier shows the frame before.
    async fn painted(&self) {
        let settled = "const done = arguments[arguments.length - 1];
            const moving = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime < 20000);
            Promise.allSettled(moving.map((one) => one.finished))
              .then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 150))));";
        self.client().execute_async(settled, vec![]).await.expect("the page paints");
    }

    /// Keeps every rule of WCAG 2.2 A and AA, and of good practice, that axe finds broken on the screen.
    async fn check_with_axe(&self, name: &str) {
        let axe = checkout().join("ui/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(&axe)
            .unwrap_or_else(|_| panic!("{} is missing: run `make test`", PathBuf::from(&axe).display()));
        self.client()
            .execute(&format!("if (!window.axe) {{ {axe}\n }}"), vec![])
            .await
            .expect("axe can be loaded");
        let found = self
            .client()
            .execute_async(
                "const done = arguments[arguments.length - 1];
                 axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })
                   .then((r) => done(r.violations.map((v) => `${v.id}: ${v.help}\\n` + v.nodes.map((n) => `    ${n.html}\\n    ${n.failureSummary}`).join('\\n'))))
                   .catch((e) => done([String(e)]));",
                vec![],
            )
            .await
            .expect("axe can run");
        let found: Vec<_> = found.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        if !found.is_empty() {
            self.find_fault(format!("axe finds fault with the screen {name}:\n{}", found.join("\n")));
        }
    }
}

/// Keeps a picture in `target/screens`.
pub(crate) fn keep(name: &str, picture: &[u8]) {
    let folder = checkout().join("target/screens");
    std::fs::create_dir_all(&folder).expect("target/screens can be made");
    std::fs::write(folder.join(format!("{name}.png")), picture).expect("a picture can be written");
}
