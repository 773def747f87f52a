// Where the office lays new versions of the program. An administrator names the folder; everybody sees which it is.

import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { VersionPlace } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { Loaded } from "../../components/Loading";
import { RefusalNotice } from "../../components/RefusalNotice";
import { TextField } from "../../components/TextField";
import { en } from "../../messages/en";
import { keys, useVersionPlace } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";

const words = en.versions;

export function VersionsPart() {
  const place = useVersionPlace();
  return (
    <section aria-labelledby="versions-heading">
      <h2 id="versions-heading">{words.heading}</h2>
      <p className="quiet">{words.words}</p>
      <Loaded query={place}>
        {(known) => (
          <>
            {known.may_change ? <Folder place={known} /> : <Named folder={known.folder} />}
            {known.folder !== "" && (
              <p>
                <Link to="/help" search={{ part: "about" }}>
                  {words.toLook}
                </Link>
              </p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Named({ folder }: { folder: string }) {
  return (
    <>
      <dl className="facts">
        <dt>{words.folder}</dt>
        <dd className="path">{folder === "" ? words.noFolder : folder}</dd>
      </dl>
      <p className="quiet">{words.notYours}</p>
    </>
  );
}

function Folder({ place }: { place: VersionPlace }) {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const { busy, refusal, ask } = useAsk();
  const [folder, setFolder] = useState(place.folder);

  async function choose() {
    const chosen = await ask(() => backend.chooseFolder());
    if (chosen) setFolder(chosen);
  }

  async function save() {
    const saved = await ask(() => backend.setVersionFolder(folder));
    if (!saved) return;
    setFolder(saved.folder);
    client.setQueryData(keys.versions, saved);
    announce(words.saved(saved.folder));
  }

  return (
    <form
      noValidate
      className="version-folder"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void save();
      }}
    >
      <RefusalNotice refusal={refusal} fieldId={(field) => ({ folder: "version-folder" })[field]} />
      <TextField
        id="version-folder"
        help={en.fields.settings.versionFolder}
        label={words.folder}
        hint={words.folderHint}
        value={folder}
        onChange={setFolder}
        problem={refusal?.field === "folder" ? refusal.message : null}
      />
      <Button type="button" unstyled onClick={() => void choose()}>
        {words.choose}
      </Button>
      <div className="actions">
        <Button type="submit" outline disabled={busy} data-testid="save-version-folder">
          {en.common.save}
        </Button>
      </div>
    </form>
  );
}
