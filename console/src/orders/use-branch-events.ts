import { useEffect, useState } from "react";
import { useSession } from "../session/session";
import { BranchEvents, type BranchEventsAnswer } from "./operations";

export type LiveEvent = BranchEventsAnswer["branchOrderEvents"];

const KEPT = 100;

interface Followed {
  /** Newest first. */
  readonly events: readonly LiveEvent[];
  readonly isLive: boolean;
}

/**
 * What happens to a branch's orders. @param onNews something has happened, or may have while nobody
 * listened
 */
export function useBranchEvents(branchId: string, onNews: () => void): Followed {
  const { gateway } = useSession();
  const [events, setEvents] = useState<readonly LiveEvent[]>([]);
  const [isLive, setIsLive] = useState(false);
  useEffect(() => {
    setEvents([]);
    setIsLive(false);
    return gateway.follow(
      BranchEvents,
      { branchId },
      {
        onEvent: ({ branchOrderEvents }) => {
          setEvents((before) => [branchOrderEvents, ...before].slice(0, KEPT));
          onNews();
        },
        onConnected: () => {
          setIsLive(true);
          onNews();
        },
        onLost: () => setIsLive(false),
      },
    );
  }, [gateway, branchId, onNews]);
  return { events, isLive };
}
