import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Refusal } from "../backend/wire";
import { RefusalNotice } from "./RefusalNotice";

const refusal: Refusal = {
  code: "not-allowed",
  message: "The Spanish waits for its translator.",
  cite: null,
  field: null,
};

function Form({ refused }: { refused: Refusal | null }) {
  return (
    <>
      <button type="button">Send</button>
      <select aria-label="Language">
        <option>English</option>
      </select>
      <RefusalNotice refusal={refused} />
    </>
  );
}

test.each([
  ["button", "Send", true],
  ["combobox", "Language", false],
])("a refusal takes the focus from a %s named %s: %s", (role, name, taken) => {
  const { rerender } = render(<Form refused={null} />);
  const place = screen.getByRole(role, { name });
  place.focus();
  rerender(<Form refused={refusal} />);
  const notice = screen.getByRole("alert");
  expect(notice).toHaveTextContent(refusal.message);
  expect(document.activeElement === notice).toBe(taken);
  expect(document.activeElement === place).toBe(!taken);
});
