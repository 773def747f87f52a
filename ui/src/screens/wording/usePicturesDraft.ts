// What a draft does to the pictures: put in, change, take out, leave as they are in force.
import type { OfficePictures } from "../../backend/wire";
import {
  changedSignatures,
  type Files,
  filesOf,
  missingPicture,
  picturesGiven,
  type TypedPictures,
  type TypedSignature,
  typedOf,
} from "./pictures";
import { useKeptFiles } from "./useKeptFiles";

export function usePicturesDraft(
  form: string,
  typed: TypedPictures,
  inForce: OfficePictures,
  change: (typed: TypedPictures) => void,
) {
  const { files, put } = useKeptFiles(form, filesOf(typed));
  const next = Math.max(0, ...typed.signatures.map((one) => one.id)) + 1;
  const without = (id: number) => typed.signatures.filter((one) => one.id !== id);
  const inForceOf = (official: string) => inForce.signatures?.find((one) => one.official === official);

  function begin(signature: TypedSignature): number {
    change({ ...typed, signatures: [...typed.signatures, signature] });
    return signature.id;
  }
  function edit(signature: TypedSignature) {
    const signatures = typed.signatures.map((one) => (one.id === signature.id ? signature : one));
    change({ ...typed, signatures });
  }

  return {
    typed,
    inForce,
    files: files satisfies Files,
    changes: changedSignatures(typed, inForce).length + (typed.seal === null ? 0 : 1),
    given: picturesGiven(typed, inForce, files),
    missing: missingPicture(typed, inForce, files),
    /** The file that was chosen for a signature; nothing where none was. */
    fileOf: (one: TypedSignature | undefined): string | undefined =>
      one?.picture && one.picture !== "taken-out" ? files[one.picture.kept] : undefined,
    putSeal: (base64: string) => change({ ...typed, seal: { kept: put(base64) } }),
    takeSealOut: () => change({ ...typed, seal: "taken-out" }),
    leaveSeal: () => change({ ...typed, seal: null }),
    putSignature: () => begin({ id: next, of: null, official: "", issuers: "", picture: null }),
    changeSignature: (official: string) => {
      const now = inForceOf(official);
      return now ? begin(typedOf(next, now)) : null;
    },
    takeSignatureOut: (official: string) => {
      const now = inForceOf(official);
      if (now) begin({ ...typedOf(next, now), picture: "taken-out" });
    },
    leaveSignature: (id: number) => change({ ...typed, signatures: without(id) }),
    editSignature: edit,
    putSignaturePicture: (one: TypedSignature, base64: string) =>
      edit({ ...one, picture: { kept: put(base64) } }),
  };
}

export type PicturesDraft = ReturnType<typeof usePicturesDraft>;
