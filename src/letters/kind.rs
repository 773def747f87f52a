//! The kinds of letter.

use crate::law::terms;

terms! {
    /// What a letter is for; law.md's list of letters, as far as this version writes them.
    LetterKind {
        /// Says that the request came, and who has it (39 CFR 266.5(a)(2); 20 CFR 401.65(c)).
        Acknowledgement = "acknowledgement" => "Acknowledgement",
        /// Asks for what is missing; never a denial, never appeal rights (GN 03340.075; 39 CFR 266.5(a)(1)).
        Deficiency = "deficiency" => "Request for what is missing",
        /// Says that the answer takes longer, why, and until when (20 CFR 401.50(b)).
        Delay = "delay" => "Delay notice",
        /// Grants access (39 CFR 266.5(b)(1); 20 CFR 401.50).
        Grant = "grant" => "Grant of access",
        /// Says whether a record was found (39 CFR 266.5(c); 20 CFR 401.25).
        Notification = "notification" => "Answer to a request for notification",
        /// Says what was corrected (39 CFR 266.5(d)(1); 20 CFR 401.65(d)).
        Amended = "amended" => "Notice of amendment",
        /// Refuses an amendment, whole or in part (39 CFR 266.5(d)(2); 20 CFR 401.65(e)).
        AmendmentRefused = "amendment-refused" => "Refusal of amendment",
    }
}
