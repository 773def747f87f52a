// A link to the case, for a colleague at the same desk: it carries the number and nothing of the person.
import { Button } from "@trussworks/react-uswds";
import { copyText } from "../charts/sheet";
import { useAnnounce } from "../components/Announcer";
import { useHotkeys } from "../hotkeys/registry";
import { en } from "../messages/en";

const words = en.desktop.link;

export function CopyLink({ number }: { number: string }) {
  const announce = useAnnounce();
  const copy = () => {
    const link = `docket:case/${number}`;
    void copyText(link).then((copied) => announce(copied ? words.copied(number) : words.notCopied(link)));
  };
  useHotkeys([{ id: "copy-link", keys: "c", label: words.copy, group: "here", run: copy }]);
  return (
    <p className="copy-link">
      <Button type="button" unstyled onClick={copy} data-testid="copy-link">
        {words.copy}{" "}
        <span className="key" aria-hidden="true">
          c
        </span>
      </Button>
    </p>
  );
}
