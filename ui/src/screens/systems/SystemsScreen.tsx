// The catalogue: every system with its notice. The list stays at the left while notices are read at the right.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useRef } from "react";
import type { ImportReport } from "../../backend/wire";
import { Empty } from "../../components/Empty";
import { ListSearch } from "../../components/ListSearch";
import { Loaded } from "../../components/Loading";
import { RefusalNotice } from "../../components/RefusalNotice";
import { ScreenTitle } from "../../components/ScreenTitle";
import { SelectField } from "../../components/SelectField";
import { useSearchWords } from "../../components/useSearchWords";
import { useHotkeys } from "../../hotkeys/registry";
import { useListKeys } from "../../hotkeys/useListKeys";
import { en } from "../../messages/en";
import { useLibraryAgencies, useSystems } from "../../queries/desk";
import { ImportOutcome } from "./ImportOutcome";
import { importReportKey, useImport } from "./importing";
import { OneSystem } from "./OneSystem";
import { SystemList } from "./SystemList";

const words = en.systems;
/** The choice of every agency of the library, in the address. */
const EVERY = "every";

export function SystemsScreen() {
  const { number } = useParams({ strict: false });
  const { q, on, agency } = useSearch({ strict: false });
  const navigate = useNavigate();
  const importing = useImport();
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const { typed, setTyped, settled } = useSearchWords(
    q,
    (q) => void navigate({ to: ".", search: (before) => ({ ...before, q }), replace: true }),
  );
  const systems = useSystems({
    search: settled.trim() === "" ? null : settled.trim(),
    agency: agency === undefined || agency === EVERY ? null : agency,
    all_agencies: agency === EVERY,
  });
  const rows = systems.data?.pages.flatMap((page) => page.rows);
  const total = systems.data?.pages[0]?.total ?? 0;
  const agencies = useLibraryAgencies().data ?? [];
  const report = useQuery<ImportReport | null>({
    queryKey: importReportKey,
    queryFn: () => null,
    initialData: null,
    staleTime: Number.POSITIVE_INFINITY,
  });

  const client = useQueryClient();
  const head = useRef<HTMLElement>(null);
  function putAway() {
    client.setQueryData(importReportKey, null);
    head.current?.querySelector("button")?.focus();
  }

  const move = useListKeys(list, searchBox, words.search);
  useHotkeys([
    { id: "import", keys: "i", label: en.keys.import, group: "here", run: () => void importing.choose() },
  ]);

  return (
    <div className="systems">
      <header className="bar" ref={head}>
        <ScreenTitle title={words.title} />
        <span className="quiet">{systems.data && words.count(total)}</span>
        <Button
          type="button"
          outline
          className="bar-end"
          data-testid="import-notices"
          disabled={importing.busy}
          onClick={() => void importing.choose()}
        >
          {importing.busy ? words.importing : words.import}
        </Button>
      </header>
      <RefusalNotice refusal={importing.refusal} />
      <div className="systems-body">
        <div className="systems-list" ref={list}>
          <ListSearch
            id="systems-search"
            label={words.search}
            placeholder={words.searchPlaceholder}
            help={en.fields.systems.search}
            value={typed}
            onChange={setTyped}
            box={searchBox}
            onMove={() => move(1)}
          />
          <SelectField
            id="systems-agency"
            help={en.fields.systems.agency}
            label={words.agencies}
            value={agency ?? ""}
            options={[
              ["", words.ours],
              [EVERY, words.everyAgency],
              ...agencies.map((one) => [one.id, words.agencyCount(one.name, one.systems)] as const),
            ]}
            onChange={(chosen) =>
              void navigate({
                to: ".",
                search: (before) => ({ ...before, agency: chosen || undefined }),
                replace: true,
              })
            }
          />
          <Loaded query={{ data: rows, error: systems.error, refetch: systems.refetch }}>
            {(loaded) =>
              loaded.length === 0 ? (
                <Empty
                  words={typed === "" ? words.empty : words.nothingFound}
                  {...(typed !== "" && agency !== EVERY ? { hint: words.nothingFoundHint } : {})}
                >
                  {typed === "" ? (
                    <Button type="button" outline onClick={() => void importing.choose()}>
                      {words.import}
                    </Button>
                  ) : (
                    <Button
                      type="button"
                      outline
                      onClick={() => {
                        setTyped("");
                        searchBox.current?.focus();
                      }}
                    >
                      {words.clearSearch}
                    </Button>
                  )}
                </Empty>
              ) : (
                <>
                  <SystemList rows={loaded} shown={number} q={settled} agencies={agencies} />
                  {systems.hasNextPage && (
                    <p className="quiet" role="status">
                      {words.shown(loaded.length, total)}
                    </p>
                  )}
                  {systems.hasNextPage && (
                    <Button
                      type="button"
                      outline
                      disabled={systems.isFetchingNextPage}
                      onClick={() => void systems.fetchNextPage()}
                    >
                      {words.more}
                    </Button>
                  )}
                </>
              )
            }
          </Loaded>
          <p className="quiet drop-hint">{words.dropHint}</p>
        </div>
        <div className="systems-one">
          {report.data && <ImportOutcome report={report.data} onClose={putAway} />}
          {number ? (
            <OneSystem number={number} on={on ?? null} />
          ) : (
            <Empty words={words.choose} hint={words.chooseHint} />
          )}
        </div>
      </div>
    </div>
  );
}
