import { useEffect, useRef } from "react";

/** Calls `act` whenever the value changes, but not for the first value. */
export function useChange(value: unknown, act: () => void): void {
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    act();
  }, [value, act]);
}
