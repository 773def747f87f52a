import { Button, Table } from "@trussworks/react-uswds";
import { useEffect, useRef } from "react";
import { en } from "../messages/en";
import { type Hotkey, shown, useRegistry } from "./registry";

/** The keys of the screen that is open, from the registry. */
export function KeysOfScreen({ onClose }: { onClose: () => void }) {
  const { hotkeys } = useRegistry();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
    // The list is read from its beginning: Close, at its foot, would scroll it there.
    heading.current?.focus();
    return () => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
    };
  }, []);
  const groups = [
    [en.keys.groups.here, hotkeys.filter((hotkey) => hotkey.group === "here" && hotkey.keys !== "")],
    [
      en.keys.groups.everywhere,
      hotkeys.filter((hotkey) => hotkey.group === "everywhere" && hotkey.keys !== ""),
    ],
  ] as const;
  return (
    <dialog
      ref={dialog}
      className="ask keys"
      aria-labelledby="keys-heading"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="keys-heading" ref={heading} tabIndex={-1}>
        {en.keys.shown}
      </h2>
      {groups.map(([name, list]) => list.length > 0 && <KeyTable key={name} name={name} list={list} />)}
      <div className="actions">
        <Button type="button" onClick={onClose}>
          {en.common.close}
        </Button>
      </div>
    </dialog>
  );
}

export function KeyTable({ name, list }: { name: string; list: readonly Hotkey[] }) {
  return (
    <Table compact fullWidth bordered={false} caption={name}>
      <thead className="sr-only">
        <tr>
          <th scope="col">{en.keys.key}</th>
          <th scope="col">{en.keys.does}</th>
        </tr>
      </thead>
      <tbody>
        {list.map((hotkey) => (
          <tr key={hotkey.id}>
            <td>
              <kbd>{shown(hotkey.keys)}</kbd>
            </td>
            <td>{hotkey.label}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
