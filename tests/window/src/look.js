// Finds what a person means, as a screen reader would name it: arguments are (how, role or label, name).
// Answers the visible elements that fit, in reading order.
const [how, what, name] = arguments;
const squash = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const visible = (element) => {
  const box = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0;
};
const byIds = (ids) => squash(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent).join(" "));
const nameOf = (element) => {
  const labelled = element.getAttribute("aria-labelledby");
  if (labelled) return byIds(labelled);
  const own = element.getAttribute("aria-label");
  if (own) return squash(own);
  if (element.labels?.length) return squash([...element.labels].map((label) => label.textContent).join(" "));
  return squash(element.textContent) || squash(element.getAttribute("title"));
};
const native = {
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
const fits = (text) => text === name || (name.endsWith("…") && text.startsWith(name.slice(0, -1)));
let found = [];
if (how === "role") {
  const selector = [`[role=${what}]`, native[what]].filter(Boolean).join(", ");
  found = [...within.querySelectorAll(selector)].filter((element) => fits(nameOf(element)));
} else if (how === "testid") {
  found = [...within.querySelectorAll(`[data-testid="${CSS.escape(what)}"]`)];
} else if (how === "field") {
  found = [...within.querySelectorAll("input, textarea, select, [role=combobox], [role=textbox]")].filter((element) => {
    const text = nameOf(element);
    return text === what || text.replace(/[\s*]*(\((optional|required)\))?$/i, "").trim() === what;
  });
}
// A hidden native box of a styled choice is pressed by its label.
const pressable = (element) =>
  visible(element) && !["checkbox", "radio"].includes(element.type) ? element : (element.labels?.[0] ?? element);
return [...new Set(found.map(pressable))].filter(visible);
