import { useLanguage, useWords } from "../language/language";
import { Chart } from "../parts/chart";
import { type Column, columnsByDay, columnsByHour, type Figure } from "./figure-columns";
import { type FiguresAnswer, type FiguresVariables } from "./operations";
import { secondsText } from "./seconds-text";
import { useMinutes } from "./use-minutes";

interface Props {
  readonly answer: FiguresAnswer;
  readonly asked: FiguresVariables;
}

/** By hour for a single day, by day for a longer period. */
export function FigureCharts({ answer, asked }: Props) {
  const { money: words } = useWords();
  const isByHour = asked.from === asked.to;
  const columns = isByHour ? columnsByHour(answer) : columnsByDay(answer, asked);
  return (
    <>
      <OrdersChart columns={columns} title={isByHour ? words.byHour : words.byDay} />
      <TillChart columns={columns} />
      <HandedChart columns={columns} />
      <KitchenChart columns={columns} />
      <CancelledChart columns={columns} />
    </>
  );
}

interface ChartProps {
  readonly columns: readonly Column[];
}

function OrdersChart({ columns, title }: ChartProps & { title: string }) {
  const { money: words } = useWords();
  const written = useNumber();
  const collected = ({ orders, delivery }: Figure) => orders - delivery;
  const past = columns.map(({ before }) => before?.orders ?? null);
  return (
    <Chart
      title={title}
      wide="c-7"
      columns={columns.map(({ name }) => name)}
      written={written}
      series={[
        { name: words.delivery, kind: "bar", look: "a", values: of(columns, (f) => f.delivery) },
        { name: words.pickup, kind: "bar", look: "b", values: of(columns, collected) },
        { name: words.past, kind: "line", look: "dash", values: past },
      ]}
    />
  );
}

function TillChart({ columns }: ChartProps) {
  const { money: words } = useWords();
  const { language } = useLanguage();
  const [usual, slow] = [
    of(columns, (f) => f.secondsToTill),
    of(columns, (f) => f.secondsToTill95),
  ];
  return (
    <Chart
      title={words.toTill}
      wide="c-5"
      columns={columns.map(({ name }) => name)}
      written={(value) => secondsText(value, language)}
      series={[
        { name: words.usual, kind: "line", look: "a", values: usual },
        { name: words.slow, kind: "line", look: "light", values: slow },
      ]}
    />
  );
}

function HandedChart({ columns }: ChartProps) {
  const { money: words } = useWords();
  const written = useNumber();
  const silent = ({ handedOver, refused, unreached }: Figure) =>
    Math.max(0, handedOver - refused - unreached);
  return (
    <Chart
      title={words.handed}
      wide="c-5"
      columns={columns.map(({ name }) => name)}
      written={written}
      series={[
        { name: words.silent, kind: "bar", look: "calm", values: of(columns, silent) },
        { name: words.refused, kind: "bar", look: "warn", values: of(columns, (f) => f.refused) },
        {
          name: words.unreached,
          kind: "bar",
          look: "bad",
          values: of(columns, (f) => f.unreached),
        },
      ]}
    />
  );
}

function KitchenChart({ columns }: ChartProps) {
  const { money: words } = useWords();
  const written = useMinutes();
  const minutes = (seconds: (figure: Figure) => number | null) =>
    of(columns, seconds).map((value) => (value === null ? null : value / 60));
  return (
    <Chart
      title={words.kitchen}
      wide="c-7"
      columns={columns.map(({ name }) => name)}
      written={written}
      series={[
        { name: words.usual, kind: "line", look: "a", values: minutes((f) => f.secondsToReady) },
        {
          name: words.slow,
          kind: "line",
          look: "light",
          values: minutes((f) => f.secondsToReady95),
        },
        {
          name: words.toGuest,
          kind: "line",
          look: "dash",
          values: minutes((f) => f.secondsToGuest),
        },
      ]}
    />
  );
}

function CancelledChart({ columns }: ChartProps) {
  const { money: words } = useWords();
  const written = useNumber();
  const unpaid = ({ cancelled, cancelledPaid }: Figure) => cancelled - cancelledPaid;
  return (
    <Chart
      title={words.cancelled}
      wide="c-7"
      columns={columns.map(({ name }) => name)}
      written={written}
      series={[
        { name: words.unpaid, kind: "bar", look: "calm", values: of(columns, unpaid) },
        {
          name: words.paidOnline,
          kind: "bar",
          look: "warn",
          values: of(columns, (f) => f.cancelledPaid),
        },
      ]}
    />
  );
}

function of(columns: readonly Column[], value: (figure: Figure) => number | null) {
  return columns.map(({ now }) => (now ? value(now) : null));
}

function useNumber(): (value: number) => string {
  const { language } = useLanguage();
  return (value) => new Intl.NumberFormat(language).format(value);
}
