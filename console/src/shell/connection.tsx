import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

import { useSession } from "../session/session";

interface Connection {
  /** Whether events are reported immediately. */
  readonly isLive: boolean;
  /** Since when it has not been live; undefined if it is, or never was. */
  readonly lostAt: number | undefined;
}

const ConnectionContext = createContext<Connection | null>(null);

/** Whether the gateway can notify this page of events. */
export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error("There is no connection here");
  return connection;
}

export function ConnectionProvider({ children }: { children: ReactNode }) {
  const { gateway, branches } = useSession();
  const [isLive, setIsLive] = useState(false);
  const [lostAt, setLostAt] = useState<number>();
  useEffect(() => {
    if (branches === null) return undefined;
    return gateway.watch((isConnected) => {
      setIsLive(isConnected);
      setLostAt((before) => (isConnected ? undefined : (before ?? Date.now())));
    });
  }, [gateway, branches]);
  const value = useMemo(() => ({ isLive, lostAt }), [isLive, lostAt]);
  return <ConnectionContext value={value}>{children}</ConnectionContext>;
}
