import { useCallback, useEffect, useRef } from "react";

const SOON_MS = 500;

/** Does it in half a second, once for however often it was asked for meanwhile. */
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
