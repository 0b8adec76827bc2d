import { useEffect, useState } from "react";

/**
 * Whether this tab is the one that calls; when it closes, another one takes its place. In browsers
 * without locks (pages without https), all tabs call.
 */
export function useOnlyCaller(): boolean {
  const [isCaller, setIsCaller] = useState(!("locks" in navigator));
  useEffect(() => {
    if (!("locks" in navigator)) return undefined;
    const ended = new AbortController();
    let release: (() => void) | undefined;
    navigator.locks
      .request("console:calls", { signal: ended.signal }, () => {
        setIsCaller(true);
        return new Promise<void>((resolve) => (release = resolve));
      })
      .catch(() => undefined);
    return () => {
      ended.abort();
      release?.();
      setIsCaller(false);
    };
  }, []);
  return isCaller;
}
