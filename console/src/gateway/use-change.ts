import { useEffect, useRef } from "react";

/** Acts whenever the value has become another one; not at the first. */
export function useChange(value: unknown, act: () => void): void {
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    act();
  }, [value, act]);
}
