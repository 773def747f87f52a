//! New versions of the program: which package among the files of a folder is newer than the program that runs, fits the
//! computer, and is what the office wrote down that it should be.
//!
//! Deliberately absent: the network, and any installing. Who administers the computer installs a package.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use semver::Version;
use serde::Serialize;

use crate::error::{Code, Refusal};

/// The file beside the packages that has a line for each: its SHA-256 and its name.
pub const SUMS: &str = "SHA256SUMS";
/// What the names of the packages begin with.
const PROGRAM: &str = "docket 552a";
/// What to do about a package that cannot be trusted.
const ASK: &str = "Do not install it; ask whoever lays new versions there. Nothing was changed.";

/// The packages that fit a computer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fitting {
    /// How their names end, in small letters; what fits best first.
    endings: Vec<&'static str>,
    /// What the processor is called in their names.
    processor: &'static [&'static str],
}

impl Fitting {
    /// What fits an operating system and a processor, by the names that Rust has for them. Where the system has several kinds of
    /// packages, `best` is the ending of the one to choose.
    pub fn to(system: &str, processor: &str, best: &str) -> Fitting {
        let mut endings = match system {
            "linux" => vec![".deb", ".rpm", ".appimage"],
            "windows" => vec![".msi", "-setup.exe"],
            "macos" => vec![".dmg"],
            _ => vec![],
        };
        endings.sort_by_key(|ending| *ending != best);
        let processor: &[&str] = match processor {
            "x86_64" => &["x86_64", "amd64", "x64", "universal"],
            "aarch64" => &["aarch64", "arm64", "universal"],
            _ => &[],
        };
        Fitting { endings, processor }
    }

    /// The version in the name of a package that fits, and how well its kind fits: the lower, the better.
    fn version_in(&self, name: &str) -> Option<(Version, usize)> {
        let low = name.to_ascii_lowercase();
        let (rank, ending) = self.endings.iter().enumerate().find(|(_, ending)| low.ends_with(**ending))?;
        let stem = low.strip_suffix(ending)?;
        // Whoever copies files about writes the blank as they can.
        let (program, rest) = (stem.get(..PROGRAM.len())?, stem.get(PROGRAM.len()..)?);
        if program.replace(['.', '-', '_'], " ") != PROGRAM {
            return None;
        }
        let rest = rest.strip_prefix(['_', '-'])?;
        let (version, processor, more) = if *ending == ".rpm" {
            let (version, processor) = rest.rsplit_once('.')?;
            let (version, release) = version.rsplit_once('-')?;
            (version, processor, release)
        } else {
            let mut parts = rest.splitn(3, '_');
            (parts.next()?, parts.next()?, parts.next().unwrap_or_default())
        };
        let plain = more.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let fits = plain && self.processor.contains(&processor);
        Version::parse(version).ok().filter(|_| fits).map(|version| (version, rank))
    }
}

/// A package that is newer than the program that runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct NewVersion {
    /// Its version.
    pub version: String,
    /// The name of its file.
    pub file: String,
    /// The SHA-256 that the office wrote down for it.
    pub sha256: String,
}

impl NewVersion {
    /// Refuses the package where its bytes are not those that the office wrote down.
    ///
    /// # Errors
    /// Where `sha256`, of the file as it lies there, is another.
    pub fn is_as_written_down(&self, sha256: &str) -> Result<(), Refusal> {
        if self.sha256.eq_ignore_ascii_case(sha256) {
            return Ok(());
        }
        Err(refused(&format!(
            "{} is not the file that {SUMS} speaks of: it is damaged, still being copied, or another one. {ASK}",
            self.file
        )))
    }
}

