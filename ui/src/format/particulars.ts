import { en } from "../messages/en";

/** What a particular is called, from the key that it is kept under: `chat_date` reads “Chat date”. */
export function particularName(key: string): string {
  const said = en.terms.particular[key] ?? key.replaceAll("_", " ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}
