// Finds what a person means, as a screen reader would name it: arguments are (how, role or label, name).
// A name that ends in … stands for every name that begins so. Answers the visible elements that fit, in reading order.
const [how, what, name] = arguments;
const squash = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const visible = (element) => {
  const box = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0;
};
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
const native = {
  submit: "form button[type=submit]",
  button: "button, [type=submit], [type=button], summary",
  link: "a[href]",
  heading: "h1, h2, h3, h4, h5, h6",
  checkbox: "input[type=checkbox]",
  radio: "input[type=radio]",
  option: "option",
  row: "tr",
};
const open = [...document.querySelectorAll("dialog[open], [role=dialog], [role=alertdialog]")].filter(visible).at(-1);
const within = open ?? document;
const fits = (text, wanted) => text === wanted || (wanted.endsWith("…") && text.startsWith(wanted.slice(0, -1)));
let found = [];
if (how === "role") {
  const selector = [`[role=${what}]`, native[what]].filter(Boolean).join(", ");
  found = [...within.querySelectorAll(selector)].filter((element) => fits(nameOf(element), name));
} else if (how === "testid") {
  found = [...within.querySelectorAll("[data-testid]")].filter((element) => fits(element.dataset.testid, what));
} else if (how === "field") {
  found = [...within.querySelectorAll("input, textarea, select, [role=combobox], [role=textbox]")].filter((element) => {
    const text = nameOf(element);
    return fits(text, what) || text.replace(/\s*\(optional\)$/, "") === what;
  });
}
// A hidden native box of a styled choice is pressed by its label.
const pressable = (element) =>
  visible(element) && !["checkbox", "radio"].includes(element.type) ? element : (element.labels?.[0] ?? element);
const answer = [...new Set(found.map(pressable))].filter(visible);
// Away from the edges, where a bar may lie over it.
answer[0]?.scrollIntoView({ block: "center", behavior: "instant" });
return answer;
