// The words of the wire. Everything else imports them from here; only tauri.ts imports the generated commands.
export type * from "./bindings";
