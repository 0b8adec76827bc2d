import { useEffect } from "react";

import { useScope } from "../session/scope";
import { useSession } from "../session/session";
import { OrderNews } from "./operations";
import { useSoon } from "./use-soon";

/**
 * With a key for more branches than this, the rest get no live updates: their lists are read every
 * minute.
 */
const MOST_FOLLOWED = 20;
const EVERY_MS = 60_000;

/**
 * Requests again whenever something happens to an order of the chosen branches, once per burst of
 * events.
 */
export function useOrderNews(ask: () => void): void {
  const { gateway } = useSession();
  const { branches } = useScope();
  const soon = useSoon(ask);
  const ids = branches.map(({ id }) => id).join();
  useEffect(() => {
    const followed = ids.split(",").filter(Boolean).slice(0, MOST_FOLLOWED);
    const stops = followed.map((branchId) =>
      gateway.follow(
        OrderNews,
        { branchId },
        { onEvent: soon, onConnected: soon, onLost: () => undefined },
      ),
    );
    return () => stops.forEach((stop) => stop());
  }, [gateway, ids, soon]);
  useEffect(() => {
    // An order becomes late without an event.
    const timer = setInterval(ask, EVERY_MS);
    return () => clearInterval(timer);
  }, [ask]);
}
