import { Button, Checkbox, ErrorMessage, TextInput } from "@trussworks/react-uswds";
import { HELP_KEY } from "../../components/FieldHelp";
import { HelpedGroup } from "../../components/HelpedGroup";
import { en } from "../../messages/en";

const words = en.case.search;

export interface FoundItem {
  id: number;
  what: string;
  pages: string;
  others: boolean;
  medical: boolean;
}

interface Props {
  items: FoundItem[];
  onChange: (items: FoundItem[]) => void;
  problem: string | null;
}

/** The records found, one a line. An empty list means that there was none. */
export function ItemList({ items, onChange, problem }: Props) {
  function edit(id: number, changed: Partial<FoundItem>) {
    onChange(items.map((item) => (item.id === id ? { ...item, ...changed } : item)));
  }
  return (
    <HelpedGroup legend={words.items} hint={words.itemsHint} help={en.fields.search.items} className="items">
      {problem && <ErrorMessage>{problem}</ErrorMessage>}
      {items.map((item, index) => (
        <div key={item.id} className="item">
          <span className="quiet" aria-hidden="true">
            {index + 1}.
          </span>
          <TextInput
            {...HELP_KEY}
            id={`item-${item.id}`}
            name="item"
            type="text"
            aria-label={words.item(index + 1)}
            placeholder={words.itemWhat}
            autoComplete="off"
            value={item.what}
            onChange={(event) => edit(item.id, { what: event.target.value })}
          />
          <TextInput
            {...HELP_KEY}
            id={`item-pages-${item.id}`}
            name="pages"
            type="text"
            inputMode="numeric"
            className="pages-input"
            aria-label={words.pagesOf(index + 1)}
            autoComplete="off"
            value={item.pages}
            onChange={(event) => edit(item.id, { pages: event.target.value })}
          />
          <span className="quiet">{words.pages.toLowerCase()}</span>
          <Checkbox
            {...HELP_KEY}
            id={`item-others-${item.id}`}
            name="others"
            label={words.concernsOthers}
            aria-label={words.concernsOthersOf(index + 1)}
            checked={item.others}
            onChange={(event) => edit(item.id, { others: event.target.checked })}
          />
          <Checkbox
            {...HELP_KEY}
            id={`item-medical-${item.id}`}
            name="medical"
            label={words.isMedical}
            aria-label={words.isMedicalOf(index + 1)}
            checked={item.medical}
            onChange={(event) => edit(item.id, { medical: event.target.checked })}
          />
          <Button
            type="button"
            unstyled
            aria-label={words.removeItem(index + 1)}
            onClick={() => {
              onChange(items.filter((other) => other.id !== item.id));
              document.getElementById("add-item")?.focus();
            }}
          >
            ✕
          </Button>
        </div>
      ))}
      {items.length === 0 && <p>{words.nothing}</p>}
      <Button
        type="button"
        unstyled
        id="add-item"
        onClick={() => {
          const id = Math.max(0, ...items.map((item) => item.id)) + 1;
          onChange([...items, { id, what: "", pages: "1", others: false, medical: false }]);
          requestAnimationFrame(() => document.getElementById(`item-${id}`)?.focus());
        }}
      >
        + {words.addItem}
      </Button>
    </HelpedGroup>
  );
}
