// What a draft does to the seal and the signatures, as it is typed and as it is given to the desk.
import type { OfficePictures, OfficialSignature, PicturesGiven, SignatureGiven } from "../../backend/wire";

/** A picture that was chosen: the number under which its file is kept beside the draft. */
export interface Chosen {
  kept: number;
}

export interface TypedSignature {
  /** Known by this in the draft. */
  id: number;
  /** The official whose signature in force it changes; nothing for one that is put in. */
  of: string | null;
  official: string;
  /** Who else may issue letters with it, a line each. */
  issuers: string;
  /** Nothing where the picture is the one in force, or none was chosen yet. */
  picture: Chosen | "taken-out" | null;
}

export interface TypedPictures {
  /** Nothing where it is as it is in force. */
  seal: Chosen | "taken-out" | null;
  signatures: TypedSignature[];
}

/** The files that were chosen, in base64, by the numbers under which they are kept. */
export type Files = Readonly<Record<number, string>>;

export const NO_PICTURES: TypedPictures = { seal: null, signatures: [] };

/** The numbers of the files that a draft speaks of. */
export function filesOf({ seal, signatures }: TypedPictures): number[] {
  return [seal, ...signatures.map((one) => one.picture)]
    .filter((picture) => picture !== null && picture !== "taken-out")
    .map((picture) => picture.kept);
}

const names = (typed: string) =>
  typed
    .split("\n")
    .map((name) => name.trim())
    .filter((name) => name !== "");

const signatureOf = (pictures: OfficePictures, official: string | null) =>
  pictures.signatures?.find((one) => one.official === official);

/** How a signature in force stands in its form. */
export function typedOf(id: number, { official, issuers = [] }: OfficialSignature): TypedSignature {
  return { id, of: official, official, issuers: issuers.join("\n"), picture: null };
}

/** What of a draft is other than in force, and still about something that is. */
export function changedSignatures(typed: TypedPictures, inForce: OfficePictures): TypedSignature[] {
  return typed.signatures.filter((one) => {
    if (one.of === null) return true;
    const now = signatureOf(inForce, one.of);
    if (!now) return one.picture !== null && one.picture !== "taken-out";
    return one.picture !== null || names(one.issuers).join("\n") !== (now.issuers ?? []).join("\n");
  });
}

/** What the draft gives to the desk; what it leaves alone is not named. A picture that is missing is given as empty. */
export function picturesGiven(typed: TypedPictures, inForce: OfficePictures, files: Files): PicturesGiven {
  const signatures = changedSignatures(typed, inForce).map((one): SignatureGiven => {
    const official = one.official.trim();
    if (one.picture === "taken-out") return { official, issuers: [], picture: "taken-out" };
    const png = one.picture ? files[one.picture.kept] : signatureOf(inForce, one.of)?.picture;
    return { official, issuers: names(one.issuers), picture: { png: png ?? "" } };
  });
  const seal =
    typed.seal === null || typed.seal === "taken-out" ? typed.seal : { png: files[typed.seal.kept] ?? "" };
  return { ...(seal === null ? {} : { seal }), ...(signatures.length > 0 ? { signatures } : {}) };
}

/** The field that waits for a picture; nothing where none does. */
export function missingPicture(typed: TypedPictures, inForce: OfficePictures, files: Files): string | null {
  const empty = (picture: SignatureGiven["picture"] | null | undefined) =>
    typeof picture === "object" && picture?.png === "";
  const given = picturesGiven(typed, inForce, files);
  if (empty(given.seal)) return "seal-file";
  const at = given.signatures?.findIndex((one) => empty(one.picture)) ?? -1;
  const one = changedSignatures(typed, inForce)[at];
  return one ? `signature-file-${one.id}` : null;
}

/** A version's pictures as they would be given anew: all that it has, and without what it does not have. */
export function picturesOfVersion(of: OfficePictures = {}, inForce: OfficePictures = {}): PicturesGiven {
  const gone = (inForce.signatures ?? []).filter((one) => !signatureOf(of, one.official));
  return {
    seal: of.seal ? { png: of.seal } : "taken-out",
    signatures: [
      ...(of.signatures ?? []).map((one) => ({ ...one, picture: { png: one.picture } })),
      ...gone.map(({ official }): SignatureGiven => ({ official, issuers: [], picture: "taken-out" })),
    ],
  };
}
