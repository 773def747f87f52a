// The rail of rooms on the left, the room on the right.
import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useBackend } from "../backend/context";
import { useAnnounce } from "../components/Announcer";
import { askForHelp } from "../components/FieldHelp";
import { Icon, type IconName } from "../components/icons";
import { FileArrivals } from "../desktop/FileArrivals";
import { LinkArrivals } from "../desktop/LinkArrivals";
import { useLeavingKeys } from "../desktop/leaving";
import { useKeptPlace } from "../desktop/place";
import { VersionNotice } from "../desktop/VersionNotice";
import { useZoomKeys } from "../desktop/zoom";
import { CommandPalette } from "../hotkeys/CommandPalette";
import { KeysOfScreen } from "../hotkeys/KeysOfScreen";
import { withUsed } from "../hotkeys/paletteOrder";
import { useHotkeys } from "../hotkeys/registry";
import { en } from "../messages/en";
import { useDesk } from "../queries/desk";
import { TourProvider } from "../tour/TourProvider";
import { UndoProvider } from "../undo/Undo";
import { useLock } from "./Gate";
import { PrintHead } from "./PrintHead";

const ROOMS = [
  { to: "/", name: "worklist", exact: true },
  { to: "/new", name: "new", exact: false },
  { to: "/systems", name: "systems", exact: false },
  { to: "/accounting", name: "accounting", exact: false },
  { to: "/rules", name: "rules", exact: false },
  { to: "/mail", name: "mail", exact: false },
  { to: "/workload", name: "workload", exact: false },
  { to: "/ledger", name: "ledger", exact: false },
  { to: "/settings", name: "settings", exact: false },
  { to: "/help", name: "help", exact: false },
] as const satisfies readonly { to: string; name: IconName; exact: boolean }[];

