// Filters that somebody keeps under a name: choosing one puts it in the place of the filter that is set.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Label, Select } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { SavedFilter } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { AskDialog } from "../../components/AskDialog";
import { HELP_KEY } from "../../components/FieldHelp";
import { RefusalNotice } from "../../components/RefusalNotice";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { keys } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { asked, fromSaved, isFiltered, type WorklistSearch } from "./search";

const words = en.worklist;

interface Props {
  filters: WorklistSearch;
  saving: boolean;
  onSaving: (saving: boolean) => void;
  onReplace: (filter: WorklistSearch) => void;
}

export function SavedFilters({ filters, saving, onSaving, onReplace }: Props) {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const { busy, refusal, ask } = useAsk();
  const [name, setName] = useState("");
  const [empty, setEmpty] = useState(false);
  const saved = useQuery({ queryKey: keys.filters, queryFn: () => backend.filters() });
  const now = JSON.stringify(asked(filters));
  const current = saved.data?.find((one) => sameFilter(one, now));

  async function keep(question: () => Promise<SavedFilter[]>, said: string) {
    const all = await ask(question);
    if (!all) return;
    client.setQueryData(keys.filters, all);
    announce(said);
    onSaving(false);
    setName("");
  }

  return (
    <>
      {(saved.data?.length ?? 0) > 0 && (
        <>
          <Label htmlFor="filter-saved" className="sr-only">
            {words.saved}
          </Label>
          <Select
            {...HELP_KEY}
            id="filter-saved"
            name="saved"
            value={current?.name ?? ""}
            onChange={(event) => {
              const chosen = saved.data?.find((one) => one.name === event.target.value);
              const filter = chosen && fromSaved(chosen.filter);
              if (filter) onReplace(filter);
            }}
          >
            <option value="">{words.savedChoose}</option>
            {saved.data?.map((one) => (
              <option key={one.name} value={one.name}>
                {one.name}
              </option>
            ))}
          </Select>
        </>
      )}
      {current ? (
        <Button
          type="button"
          unstyled
          onClick={() => void keep(() => backend.forgetFilter(current.name), words.forgotten(current.name))}
        >
          {words.forget(current.name)}
        </Button>
      ) : (
        isFiltered(filters) && (
          <Button type="button" unstyled onClick={() => onSaving(true)}>
            {words.save}
          </Button>
        )
      )}
      {saving && (
        <AskDialog
          heading={words.save}
          words={words.saveWords}
          confirm={en.common.save}
          busy={busy}
          onCancel={() => onSaving(false)}
          onConfirm={() => {
            setEmpty(name.trim() === "");
            if (name.trim() === "") return document.getElementById("filter-name")?.focus();
            void keep(() => backend.saveFilter(name.trim(), now), words.savedDone(name.trim()));
          }}
        >
          <RefusalNotice refusal={refusal} />
          <TextField
            id="filter-name"
            help={en.fields.worklist.saveName}
            label={words.saveName}
            value={name}
            onChange={setName}
            problem={empty ? words.saveEmpty : null}
          />
        </AskDialog>
      )}
    </>
  );
}

/** Whether a saved filter asks the same as this question. */
function sameFilter(saved: SavedFilter, now: string): boolean {
  const filter = fromSaved(saved.filter);
  return filter !== null && JSON.stringify(asked(filter)) === now;
}
