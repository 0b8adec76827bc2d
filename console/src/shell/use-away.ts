import { useEffect } from "react";

/** Nobody has touched the machine for so long: nobody sits there. */
const AWAY_MS = 5 * 60 * 1000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/**
 * Marks the page while nobody is at it, or while it is behind something: a locked screen, the list
 * of open apps. What is private is hidden meanwhile.
 */
export function useAway(): void {
  useEffect(() => {
    const root = document.documentElement;
    let timer: ReturnType<typeof setTimeout>;
    const leave = () => root.setAttribute("data-away", "");
    const come = () => {
      clearTimeout(timer);
      if (document.hidden) return leave();
      root.removeAttribute("data-away");
      timer = setTimeout(leave, AWAY_MS);
    };
    come();
    document.addEventListener("visibilitychange", come);
    for (const sign of SIGNS) window.addEventListener(sign, come, { passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", come);
      for (const sign of SIGNS) window.removeEventListener(sign, come);
    };
  }, []);
}
