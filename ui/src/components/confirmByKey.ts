// Ctrl+Enter confirms a dialog from any of its fields, also from one in which Enter begins a new line.
import type { KeyboardEvent } from "react";

export function confirmByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !event.ctrlKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const form = event.currentTarget;
  const confirm = form.querySelector<HTMLButtonElement>("button[type=submit]");
  if (confirm && !confirm.disabled) form.requestSubmit(confirm);
}
