// What each command does to an invented case, and the refusals that the window must be able to show.
import { Refused } from "../backend";
import type { Command, Refusal } from "../wire";
import { awaitsApproval, type FakeCase, type Ground } from "./case";
import { identityFor } from "./rules";

export function refuse(code: Refusal["code"], message: string, more: Partial<Refusal> = {}): never {
  throw new Refused({ code, message, cite: null, field: null, ...more });
}

/** Carries the command out on the case and gives the words for its history. */
export function carryOut(one: FakeCase, command: Command, ground: Ground, by: string, today: string): string {
  if (one.closed && command.command !== "add-note") {
    refuse("not-allowed", `${one.number} is closed. Nothing was changed.`);
  }
  switch (command.command) {
    case "record-evidence":
      one.evidence.push({
        evidence: command.evidence,
        note: command.note ?? "",
        requirement: null,
        paper: null,
        by,
        on: today,
      });
      return `recorded ${command.evidence.replaceAll("-", " ")}${command.note ? `: ${command.note}` : "."}`;
    case "verify-identity": {
      const { agency, kinds, channel } = one.intake;
      const unmet = identityFor(agency, kinds[0] ?? "access", channel).requirements.find(
        (asked) => !asked.any_of.some((kind) => one.evidence.some((at) => at.evidence === kind)),
      );
      if (unmet) {
        refuse("not-allowed", `Identity is not proved yet. ${unmet.words} Nothing was changed.`, {
          cite: unmet.cite,
        });
      }
      one.identity_verified = today;
      return "confirmed that identity is proved.";
    }
    case "route": {
      const system = ground.systems.find((row) => row.number === command.system);
      const office = system?.offices.find((row) => row.office === command.office);
      if (!system || !office)
        refuse("not-found", `The notice of ${command.system} names no such office.`, { field: "office" });
      one.routing = {
        system: system.number,
        system_name: system.name,
        revision: system.revision.effective_from,
        office: office.office,
        address: office.address,
        quote: office.quote,
        reason: "",
        on: today,
      };
      return `routed the request to ${system.number}, ${system.name}: the ${office.office}.`;
    }
    case "send-to-office":
      if (command.answer_by < today) {
        refuse("bad-input", "The office cannot answer before it is asked. Choose a day from today on.", {
          field: "answer_by",
        });
      }
      one.sent = { on: today, answer_by: command.answer_by, reminded: null };
      return `sent the request to the office, which is to answer by ${command.answer_by}.`;
    case "record-search":
      if (command.by === "")
        refuse("bad-input", "Say who searched: the name and the title.", { field: "by" });
      one.search = {
        by: command.by,
        where_searched: command.where_searched,
        how: command.how,
        on: command.on,
        not_searched: command.not_searched ?? "",
        items: command.items.map((item, index) => ({
          item: index + 1,
          what: item.what,
          pages: item.pages ?? 0,
        })),
      };
      return `recorded the answer of ${command.by}: ${one.search.items.length || "no"} records found.`;
    case "decide":
      return decide(one, command, by, today);
    case "record-delay":
      if (command.reason === "")
        refuse("bad-input", "Give the reason: the letter must state it.", { field: "reason" });
      one.delay = { reason: command.reason, expected: command.expected, on: today };
      return `recorded a delay: an answer is expected by ${command.expected}.`;
    case "record-recipients-told":
      one.recipientsTold = true;
      return `recorded that earlier recipients were told on ${command.on}: ${command.how}`;
    case "record-posted": {
      const letter = one.letters.find((row) => row.letter === command.letter);
      if (!letter) refuse("not-found", "This case has no such letter.");
      letter.posted = command.on;
      return `recorded that the letter was posted on ${command.on}.`;
    }
    case "withdraw":
      one.closed = true;
      return `recorded that the requester withdrew: ${command.note}`;
    case "close":
      one.closed = true;
      return `closed the case${command.note ? `: ${command.note}` : "."}`;
    case "add-note":
      return `noted: ${command.text}`;
    case "approve-decision":
      if (!one.determination || !awaitsApproval(one)) refuse("not-allowed", "There is nothing to approve.");
      if (one.determination.by === by) {
        refuse("not-allowed", "Another person than the drafter approves it. Nothing was changed.");
      }
      one.determination.approved = { by, on: today };
      return "approved the decision.";
    case "add-task":
      one.tasks.push({
        task: one.tasks.length + 1,
        text: command.text,
        by: command.by,
        who: command.who ?? "",
        done: null,
      });
      return `added a task: ${command.text}`;
    case "triage":
      one.triage = {
        road: command.road,
        misfit: command.misfit ?? null,
        reason: command.reason,
        on: today,
      };
      return `confirmed the road: ${command.road}.`;
    case "place-hold":
      one.hold = command.reason;
      return `placed a hold: ${command.reason}`;
    default:
      // The invented desk knows the commands of its own stories; the real desk knows them all.
      return refuse("not-yet", "The invented desk does not know that command. Nothing was changed.");
  }
}

function decide(
  one: FakeCase,
  command: Extract<Command, { command: "decide" }>,
  by: string,
  today: string,
): string {
  if (command.parts.some((part) => part.outcome === "denied" || part.outcome === "no-record")) {
    refuse(
      "not-yet",
      "This version does not yet write denials of access. The case stays open and nothing was changed.",
    );
  }
  if (command.official === "") {
    refuse("bad-input", "Name the official who is responsible for the decision.", { field: "official" });
  }
  const refused = command.parts.some((part) => part.outcome === "refused");
  const amended = command.parts.some((part) => part.outcome === "amended");
  one.determination = {
    words: refused ? (amended ? "refused in part" : "refused") : amended ? "amended" : "granted",
    parts: command.parts.map((part) => ({ item: part.item, outcome: part.outcome, words: part.words ?? "" })),
    official: command.official,
    title: command.title,
    on: today,
    by,
    approved: null,
  };
  return `recorded the decision for which ${command.official}, ${command.title}, is responsible.`;
}
