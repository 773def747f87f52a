//! Federal holidays and working days.
use super::terms::terms;
terms! {
    /// Which days count as legal public holidays.
    Reading {
        /// With observed days.
        Observed = "observed" => "observed holidays",
        /// Only the dates of 5 U.S.C. 6103(a).
        Strict = "strict" => "the dates of 5 U.S.C. 6103(a)",
    }
}
