// Everything that the window can do, and every case, found by typing. Drawn from the registry of keys.
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useBackend } from "../backend/context";
import { en } from "../messages/en";
import { named } from "../screens/help/words";
import { inGroups } from "./paletteOrder";
import { shown, useRegistry } from "./registry";

interface Choice {
  id: string;
  label: string;
  keys: string;
  run: () => void;
}

interface Group {
  name: keyof typeof en.keys.paletteGroups;
  choices: Choice[];
}

interface Props {
  /** The commands used last, the newest first. */
  recent: readonly string[];
  onUsed: (id: string) => void;
  onClose: () => void;
}

export function CommandPalette({ recent, onUsed, onClose }: Props) {
  const { hotkeys } = useRegistry();
  const backend = useBackend();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  const words = typed.trim().toLowerCase();

  useEffect(() => {
    opener.current = document.activeElement;
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, []);

  const cases = useQuery({
    queryKey: ["worklist", "palette", words],
    queryFn: () => backend.worklist({ agency: null, state: null, search: words, closed: true, after: null }),
    enabled: words.length >= 2,
  });

  const matching = hotkeys.filter(
    (hotkey) =>
      !hotkey.keysOnly && words.split(/\s+/).every((word) => hotkey.label.toLowerCase().includes(word)),
  );
  const commands: Group[] = inGroups(matching, recent).map(([name, ofGroup]) => ({
    name,
    choices: ofGroup.map(({ id, label, keys, run }) => ({
      id,
      label,
      keys: shown(keys),
      run: () => {
        onUsed(id);
        run();
      },
    })),
  }));
  const found: Choice[] =
    words.length < 2
      ? []
      : (cases.data?.rows ?? []).slice(0, 8).map((row) => ({
          id: `case-${row.number}`,
          label: `${row.number} · ${row.requester} · ${row.next}`,
          keys: "",
          run: () => void navigate({ to: "/case/$number", params: { number: row.number } }),
        }));
  const asked = words
    .replace(/^what( is)?\b/, "")
    .replace(/[?“”"]/g, "")
    .trim();
  const terms: Choice[] =
    asked.length < 2
      ? []
      : en.glossary
          .filter((one) => named(one, asked))
          .slice(0, 5)
          .map(({ term }) => ({
            id: `term-${term.replace(/\W+/g, "-")}`,
            label: en.help.whatIs(term),
            keys: "",
            run: () => void navigate({ to: "/help", search: { term } }),
          }));
  const groups: Group[] = [
    ...commands,
    { name: "cases" as const, choices: found },
    { name: "terms" as const, choices: terms },
  ].filter((group) => group.choices.length > 0);
  const choices = groups.flatMap((group) => group.choices);
  const chosen = choices[Math.min(at, choices.length - 1)];

  // What is gone to by arrow is in sight.
  const chosenId = chosen?.id;
  useEffect(() => {
    if (chosenId) document.getElementById(`palette-${chosenId}`)?.scrollIntoView?.({ block: "nearest" });
  }, [chosenId]);

  function close() {
    onClose();
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  }

  function choose(choice: Choice | undefined) {
    if (!choice) return;
    close();
    choice.run();
  }

  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={en.keys.palette}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <input
        type="text"
        role="combobox"
        aria-label={en.keys.palette}
        aria-expanded={choices.length > 0}
        aria-controls="palette-list"
        aria-autocomplete="list"
        aria-activedescendant={chosen ? `palette-${chosen.id}` : undefined}
        placeholder={en.keys.palettePlaceholder}
        value={typed}
        autoComplete="off"
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt((before) => Math.min(before + 1, choices.length - 1));
          else if (event.key === "ArrowUp") setAt((before) => Math.max(before - 1, 0));
          else if (event.key === "Enter") choose(chosen);
          else return;
          event.preventDefault();
        }}
      />
      <div id="palette-list" role="listbox" aria-label={en.keys.palette} tabIndex={-1}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: options stand in a group of their list box, not in a fieldset (ARIA combobox).
          <div key={group.name} role="group" aria-labelledby={`palette-of-${group.name}`}>
            <p id={`palette-of-${group.name}`} className="palette-group" role="presentation">
              {en.keys.paletteGroups[group.name]}
            </p>
            {group.choices.map((choice) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys (ARIA combobox).
              <div
                key={choice.id}
                id={`palette-${choice.id}`}
                role="option"
                aria-selected={choice === chosen}
                tabIndex={-1}
                onClick={() => choose(choice)}
              >
                <span>{choice.label}</span>
                {choice.keys && (
                  <span className="key" aria-hidden="true">
                    {choice.keys}
                  </span>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="quiet" role="status">
        {choices.length === 0
          ? en.keys.paletteEmpty
          : words === ""
            ? en.keys.paletteAll(choices.length)
            : en.keys.paletteCount(choices.length)}
      </p>
    </dialog>
  );
}
