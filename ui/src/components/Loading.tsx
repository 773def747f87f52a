import { Button } from "@trussworks/react-uswds";
import type { ReactNode } from "react";
import { en } from "../messages/en";
import { refusalFrom } from "../queries/useAsk";
import { RefusalNotice } from "./RefusalNotice";
import { ScreenTitle } from "./ScreenTitle";

interface Shown<T> {
  data: T | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** Shows what was asked for, or that it is on its way, or why it was refused. */
export function Loaded<T>({
  query,
  words,
  title,
  instead,
  children,
}: {
  query: Shown<T>;
  words?: string;
  /** What the screen is called where it was refused: its own heading stands in what does not come. */
  title?: string;
  /** Where one goes on when there is no such thing. */
  instead?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    const refusal = refusalFrom(query.error);
    return (
      <div className="failed">
        {title !== undefined && <ScreenTitle title={title} focusElsewhere />}
        <RefusalNotice refusal={refusal} />
        {/* Asking again finds no more of what does not exist. */}
        {refusal.code === "not-found" && instead ? (
          <p>{instead}</p>
        ) : (
          <Button type="button" outline onClick={() => void query.refetch()}>
            {en.common.lost.again}
          </Button>
        )}
      </div>
    );
  }
  return (
    <p className="busy" role="status">
      {words ?? en.common.working}
    </p>
  );
}
