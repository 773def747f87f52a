//! The staff of the desk: who works here, what they may do, and working as one of them.

use serde::{Deserialize, Serialize};

use super::{Desk, Member, stamp};
use crate::accounts::StaffMember;
use crate::casework::Role;
use crate::error::{Code, Refusal};

/// A member of the staff, as the desk shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct StaffView {
    /// The name.
    pub name: String,
    /// The title, for letters that they sign.
    pub title: String,
    /// What they may do.
    pub roles: Vec<Role>,
    /// The unit of the office; empty for none.
    pub unit: String,
    /// Whether they still work here.
    pub active: bool,
    /// Whether it is who works now.
    pub here: bool,
}

/// A new member of the staff.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct NewStaff {
    /// The name.
    pub name: String,
    /// The title, for letters that they sign.
    #[serde(default)]
    pub title: String,
    /// What they may do.
    pub roles: Vec<Role>,
    /// The unit of the office; empty for none.
    #[serde(default)]
    pub unit: String,
}

impl Desk {
    /// Everybody who works at the desk.
    ///
    /// # Errors
    /// Where the store fails.
    pub async fn staff(&self) -> Result<Vec<StaffView>, Refusal> {
        let staff = self.room.store.staff().await?;
        Ok(staff
            .into_iter()
            .map(|member| StaffView {
                here: member.name == self.member.staff.name,
                roles: super::actor_of(&member).roles,
                name: member.name,
                title: member.title,
                unit: member.unit,
                active: member.active,
            })
            .collect())
    }

    /// Adds a member of the staff, which only an administrator may.
    ///
    /// # Errors
    /// Where the name is empty or taken, no role is given, or whoever asks is no administrator. Nothing is changed then.
    pub async fn add_staff(&self, new: NewStaff) -> Result<Vec<StaffView>, Refusal> {
        self.administers()?;
        let name = new.name.trim();
        if name.is_empty() || name.chars().count() > 200 {
            return Err(Refusal::bad_input("name", "Give the name: the ledger records who did what."));
        }
        if self.room.store.staff().await?.iter().any(|member| member.name == name) {
            return Err(Refusal::bad_input(
                "name",
                "Somebody of that name works here already. Nothing was changed.",
            ));
        }
        if new.roles.is_empty() {
            return Err(Refusal::bad_input("roles", "Say what the person may do: choose at least one role."));
        }
        let member = StaffMember {
            name: name.to_owned(),
            title: new.title.trim().to_owned(),
            roles: new.roles.iter().map(|role| role.as_str().to_owned()).collect(),
            unit: new.unit.trim().to_owned(),
            active: true,
        };
        self.room.store.add_staff(&member, &stamp(&self.member.staff, self.clock)).await?;
        self.staff().await
    }

    /// Changes title, roles or unit of a member of the staff, which only an administrator may.
    ///
    /// # Errors
    /// Where nobody of that name works here, or the desk would be left without an administrator. Nothing is changed then.
    pub async fn change_staff(&self, changed: NewStaff) -> Result<Vec<StaffView>, Refusal> {
        self.administers()?;
        let staff = self.room.store.staff().await?;
        let Some(known) = staff.iter().find(|member| member.name == changed.name) else {
            return Err(Refusal::not_found("Nobody of that name works at this desk. Nothing was changed."));
        };
        let roles: Vec<String> = changed.roles.iter().map(|role| role.as_str().to_owned()).collect();
        if !changed.roles.contains(&Role::Administrator) {
            another_administrator(&staff, &changed.name)?;
        }
        let member = StaffMember {
            title: changed.title.trim().to_owned(),
            roles,
            unit: changed.unit.trim().to_owned(),
            ..known.clone()
        };
        self.room.store.change_staff(&member, &stamp(&self.member.staff, self.clock)).await?;
        self.staff().await
    }

    /// Takes a member of the staff off the desk; what they did stays in the ledger under their name.
    ///
    /// # Errors
    /// Where nobody of that name works here, or the desk would be left without an administrator. Nothing is changed then.
    pub async fn deactivate_staff(&self, name: &str, reason: &str) -> Result<Vec<StaffView>, Refusal> {
        self.administers()?;
        another_administrator(&self.room.store.staff().await?, name)?;
        if reason.trim().is_empty() {
            return Err(Refusal::bad_input("reason", "Say why: the ledger keeps it."));
        }
        self.room.store.deactivate_staff(name, reason.trim(), &stamp(&self.member.staff, self.clock)).await?;
        self.staff().await
    }

    pub(super) fn administers(&self) -> Result<(), Refusal> {
        if self.member.actor.is(Role::Administrator) {
            return Ok(());
        }
        Err(Refusal::new(
            Code::NotAllowed,
            "Only an administrator of the desk changes its staff. Nothing was changed.",
        ))
    }

    /// The same desk, worked at by another member of the staff.
    ///
    /// # Errors
    /// Where nobody of that name works here.
    pub async fn as_member(&self, name: &str) -> Result<Desk, Refusal> {
        let staff = self.room.store.staff().await?;
        let member =
            staff.into_iter().find(|member| member.active && member.name == name).ok_or_else(|| {
                Refusal::not_found("Nobody of that name works at this desk. Choose one of its staff.")
            })?;
        Ok(Desk { member: Member::new(member), ..self.clone() })
    }
}

/// Refuses to leave the desk without anybody who can change its staff.
fn another_administrator(staff: &[StaffMember], besides: &str) -> Result<(), Refusal> {
    let administrator = Role::Administrator.as_str();
    let another = staff.iter().any(|member| {
        member.active && member.name != besides && member.roles.iter().any(|role| role == administrator)
    });
    if another {
        return Ok(());
    }
    Err(Refusal::new(
        Code::NotAllowed,
        "That would leave the desk without an administrator. Make somebody else one first; nothing was changed.",
    ))
}
