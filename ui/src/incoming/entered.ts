// What somebody enters about a message or a scan is kept with it, so that the message and the form show the same marks.
import type { Backend } from "../backend/backend";

export interface Entered {
  /** The parts that show identity. */
  identity: number[];
  /** The number of the case that it is put into. */
  number: string;
}

/** The name under which it is kept. */
export const enteredAbout = (id: string) => `incoming/${id}`;

/** One writing waits for the one before: two marks in a row are both kept. */
let writing: Promise<unknown> = Promise.resolve();

/** The parts that were marked as showing identity; nothing where nobody said of any whether it does. */
export async function marksOf(backend: Backend, id: string): Promise<number[] | null> {
  await writing;
  return (await kept(backend, id)).identity ?? null;
}

/** Keeps the marks that were made in the form with the message too. */
export function keepMarks(backend: Backend, id: string, identity: number[]) {
  writing = writing.then(async () => {
    const entered = { ...(await kept(backend, id)), identity };
    await backend.saveDraft(enteredAbout(id), null, JSON.stringify(entered));
  });
  // A desk that was locked in between keeps the form itself, with its marks.
  writing = writing.catch(() => {});
}

async function kept(backend: Backend, id: string): Promise<Partial<Entered>> {
  const draft = await backend.draft(enteredAbout(id));
  return draft ? (JSON.parse(draft.body) as Partial<Entered>) : {};
}
