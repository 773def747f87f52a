// The seal and the signatures of the invented desk: kept as they are given, and refused in the desk's own sentences.
import type { OfficePictures, PictureGiven, PicturesGiven } from "../wire";
import { refuse } from "./commands";

/** The largest file, in bytes. */
const LARGEST = 64 * 1024;

/** The pictures in force with what is given. */
export function picturesAfter(
  before: OfficePictures | undefined,
  given: PicturesGiven | undefined,
): OfficePictures {
  let signatures = before?.signatures ?? [];
  for (const { official, issuers = [], picture } of given?.signatures ?? []) {
    const png = read(picture);
    if (official.trim() === "" || issuers.some((name) => name.trim() === "")) {
      refuse(
        "bad-input",
        "A signature belongs to one official. Name the official, and whoever else may issue letters with it. Nothing was changed.",
      );
    }
    signatures = [
      ...signatures.filter((known) => known.official !== official.trim()),
      ...(png === null ? [] : [{ official: official.trim(), issuers, picture: png }]),
    ];
  }
  return { seal: given?.seal ? read(given.seal) : (before?.seal ?? null), signatures };
}

function read(given: PictureGiven): string | null {
  if (given === "taken-out") return null;
  if (!atob(given.png).startsWith("\x89PNG")) {
    refuse("bad-input", "The picture is no PNG. Save it as PNG. Nothing was changed.");
  }
  if (atob(given.png).length > LARGEST) {
    refuse(
      "bad-input",
      "The picture is too large: it may have 64 KB, and 800 by 800 pixels. Save it smaller or with fewer colors. Nothing was changed.",
    );
  }
  return given.png;
}

/** What is other than before, one sentence each. */
export function changesOf(before: OfficePictures | undefined, after: OfficePictures): string[] {
  const [old, signatures] = [before?.signatures ?? [], after.signatures ?? []];
  return [
    ...((after.seal ?? null) === (before?.seal ?? null)
      ? []
      : [after.seal ? "The letterhead has a new seal, 96 by 96 pixels." : "The letterhead has no seal."]),
    ...signatures
      .filter((one) => !old.some((known) => JSON.stringify(known) === JSON.stringify(one)))
      .map(
        ({ official, issuers = [] }) =>
          `Letters that ${official} signs have a new signature, 180 by 48 pixels. They are issued with it by: ${[official, ...issuers].join(", ")}.`,
      ),
    ...old
      .filter((known) => !signatures.some((one) => one.official === known.official))
      .map(({ official }) => `Letters that ${official} signs leave room for a signature by hand.`),
  ];
}

/** The official whose signature is new in a version, and who neither wrote nor approves it. */
export function withoutConsent(
  before: OfficePictures | undefined,
  after: OfficePictures | undefined,
  people: string[],
): string | undefined {
  const known = (before?.signatures ?? []).map((one) => JSON.stringify(one));
  const fresh = (after?.signatures ?? []).filter((one) => !known.includes(JSON.stringify(one)));
  return fresh.find((one) => !people.includes(one.official))?.official;
}
