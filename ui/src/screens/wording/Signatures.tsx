// The signatures of the officials: a row each, and below the table the form of those that the draft puts in or changes.
import { Button, Table } from "@trussworks/react-uswds";
import { useEffect, useRef } from "react";
import { HelpedGroup } from "../../components/HelpedGroup";
import { TextField } from "../../components/TextField";
import { useHotkeys } from "../../hotkeys/registry";
import { en } from "../../messages/en";
import { useStaff } from "../../queries/desk";
import { Picture } from "./Picture";
import { PictureFile } from "./PictureFile";
import type { TypedSignature } from "./pictures";
import type { WordingDraft } from "./useWordingDraft";

const words = en.wording.pictures;

export function Signatures({ draft: { pictures } }: { draft: WordingDraft }) {
  const staff = useStaff();
  const { typed, inForce } = pictures;
  const added = useRef<number | null>(null);
  const putIn = () => {
    added.current = pictures.putSignature();
  };
  // Whoever asked for the form of a signature goes on in it.
  useEffect(() => {
    if (added.current === null) return;
    document.querySelector<HTMLElement>(`#signature-${added.current} :is(input, textarea)`)?.focus();
    added.current = null;
  });
  const change = (official: string) => {
    added.current = pictures.changeSignature(official);
  };
  useHotkeys([
    { id: "put-in-signature", keys: "", label: en.keys.putInSignature, group: "here", run: putIn },
  ]);
  // The button that was pressed goes; whoever works by key goes on from here.
  const goOn = () => document.getElementById("put-in-signature")?.focus();
  const takeOut = (official: string) => {
    pictures.takeSignatureOut(official);
    goOn();
  };
  const leave = (id: number) => {
    pictures.leaveSignature(id);
    goOn();
  };
  const known = inForce.signatures ?? [];
  const fresh = typed.signatures.filter((one) => !known.some(({ official }) => official === one.of));
  const edited = typed.signatures.filter((one) => one.picture !== "taken-out");
  const draftOf = (official: string) => typed.signatures.find((one) => one.of === official);
  return (
    <section aria-labelledby="signatures-heading" className="signatures" data-testid="signatures">
      <h3 id="signatures-heading">{words.signatures}</h3>
      <p className="quiet">{words.rule}</p>
      {known.length + fresh.length === 0 ? (
        <p>{words.noSignatures}</p>
      ) : (
        <Table compact bordered={false}>
          <caption className="sr-only">{words.signatures}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.official}</th>
              <th scope="col">{words.columns.issuers}</th>
              <th scope="col">{words.columns.picture}</th>
              <th scope="col">{words.columns.does}</th>
            </tr>
          </thead>
          <tbody>
            {known.map((one) => (
              <Row
                key={one.official}
                official={one.official}
                issuers={draftOf(one.official)?.issuers ?? (one.issuers ?? []).join("\n")}
                png={pictures.fileOf(draftOf(one.official)) ?? one.picture}
                drafted={draftOf(one.official)}
                onChange={() => change(one.official)}
                onTakeOut={() => takeOut(one.official)}
                onLeave={leave}
              />
            ))}
            {fresh.map((one) => (
              <Row
                key={one.id}
                official={one.official.trim()}
                issuers={one.issuers}
                png={pictures.fileOf(one)}
                drafted={one}
                onLeave={leave}
              />
            ))}
          </tbody>
        </Table>
      )}
      {edited.map((one) => (
        <Form key={one.id} one={one} pictures={pictures} />
      ))}
      <datalist id="signature-officials">
        {(staff.data ?? []).map((one) => (
          <option key={one.name} value={one.name} />
        ))}
      </datalist>
      <Button type="button" id="put-in-signature" outline onClick={putIn} data-testid="put-in-signature">
        {words.putInSignature}
      </Button>
    </section>
  );
}

interface RowProps {
  official: string;
  issuers: string;
  png: string | undefined;
  /** What the draft does to it; nothing where it is as in force. */
  drafted: TypedSignature | undefined;
  onChange?: () => void;
  onTakeOut?: () => void;
  onLeave: (id: number) => void;
}

function Row({ official, issuers, png, drafted, onChange, onTakeOut, onLeave }: RowProps) {
  const gone = drafted?.picture === "taken-out";
  const name = official || words.noOfficial;
  return (
    <tr>
      <th scope="row">
        {name}
        {drafted && <span className="mark-doubt">{gone ? words.takenOutMark : en.wording.draftMark}</span>}
      </th>
      <td className="issuers">
        {gone ? "" : issuers.trim() || <span className="quiet">{words.nobodyElse}</span>}
      </td>
      <td>
        {gone ? (
          words.byHand
        ) : png ? (
          <Picture png={png} alt={words.signatureAlt(name)} />
        ) : (
          <span className="quiet">{words.noPicture}</span>
        )}
      </td>
      <td className="row-does">
        {!drafted && (
          <>
            <Button type="button" unstyled aria-label={words.changeOf(name)} onClick={onChange}>
              {words.change}
            </Button>
            <Button type="button" unstyled aria-label={words.takeOutOf(name)} onClick={onTakeOut}>
              {words.takeOut}
            </Button>
          </>
        )}
        {drafted && (
          <Button
            type="button"
            unstyled
            aria-label={words.takeBackOf(name)}
            onClick={() => onLeave(drafted.id)}
          >
            {en.wording.draft.takeBack}
          </Button>
        )}
      </td>
    </tr>
  );
}

interface FormProps {
  one: TypedSignature;
  pictures: WordingDraft["pictures"];
}

function Form({ one, pictures }: FormProps) {
  const edit = (changed: Partial<TypedSignature>) => pictures.editSignature({ ...one, ...changed });
  const another = one.of !== null || pictures.fileOf(one) !== undefined;
  const legend = one.of === null ? words.newSignature : words.signatureOf(one.of);
  return (
    <div id={`signature-${one.id}`} className="signature-form">
      <HelpedGroup legend={legend} help={en.fields.wording.signature}>
        {one.of === null && (
          <TextField
            id={`signature-official-${one.id}`}
            label={words.official}
            hint={words.officialHint}
            help={en.fields.wording.official}
            list="signature-officials"
            value={one.official}
            onChange={(official) => edit({ official })}
          />
        )}
        <TextField
          id={`signature-issuers-${one.id}`}
          label={words.issuers}
          hint={words.issuersHint}
          help={en.fields.wording.issuers}
          rows={2}
          optional
          value={one.issuers}
          onChange={(issuers) => edit({ issuers })}
        />
        <PictureFile
          id={`signature-file-${one.id}`}
          label={another ? words.another : words.choosePicture}
          labelMore={words.forSignature(one.official.trim())}
          help={en.fields.wording.signaturePicture}
          onChoose={(base64) => pictures.putSignaturePicture(one, base64)}
        />
      </HelpedGroup>
    </div>
  );
}
