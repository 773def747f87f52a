// The kinds of fields that a form can have, what each begins with, and what the desk is given of it.
import type { CaseView, StaffView } from "../../../backend/wire";
import { parseDay } from "../../../format/dates";
import { readCents, readWhole } from "../../../format/numbers";
import { en } from "../../../messages/en";

/** What the choices of a field are drawn from. */
export interface Asked {
  view: CaseView;
  staff: StaffView[];
  today: string;
  /** The earlier recipient whom the step is about. */
  recipient: number | undefined;
}

type Choices = (asked: Asked) => (readonly [string, string])[];

export type Kind = {
  optional?: true;
  /** Whether a field left empty is `null` to the desk, not an empty text. */
  orNull?: true;
} & (
  | { kind: "text" | "long" | "date" | "whole" | "money" | "lines" | "check" }
  | { kind: "today" }
  | { kind: "choice" | "numbered" | "many"; choices: Choices }
  | { kind: "group" | "rows"; of: Fields }
);

export type Fields = Record<string, Kind>;
export type Value = string | boolean | string[] | Values | Values[];
export interface Values {
  [field: string]: Value;
}

export const text: Kind = { kind: "text" };
export const long: Kind = { kind: "long" };
export const date: Kind = { kind: "date" };
/** A day that is today unless a person says another. */
export const today: Kind = { kind: "today" };
export const whole: Kind = { kind: "whole" };
/** Dollars and cents; the desk is given cents. */
export const money: Kind = { kind: "money" };
/** A text of several lines, given line by line. */
export const lines: Kind = { kind: "lines" };
export const check: Kind = { kind: "check" };
export const choice = (choices: Choices): Kind => ({ kind: "choice", choices });
/** A choice among things that have a number in the case. */
export const numbered = (choices: Choices): Kind => ({ kind: "numbered", choices });
export const many = (choices: Choices): Kind => ({ kind: "many", choices });
export const group = (of: Fields): Kind => ({ kind: "group", of });
export const rows = (of: Fields): Kind => ({ kind: "rows", of });
export const optional = (kind: Kind): Kind => ({ ...kind, optional: true });
export const maybe = (kind: Kind): Kind => ({ ...kind, optional: true, orNull: true });

/** What a field holds before a person has typed. */
export function empty(kind: Kind, asked: Asked): Value {
  switch (kind.kind) {
    case "check":
      return false;
    case "many":
    case "rows":
      return [];
    case "group":
      return emptyOf(kind.of, asked);
    case "today":
      return asked.today;
    case "choice":
    case "numbered": {
      const choices = kind.choices(asked);
      return !kind.optional && choices.length === 1 ? (choices[0]?.[0] ?? "") : "";
    }
    default:
      return "";
  }
}

export function emptyOf(fields: Fields, asked: Asked): Values {
  return Object.fromEntries(Object.entries(fields).map(([name, kind]) => [name, empty(kind, asked)]));
}

export type Problems = Record<string, string>;

/** What is missing or cannot be read, by the path of its field. The law is not asked here: the desk answers that. */
export function problemsOf(fields: Fields, values: Values, path = ""): Problems {
  const found: Problems = {};
  for (const [name, kind] of Object.entries(fields)) {
    const at = path === "" ? name : `${path}.${name}`;
    const value = values[name];
    if (kind.kind === "group") Object.assign(found, problemsOf(kind.of, value as Values, at));
    else if (kind.kind === "rows") {
      (value as Values[]).forEach((row, index) => {
        Object.assign(found, problemsOf(kind.of, row, `${at}.${index}`));
      });
    } else if (typeof value === "string") {
      const problem = problemOf(kind, value.trim());
      if (problem) found[at] = problem;
    }
  }
  return found;
}

function problemOf(kind: Kind, typed: string): string | null {
  if (typed === "") {
    if (kind.optional) return null;
    return kind.kind === "choice" || kind.kind === "numbered" ? en.forms.choose : en.forms.fillIn;
  }
  switch (kind.kind) {
    case "date":
    case "today":
      return parseDay(typed) === null ? en.common.dayBad : null;
    case "whole":
      return readWhole(typed) === null ? en.forms.wholeBad : null;
    case "money":
      return readCents(typed) === null ? en.forms.moneyBad : null;
    default:
      return null;
  }
}

/** What the desk is given: the fields as the command names them. */
export function givenOf(fields: Fields, values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, kind]) => [name, given(kind, values[name] ?? "")]),
  );
}

function given(kind: Kind, value: Value): unknown {
  if (kind.kind === "group") return givenOf(kind.of, value as Values);
  if (kind.kind === "rows") return (value as Values[]).map((row) => givenOf(kind.of, row));
  if (typeof value !== "string") return value;
  const typed = value.trim();
  switch (kind.kind) {
    case "lines":
      return typed
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
    case "whole":
      return readWhole(typed) ?? 0;
    case "numbered":
      return Number(typed);
    case "money":
      return readCents(typed) ?? 0;
    case "date":
    case "today":
      return typed === "" ? null : typed;
    default:
      return typed === "" && kind.orNull ? null : typed;
  }
}
