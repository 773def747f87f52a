/** The pictures of an office's letters: the seal beside the letterhead, and the signatures of its officials. */
export const officePictures = {
  seal: "Seal beside the letterhead",
  sealAlt: "The seal beside the letterhead",
  noSeal: "The letterhead has no seal.",
  sealInForce: "This seal is in force.",
  sealInDraft:
    "Put in by your draft. Letters have it once the draft is proposed and somebody else has approved it.",
  sealTakenOut: "Taken out by your draft. Letters have it until the draft is in force.",
  putInSeal: "Put in a seal",
  another: "Put in another",
  anotherSeal: "seal",
  takeOut: "Take out",
  takeOutSeal: "the seal",
  changeOfSeal: "the change of the seal",

  signatures: "Signatures of officials",
  rule: "A signature that is put in or changed comes into force only if its official wrote or approved the version. It goes only onto a letter that this official signs, and that the official or whom you name here issues. A draft of a letter never shows it.",
  noSignatures: "There is none: letters leave room for a signature by hand.",
  columns: {
    official: "Official",
    issuers: "Who else issues letters with it",
    picture: "Signature",
    does: "Change or take out",
  },
  nobodyElse: "nobody",
  noOfficial: "No official named yet",
  noPicture: "No picture yet",
  byHand: "Room for a signature by hand",
  takenOutMark: "taken out in your draft",
  signatureAlt: (official: string) => `Signature of ${official}`,
  change: "Change",
  changeOf: (official: string) => `Change the signature of ${official}`,
  takeOutOf: (official: string) => `Take out the signature of ${official}`,
  takeBackOf: (official: string) => `Take back the change of the signature: ${official}`,
  putInSignature: "Put in a signature",
  newSignature: "A signature that your draft puts in",
  signatureOf: (official: string) => `Signature of ${official}`,
  official: "Official",
  officialHint: "By the name that letters are signed with, letter by letter.",
  issuers: "Who else may issue letters with it",
  issuersHint: "One name a line, up to 12, as each stands in the list of staff.",
  choosePicture: "Choose the picture",
  forSignature: (official: string) =>
    official === "" ? "for the signature" : `for the signature of ${official}`,

  missing: "A picture is missing. Choose its file, or take the change back.",
  tooLarge:
    "The picture is too large: it may have 64 KB, and 800 by 800 pixels. Save it smaller or with fewer colors. Nothing was changed.",
  notRead: "The file could not be read. Choose it again. Nothing was changed.",

  inVersion: (seal: boolean, officials: string[]) => [
    ...(seal ? ["the seal"] : []),
    ...(officials.length > 0
      ? [`${officials.length === 1 ? "the signature" : "the signatures"} of ${officials.join(", ")}`]
      : []),
  ],
  issuedBy: (people: string[]) => `Issued with it by: ${people.join(", ")}`,
};
