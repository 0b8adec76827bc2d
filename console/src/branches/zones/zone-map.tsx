import { type MouseEvent, useMemo } from "react";

import { useWords } from "../../language/language";
import { polygonsOf, type Zone } from "./drawn-zone";
import { drawnIn, frameOf, type MapFrame, pathOf, type Position } from "./map-frame";
import { namePlace } from "./name-place";

interface Props {
  readonly zones: readonly Zone[];
  /** Name of the zone that contains the point. */
  readonly chosen: string | null;
  readonly point: Position | null;
  readonly onPoint: (point: Position) => void;
}

/** The areas of zones, to scale, without a background map; pressing a position tests it. */
export function ZoneMap({ zones, chosen, point, onPoint }: Props) {
  const { zones: words } = useWords().branches;
  const { frame, drawn } = useDrawing(zones);
  if (drawn.length === 0) return <p className="small soft">{words.notDrawn}</p>;
  const press = ({ clientX, clientY, currentTarget }: MouseEvent) => {
    const { left, top, width } = currentTarget.getBoundingClientRect();
    const scale = frame.width / width;
    onPoint(frame.toPlace((clientX - left) * scale, (clientY - top) * scale));
  };
  const [x, y] = point ? frame.toDrawing(point) : [];
  return (
    <svg
      className="zone-map"
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={words.map(drawn.length)}
      onClick={press}
    >
      {drawn.map(({ name, path }, index) => (
        <path key={index} d={path} fillRule="evenodd" data-chosen={name === chosen} />
      ))}
      {drawn.map(({ name, label: [left, top] }, index) => (
        <text key={index} x={left} y={top}>
          {name}
        </text>
      ))}
      {point && <circle cx={x} cy={y} r="9" />}
    </svg>
  );
}

function useDrawing(zones: readonly Zone[]) {
  return useMemo(() => {
    const shapes = zones
      .map((zone) => ({ name: zone.name, polygons: polygonsOf(zone) }))
      .filter(({ polygons }) => polygons.length > 0);
    const frame: MapFrame = frameOf(shapes.flatMap(({ polygons }) => polygons));
    // Where two zones overlap, the one that wins lies on top.
    const inPlace = shapes.map(({ name, polygons }) => ({
      name,
      polygons: drawnIn(frame, polygons),
    }));
    const drawn = inPlace
      .map(({ name, polygons }, index) => {
        const over = inPlace.slice(0, index).flatMap((other) => other.polygons);
        return { name, path: pathOf(polygons), label: namePlace(polygons, over) };
      })
      .reverse();
    return { frame, drawn };
  }, [zones]);
}
