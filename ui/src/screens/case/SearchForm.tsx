// The office's answer: who searched, where, how, when, and what was found.
import { useState } from "react";
import type { CaseView } from "../../backend/wire";
import { DateField } from "../../components/DateField";
import { TextField } from "../../components/TextField";
import { parseDay } from "../../format/dates";
import { readWhole } from "../../format/numbers";
import { en } from "../../messages/en";
import { useDesk } from "../../queries/desk";
import { useKept } from "../../queries/useKept";
import { CaseForm } from "./CaseForm";
import { type FoundItem, ItemList } from "./ItemList";
import { useCaseAct } from "./useCaseAct";

const words = en.case.search;

const FIELD_IDS: Record<string, string> = {
  by: "search-by",
  where_searched: "search-where",
  how: "search-how",
  on: "search-on",
  items: "add-item",
};

interface Props {
  view: CaseView;
  done: () => void;
  cancel: () => void;
}

export function SearchForm({ view, done, cancel }: Props) {
  const acting = useCaseAct(view);
  const desk = useDesk();
  const [by, setBy] = useState("");
  const [where, setWhere] = useState("");
  const [how, setHow] = useState("");
  const [on, setOn] = useState(desk.data?.today ?? "");
  const [items, setItems] = useState<FoundItem[]>([
    { id: 1, what: "", pages: "1", others: false, medical: false },
  ]);
  const [notSearched, setNotSearched] = useState("");
  const [problem, setProblem] = useState<{ field: string; message: string } | null>(null);

  const kept = useKept(
    `${view.number}/record-search`,
    view.number,
    { by, where, how, on, items, notSearched },
    (before) => {
      setBy(before.by);
      setWhere(before.where);
      setHow(before.how);
      setOn(before.on);
      setItems(before.items);
      setNotSearched(before.notSearched);
    },
  );

  async function submit() {
    const given = items.filter((item) => item.what.trim() !== "");
    const badPages = given.some((item) => readWhole(item.pages, 5) === null);
    const found = !parseDay(on)
      ? { field: "on", message: en.common.dayBad }
      : badPages
        ? { field: "items", message: words.badPages }
        : null;
    setProblem(found);
    if (found) return document.getElementById(FIELD_IDS[found.field] ?? "")?.focus();
    return await acting.act(
      [
        {
          command: "record-search",
          by: by.trim(),
          where_searched: where.trim(),
          how: how.trim(),
          on,
          items: given.map((item) => ({
            what: item.what.trim(),
            pages: readWhole(item.pages, 5) ?? 0,
            concerns_others: item.others,
            medical: item.medical,
          })),
          not_searched: notSearched.trim(),
        },
      ],
      words.recorded,
    );
  }

  const refused = (field: string) =>
    acting.refusal?.field === field
      ? acting.refusal.message
      : problem?.field === field
        ? problem.message
        : null;

  return (
    <CaseForm
      heading={words.recordHeading}
      submit={words.record}
      acting={acting}
      fieldId={(field) => FIELD_IDS[field]}
      kept={kept}
      onSubmit={submit}
      onDone={done}
      onCancel={cancel}
    >
      <div className="row">
        <TextField
          id="search-by"
          help={en.fields.search.by}
          label={words.by}
          hint={words.byHint}
          value={by}
          onChange={setBy}
          problem={refused("by")}
          className="wide"
        />
        <DateField
          id="search-on"
          help={en.fields.search.on}
          label={words.on}
          value={on}
          onChange={setOn}
          problem={refused("on")}
        />
      </div>
      <div className="row">
        <TextField
          id="search-where"
          help={en.fields.search.where}
          label={words.where}
          hint={words.whereHint}
          value={where}
          onChange={setWhere}
          problem={refused("where_searched")}
          className="wide"
        />
        <TextField
          id="search-how"
          help={en.fields.search.how}
          label={words.how}
          hint={words.howHint}
          value={how}
          onChange={setHow}
          problem={refused("how")}
          className="wide"
        />
      </div>
      <TextField
        id="search-not"
        help={en.fields.search.notSearched}
        label={words.notSearched}
        value={notSearched}
        onChange={setNotSearched}
        optional
      />
      <ItemList items={items} onChange={setItems} problem={refused("items")} />
    </CaseForm>
  );
}
