import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

import { type Room } from "../routing/address";

type RoomCounts = Partial<Record<Room, number>>;

interface Counts {
  readonly counts: RoomCounts;
  readonly count: (room: Room, howMany: number) => void;
}

const CountsContext = createContext<Counts | null>(null);

/** How much waits in each room, as reported by the rooms themselves. */
export function useCounts(): Counts {
  const counts = useContext(CountsContext);
  if (!counts) throw new Error("Nobody counts here");
  return counts;
}

export function CountsProvider({ children }: { children: ReactNode }) {
  const [counts, setCounts] = useState<RoomCounts>({});
  const value = useMemo(() => {
    const count: Counts["count"] = (room, howMany) =>
      setCounts((before) => (before[room] === howMany ? before : { ...before, [room]: howMany }));
    return { counts, count };
  }, [counts]);
  return <CountsContext value={value}>{children}</CountsContext>;
}
