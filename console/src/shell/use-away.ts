import { useEffect } from "react";

/** When the machine has not been touched for this long, nobody is there. */
const AWAY_MS = 5 * 60 * 1000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

/**
 * Marks the page while nobody is using it, or while it is behind something: a locked screen or the
 * list of open apps. Private data is hidden in the meantime.
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
