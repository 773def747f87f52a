//! `docket-appimage UNPACKED DESKTOP ICON START OUT`: what the .deb holds, as one file that runs where it lies.
//!
//! WebKitGTK is not in it. The system's own is used, as by the other packages, so that the system's security updates reach it; START
//! says so where it is missing.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use appimage::AppImage;

/// What the program, its desktop file and its icon are called inside.
const NAME: &str = "docket-desktop";

fn main() -> Result<()> {
    let mut asked = std::env::args_os().skip(1).map(PathBuf::from);
    let mut next = |what: &str| asked.next().with_context(|| format!("{what} is missing"));
    let unpacked = next("the folder of the unpacked package")?;
    let desktop = next("the desktop file")?;
    let icon = next("the icon")?;
    let start = next("the script that starts the program")?;
    let out = next("the file to make")?;
    let folder = out.parent().unwrap_or(Path::new("."));
    let image = AppImage::new(folder, NAME.to_owned())?;
    image.add_directory(&unpacked.join("usr"), Path::new("usr"))?;
    image.add_file(&desktop, Path::new(&format!("{NAME}.desktop")))?;
    image.add_icon(&icon)?;
    image.add_file(&start, Path::new("AppRun"))?;
    image.build(&out, None)
}
