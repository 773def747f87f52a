// Who works at the desk: listed, added, changed, taken off; and who works at this window now.
import { useQueryClient } from "@tanstack/react-query";
import { Button, Table } from "@trussworks/react-uswds";
import { useState } from "react";
import { useBackend } from "../../backend/context";
import type { StaffView } from "../../backend/wire";
import { useAnnounce } from "../../components/Announcer";
import { Loaded } from "../../components/Loading";
import { ReasonDialog } from "../../components/ReasonDialog";
import { RefusalNotice } from "../../components/RefusalNotice";
import { en } from "../../messages/en";
import { keys, useStaff } from "../../queries/desk";
import { useAsk } from "../../queries/useAsk";
import { StaffForm } from "./StaffForm";

const words = en.settings.staff;

type Doing = { what: "add" } | { what: "change" | "leave"; member: StaffView } | null;

export function StaffPart() {
  const staff = useStaff();
  const client = useQueryClient();
  const announce = useAnnounce();
  const [doing, setDoing] = useState<Doing>(null);

  function changed(list: StaffView[], said: string) {
    client.setQueryData(keys.staff, list);
    announce(said);
  }
  const close = () => setDoing(null);

  return (
    <section aria-labelledby="staff-heading" data-testid="staff">
      <h2 id="staff-heading">{words.heading}</h2>
      <p className="quiet">{words.words}</p>
      <Loaded query={staff}>{(list) => <StaffTable list={list} onDo={setDoing} />}</Loaded>
      {doing?.what === "add" && (
        <StaffForm member={null} taken={(list) => changed(list, words.added)} done={close} cancel={close} />
      )}
      {doing?.what === "change" && (
        <StaffForm
          key={doing.member.name}
          member={doing.member}
          taken={(list) => changed(list, words.changed)}
          done={close}
          cancel={close}
        />
      )}
      {doing?.what === "leave" && (
        <Leave
          member={doing.member}
          taken={(list) => changed(list, words.left(doing.member.name))}
          close={close}
        />
      )}
      {doing === null && (
        <div className="actions">
          <Button type="button" outline onClick={() => setDoing({ what: "add" })} data-testid="add-staff">
            {words.add}
          </Button>
        </div>
      )}
    </section>
  );
}

function StaffTable({ list, onDo }: { list: StaffView[]; onDo: (doing: Doing) => void }) {
  const backend = useBackend();
  const client = useQueryClient();
  const announce = useAnnounce();
  const { busy, refusal, ask } = useAsk();

  async function workAs(name: string) {
    const desk = await ask(() => backend.workAs(name));
    if (!desk) return;
    // What one may see another may not: everything that was read is read anew.
    client.removeQueries({ type: "inactive" });
    await client.resetQueries({ type: "active" });
    announce(words.worksNow(name));
  }

  return (
    <>
      <RefusalNotice refusal={refusal} />
      <Table compact fullWidth bordered={false} className="staff-table">
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.title}</th>
            <th scope="col">{words.columns.roles}</th>
            <th scope="col">
              <span className="sr-only">{words.columns.does}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.map((member) => (
            <tr key={member.name}>
              <th scope="row">
                {member.name}
                {member.here && <span className="quiet"> ({words.here})</span>}
              </th>
              <td>{[member.title, member.unit].filter((part) => part !== "").join(", ")}</td>
              <td>
                {member.active
                  ? member.roles.map((role) => en.terms.role[role]).join(", ")
                  : words.worksNoMore}
              </td>
              <td>
                {member.active && (
                  <div className="staff-does">
                    {!member.here && (
                      <Button
                        type="button"
                        unstyled
                        aria-label={words.workAsOf(member.name)}
                        disabled={busy}
                        onClick={() => void workAs(member.name)}
                      >
                        {words.workAs}
                      </Button>
                    )}
                    <Button
                      type="button"
                      unstyled
                      aria-label={words.changeOf(member.name)}
                      onClick={() => onDo({ what: "change", member })}
                    >
                      {words.change}
                    </Button>
                    <Button
                      type="button"
                      unstyled
                      aria-label={words.leaveOf(member.name)}
                      onClick={() => onDo({ what: "leave", member })}
                    >
                      {words.leave}
                    </Button>
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

interface LeaveProps {
  member: StaffView;
  taken: (list: StaffView[]) => void;
  close: () => void;
}

function Leave({ member, taken, close }: LeaveProps) {
  const backend = useBackend();
  const asking = useAsk();
  return (
    <ReasonDialog
      id="leave-reason"
      form={`staff-leave/${member.name}`}
      heading={words.leaveAsk(member.name)}
      words={words.leaveWords}
      label={words.why}
      confirm={words.leave}
      asking={asking}
      onClose={close}
      onReason={async (reason) => {
        const list = await asking.ask(() => backend.deactivateStaff(member.name, reason));
        if (list) taken(list);
        return list !== null;
      }}
    />
  );
}
