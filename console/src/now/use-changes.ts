import { useEffect } from "react";

import { useSession } from "../session/session";
import { Changes } from "./operations";

/** A socket carries fifty; what is beyond is learned by asking again and again. */
const FOLLOWED = 45;

/** @param onNews something has happened to an order of one of these branches, or may have */
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
