import { useEffect } from "react";

/** Keeps the screen on while the room is open; the browser releases it with the tab. */
export function useKeepAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isWanted = true;
    const take = () => {
      // Works only over https and while the page is visible; the browser refuses when the battery
      // is low.
      if (!("wakeLock" in navigator) || document.visibilityState !== "visible") return;
      void navigator.wakeLock.request("screen").then(
        (taken) => {
          lock = taken;
          if (!isWanted) void taken.release();
        },
        () => undefined,
      );
    };
    take();
    document.addEventListener("visibilitychange", take);
    return () => {
      isWanted = false;
      document.removeEventListener("visibilitychange", take);
      void lock?.release();
    };
  }, []);
}
