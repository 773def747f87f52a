// Home: whose turn it is, what must happen, by when. Grouped by when the next thing is due, not by state.
import { getRouteApi, Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useEffect, useRef, useState } from "react";
import type { CaseRow, WorklistQuery } from "../../backend/wire";
import { Empty } from "../../components/Empty";
import { Loaded } from "../../components/Loading";
import { ScreenTitle } from "../../components/ScreenTitle";
import { useLater } from "../../components/useLater";
import { day } from "../../format/dates";
import { useHotkeys } from "../../hotkeys/registry";
import { useListKeys } from "../../hotkeys/useListKeys";
import { en } from "../../messages/en";
import { useDesk, useWorklist } from "../../queries/desk";
import { CaseTable } from "./CaseTable";
import { Filters } from "./Filters";

const route = getRouteApi("/");
const words = en.worklist;

export function WorklistScreen() {
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const desk = useDesk();
  const searchBox = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState(filters.q ?? "");
  const settled = useLater(typed, 200);

  useEffect(() => {
    void navigate({ search: (before) => ({ ...before, q: settled.trim() || undefined }), replace: true });
  }, [settled, navigate]);

  const query: Omit<WorklistQuery, "after"> = {
    agency: filters.agency ?? null,
    state: filters.state ?? null,
    search: filters.q ?? null,
    closed: filters.closed ?? false,
  };
  const list = useWorklist(query);
  const rows: CaseRow[] | undefined = list.data?.pages.flatMap((page) => page.rows);
  const total = list.data?.pages[0]?.total ?? 0;
  const filtered = Boolean(filters.agency || filters.state || filters.q || filters.closed);

  const move = useListKeys(table, searchBox, words.search);
  useHotkeys([
    { id: "reload", keys: "r", label: en.keys.reload, group: "here", run: () => void list.refetch() },
  ]);

  function clear() {
    setTyped("");
    void navigate({ search: {}, replace: true });
  }

  return (
    <div className="worklist">
      <header className="bar">
        <ScreenTitle title={words.title} />
        <span className="quiet bar-day">{desk.data && en.common.today(day(desk.data.today))}</span>
        <Link to="/new" className="usa-button bar-end">
          {words.newRequest}
        </Link>
      </header>
      <Filters
        filters={filters}
        typed={typed}
        onTyped={setTyped}
        searchBox={searchBox}
        agencies={desk.data?.agencies ?? []}
        onChange={(changed) =>
          void navigate({ search: (before) => ({ ...before, ...changed }), replace: true })
        }
        onLeaveSearch={() => move(1)}
      />
      <div ref={table} className="worklist-body">
        <Loaded query={{ data: rows, error: list.error, refetch: list.refetch }}>
          {(loaded) =>
            loaded.length === 0 ? (
              <Empty
                words={filtered ? words.nothingFound : words.empty}
                hint={filtered ? words.nothingFoundHint : words.emptyHint}
              >
                {filtered ? (
                  <Button type="button" outline onClick={clear}>
                    {words.clear}
                  </Button>
                ) : (
                  <Link to="/new">{words.newRequest}</Link>
                )}
              </Empty>
            ) : (
              <>
                <CaseTable rows={loaded} />
                <div className="worklist-foot">
                  <span className="quiet" role="status">
                    {words.shown(loaded.length, total)}
                  </span>
                  {list.hasNextPage && (
                    <Button
                      type="button"
                      outline
                      disabled={list.isFetchingNextPage}
                      onClick={() => void list.fetchNextPage()}
                    >
                      {words.more}
                    </Button>
                  )}
                </div>
              </>
            )
          }
        </Loaded>
      </div>
      <p className="keys-line" aria-hidden="true">
        {words.footer}
      </p>
    </div>
  );
}
