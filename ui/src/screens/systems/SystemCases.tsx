// The open cases about a system, and how long closed ones took at each office.
import { Link } from "@tanstack/react-router";
import { Table } from "@trussworks/react-uswds";
import type { SystemView } from "../../backend/wire";
import { day } from "../../format/dates";
import { number } from "../../format/numbers";
import { en } from "../../messages/en";

const words = en.systems.cases;

export function SystemCases({ system }: { system: SystemView }) {
  return (
    <section aria-labelledby="system-cases-heading" className="system-cases" data-testid="system-cases">
      <h3 id="system-cases-heading">{words.heading(system.open_cases.length)}</h3>
      {system.open_cases.length > 0 && (
        <ul>
          {system.open_cases.map((open) => (
            <li key={open.number}>
              <Link to="/case/$number" params={{ number: open.number }} search={{}}>
                {open.number}
              </Link>{" "}
              {open.requester} · {en.terms.state[open.state]}
              {open.next !== "" && ` · ${open.next}`}
              {open.next_by && ` · ${day(open.next_by)}`}
              {open.earlier_revision && <span className="change-mark"> · {words.earlier}</span>}
            </li>
          ))}
        </ul>
      )}
      {system.times.length > 0 && (
        <Table compact className="times" caption={words.times}>
          <thead>
            <tr>
              <th scope="col">{words.office}</th>
              <th scope="col" className="figure">
                {words.closed}
              </th>
              <th scope="col" className="figure">
                {words.median}
              </th>
              <th scope="col" className="figure">
                {words.longest}
              </th>
              <th scope="col">{words.last}</th>
            </tr>
          </thead>
          <tbody>
            {system.times.map((office) => (
              <tr key={office.office ?? ""}>
                <th scope="row">{office.office ?? words.notRouted}</th>
                <td className="figure">{number(office.closed)}</td>
                <td className="figure">{number(office.median_days, 1)}</td>
                <td className="figure">{number(office.longest_days)}</td>
                <td>{day(office.last_closed)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}
