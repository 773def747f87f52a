//! The icon on Linux: an item that the desktop asks for over its bus. No library has to be there for it.

use ksni::menu::{MenuItem, StandardItem};
use ksni::{Handle, OfflineReason, TrayMethods};
use tauri::AppHandle;
use zbus::blocking::{Connection, Proxy};

use super::{Entry, PROGRAM};

/// Who shows the items on a desktop.
const WATCHER: &str = "org.kde.StatusNotifierWatcher";

pub type Icon = Handle<Item>;

/// What the desktop asks of the item.
pub struct Item {
    app: AppHandle,
}

pub fn can_show() -> bool {
    let shows = || {
        let bus = Connection::session()?;
        Proxy::new(&bus, WATCHER, "/StatusNotifierWatcher", WATCHER)?
            .get_property::<bool>("IsStatusNotifierHostRegistered")
    };
    shows().unwrap_or(false)
}

pub async fn put_up(app: &AppHandle) -> Result<Icon, String> {
    Item { app: app.clone() }.spawn().await.map_err(|cause| cause.to_string())
}

pub async fn take_away(_: &AppHandle, icon: Icon) {
    icon.shutdown().await;
}

impl ksni::Tray for Item {
    fn id(&self) -> String {
        "docket-desktop".to_owned()
    }

    fn title(&self) -> String {
        PROGRAM.to_owned()
    }

    fn icon_pixmap(&self) -> Vec<ksni::Icon> {
        let Some(picture) = self.app.default_window_icon() else { return Vec::new() };
        let (Ok(width), Ok(height)) = (i32::try_from(picture.width()), i32::try_from(picture.height()))
        else {
            return Vec::new();
        };
        // The bus wants the transparency first.
        let data = picture
            .rgba()
            .as_chunks()
            .0
            .iter()
            .flat_map(|[red, green, blue, alpha]| [*alpha, *red, *green, *blue]);
        vec![ksni::Icon { width, height, data: data.collect() }]
    }

    fn activate(&mut self, _: i32, _: i32) {
        Entry::Open.choose(&self.app);
    }

    fn menu(&self) -> Vec<MenuItem<Self>> {
        let item = |entry: Entry| StandardItem {
            label: entry.name().to_owned(),
            activate: Box::new(move |item: &mut Self| entry.choose(&item.app)),
            ..StandardItem::default()
        };
        Entry::ALL.map(|entry| item(entry).into()).into()
    }

    fn watcher_offline(&self, _: OfflineReason) -> bool {
        // The tray is gone, perhaps for good: what was hidden there is shown again.
        Entry::Open.choose(&self.app);
        true
    }
}
