import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

import { useSession } from "../session/session";

interface Connection {
  /** What happens is told at once. */
  readonly isLive: boolean;
  /** Since when it is not; undefined: it is, or has never been. */
  readonly lostAt: number | undefined;
}

const ConnectionContext = createContext<Connection | null>(null);

/** Whether the gateway can tell this page what happens. */
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
