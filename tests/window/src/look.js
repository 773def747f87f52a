// Finds what a person means: arguments are (how, role or label, name).
// A name that ends in … stands for every name that begins so; a field may be named with its group, as “group › label”. Answers the visible elements that fit, in reading order.
const [how, what, name] = arguments;
const visible = (element) => {
  const box = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true }) && box.width > 0 && box.height > 0;
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
  const [label, group] = what.split(" › ").reverse();
  found = [...within.querySelectorAll("input, textarea, select, [role=combobox], [role=textbox]")].filter((element) => {
    if (group && textOf(element.closest("fieldset")?.querySelector("legend")) !== group) return false;
    const text = nameOf(element);
    return fits(text, label) || text.replace(/\s*\(optional\)$/, "") === label;
  });
}
// A hidden native box of a styled choice is seen, and pressed, by its label.
const pressable = (element) =>
  visible(element) && !["checkbox", "radio"].includes(element.type) ? element : (element.labels?.[0] ?? element);
return [...new Set(found.map(pressable))].filter(visible);
