// What comes next for an issued letter: the one button of its screen that is not outlined.
import type { CaseView, LetterIssued } from "../../backend/wire";

export type Way = "print" | "post" | "email";

type Asked = Pick<CaseView, "channel" | "requester">;
type Stands = Pick<LetterIssued, "posted" | "emailed" | "queued" | "printed" | "recipient">;

/** Nothing once the letter has left the office. */
export function nextWay(view: Asked, letter: Stands): Way | null {
  if (letter.posted || letter.emailed) return null;
  if (letter.queued) return "email";
  if (letter.printed) return "post";
  // Who asked by e-mail is answered by e-mail; an earlier recipient has no address but a postal one.
  const answersMail = view.channel === "electronic" && view.requester.email && letter.recipient === null;
  return answersMail ? "email" : "print";
}
