//! How the page is drawn on Linux: by the processor. Text needs no graphics card, and where there is none (a virtual desktop),
//! WebKitGTK would bring a driver in software to do the same, for about a hundred MiB (docs/performance.md).

use tauri::Wry;
use tauri::plugin::{Builder, TauriPlugin};
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// Lets no window ask for a graphics card.
pub fn by_the_processor() -> TauriPlugin<Wry> {
    Builder::new("drawing")
        .on_webview_ready(|webview| {
            let asked = webview.with_webview(|view| {
                if let Some(settings) = view.inner().settings() {
                    settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
                }
            });
            if let Err(cause) = asked {
                tracing::warn!(%cause, "a window may draw by the graphics card");
            }
        })
        .build()
}
