import { useState } from "react";

export interface Ticks {
  readonly done: ReadonlySet<number>;
  readonly tick: (line: number) => void;
}

/** Which lines have already been entered; stored on this device for this order. */
export function useTicks(orderId: string): Ticks {
  const place = `console:ticks:${orderId}`;
  const [kept, setKept] = useState({ place, done: readTicks(place) });
  const current = kept.place === place ? kept.done : readTicks(place);
  const tick = (line: number) => {
    const done = new Set(current);
    if (!done.delete(line)) done.add(line);
    if (orderId !== "") sessionStorage.setItem(place, [...done].join());
    setKept({ place, done });
  };
  return { done: current, tick };
}

function readTicks(place: string): Set<number> {
  const stored = sessionStorage.getItem(place) ?? "";
  return new Set(stored.split(",").filter(Boolean).map(Number));
}