/// The newest package among files of these names that fits and is newer than the program that runs; nothing where none is. `sums`
/// is the text of `SHA256SUMS`, where there is one.
///
/// # Errors
/// Where nobody wrote down, or somebody wrote down twice, what the package should be.
pub fn newest(
    names: &[String],
    sums: Option<&str>,
    running: &Version,
    fitting: &Fitting,
) -> Result<Option<NewVersion>, Refusal> {
    let newer = names.iter().filter_map(|name| {
        let (version, rank) = fitting.version_in(name)?;
        (version.cmp_precedence(running) == Ordering::Greater).then_some((version, rank, name))
    });
    let best = newer.max_by(|(version, rank, name), (other, other_rank, other_name)| {
        version.cmp_precedence(other).then(other_rank.cmp(rank)).then(other_name.cmp(name))
    });
    let Some((version, _, file)) = best else { return Ok(None) };
    let Some(sums) = sums else {
        return Err(refused(&format!(
            "{file} lies there without a file {SUMS}, so nobody can say whether it is whole. {ASK}"
        )));
    };
    let written: BTreeSet<String> =
        sums.lines().filter_map(sum_in).filter(|(_, of)| of == file).map(|(sum, _)| sum).collect();
    let mut written = written.into_iter();
    match (written.next(), written.next()) {
        (Some(sha256), None) => {
            Ok(Some(NewVersion { version: version.to_string(), file: file.clone(), sha256 }))
        }
        (None, _) => Err(refused(&format!(
            "{SUMS} has no SHA-256 for {file}, so nobody can say whether it is whole. {ASK}"
        ))),
        (Some(_), Some(_)) => {
            Err(refused(&format!("{SUMS} has two SHA-256 for {file}, and only one can be right. {ASK}")))
        }
    }
}

/// The sum and the name in a line of `SHA256SUMS`: 64 figures, a blank, a blank or a star, the name.
fn sum_in(line: &str) -> Option<(String, &str)> {
    let (sum, name) = line.trim_start_matches('\u{feff}').trim_end().split_once(' ')?;
    let name = name.strip_prefix([' ', '*']).unwrap_or(name);
    let is_sum = sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_sum.then(|| (sum.to_ascii_lowercase(), name.strip_prefix("./").unwrap_or(name)))
}

