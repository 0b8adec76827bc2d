import { useCallback, useEffect, useRef } from "react";

const SOON_MS = 500;

/** Runs `act` after half a second, once for all calls made in the meantime. */
export function useSoon(act: () => void): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    return () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [act]);
  return useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      act();
    }, SOON_MS);
  }, [act]);
}
