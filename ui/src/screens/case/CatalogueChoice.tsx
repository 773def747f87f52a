// Any other system of the agency, and one of the offices that its notice names.
import { useState } from "react";
import { HELP_KEY } from "../../components/FieldHelp";
import { HelpedGroup } from "../../components/HelpedGroup";
import { Loaded } from "../../components/Loading";
import { TextField } from "../../components/TextField";
import { useLater } from "../../components/useLater";
import { en } from "../../messages/en";
import { useSystem, useSystems } from "../../queries/desk";
import type { Destination } from "./RouteForm";

const words = en.case.search;

interface Props {
  agency: string;
  chosen: Destination | null;
  onChoose: (destination: Destination) => void;
}

export function CatalogueChoice({ agency, chosen, onChoose }: Props) {
  const [typed, setTyped] = useState("");
  const [number, setNumber] = useState<string | null>(null);
  const search = useLater(typed, 200).trim();
  const systems = useSystems({ search: search === "" ? null : search, agency, all_agencies: false });
  const rows = systems.data?.pages[0]?.rows;
  return (
    <div className="catalogue-choice">
      <TextField
        id="catalogue-search"
        help={en.fields.search.catalogue}
        label={words.anotherSearch}
        value={typed}
        onChange={setTyped}
        type="search"
      />
      <Loaded query={{ data: rows, error: systems.error, refetch: systems.refetch }}>
        {(found) => (
          <ul className="choices">
            {found.slice(0, 12).map((row) => (
              <li key={row.number}>
                <button
                  type="button"
                  className="as-link"
                  aria-expanded={number === row.number}
                  onClick={() => setNumber(number === row.number ? null : row.number)}
                >
                  {row.number} {row.name}
                </button>
                {number === row.number && <Offices number={row.number} chosen={chosen} onChoose={onChoose} />}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </div>
  );
}

function Offices({ number, chosen, onChoose }: { number: string } & Pick<Props, "chosen" | "onChoose">) {
  const system = useSystem(number, null);
  return (
    <Loaded query={system}>
      {(loaded) => (
        <HelpedGroup legend={words.officeOf(number)} help={en.fields.search.candidates} className="offices">
          {loaded.offices.map((office, index) => (
            <div key={`${office.subject ?? ""} ${office.office}`} className="candidate">
              <input
                {...HELP_KEY}
                type="radio"
                id={`office-${number}-${index}`}
                name="destination"
                checked={chosen?.system === number && chosen.office === office.office}
                onChange={() => onChoose({ system: number, office: office.office })}
              />
              <div>
                <label htmlFor={`office-${number}-${index}`}>
                  <span className="strong">{office.office}</span>
                  <span className="quiet">
                    {office.subject === null ? words.officeOther : words.officeSubject(office.subject)}
                  </span>
                </label>
                <blockquote>“{office.quote}”</blockquote>
              </div>
            </div>
          ))}
        </HelpedGroup>
      )}
    </Loaded>
  );
}
