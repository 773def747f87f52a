/** The paragraph behind a demand, quietly. */
export function Cite({ children }: { children: string }) {
  return children === "" ? null : <cite className="cite">{children}</cite>;
}
