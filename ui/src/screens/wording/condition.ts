// Reads the condition of a clause, and says it in words. The conditions are written in a small grammar: names of facts, what
// they are compared with, not, and, or. It decides nothing: which clause stands is the core's. What it cannot say whole it
// does not say, so that no half of a condition is taken for the whole.
import type { LetterKind } from "../../backend/wire";
import { en } from "../../messages/en";

const words = en.conditions;

/** Something is asked of one fact, of all of several conditions, or of any of them. */
type Condition =
  | { of: "fact"; key: string; holds: boolean }
  | { of: "kind"; kinds: string[]; holds: boolean }
  | { of: "all" | "any"; among: Condition[] };

const TOKEN = /\s*(?:("[^"]*")|(\d+)|([a-z_]+(?:\.[a-z_]+)*)|(==|!=|[|>()[\],]))/gy;

/** The condition in words, beginning with “when”; nothing where some part of it has none. */
export function conditionInWords(when: string): string | null {
  try {
    const said = say(new Reader(when).whole());
    return said === null ? null : words.when(said);
  } catch (failed) {
    if (failed instanceof Unread) return null;
    throw failed;
  }
}

/** What is written goes beyond the grammar. */
class Unread extends Error {}

class Reader {
  private tokens: string[];

  constructor(when: string) {
    const found = [...when.matchAll(TOKEN)].map((match) => match[0].trim());
    if (found.join("") !== when.replace(/\s+(?=([^"]*"[^"]*")*[^"]*$)/g, "")) throw new Unread(when);
    this.tokens = found;
  }

  whole(): Condition {
    const read = this.any();
    if (this.tokens.length > 0) throw new Unread();
    return read;
  }

  private any(): Condition {
    return this.joined("or", "any", () => this.joined("and", "all", () => this.one()));
  }

  private joined(by: string, of: "all" | "any", read: () => Condition): Condition {
    const among = [read()];
    while (this.take(by)) among.push(read());
    const [only] = among;
    return among.length === 1 && only ? only : { of, among };
  }

  private one(): Condition {
    if (this.take("not")) return opposite(this.one());
    if (this.take("(")) {
      const inside = this.any();
      this.need(")");
      return inside;
    }
    const name = this.next();
    if (!/^[a-z]/.test(name)) throw new Unread(name);
    return this.asked(name);
  }

  /** What is asked of the fact of that name. */
  private asked(name: string): Condition {
    if (this.take("==")) return this.compared(name, true);
    if (this.take("!=")) return this.compared(name, false);
    if (this.take("in")) return { of: "kind", kinds: this.list(name), holds: true };
    if (this.take("is")) {
      const holds = !this.take("not");
      this.need("defined");
      return { of: "fact", key: `${name} is defined`, holds };
    }
    if (this.take("|")) {
      this.need("length");
      const holds = !this.take("==");
      if (holds) this.need(">");
      this.need("0");
      return { of: "fact", key: `${name}|length > 0`, holds };
    }
    if (!this.take(">")) return { of: "fact", key: name, holds: true };
    this.need("0");
    return { of: "fact", key: `${name} > 0`, holds: true };
  }

  private compared(name: string, holds: boolean): Condition {
    const value = this.text();
    if (name === "kind") return { of: "kind", kinds: [value], holds };
    return { of: "fact", key: `${name} == "${value}"`, holds };
  }

  /** Only of the letter is it asked whether it is one of several. */
  private list(name: string): string[] {
    if (name !== "kind") throw new Unread(name);
    this.need("[");
    const values = [this.text()];
    while (this.take(",")) values.push(this.text());
    this.need("]");
    return values;
  }

  private text(): string {
    const token = this.next();
    if (!token.startsWith('"')) throw new Unread(token);
    return token.slice(1, -1);
  }

  private next(): string {
    const token = this.tokens.shift();
    if (token === undefined) throw new Unread();
    return token;
  }

  private take(token: string): boolean {
    if (this.tokens[0] !== token) return false;
    this.tokens.shift();
    return true;
  }

  private need(token: string) {
    if (!this.take(token)) throw new Unread(token);
  }
}

/** Not all of them is any of their opposites, and the other way round. */
function opposite(condition: Condition): Condition {
  if (condition.of === "fact" || condition.of === "kind") return { ...condition, holds: !condition.holds };
  return { of: condition.of === "all" ? "any" : "all", among: condition.among.map(opposite) };
}

function say(condition: Condition): string | null {
  if (condition.of === "fact") return words.facts[condition.key]?.[condition.holds ? 0 : 1] ?? null;
  if (condition.of === "kind") {
    const names = condition.kinds.map((kind) => en.terms.letterKind[kind as LetterKind]);
    if (names.some((name) => name === undefined)) return null;
    return condition.holds ? words.letterIs(names) : words.letterIsNot(names);
  }
  const said = condition.among.map((one) => {
    const inside = say(one);
    return one.of === "any" && inside !== null ? words.either(inside) : inside;
  });
  const whole = said.filter((one) => one !== null);
  if (whole.length < said.length) return null;
  if (condition.of === "any") return words.or(whole);
  return condition.among.some((one) => one.of === "any") ? words.andChoice(whole) : words.and(whole);
}
