import { createClient, type TrackedEvent } from "@result-rest/gateway-client";
import { useEffect, useState } from "react";

const client = createClient({ url: "https://gateway.example.ru/graphql", locale: "ru" });

/**
 * Where an app stores how far it has read: AsyncStorage in React Native, localStorage in a browser.
 */
export interface CursorStore {
  getItem(key: string): Promise<string | null>;
  setItem(key: string, cursor: string): Promise<void>;
}

export interface TrackedOrder {
  readonly events: readonly TrackedEvent[];
  /** "live" while updates arrive on their own. */
  readonly connection: string;
  /** An error that cannot be recovered from, such as a token that grants access to nothing. */
  readonly error: unknown;
}

/**
 * A live order for React and React Native. It continues after tunnels, sleep and restarts of the
 * app; each event is shown once.
 *
 * @param token the `trackingToken` that createOrder returned
 */
export function useTrackedOrder(token: string, store: CursorStore): TrackedOrder {
  const [order, setOrder] = useState<TrackedOrder>({
    events: [],
    connection: "connecting",
    error: null,
  });
  useEffect(() => {
    const abort = new AbortController();
    const change = (news: Partial<TrackedOrder>) => setOrder((known) => ({ ...known, ...news }));
    const follow = async () => {
      const after = (await store.getItem(token)) ?? undefined;
      const onConnection = (connection: string) => change({ connection });
      for await (const event of client.trackOrder(token, {
        after,
        signal: abort.signal,
        onConnection,
      })) {
        setOrder((known) => ({ ...known, events: [...known.events, event] }));
        await store.setItem(token, event.cursor);
      }
      change({ connection: "ended" });
    };
    follow().catch((error: unknown) => change({ error }));
    return () => abort.abort();
  }, [token, store]);
  return order;
}
