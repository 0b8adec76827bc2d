import { useState } from "react";

import { columnText, type Drawn, type Scale } from "./chart-series";

/** Shows the values of each column to pointer and keyboard users. */
export function Reads({ columns, series, written, y }: Drawn & { y: Scale }) {
  const [read, setRead] = useState<number>();
  return (
    <>
      <Dots columns={columns} series={series} y={y} read={read} />
      <div className="reads">
        {columns.map((column, index) => (
          <button
            key={column}
            type="button"
            aria-label={`${column}: ${columnText(series, index, written).join(", ")}`}
            onPointerEnter={() => setRead(index)}
            onPointerLeave={() => setRead(undefined)}
            onFocus={() => setRead(index)}
            onBlur={() => setRead(undefined)}
          />
        ))}
      </div>
      {read !== undefined && (
        <div className="tip" style={tipPlace(read, columns.length)}>
          <b>{columns[read]}</b>
          {columnText(series, read, written).map((text) => (
            <div key={text}>{text}</div>
          ))}
        </div>
      )}
    </>
  );
}

/**
 * Marks where a line has values; they are not part of the drawing below because that is stretched.
 */
function Dots({
  columns,
  series,
  y,
  read,
}: Omit<Drawn, "written"> & { y: Scale; read: number | undefined }) {
  const lines = series.filter(({ kind }) => kind === "line");
  return (
    <div className="dots" aria-hidden="true">
      {lines.flatMap(({ name, look, values }) =>
        values.map((value, index) =>
          value === null ? null : (
            <i
              key={`${name} ${columns[index]}`}
              className={index === read ? `${look} read` : look}
              style={{ left: `${(100 * (index + 0.5)) / columns.length}%`, top: `${y(value)}%` }}
            />
          ),
        ),
      )}
    </div>
  );
}

function tipPlace(index: number, count: number) {
  const middle = (100 * (index + 0.5)) / count;
  return middle < 50 ? { left: `${middle}%`, top: 0 } : { right: `${100 - middle}%`, top: 0 };
}
