import { createRoot } from "react-dom/client";
import { App } from "./app";
import type { Backend } from "./backend/backend";
import { tauriBackend } from "./backend/tauri";
import { applyTray } from "./desktop/tray";
import { applyZoom } from "./desktop/zoom";
import { applyTheme, savedTheme } from "./frame/theme";
import { createAppRouter } from "./router";
import "./styles/main.scss";

async function chooseBackend(): Promise<Backend> {
  // The invented desk serves designers and tests; a build without VITE_FAKE does not contain it.
  if (import.meta.env.VITE_FAKE === "1") return (await import("./backend/fake")).createFakeDesk();
  return tauriBackend;
}

async function show() {
  applyTheme(savedTheme());
  const root = document.getElementById("root");
  if (!root) return;
  const backend = await chooseBackend();
  applyZoom(backend);
  applyTray(backend);
  // Asked at once: the answer is on its way while the page is made.
  const status = backend.startStatus();
  createRoot(root).render(<App backend={backend} router={createAppRouter()} status={status} />);
}

void show();
