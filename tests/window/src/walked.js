// What the Tab key passed: where the focus goes, in which order, and under which name. Answers what is wrong with it.
const steps = window.walked ?? [];
const what = (element) => `<${element.tagName.toLowerCase()} id="${element.id}" class="${element.className}"> “${nameOf(element)}”`;
const within = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
const controls = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable=true]";
const reachable = [...within.querySelectorAll(controls)].filter((element) => {
  if (element.tabIndex < 0 || element.disabled || !element.checkVisibility({ visibilityProperty: true })) return false;
  // Of a group of choices, Tab goes to one.
  return element.type !== "radio" || element.checked;
});
const faults = [];
const seen = new Set(steps);
for (const element of reachable) if (!seen.has(element)) faults.push(`Tab never reaches ${what(element)}`);
for (const element of seen) {
  if (nameOf(element) === "") faults.push(`no name: ${what(element)} ${element.outerHTML.slice(0, 160)}`);
  if (element.tabIndex > 0) faults.push(`an order of its own: ${what(element)}`);
}
// From the last one, the focus goes to the first again, and that once.
let turns = 0;
const first = steps.slice(0, new Set(steps).size);
for (const [at, element] of first.entries()) {
  const before = first[at - 1];
  if (before && !(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) turns += 1;
}
if (turns > 1) faults.push(`the focus goes back ${turns} times: ${first.map(nameOf).join(" | ")}`);
// Two beside each other in a row of the page are read from the left, and rows from the top.
for (const [at, element] of first.entries()) {
  const before = first[at - 1];
  if (!before || before.parentElement !== element.parentElement) continue;
  const [a, b] = [before.getBoundingClientRect(), element.getBoundingClientRect()];
  if (a.height === 0 || b.height === 0) continue;
  if (b.bottom <= a.top + 2) faults.push(`read from below: ${what(before)}, then ${what(element)}`);
  else if (b.right <= a.left + 2 && b.top < a.bottom - 2 && a.top < b.bottom - 2)
    faults.push(`read from the right: ${what(before)}, then ${what(element)}`);
}
return faults;
