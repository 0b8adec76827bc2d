import { useEffect } from "react";

/** Keeps the screen lit while the room is open; the browser lets go of it with the tab. */
export function useKeepAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let isWanted = true;
    const take = () => {
      // Only over https, and only while the page is looked at; a weak battery says no.
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