fn refused(sentence: &str) -> Refusal {
    Refusal::new(Code::NotAllowed, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SUM: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    const DEB: &str = "Docket 552a_0.2.0_amd64.deb";

    fn look(names: &[&str], sums: &str, running: &str) -> Result<Option<NewVersion>, Refusal> {
        looks_from(&Fitting::to("linux", "x86_64", ".deb"), names, sums, running)
    }

    fn looks_from(
        fitting: &Fitting,
        names: &[&str],
        sums: &str,
        running: &str,
    ) -> Result<Option<NewVersion>, Refusal> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        newest(&names, Some(sums), &Version::parse(running).unwrap(), fitting)
    }

    fn sums_of(names: &[&str]) -> String {
        names.iter().map(|name| format!("{SUM}  {name}\n")).collect()
    }

    #[test]
    fn the_newest_package_that_fits_is_found_by_the_order_of_versions_and_not_of_letters() {
        let names =
            ["Docket 552a_0.9.0_amd64.deb", "Docket 552a_0.10.0_amd64.deb", "Docket 552a_0.2.0_amd64.deb"];
        let found = look(&names, &sums_of(&names), "0.1.0").unwrap().unwrap();
        assert_eq!(found.version, "0.10.0");
        assert_eq!((found.file.as_str(), found.sha256.as_str()), (names[1], SUM));
    }

    #[test]
    fn the_same_and_an_older_version_are_no_news_and_a_release_follows_its_candidates() {
        for (there, running, news) in [
            ("0.1.0", "0.1.0", false),
            ("0.1.0", "0.2.0", false),
            ("0.2.0-rc.1", "0.2.0", false),
            ("0.2.0", "0.2.0-rc.1", true),
            ("0.2.0-rc.10", "0.2.0-rc.9", true),
            ("0.2.0+build.7", "0.2.0", false),
            ("1.0.0", "0.99.0", true),
        ] {
            let name = format!("Docket 552a_{there}_amd64.deb");
            let found = look(&[&name], &sums_of(&[&name]), running).unwrap();
            assert_eq!(found.is_some(), news, "{there} beside {running}");
        }
    }

    #[test]
    fn each_system_takes_its_own_packages_under_the_names_that_the_bundler_gives_them() {
        let names = [
            "Docket 552a_0.2.0_amd64.deb",
            "Docket 552a_0.2.0_arm64.deb",
            "Docket 552a-0.2.0-1.x86_64.rpm",
            "Docket 552a_0.2.0_amd64.AppImage",
            "Docket 552a_0.2.0_x64_en-US.msi",
            "Docket 552a_0.2.0_x64-setup.exe",
            "Docket 552a_0.2.0_arm64-setup.exe",
            "Docket 552a_0.2.0_aarch64.dmg",
            "Docket.552a_0.2.0_universal.dmg",
        ];
        for (system, processor, best, file) in [
            ("linux", "x86_64", ".deb", names[0]),
            ("linux", "x86_64", ".rpm", names[2]),
            ("linux", "x86_64", ".appimage", names[3]),
            ("linux", "aarch64", ".rpm", names[1]),
            ("windows", "x86_64", ".msi", names[4]),
            ("windows", "x86_64", "-setup.exe", names[5]),
            ("windows", "aarch64", ".msi", names[6]),
            ("macos", "x86_64", "", names[8]),
            ("macos", "aarch64", "", names[7]),
        ] {
            let fitting = Fitting::to(system, processor, best);
            let found = looks_from(&fitting, &names, &sums_of(&names), "0.1.0").unwrap().unwrap();
            assert_eq!(found.file, file, "{system} {processor} {best}");
        }
        let other = Fitting::to("plan9", "mips", ".deb");
        assert_eq!(looks_from(&other, &names, &sums_of(&names), "0.1.0").unwrap(), None);
    }

    #[test]
    fn a_name_that_is_none_of_our_packages_is_passed_over() {
        for name in [
            "SHA256SUMS",
            "Docket 552a_0.2.0_amd64.deb.part",
            "Docket 552a_0.2.0_amd64",
            "Docket 552a_amd64.deb",
            "Docket 552a_0.2_amd64.deb",
            "Docket 552a 0.2.0_amd64.deb",
            "Docket 553_0.2.0_amd64.deb",
            "Other program_9.0.0_amd64.deb",
            "Docket 552a_0.2.0_riscv64.deb",
            "Docket 552a_0.2.0_amd64_\u{202e}exe.deb",
            "Docket 552a-0.2.0.x86_64.rpm",
            "Dücket 552a_0.2.0_amd64.deb",
            ".deb",
            "",
        ] {
            assert_eq!(look(&[name], &sums_of(&[name]), "0.1.0").unwrap(), None, "{name}");
        }
    }

    #[test]
    fn a_package_that_nobody_wrote_down_is_refused_and_no_older_one_takes_its_place() {
        let older = "Docket 552a_0.1.5_amd64.deb";
        let refusal = look(&[DEB, older], &sums_of(&[older]), "0.1.0").unwrap_err();
        assert_eq!(refusal.code, Code::NotAllowed);
        assert!(refusal.message.contains("has no SHA-256 for Docket 552a_0.2.0_amd64.deb"), "{refusal}");

        let names = [DEB.to_owned()];
        let fitting = Fitting::to("linux", "x86_64", ".deb");
        let refusal = newest(&names, None, &Version::new(0, 1, 0), &fitting).unwrap_err();
        assert!(refusal.message.contains("without a file SHA256SUMS"), "{refusal}");
        // Where nothing is newer, a missing list troubles nobody.
        assert_eq!(newest(&names, None, &Version::new(0, 2, 0), &fitting), Ok(None));
    }

    #[test]
    fn a_package_that_is_written_down_twice_must_be_the_same_both_times() {
        let other = SUM.replace('9', "8");
        let twice = format!("{SUM}  {DEB}\n{other}  {DEB}\n");
        let refusal = look(&[DEB], &twice, "0.1.0").unwrap_err();
        assert!(refusal.message.contains("two SHA-256"), "{refusal}");
        let same = format!("{SUM}  {DEB}\n{}  {DEB}\n", SUM.to_uppercase());
        assert!(look(&[DEB], &same, "0.1.0").unwrap().is_some());
    }

    #[test]
    fn the_list_is_read_as_the_tools_of_each_system_write_it() {
        for line in [
            format!("{SUM}  {DEB}"),
            format!("{SUM} *{DEB}\r"),
            format!("\u{feff}{}  ./{DEB}", SUM.to_uppercase()),
        ] {
            let found = look(&[DEB], &format!("{line}\n# end\n"), "0.1.0").unwrap().unwrap();
            assert_eq!(found.sha256, SUM, "{line}");
        }
        for line in [format!("{}  {DEB}", &SUM[1..]), format!("{SUM}{DEB}"), format!("{SUM}  other/{DEB}")] {
            assert!(look(&[DEB], &line, "0.1.0").is_err(), "{line}");
        }
    }

    #[test]
    fn bytes_that_are_not_those_written_down_are_refused() {
        let found = look(&[DEB], &sums_of(&[DEB]), "0.1.0").unwrap().unwrap();
        assert_eq!(found.is_as_written_down(&SUM.to_uppercase()), Ok(()));
        let refusal = found.is_as_written_down(&SUM.replace('9', "8")).unwrap_err();
        assert!(refusal.message.contains("is not the file that SHA256SUMS speaks of"), "{refusal}");
    }
}
