import { useRef } from "react";
import { en } from "../../messages/en";
import { CASE_TABS, type CaseTab } from "./tabs";

/** The tabs of a case: one stop for Tab, arrows within. */
export function TabBar({ tab, onTab }: { tab: CaseTab; onTab: (tab: CaseTab) => void }) {
  const bar = useRef<HTMLDivElement>(null);
  function move(from: CaseTab, by: number) {
    const next = CASE_TABS[(CASE_TABS.indexOf(from) + by + CASE_TABS.length) % CASE_TABS.length];
    if (!next) return;
    onTab(next);
    bar.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }
  return (
    <div ref={bar} role="tablist" aria-label={en.case.tabsLabel} className="tabs">
      {CASE_TABS.map((name, index) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          data-testid={`tab-${name}`}
          aria-selected={tab === name}
          aria-controls={tab === name ? `panel-${name}` : undefined}
          tabIndex={tab === name ? 0 : -1}
          onClick={() => onTab(name)}
          onKeyDown={(event) => {
            if (event.key === "ArrowRight") move(name, 1);
            else if (event.key === "ArrowLeft") move(name, -1);
            else return;
            event.preventDefault();
          }}
        >
          {en.case.tabs[name]}{" "}
          <span className="key" aria-hidden="true">
            {index + 1}
          </span>
        </button>
      ))}
    </div>
  );
}
