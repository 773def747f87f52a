// How much there is to do, how long it takes, what is due when: pictures, each with its numbers behind it.
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { Workload } from "../../backend/wire";
import { Bars } from "../../charts/Bars";
import { Figure } from "../../charts/Figure";
import { days } from "../../charts/scale";
import { WeekColumns } from "../../charts/WeekColumns";
import { Empty } from "../../components/Empty";
import { Loaded } from "../../components/Loading";
import { ScreenTitle } from "../../components/ScreenTitle";
import { SelectField } from "../../components/SelectField";
import { day, shift, weekdayIndex } from "../../format/dates";
import { number } from "../../format/numbers";
import { en } from "../../messages/en";
import { useDesk, useWorkload } from "../../queries/desk";
import { DueCalendar } from "./DueCalendar";
import { Times } from "./Times";

const words = en.workload;
type Weeks = keyof typeof words.periods;

/** The most systems that are drawn; the table has all of them. */
const DRAWN = 12;

export function WorkloadScreen() {
  const desk = useDesk();
  return <Loaded query={desk}>{(open) => <Pictures today={open.today} />}</Loaded>;
}

function Pictures({ today }: { today: string }) {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const desk = useDesk();
  const weeks: Weeks = search.weeks && search.weeks in words.periods ? (search.weeks as Weeks) : "26";
  const agency = search.agency ?? null;
  const load = useWorkload({
    agency,
    from: shift(today, 7 * (1 - Number(weeks)) - weekdayIndex(today)),
    to: today,
  });
  const change = (changed: { agency?: string | undefined; weeks?: string | undefined }) =>
    void navigate({ to: "/workload", search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <div className="workload">
      <header className="bar">
        <ScreenTitle title={words.title} />
        <span className="quiet" data-testid="workload-summary">
          {load.data && words.summary(load.data.open, load.data.overdue)}
        </span>
        <div className="bar-end workload-filters">
          <SelectField
            id="workload-agency"
            help={en.fields.workload.agency}
            label={words.agency}
            value={agency ?? ""}
            options={[
              ["", words.everyAgency] as const,
              ...(desk.data?.agencies ?? []).map(
                (one) => [one.id, en.terms.agency[one.id] ?? one.name] as const,
              ),
            ]}
            onChange={(chosen) => change({ agency: chosen || undefined })}
          />
          <SelectField
            id="workload-weeks"
            help={en.fields.workload.weeks}
            label={words.period}
            value={weeks}
            options={Object.entries(words.periods) as [Weeks, string][]}
            onChange={(chosen) => change({ weeks: chosen === "26" ? undefined : chosen })}
          />
        </div>
      </header>
      {/* Two columns, each as high as its pictures: a table that opens moves only what stands below it. */}
      <div className="workload-body">
        <div>
          <Loaded query={load} words={words.counting}>
            {(data) =>
              isEmpty(data) ? (
                <Empty words={words.empty} hint={words.emptyHint}>
                  <Link to="/new">{en.worklist.newRequest}</Link>
                </Empty>
              ) : (
                <>
                  <WeekByWeek load={data} />
                  <Steps load={data} />
                  <Ages load={data} />
                </>
              )
            }
          </Loaded>
        </div>
        <div>
          {load.data && !isEmpty(load.data) && (
            <>
              <Times load={load.data} />
              <Systems load={load.data} />
            </>
          )}
          <DueCalendar today={today} agency={agency} />
        </div>
      </div>
      <p className="quiet workload-foot">{words.restricted}</p>
    </div>
  );
}

/** Whether nothing came, was decided or is open in the time that is shown. */
function isEmpty(load: Workload): boolean {
  return load.open === 0 && load.weeks.every((week) => week.received + week.decided + week.closed === 0);
}

const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);

function WeekByWeek({ load }: { load: Workload }) {
  const { weeks } = load;
  const says = words.weeks.says(
    sum(weeks.map((week) => week.received)),
    sum(weeks.map((week) => week.decided)),
    sum(weeks.map((week) => week.closed)),
  );
  const rows = weeks.map((week) => [day(week.week), week.received, week.decided, week.closed, week.open]);
  return (
    <Figure title={words.weeks.title} says={says} sheet={{ columns: words.weeks.columns, rows }}>
      <WeekColumns weeks={weeks} label={`${words.weeks.title}. ${says}`} />
    </Figure>
  );
}

function Steps({ load }: { load: Workload }) {
  const rows = load.steps.map((step) => [en.terms.state[step.state], step.cases, step.overdue]);
  return (
    <Figure title={words.steps.title} says={words.steps.says} sheet={{ columns: words.steps.columns, rows }}>
      <Bars
        late
        label={`${words.steps.title}. ${words.summary(load.open, load.overdue)}`}
        bars={load.steps.map((step) => ({
          key: step.state,
          label: en.terms.state[step.state],
          value: step.cases,
          part: step.overdue,
          words: words.steps.words(step.cases, step.overdue),
        }))}
      />
    </Figure>
  );
}

function Ages({ load }: { load: Workload }) {
  const says = load.age ? words.ages.says(days(load.age.median), load.age.longest) : words.ages.none;
  const named = load.ages.map((band) => ({ ...band, name: words.ages.band(band.from_days, band.to_days) }));
  return (
    <Figure
      title={words.ages.title}
      says={says}
      sheet={{ columns: words.ages.columns, rows: named.map((band) => [band.name, band.cases]) }}
    >
      <Bars
        label={`${words.ages.title}. ${says}`}
        bars={named.map((band) => ({
          key: band.name,
          label: band.name,
          value: band.cases,
          words: number(band.cases),
        }))}
      />
    </Figure>
  );
}

function Systems({ load }: { load: Workload }) {
  const several = new Set(load.systems.map((one) => one.agency)).size > 1;
  const named = load.systems.map((one) => ({
    ...one,
    // Each agency has cases whose system is not confirmed: where there are several, the row says whose.
    number: one.system ?? words.systems.none(several ? (en.terms.agency[one.agency] ?? one.agency) : null),
  }));
  const says = words.systems.says(load.systems.filter((one) => one.system !== null).length);
  const rows = named.map((one) => [one.number, one.name, one.cases, one.open]);
  return (
    <Figure title={words.systems.title} says={says} sheet={{ columns: words.systems.columns, rows }}>
      <Bars
        label={`${words.systems.title}. ${says}`}
        bars={named.slice(0, DRAWN).map((one) => ({
          key: `${one.agency} ${one.number}`,
          label: one.name === "" ? one.number : `${one.number} ${one.name}`,
          value: one.cases,
          part: one.open,
          words: words.systems.words(one.cases, one.open),
        }))}
      />
      {named.length > DRAWN && <p className="quiet">{words.systems.rest(named.length - DRAWN)}</p>}
    </Figure>
  );
}
