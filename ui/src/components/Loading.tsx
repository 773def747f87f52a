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
  children,
}: {
  query: Shown<T>;
  words?: string;
  /** What the screen is called where it was refused: its own heading stands in what does not come. */
  title?: string;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return (
      <div className="failed">
        {title !== undefined && <ScreenTitle title={title} focusElsewhere />}
        <RefusalNotice refusal={refusalFrom(query.error)} />
        <Button type="button" outline onClick={() => void query.refetch()}>
          {en.common.lost.again}
        </Button>
      </div>
    );
  }
  return (
    <p className="busy" role="status">
      {words ?? en.common.working}
    </p>
  );
}
