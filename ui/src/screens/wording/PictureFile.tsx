// A PNG from a file of the person's choice: its own button, because it is read here and not by the desk.
import { useRef, useState } from "react";
import { Field } from "../../components/Field";
import { en } from "../../messages/en";
import type { Help } from "../../messages/en/paragraphs";

/** The largest file that the desk takes, in bytes: a larger one is not read. */
const LARGEST = 64 * 1024;

const words = en.wording.pictures;

interface Props {
  id: string;
  label: string;
  labelMore?: string;
  help: Help;
  onChoose: (base64: string) => void;
}

export function PictureFile({ id, label, labelMore, help, onChoose }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  // A file takes a moment to read; what was typed in the meantime stays.
  const chosen = useRef(onChoose);
  chosen.current = onChoose;

  async function choose(input: HTMLInputElement) {
    const file = input.files?.[0];
    if (!file) return;
    const tooLarge = file.size > LARGEST;
    const base64 = tooLarge ? null : await read(file);
    // The same file can be chosen again once it was put right.
    input.value = "";
    setProblem(base64 === null ? (tooLarge ? words.tooLarge : words.notRead) : null);
    if (base64 !== null) chosen.current(base64);
  }

  return (
    <Field
      id={id}
      label={label}
      {...(labelMore === undefined ? {} : { labelMore })}
      help={help}
      problem={problem}
      className="picture-file"
    >
      {(tied) => (
        <input
          {...tied}
          type="file"
          accept="image/png"
          className="sr-only"
          onChange={(event) => void choose(event.currentTarget)}
        />
      )}
    </Field>
  );
}

/** What is in a file, in base64; nothing where it cannot be read. */
function read(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}
