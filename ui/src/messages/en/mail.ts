export const mail = {
  title: "Mail",
  outbox: "Outbox",
  send: "Send now",
  sending: "Sending…",
  empty: "No letter waits to be e-mailed.",
  emptyHint: "Issue a letter in a case, then choose E-mail: it waits here until the server takes it.",
  columns: {
    case: "Case",
    letter: "Letter",
    to: "To",
    state: "State",
    queued: "Queued",
    tries: "Tries",
    reason: "Why not",
  },
  report: (sent: number, failed: number) =>
    failed === 0
      ? `${sent} ${sent === 1 ? "letter was" : "letters were"} sent.`
      : `${sent} sent, ${failed} not taken. The reason stands in the list; they are tried again at the next sending.`,
  noServer: "No mail server is set up. Letters wait here until one is; fill in its form below.",
  server: "Mail server",
  serverWords:
    "The office's own server. The desk sends through it only when you press “Send now” or e-mail a letter.",
  host: "Host",
  port: "Port",
  security: "Protection",
  user: "User name",
  userHint: "Empty where the server asks for none.",
  password: "Password",
  passwordHint:
    "Kept in the encrypted desk, never shown again. Leave it empty to keep the one that is stored for this server and user.",
  from: "Letters come from",
  fromHint: "The office's e-mail address.",
  save: "Save the settings",
  saved: "The mail settings are saved.",
  badPort: "Write the port as a number from 1 to 65535.",
};
