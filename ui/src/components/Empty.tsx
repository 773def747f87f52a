import type { ReactNode } from "react";

/** What stands where there is nothing, and what to do about it. */
export function Empty({ words, hint, children }: { words: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{words}</p>
      {hint && <p className="quiet">{hint}</p>}
      {children}
    </div>
  );
}
