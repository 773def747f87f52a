// The conditions of the clauses in words. The core knows each by a name and a value; what a clause asks of the case is said
// here as a lawyer would say it, once as it holds and once as it does not.

/** What is said where a condition holds, and where it does not. */
type Said = readonly [holds: string, not: string];

export const conditions = {
  when: (said: string) => `when ${said}`,
  either: (choices: string) => `either ${choices}`,
  or: (choices: string[]) => choices.join(" or "),
  and: (all: string[]) => all.join(" and "),
  /** Where one of them is a choice, the comma says where the choice ends. */
  andChoice: (all: string[]) => all.join(", and "),
  letterIs: (names: string[]) => `the letter is “${names.join("” or “")}”`,
  letterIsNot: ([first, ...others]: string[]) =>
    others.length === 0
      ? `the letter is not “${first}”`
      : `the letter is neither “${[first, ...others].join("” nor “")}”`,
  /** By what is asked of the fact. */
  facts: {
    'reply == "open"': [
      "the answer may say whether there is a record",
      "the answer must not say whether there is a record",
    ],
    'reply == "neither"': [
      "the answer neither confirms nor denies a record",
      "the answer is not one that neither confirms nor denies a record",
    ],
    'reply == "minor-medical"': [
      "the answer is the one prescribed for a minor's medical record",
      "the answer is not the one prescribed for a minor's medical record",
    ],
    'request_kind == "amendment"': ["the request is for amendment", "the request is not for amendment"],
    'request_kind == "accounting of disclosures"': [
      "the request is for the accounting of disclosures",
      "the request is not for the accounting of disclosures",
    ],
    "search is defined": ["a search is recorded", "no search is recorded"],
    "search.found": ["the search found a record", "the search found no record"],
    "access is defined": ["access is given", "access is not given"],
    'access.how == "copies"': ["it is given by copies", "it is not given by copies"],
    'access.how == "inspection"': ["it is given by inspection", "it is not given by inspection"],
    "access.pages > 0": ["at least one page is enclosed", "no page is enclosed"],
    "parts|length > 0": ["at least one part is decided", "no part is decided"],
    some_amended: ["some part is amended", "no part is amended"],
    some_granted: ["some part is granted", "no part is granted"],
    some_source: [
      "some part would reveal a confidential source",
      "no part would reveal a confidential source",
    ],
    claim_evidence: [
      "some part is evidence or a finding in a claim",
      "no part is evidence or a finding in a claim",
    ],
    "missing|length > 0": ["something is still missing", "nothing is missing"],
    "fee is defined": ["a charge for copies is worked out", "no charge for copies is worked out"],
    "fee.cents > 0": ["there is a charge to pay", "there is no charge to pay"],
    "disclosures|length > 0": ["there is a disclosure to show", "there is no disclosure to show"],
    "appeal is defined": [
      "the letter gives a right of appeal or review",
      "the letter gives no right of appeal or review",
    ],
    "appeal.within is defined": ["the rule sets a time limit for it", "the rule sets no time limit for it"],
    "appeal.should_have|length > 0": [
      "the rule says what it should have",
      "the rule does not say what it should have",
    ],
    "appeal.statement_in_lieu": [
      "a statement of disagreement may be given in place of an appeal",
      "no statement of disagreement may be given in place of an appeal",
    ],
    'appeal_decision.outcome == "granted"': [
      "the appeal or review is granted in full",
      "the appeal or review is not granted in full",
    ],
    'appeal_decision.outcome == "granted-in-part"': [
      "the appeal or review is granted in part",
      "the appeal or review is not granted in part",
    ],
    'appeal_decision.outcome == "upheld"': ["the decision is upheld", "the decision is not upheld"],
    "foia is defined": [
      "the request was also looked at under the Freedom of Information Act",
      "the request was not looked at under the Freedom of Information Act",
    ],
    "foia.appeal is defined": [
      "the right of appeal under that Act is known",
      "no right of appeal under that Act is known",
    ],
    "road.answer_by is defined": [
      "the Freedom of Information Act sets a day for the answer",
      "the Freedom of Information Act sets no day for the answer",
    ],
    "delay.more_time is defined": [
      "more time was had under the Freedom of Information Act",
      "no more time was had under the Freedom of Information Act",
    ],
    "forwarded_to.sent is defined": [
      "the office forwarded the request",
      "the office did not forward the request",
    ],
    'recipient.notice == "correction"': [
      "the earlier recipient is told of a correction",
      "the earlier recipient is not told of a correction",
    ],
    'recipient.notice == "dispute"': [
      "the earlier recipient is told of a dispute",
      "the earlier recipient is not told of a dispute",
    ],
    "task is defined": ["an office is asked to do something", "no office is asked to do anything"],
    "task.particulars|length > 0": [
      "there are particulars to search by",
      "there are no particulars to search by",
    ],
    "help_office is defined": ["the rulebook names a help line", "the rulebook names no help line"],
    window_envelope: ["the envelope has a window", "the envelope has no window"],
  } as Record<string, Said | undefined>,
};
