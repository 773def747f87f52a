// How near a day is, as a tone for the eye. Colour never stands alone: the words are always there too.
export type Tone = "late" | "soon" | "calm";

/** Overdue is red, up to two working days left is amber, everything else is ink. */
export function toneOf(workingDaysLeft: number | null): Tone {
  if (workingDaysLeft === null) return "calm";
  if (workingDaysLeft < 0) return "late";
  return workingDaysLeft <= 2 ? "soon" : "calm";
}
