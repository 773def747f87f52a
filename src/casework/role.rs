//! Who acts, and what that person may do: every rule of two persons and of need-to-know asks this.

use crate::law::terms;

terms! {
    /// What a member of the staff may do besides ordinary work on cases.
    Role {
        /// Takes requests in, records what comes, and sends letters.
        Clerk = "clerk" => "clerk",
        /// Works cases whole, and may overrule a step with a written reason.
        Specialist = "specialist" => "privacy specialist",
        /// Approves what another person drafted: denials, refusals, disposal.
        Approver = "approver" => "approving official",
        /// Looks at medical records for the agency, and at identity in sensitive cases.
        MedicalReviewer = "medical-reviewer" => "medical reviewer",
        /// Signs off what is withheld for a lawsuit.
        Counsel = "counsel" => "counsel",
        /// Keeps the desk: staff, rules, backups.
        Administrator = "administrator" => "administrator",
    }
}

/// The member of the staff for whom a command is decided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Actor {
    /// The name, by which the ledger knows the person.
    pub name: String,
    /// What the person may do.
    pub roles: Vec<Role>,
    /// The office unit; empty where the desk has none.
    pub unit: String,
}

impl Actor {
    /// Whether the person has this role.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether the person has any of these roles.
    pub fn is_any(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.is(*role))
    }

    /// Whether the person sees cases that are kept to those who need to know, without being assigned to them.
    pub fn sees_restricted(&self) -> bool {
        self.is_any(&[Role::Approver, Role::MedicalReviewer, Role::Counsel])
    }
}
