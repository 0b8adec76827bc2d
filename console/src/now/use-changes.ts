import { useEffect } from "react";

import { useSession } from "../session/session";
import { Changes } from "./operations";

/** A socket carries fifty; changes in further branches are learned by polling. */
const FOLLOWED = 45;

/**
 * @param onNews called when something has happened, or may have happened, to an order of one of
 *   these branches
 */
export function useChanges(branchIds: readonly string[], onNews: () => void): void {
  const { gateway } = useSession();
  const followed = branchIds.slice(0, FOLLOWED).join();
  useEffect(() => {
    const stops = followed
      .split(",")
      .filter(Boolean)
      .map((branchId) =>
        gateway.follow(
          Changes,
          { branchId },
          { onEvent: onNews, onConnected: onNews, onLost: () => undefined },
        ),
      );
    return () => stops.forEach((stop) => stop());
  }, [gateway, followed, onNews]);
}
