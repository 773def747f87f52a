// A person across cases: names and addresses, the part in each case, and who is like them. Nothing is merged by itself.
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Table } from "@trussworks/react-uswds";
import { useBackend } from "../../backend/context";
import type { PersonView } from "../../backend/wire";
import { Loaded } from "../../components/Loading";
import { ScreenTitle } from "../../components/ScreenTitle";
import { day } from "../../format/dates";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { keys } from "../../queries/desk";
import { LikePeople } from "../case/PeopleLike";

const route = getRouteApi("/person/$number/$role");
const words = en.person;
const roles = en.terms.personRole as Record<string, string>;

export function PersonScreen() {
  const { number, role } = route.useParams();
  const backend = useBackend();
  const navigate = route.useNavigate();
  const query = useQuery({
    queryKey: keys.person(number, role),
    queryFn: () => backend.person(number, role),
  });
  useHotkeys([
    {
      id: "back-to-case",
      keys: "u",
      label: en.keys.backToCase,
      group: "here",
      run: () => void navigate({ to: "/case/$number", params: { number } }),
    },
  ]);
  return (
    <div className="person">
      <Loaded query={query} title={number}>
        {(view) => <OnePerson view={view} />}
      </Loaded>
    </div>
  );
}

function OnePerson({ view }: { view: PersonView }) {
  return (
    <>
      <header className="bar">
        <ScreenTitle title={words.title(view.person.name, view.number)}>{view.person.name}</ScreenTitle>
        <span className="quiet">{roles[view.role] ?? view.role}</span>
        <Link to="/case/$number" params={{ number: view.number }} className="back bar-end">
          {words.back(view.number)}
        </Link>
      </header>
      <div className="person-parts">
        <section aria-labelledby="addresses-heading">
          <h2 id="addresses-heading">{words.addresses}</h2>
          <ul className="addresses">
            {view.addresses.map((one) => (
              <li key={`${one.number}-${one.until ?? ""}-${one.person.address?.join()}`}>
                <strong>{one.person.name}</strong>
                <br />
                {one.person.address?.length ? one.person.address.join(", ") : words.noAddress}
                {one.person.email && <> · {one.person.email}</>}
                <br />
                <span className="quiet">
                  {words.since(one.number, day(one.since))}
                  {one.until && `, ${words.until(day(one.until))}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="cases-heading">
          <h2 id="cases-heading">{words.cases}</h2>
          <p className="quiet">{words.casesWords}</p>
          <Table compact fullWidth bordered={false}>
            <thead>
              <tr>
                {Object.entries(words.columns).map(([name, heading]) => (
                  <th key={name} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {view.cases.map((one) => (
                <tr key={`${one.number}-${one.role}`}>
                  <th scope="row">
                    <Link to="/case/$number" params={{ number: one.number }}>
                      {one.number}
                    </Link>
                  </th>
                  <td>{roles[one.role] ?? one.role}</td>
                  <td>{one.kinds.map((kind) => en.terms.kindShort[kind]).join(", ")}</td>
                  <td>{day(one.received)}</td>
                  <td>{one.closed ? day(one.closed) : words.open}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </section>
        <LikePeople number={view.number} part={view.role} people={view} />
      </div>
    </>
  );
}
