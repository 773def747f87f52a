// The staff of the invented desk.
import type { NewStaff, StaffView } from "../wire";
import { refuse } from "./commands";

type Member = Omit<StaffView, "here">;

export function createStaff() {
  let members: Member[] = [
    {
      name: "R. Blake",
      title: "Privacy Specialist",
      roles: ["specialist", "administrator"],
      unit: "",
      active: true,
    },
    {
      name: "Siân O'Neill",
      title: "Privacy Officer",
      roles: ["specialist", "approver"],
      unit: "",
      active: true,
    },
  ];
  const list = (me: string): StaffView[] => members.map((one) => ({ ...one, here: one.name === me }));
  const member = (given: NewStaff): Member => ({
    name: given.name,
    title: given.title ?? "",
    roles: given.roles,
    unit: given.unit ?? "",
    active: true,
  });
  return {
    list,
    called: (name: string): string =>
      members.find((one) => one.active && one.name === name)?.name ??
      refuse("not-found", "Nobody of that name works at this desk."),
    add(given: NewStaff, me: string): StaffView[] {
      if (given.name === "") {
        refuse("bad-input", "Give the name: the ledger records who did what.", { field: "name" });
      }
      members = [...members, member(given)];
      return list(me);
    },
    change(given: NewStaff, me: string): StaffView[] {
      members = members.map((one) => (one.name === given.name ? member(given) : one));
      return list(me);
    },
    leave(name: string, reason: string, me: string): StaffView[] {
      if (reason === "") refuse("bad-input", "Say why: the ledger keeps it.", { field: "reason" });
      members = members.map((one) => (one.name === name ? { ...one, active: false } : one));
      return list(me);
    },
  };
}
