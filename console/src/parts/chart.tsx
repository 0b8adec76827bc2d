import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useState } from "react";

import { useWords } from "../language/language";
import { Button } from "./button";
import { Reads } from "./chart-reads";
import { type Drawn, type Scale, type Series, valueText } from "./chart-series";

/** Width of one column in drawing units: large, so that nothing is blurred when it is stretched. */
const UNIT = 100;
/** Share of a column; no bar takes more than a twelfth of the whole drawing. */
const BAR = 0.6;
const BARS_AT_LEAST = 12;
/** Room for names below the narrowest drawing, in letters. */
const ROOM_FOR_NAMES = 40;

interface Props extends Drawn {
  readonly title: string;
  /** How many of the row's twelve parts the chart takes. */
  readonly wide: "c-7" | "c-5" | "c-6" | "c-12";
}

/** Values by column, with an axis; readable by pointer, by keyboard, and as a table. */
export function Chart({ title, columns, series, written, wide }: Props) {
  const { money: words } = useWords();
  const [isTable, setIsTable] = useState(false);
  return (
    <figure className={`card ${wide}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="legend end">
          {series.map(({ name, kind, look }) => (
            <span key={name}>
              <i className={kind === "line" ? `l ${look}` : look} />
              {name}
            </span>
          ))}
        </span>
        <Button look="quiet" small onPress={() => setIsTable(!isTable)}>
          {isTable ? words.chart : words.table}
        </Button>
      </header>
      <div className="body">
        {series.every(({ values }) => values.every((value) => value === null)) ? (
          <p className="soft">{words.unknown}</p>
        ) : isTable ? (
          <ChartTable columns={columns} series={series} written={written} />
        ) : (
          <Plot columns={columns} series={series} written={written} />
        )}
      </div>
    </figure>
  );
}

function ChartTable({ columns, series, written }: Drawn) {
  return (
    <div className="scrolled" tabIndex={0}>
      <table className="tbl">
        <thead>
          <tr>
            <td />
            {series.map(({ name }) => (
              <th key={name} scope="col" className="r">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map((column, index) => (
            <tr key={column}>
              <th scope="row">{column}</th>
              {series.map(({ name, values }) => (
                <td key={name} className="r num">
                  {valueText(values[index], written)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Plot({ columns, series, written }: Drawn) {
  const top = Math.max(1, ...columns.map((_, index) => heightAt(series, index)));
  const y = scaleLinear([0, top], [100, 0]).nice(4);
  const isCounted = series.every(({ values }) => values.every((value) => !(Number(value) % 1)));
  const ticks = y.ticks(4).filter((tick) => !isCounted || Number.isInteger(tick));
  return (
    <div className="plot">
      <div className="y" aria-hidden="true">
        {[...ticks].reverse().map((tick) => (
          <span key={tick}>{written(tick)}</span>
        ))}
      </div>
      <div className="area">
        <svg
          viewBox={`0 0 ${UNIT * columns.length} 100`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {ticks.map((tick) => (
            <line
              key={tick}
              className="g"
              x1="0"
              x2={UNIT * columns.length}
              y1={y(tick)}
              y2={y(tick)}
            />
          ))}
          <Bars series={series} columns={columns} y={y} />
          <Lines series={series} y={y} />
        </svg>
        <Reads columns={columns} series={series} written={written} y={y} />
      </div>
      <Names columns={columns} />
    </div>
  );
}

/** Names below the columns; only every second or third when there is no room for all. */
function Names({ columns }: Pick<Props, "columns">) {
  const longest = Math.max(...columns.map(({ length }) => length));
  const every = Math.ceil((columns.length * (longest + 1)) / ROOM_FOR_NAMES);
  return (
    <div className="x" aria-hidden="true">
      {columns.map((column, index) => (
        <span key={column}>{index % every === 0 && column}</span>
      ))}
    </div>
  );
}

function Bars({ series, columns, y }: Pick<Props, "series" | "columns"> & { y: Scale }) {
  const width = Math.min(BAR, columns.length / BARS_AT_LEAST);
  return columns.map((column, index) => {
    let below = 0;
    return series
      .filter(({ kind }) => kind === "bar")
      .map(({ name, look, values }) => {
        const value = values[index] ?? 0;
        const from = below;
        below += value;
        const [bottom, above] = [y(from), y(below)];
        return (
          <rect
            key={`${column} ${name}`}
            className={look}
            x={UNIT * (index + (1 - width) / 2)}
            width={UNIT * width}
            y={above}
            height={Math.max(0, bottom - above)}
          />
        );
      });
  });
}

function Lines({ series, y }: Pick<Props, "series"> & { y: Scale }) {
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => UNIT * (index + 0.5))
    .y((value) => y(value ?? 0));
  return series
    .filter(({ kind }) => kind === "line")
    .map(({ name, look, values }) => (
      <path key={name} className={`ln ${look}`} d={draw([...values]) ?? ""} />
    ));
}

function heightAt(series: readonly Series[], index: number): number {
  const valuesOf = (kind: Series["kind"]) =>
    series.filter((one) => one.kind === kind).map(({ values }) => values[index] ?? 0);
  return Math.max(
    valuesOf("bar").reduce((sum, value) => sum + value, 0),
    ...valuesOf("line"),
  );
}
