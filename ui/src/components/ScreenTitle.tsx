// The heading of a screen: it takes the focus when the screen opens, and names the window.
import { type ReactNode, useEffect, useRef } from "react";
import { en } from "../messages/en";

interface Props {
  title: string;
  /** What the heading shows, where it is more than the title. */
  children?: ReactNode;
  className?: string;
  /** Whether a field of the screen takes the focus instead. */
  focusElsewhere?: boolean;
}

export function ScreenTitle({ title, children, className, focusElsewhere = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${en.common.program}`;
  }, [title]);
  useEffect(() => {
    if (!focusElsewhere) heading.current?.focus();
  }, [focusElsewhere]);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children ?? title}
    </h1>
  );
}
