// Says by which key the focus comes to a thing, and how often it must be struck; nothing is moved here. `found` is what was looked for.
const [seen] = found;
if (!seen) return null;
const target = seen.control ?? seen;
const active = document.activeElement;
const within = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document;
const able = (element) =>
  !element.matches(":disabled") && !element.closest("[inert]") && element.checkVisibility({ visibilityProperty: true });
// Of a group of choices and of a row of tabs, the Tab key goes to one; arrows go on from there.
const groupOf = (element) => {
  if (element.type === "radio" && element.name !== "")
    return [...within.querySelectorAll("input[type=radio]")].filter((one) => one.name === element.name && one.form === element.form && able(one));
  if (element.role === "tab" || element.getAttribute("role") === "tab")
    return [...element.closest("[role=tablist]").querySelectorAll("[role=tab]")].filter(able);
  return [element];
};
const controls = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]";
const stops = [...within.querySelectorAll(controls)].filter((element) => {
  if (element.tabIndex < 0 || !able(element)) return false;
  const group = element.type === "radio" ? groupOf(element) : [element];
  return group.length < 2 || element === (group.find((one) => one.checked) ?? group[0]);
});
const at = active && active !== document.body ? nameOf(active) || active.tagName.toLowerCase() : "nothing";
const chosen = (target.type === "radio" && target.checked) || target.getAttribute("aria-selected") === "true";
if (active === target) return { here: true, chosen, at };
const group = groupOf(target);
if (group.length > 1 && group.includes(active)) {
  const by = group.indexOf(target) - group.indexOf(active);
  const across = target.getAttribute("role") === "tab";
  return { key: across ? (by > 0 ? "Right" : "Left") : by > 0 ? "Down" : "Up", times: Math.abs(by), at };
}
const goal = stops.indexOf(group.find((one) => stops.includes(one)));
if (goal < 0) return { key: null, times: 0, at };
const before = stops.filter((stop) => active.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_PRECEDING).length;
const onStop = stops.includes(active);
// From nowhere, the first stop is one Tab away.
const from = active === document.body || !active ? -1 : onStop ? stops.indexOf(active) : before - 0.5;
const steps = goal - from;
const ahead = Math.ceil(steps > 0 ? steps : steps + stops.length);
const back = Math.ceil(steps < 0 ? -steps : stops.length - steps);
// Round by the end of the page only where that is much shorter.
const forward = steps > 0 ? ahead <= back + 10 : ahead + 10 < back;
return { key: forward ? "Tab" : "BackTab", times: Math.max(1, forward ? ahead : back), at };
