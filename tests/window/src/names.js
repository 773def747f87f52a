// What a screen reader calls an element, as far as the page itself can tell: the beginning of every script that asks for names.
const squash = (text) => (text ?? "").replace(/\s+/g, " ").trim();
// What a screen reader reads: without the signs that are only for the eye.
const textOf = (element) => {
  if (!element) return "";
  const copy = element.cloneNode(true);
  for (const sign of copy.querySelectorAll("[aria-hidden=true]")) sign.remove();
  return squash(copy.textContent);
};
const byIds = (ids) => squash(ids.split(/\s+/).map((id) => textOf(document.getElementById(id))).join(" "));
const nameOf = (element) => {
  const labelled = element.getAttribute("aria-labelledby");
  if (labelled) return byIds(labelled);
  const own = element.getAttribute("aria-label");
  if (own) return squash(own);
  if (element.labels?.length) return squash([...element.labels].map((label) => textOf(label)).join(" "));
  return textOf(element) || squash(element.getAttribute("title"));
};
