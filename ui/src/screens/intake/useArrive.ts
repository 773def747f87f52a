// A scan or a message that is dropped on the form, or chosen there, goes into the form; so does one that waits in the inbox already.
import { useCallback, useRef } from "react";
import { useBackend } from "../../backend/context";
import type { TakenIn } from "../../backend/wire";
import { marksOf } from "../../incoming/entered";
import { notTakenIn, useCame } from "../../incoming/useTakeIn";
import { en } from "../../messages/en";
import { useDesk } from "../../queries/desk";
import { type Coming, isFilled, isPartOf, withArrived } from "./arriving";
import { type IntakeDraft, useIntakeDraft } from "./draft";

const words = en.incoming;

/** Gives the way to put what was taken in into the form; what was not taken in is said there. */
export function useArrive(): (taken: TakenIn) => Promise<void> {
  const backend = useBackend();
  const today = useDesk().data?.today ?? "";
  const { draft, change } = useIntakeDraft();
  const latest = useRef(draft);
  latest.current = draft;
  const { show } = useCame("form");
  return useCallback(
    async ({ added, already, refused }) => {
      const waiting = already.filter(({ row }) => row.set_aside === null);
      const aside = already.filter(({ row }) => row.set_aside !== null);
      const coming: Coming[] = await Promise.all(
        [...added, ...waiting.map(({ row }) => row)].map(async ({ id }) => ({
          view: await backend.incoming(id),
          identity: await marksOf(backend, id),
        })),
      );
      const put = (form: IntakeDraft) => coming.reduce((so, one) => withArrived(so, one, today), form);
      const before = latest.current;
      const after = put(before);
      change(put);
      const came = after.arrived.length - before.arrived.length;
      const sentences = [
        ...waiting.map(({ file, row }) =>
          isPartOf(before, row.id) ? words.alreadyPart(file) : words.alreadyHere(file),
        ),
        ...notTakenIn({ already: aside, refused }),
      ];
      show(
        sentences.length > 0 ? { sentences, notices: false } : null,
        [
          ...(came > 0 ? [words.arrivedAdded(came)] : []),
          ...(isFilled(before, after) ? [words.arrivedFilled] : []),
          ...sentences,
        ].join(" "),
      );
    },
    [backend, change, show, today],
  );
}
