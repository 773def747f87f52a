// Home: whose turn it is, what must happen, by when. Grouped by when the next thing is due, not by state.
import { getRouteApi, Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useRef, useState } from "react";
import type { CaseRow } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { Empty } from "../../components/Empty";
import { Loaded } from "../../components/Loading";
import { ScreenTitle } from "../../components/ScreenTitle";
import { useSearchWords } from "../../components/useSearchWords";
import { day } from "../../format/dates";
import { useListKeys } from "../../hotkeys/useListKeys";
import { en } from "../../messages/en";
import { useDesk, useWorklist } from "../../queries/desk";
import { CasePreview } from "./CasePreview";
import { CaseTable } from "./CaseTable";
import { Filters } from "./Filters";
import { asked, isFiltered, type WorklistSearch } from "./search";
import { type TogetherAction, TogetherDialog } from "./TogetherDialog";
import { useChosen } from "./useChosen";
import { useFresh } from "./useFresh";
import { useRowKeys } from "./useRowKeys";

const route = getRouteApi("/");
const words = en.worklist;

export function WorklistScreen() {
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  const desk = useDesk();
  const announce = useAnnounce();
  const searchBox = useRef<HTMLInputElement>(null);
  const table = useRef<HTMLDivElement>(null);
  const { typed, setTyped } = useSearchWords(filters.q, (q) => change({ q }));
  const [here, setHere] = useState<string | null>(null);
  const [previewed, setPreviewed] = useState(false);
  const [doing, setDoing] = useState<TogetherAction | null>(null);
  const [saving, setSaving] = useState(false);

  const query = asked(filters);
  const list = useWorklist(query);
  const rows: CaseRow[] | undefined = list.data?.pages.flatMap((page) => page.rows);
  const [first] = list.data?.pages ?? [];
  const fresh = useFresh(query, rows, list.dataUpdatedAt);
  const chosen = useChosen(rows);
  const row = rows?.find((one) => one.number === here);
  const selection =
    chosen.selection.length > 0
      ? chosen.selection
      : row
        ? [{ number: row.number, version: row.version }]
        : [];

  const change = (changed: Partial<WorklistSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  function replace(filter: WorklistSearch) {
    setTyped(filter.q ?? "");
    void navigate({ search: filter, replace: true });
  }

  const move = useListKeys(table, searchBox, words.search);
  useRowKeys({
    row,
    chosen,
    onPreview: () => setPreviewed((before) => !before),
    onTogether: (action) => (selection.length > 0 ? setDoing(action) : announce(words.noRow)),
    onSave: () => setSaving(true),
    onMine: () => change({ whose: filters.whose === "mine" ? undefined : "mine" }),
    onReload: () => void list.refetch(),
  });

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
        desk={desk.data}
        onChange={change}
        onReplace={replace}
        saving={saving}
        onSaving={setSaving}
        onLeaveSearch={() => move(1)}
      />
      {fresh.added + fresh.changed > 0 && (
        <p className="fresh" role="status" data-testid="fresh">
          {words.fresh(fresh.added, fresh.changed)}{" "}
          <Button type="button" unstyled onClick={() => void list.refetch()}>
            {words.letIn}
          </Button>
        </p>
      )}
      {chosen.selection.length > 0 && (
        <section className="together-bar" aria-label={en.together.chosen(chosen.selection.length)}>
          <strong role="status">{en.together.chosen(chosen.selection.length)}</strong>
          {(Object.keys(en.together.actions) as TogetherAction[]).map((action) => (
            <Button key={action} type="button" outline onClick={() => setDoing(action)}>
              {en.together.actions[action]}
            </Button>
          ))}
          <Button type="button" unstyled onClick={chosen.none}>
            {en.together.clear}
          </Button>
        </section>
      )}
      <div className="worklist-room">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Space on a link of the list; the link itself is the control. */}
        <div
          ref={table}
          className="worklist-body"
          onKeyDown={(event) => {
            if (event.key !== " " || !(event.target instanceof HTMLAnchorElement)) return;
            event.preventDefault();
            setPreviewed((before) => !before);
          }}
        >
          <Loaded query={{ data: rows, error: list.error, refetch: list.refetch }}>
            {(loaded) =>
              loaded.length === 0 ? (
                <Nothing filtered={isFiltered(filters)} onClear={() => replace({})} />
              ) : (
                <>
                  <CaseTable
                    rows={loaded}
                    chosen={chosen}
                    beside={previewed && row !== undefined}
                    onHere={setHere}
                  />
                  <div className="worklist-foot">
                    <span className="quiet" role="status" data-testid="count">
                      {words.shown(loaded.length, first?.total ?? 0, first?.more_than_total ?? false)}
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
        {previewed && row && <CasePreview number={row.number} onClose={() => setPreviewed(false)} />}
      </div>
      <p className="keys-line" aria-hidden="true">
        {words.footer}
      </p>
      {doing && (
        <TogetherDialog
          selection={selection}
          begin={doing}
          onClose={(done) => {
            setDoing(null);
            if (done) chosen.none();
          }}
        />
      )}
    </div>
  );
}

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return (
    <Empty
      words={filtered ? words.nothingFound : words.empty}
      hint={filtered ? words.nothingFoundHint : words.emptyHint}
    >
      {filtered ? (
        <Button type="button" outline onClick={onClear}>
          {words.clear}
        </Button>
      ) : (
        <Link to="/new">{words.newRequest}</Link>
      )}
    </Empty>
  );
}
