import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { Button } from "@trussworks/react-uswds";
import { ScreenTitle } from "../components/ScreenTitle";
import { en } from "../messages/en";

/** A page that could not be drawn. */
export function Failed({ reset }: ErrorComponentProps) {
  return (
    <div className="plain">
      <ScreenTitle title={en.common.lost.heading} />
      <p>{en.common.lost.words}</p>
      <div className="actions">
        <Button type="button" onClick={reset}>
          {en.common.lost.again}
        </Button>
        <Link to="/">{en.common.lost.toWorklist}</Link>
      </div>
    </div>
  );
}

/** An address that leads nowhere. */
export function NoSuchPage() {
  return (
    <div className="plain">
      <ScreenTitle title={en.common.lost.noSuch} />
      <p>{en.common.lost.noSuchWords}</p>
      <Link to="/">{en.common.lost.toWorklist}</Link>
    </div>
  );
}
