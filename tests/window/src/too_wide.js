// What does not fit the width of the window, outside of tables and pictures that scroll by themselves.
const wide = document.documentElement.clientWidth;
const faults = [];
const what = (element) => `<${element.tagName.toLowerCase()} id="${element.id}" class="${element.className}">`;
const root = document.scrollingElement;
if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
const itself = (element) => element.querySelector("table, canvas, svg, pre, .table-scroll") !== null || element.matches("pre, textarea");
for (const element of document.querySelectorAll("body *")) {
  if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".sr-only, .usa-sr-only, svg")) continue;
  const box = element.getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1) continue;
  if (scrolls(element) && element.scrollWidth > element.clientWidth + 1 && !itself(element))
    faults.push(`${what(element)} scrolls sideways: ${element.scrollWidth} in ${element.clientWidth}`);
  if (box.right <= wide + 1) continue;
  let holder = element.parentElement;
  while (holder && !["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(holder).overflowX)) holder = holder.parentElement;
  // Who is too wide inside of something that is too wide is named by that.
  const parent = element.parentElement?.getBoundingClientRect();
  if (!holder && parent && parent.right <= wide + 1) faults.push(`${what(element)} ends at ${Math.round(box.right)} of ${wide}`);
}
return faults;