export function Frame() {
  const navigate = useNavigate();
  const lock = useLock();
  const announce = useAnnounce();
  const desk = useDesk();
  const backend = useBackend();
  useKeptPlace();
  // The plan for backups is kept while people work: asked when a desk is opened, and each hour after.
  useEffect(() => {
    const backUp = () =>
      void backend.backUpIfDue().then(
        (made) => made && announce(en.ledger.backups.made(made.entries, made.file)),
        (refused: Error) => announce(refused.message),
      );
    backUp();
    const turn = setInterval(backUp, 3_600_000);
    return () => clearInterval(turn);
  }, [backend, announce]);
  const [palette, setPalette] = useState(false);
  // Only while the desk is open: nothing of it is kept.
  const [recent, setRecent] = useState<readonly string[]>([]);
  const [keysShown, setKeysShown] = useState(false);

  const go = (to: (typeof ROOMS)[number]["to"]) => () => void navigate({ to });
  useHotkeys([
    {
      id: "palette",
      keys: "Control+k",
      label: en.keys.openPalette,
      group: "everywhere",
      whileTyping: true,
      keysOnly: true,
      run: () => setPalette(true),
    },
    {
      id: "keys",
      keys: "[Shift]+?",
      label: en.keys.showKeys,
      group: "everywhere",
      run: () => setKeysShown(true),
    },
    {
      id: "go-worklist",
      keys: "Alt+1",
      label: en.keys.goWorklist,
      group: "everywhere",
      whileTyping: true,
      run: go("/"),
    },
    { id: "go-new", keys: "Alt+2 or n", label: en.keys.goNew, group: "everywhere", run: go("/new") },
    {
      id: "go-systems",
      keys: "Alt+3",
      label: en.keys.goSystems,
      group: "everywhere",
      whileTyping: true,
      run: go("/systems"),
    },
    {
      id: "go-rules",
      keys: "Alt+5",
      label: en.keys.goRules,
      group: "everywhere",
      whileTyping: true,
      run: go("/rules"),
    },
    {
      id: "go-letters",
      keys: "",
      label: en.keys.goLetters,
      group: "everywhere",
      run: () => void navigate({ to: "/rules/letters" }),
    },
    {
      id: "go-mail",
      keys: "Alt+6",
      label: en.keys.goMail,
      group: "everywhere",
      whileTyping: true,
      run: go("/mail"),
    },
    {
      id: "go-settings",
      keys: "Alt+9",
      label: en.keys.goSettings,
      group: "everywhere",
      whileTyping: true,
      run: go("/settings"),
    },
    {
      id: "go-help",
      keys: "Alt+0",
      label: en.keys.goHelp,
      group: "everywhere",
      whileTyping: true,
      run: go("/help"),
    },
    {
      id: "go-workload",
      keys: "Alt+7",
      label: en.keys.goWorkload,
      group: "everywhere",
      whileTyping: true,
      run: go("/workload"),
    },
    {
      id: "go-ledger",
      keys: "Alt+8",
      label: en.keys.goLedger,
      group: "everywhere",
      whileTyping: true,
      run: go("/ledger"),
    },
    {
      id: "go-accounting",
      keys: "Alt+4",
      label: en.keys.goAccounting,
      group: "everywhere",
      whileTyping: true,
      run: go("/accounting"),
    },
    {
      id: "print-screen",
      keys: "Control+p",
      label: en.keys.printScreen,
      group: "everywhere",
      whileTyping: true,
      run: () => void backend.printScreen().catch((refused: Error) => announce(refused.message)),
    },
    {
      id: "help-here",
      keys: "F1",
      label: en.keys.helpHere,
      group: "everywhere",
      whileTyping: true,
      inDialogs: true,
      run: () => {
        if (!askForHelp() && !document.querySelector("dialog[open]")) void navigate({ to: "/help" });
      },
    },
    {
      id: "lock",
      keys: "Control+l or Control+Shift+L",
      inDialogs: true,
      label: en.keys.lock,
      group: "everywhere",
      whileTyping: true,
      run: () => void lock(),
    },
  ]);
  // After the others, so that the palette begins with the work.
  useZoomKeys();
  useLeavingKeys();

  return (
    <TourProvider practice={desk.data?.practice ?? false}>
      {(offer) => (
        <div className="frame">
          {/* biome-ignore lint/a11y/useValidAnchor: it leads to #main; the router owns the fragment, so the focus is moved by hand. */}
          <a className="usa-skipnav" href="#main" onClick={skipToMain}>
            {en.common.skip}
          </a>
          <nav className="rail" aria-label={en.common.rooms}>
            <span className="mark" aria-hidden="true">
              552a
            </span>
            {ROOMS.map(({ to, name, exact }) => (
              <Link
                key={name}
                to={to}
                className="room"
                title={en.common.rail[name]}
                activeOptions={{ exact, includeSearch: false }}
                activeProps={{ "aria-current": "page" }}
                data-testid={`nav-${name}`}
              >
                <Icon name={name} />
                <span className="room-word">{en.common.rail[name]}</span>
              </Link>
            ))}
            <button
              type="button"
              className="room lock"
              title={en.common.rail.lock}
              data-testid="lock"
              onClick={() => {
                announce("");
                void lock();
              }}
            >
              <Icon name="lock" />
              <span className="room-word">{en.common.rail.lock}</span>
            </button>
          </nav>
          <div className="sheet">
            {desk.data && <PrintHead desk={desk.data} />}
            {desk.data?.practice && (
              <aside className="practice" aria-label={en.common.rail.practice}>
                {en.common.practice} {offer}
              </aside>
            )}
            {desk.data && desk.data.corrections_left_out.length > 0 && (
              <aside className="left-out" aria-label={en.common.leftOut} data-testid="left-out">
                {desk.data.corrections_left_out.map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
                <Link to="/rules">{en.common.toRules}</Link>{" "}
                <Link to="/rules/letters">{en.common.toLetters}</Link>
              </aside>
            )}
            <VersionNotice />
            <LinkArrivals />
            <main id="main" tabIndex={-1}>
              <UndoProvider>
                <Outlet />
              </UndoProvider>
            </main>
          </div>
          <FileArrivals />
          {palette && (
            <CommandPalette
              recent={recent}
              onUsed={(id) => setRecent((before) => withUsed(before, id))}
              onClose={() => setPalette(false)}
            />
          )}
          {keysShown && <KeysOfScreen onClose={() => setKeysShown(false)} />}
        </div>
      )}
    </TourProvider>
  );
}

function skipToMain(event: React.MouseEvent) {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
