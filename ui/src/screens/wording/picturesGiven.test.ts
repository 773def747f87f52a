import { expect, test } from "vitest";
import { missingPicture, picturesGiven, picturesOfVersion, type TypedPictures } from "./pictures";

const BLAKE = { official: "R. Blake", issuers: ["Siân O'Neill"], picture: "signed" };
const changed: TypedPictures = {
  seal: null,
  signatures: [
    {
      id: 1,
      of: "R. Blake",
      official: "R. Blake",
      issuers: "Siân O'Neill\n\nAyşe Łukasiewicz ",
      picture: null,
    },
  ],
};

test("a draft that leaves the pictures alone names none", () => {
  expect(picturesGiven({ seal: null, signatures: [] }, { seal: "seal", signatures: [BLAKE] }, {})).toEqual(
    {},
  );
});

test("other issuers are given with the signature in force", () => {
  expect(picturesGiven(changed, { signatures: [BLAKE] }, {})).toEqual({
    signatures: [
      { official: "R. Blake", issuers: ["Siân O'Neill", "Ayşe Łukasiewicz"], picture: { png: "signed" } },
    ],
  });
});

test("a change of a signature that others took out in the meantime falls away", () => {
  expect(picturesGiven(changed, {}, {})).toEqual({});
  expect(missingPicture(changed, {}, {})).toBeNull();
});

test("a picture whose file is not there is missing, and the field that waits for it is known", () => {
  expect(missingPicture({ seal: { kept: 3 }, signatures: [] }, {}, {})).toBe("seal-file");
  const fresh = { id: 7, of: null, official: "R. Blake", issuers: "", picture: null };
  expect(missingPicture({ seal: null, signatures: [fresh] }, {}, {})).toBe("signature-file-7");
  expect(missingPicture({ seal: { kept: 3 }, signatures: [] }, {}, { 3: "seal" })).toBeNull();
});

test("a version is given with all that it has, and without what it does not have", () => {
  expect(picturesOfVersion({ seal: null, signatures: [] }, { seal: "seal", signatures: [BLAKE] })).toEqual({
    seal: "taken-out",
    signatures: [{ official: "R. Blake", issuers: [], picture: "taken-out" }],
  });
});
