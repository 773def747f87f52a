/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  base: "./",
  clearScreen: false,
  server: { port: 1420, strictPort: true },
  css: {
    preprocessorOptions: {
      scss: {
        loadPaths: ["node_modules/@uswds/uswds/packages"],
        // The Design System's own files still use forms that Sass warns about; ours do not.
        quietDeps: true,
        silenceDeprecations: ["if-function"],
      },
    },
  },
  build: {
    target: ["safari16", "chrome110"],
    // Every file stays a file: the window's content policy allows data only for pictures.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        // What rooms share comes in one file with the start: each file more is a way to the program and back.
        codeSplitting: {
          groups: [{ name: "shared", minShareCount: 2, test: (id) => !id.includes("pdfjs-dist") }],
        },
      },
    },
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/testing/setup.ts"],
    css: false,
    restoreMocks: true,
    testTimeout: 60000,
    // Left to itself it spares a core, which is half of a small machine.
    maxWorkers: "100%",
  },
});
