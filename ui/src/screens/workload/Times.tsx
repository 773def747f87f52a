// How long decisions took: all together, by agency, by kind, by system.
import type { TimeToDecide, Workload } from "../../backend/wire";
import { Figure } from "../../charts/Figure";
import { SpreadLines } from "../../charts/SpreadLines";
import { days } from "../../charts/scale";
import { en } from "../../messages/en";

const words = en.workload.times;
/** The most lines that are drawn; the table has all of them. */
const DRAWN = 16;

export function Times({ load }: { load: Workload }) {
  const whole = load.decided.find((one) => one.by === "all")?.spread;
  const says = whole
    ? words.says(whole.cases, days(whole.median), days(whole.mean), days(whole.deviation))
    : words.none;
  const rows = load.decided.map((one) => {
    const { spread } = one;
    return [
      nameOf(one),
      spread.cases,
      spread.median ?? 0,
      tenth(spread.mean),
      tenth(spread.deviation),
      spread.lower_quartile,
      spread.upper_quartile,
      spread.ninth_decile,
      spread.shortest,
      spread.longest,
    ];
  });
  return (
    <Figure title={words.title} says={says} sheet={{ columns: words.columns, rows }}>
      <SpreadLines
        label={`${words.title}. ${says}`}
        rows={load.decided.slice(0, DRAWN).map((one) => ({
          key: `${one.by} ${one.of}`,
          label: nameOf(one),
          spread: one.spread,
        }))}
      />
    </Figure>
  );
}

const tenth = (value: number | null) => Math.round((value ?? 0) * 10) / 10;

function nameOf(one: TimeToDecide): string {
  const { by, of } = one;
  if (by === "all") return words.all;
  if (of === "") return words.noSystem;
  if (by === "agency") return en.terms.agency[of] ?? of;
  if (by === "kind") return (en.terms.kind as Record<string, string>)[of] ?? of;
  return of;
}
