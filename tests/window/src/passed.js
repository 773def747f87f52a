// What the Tab key passed on its first round, by the names that the page itself gives; and what can have the focus but is no stop.
const steps = window.walked ?? [];
const unstopped = [...document.querySelectorAll("[tabindex='-1']")].map(nameOf);
return { passed: steps.slice(0, new Set(steps).size).map(nameOf), unstopped };
