// Light, dark, high contrast, or as the system has it. Only this choice is kept in the window's own storage; it is about no person.
export type Theme = "system" | "light" | "dark" | "contrast";

const KEY = "docket-theme";

export function savedTheme(): Theme {
  const saved = localStorage.getItem(KEY);
  return saved === "light" || saved === "dark" || saved === "contrast" ? saved : "system";
}

export function applyTheme(theme: Theme): void {
  if (theme === "system") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.setAttribute("data-theme", theme);
}

export function saveTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  applyTheme(theme);
}
