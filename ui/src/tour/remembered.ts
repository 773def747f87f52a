// Whether the tour was taken or turned down on this machine. It says nothing of a person.
const KEY = "docket-tour";

export function tourWasOffered(): boolean {
  return localStorage.getItem(KEY) !== null;
}

export function rememberTour(how: "finished" | "left"): void {
  localStorage.setItem(KEY, how);
}
