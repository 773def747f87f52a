// Which letters can be written in Spanish beside the English: those that go to whoever asked.
import type { LetterKind } from "../../backend/wire";

/** Who reads each letter, as the desk has it: a letter to an office, a doctor or an earlier recipient is in English. */
const TO_REQUESTER: Record<LetterKind, boolean> = {
  acknowledgement: true,
  deficiency: true,
  delay: true,
  grant: true,
  notification: true,
  amended: true,
  "amendment-refused": true,
  denial: true,
  "confidential-source": true,
  extension: true,
  "final-amendment": true,
  "final-access": true,
  "statement-filed": true,
  referral: true,
  "medical-representative": true,
  fee: true,
  accounting: true,
  "foia-route": true,
  "consent-returned": true,
  inspection: true,
  withdrawal: true,
  "closed-unanswered": true,
  "recipient-notice": false,
  "medical-transmittal": false,
  "minor-note": false,
  tasking: false,
  "search-attestation": false,
  "routing-slip": false,
  "appeal-transmittal": false,
  "disposal-certificate": false,
  envelope: false,
  "certified-mail": false,
};

export const goesToRequester = (kind: LetterKind): boolean => TO_REQUESTER[kind] ?? false;
