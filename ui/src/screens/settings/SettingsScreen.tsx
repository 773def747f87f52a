import { Link } from "@tanstack/react-router";
import { Radio } from "@trussworks/react-uswds";
import { useState } from "react";
import { useAnnounce } from "../../components/Announcer";
import { HELP_KEY } from "../../components/FieldHelp";
import { HelpedGroup } from "../../components/HelpedGroup";
import { Loaded } from "../../components/Loading";
import { ScreenTitle } from "../../components/ScreenTitle";
import { SelectField } from "../../components/SelectField";
import { SIZES, useZoom } from "../../desktop/zoom";
import { number } from "../../format/numbers";
import { savedTheme, saveTheme, type Theme } from "../../frame/theme";
import { en } from "../../messages/en";
import { useDesk } from "../../queries/desk";
import { LockPart } from "./LockPart";
import { RemindersPart } from "./RemindersPart";
import { StaffPart } from "./StaffPart";
import { TrayPart } from "./TrayPart";
import { VersionsPart } from "./VersionsPart";

const words = en.settings;

export function SettingsScreen() {
  const desk = useDesk();
  return (
    <div className="settings">
      <header className="bar">
        <ScreenTitle title={words.title} />
      </header>
      <Appearance />
      <section aria-labelledby="desk-heading">
        <h2 id="desk-heading">{words.desk}</h2>
        <Loaded query={desk}>
          {(open) => (
            <dl className="facts">
              <dt>{words.name}</dt>
              <dd>{open.title === "" ? open.name : `${open.name}, ${open.title}`}</dd>
              <dt>{words.agencies}</dt>
              <dd>{open.agencies.map((agency) => agency.name).join("; ")}</dd>
              <dt>{words.openCases}</dt>
              <dd>{number(open.open_cases)}</dd>
              <dt>{words.systemCount}</dt>
              <dd>{number(open.systems)}</dd>
              <dt>{words.practice}</dt>
              <dd>{open.practice ? words.yes : words.no}</dd>
              <dt>{words.mail}</dt>
              <dd>
                <Link to="/mail">{words.toMail}</Link>
              </dd>
            </dl>
          )}
        </Loaded>
      </section>
      <StaffPart />
      <RemindersPart />
      <TrayPart />
      <LockPart />
      <VersionsPart />
    </div>
  );
}

function Appearance() {
  const announce = useAnnounce();
  const [theme, setTheme] = useState<Theme>(savedTheme);
  const [size, show] = useZoom();
  return (
    <section aria-labelledby="appearance-heading">
      <h2 id="appearance-heading">{words.appearance}</h2>
      <HelpedGroup legend={words.colors} help={en.fields.settings.theme} className="check-list in-line">
        {(Object.entries(words.themes) as [Theme, string][]).map(([value, name]) => (
          <Radio
            {...HELP_KEY}
            key={value}
            id={`theme-${value}`}
            name="theme"
            label={name}
            value={value}
            checked={theme === value}
            onChange={() => {
              setTheme(value);
              saveTheme(value);
              announce(words.themeSaved);
            }}
          />
        ))}
      </HelpedGroup>
      <SelectField
        id="zoom"
        label={en.desktop.zoom.label}
        help={en.fields.settings.zoom}
        value={String(size)}
        options={SIZES.map((one) => [String(one), en.desktop.zoom.percent(one)] as const)}
        onChange={(chosen) => show(Number(chosen))}
        hint={en.desktop.zoom.hint}
        className="zoom"
      />
    </section>
  );
}
