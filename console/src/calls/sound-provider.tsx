import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

import { canBeHeard, unlockSound } from "./tones";

const MUTED_MS = 30 * 60 * 1000;
const STORED_MUTE = "console:muted-until";
/**
 * No shift is longer; the tab's own storage disappears with the tab and when the user signs out.
 */
const SHIFT_MS = 12 * 60 * 60 * 1000;
const STORED_SHIFT = "console:muted-for-shift";

interface Sound {
  /** locked means that the browser waits for a press. */
  readonly state: "on" | "locked" | "muted";
  readonly mutedUntil: number;
  readonly turnOn: () => void;
  readonly isForShift: boolean;
  /** Ends automatically after half an hour, or with the shift, when the user signs out. */
  readonly mute: (how: "briefly" | "shift") => void;
}

const SoundContext = createContext<Sound | null>(null);

export function useSoundState(): Sound {
  const sound = useContext(SoundContext);
  if (!sound) throw new Error("There is no sound here");
  return sound;
}

export function SoundProvider({ children }: { children: ReactNode }) {
  const [isHeard, setIsHeard] = useState(canBeHeard);
  const [mutedUntil, setMutedUntil] = useState(() => Number(localStorage.getItem(STORED_MUTE)));
  const [shiftUntil, setShiftUntil] = useState(() => Number(sessionStorage.getItem(STORED_SHIFT)));
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    // Any press will do, so the operator need not find the button.
    const unlock = () => void unlockSound().then(setIsHeard);
    window.addEventListener("pointerdown", unlock, { once: true });
    window.addEventListener("keydown", unlock, { once: true });
    const timer = setInterval(() => setNow(Date.now()), 10_000);
    return () => {
      window.removeEventListener("pointerdown", unlock);
      window.removeEventListener("keydown", unlock);
      clearInterval(timer);
    };
  }, []);
  const sound = useMemo(() => {
    const keep = (until: number, shift: number) => {
      localStorage.setItem(STORED_MUTE, String(until));
      sessionStorage.setItem(STORED_SHIFT, String(shift));
      setMutedUntil(until);
      setShiftUntil(shift);
      setNow(Date.now());
    };
    const isMuted = mutedUntil > now || shiftUntil > now;
    return {
      state: isMuted ? "muted" : isHeard ? "on" : "locked",
      mutedUntil,
      isForShift: shiftUntil > now,
      turnOn: () => {
        keep(0, 0);
        void unlockSound().then(setIsHeard);
      },
      mute: (how: "briefly" | "shift") =>
        how === "shift" ? keep(0, Date.now() + SHIFT_MS) : keep(Date.now() + MUTED_MS, 0),
    } as const;
  }, [isHeard, mutedUntil, shiftUntil, now]);
  return <SoundContext value={sound}>{children}</SoundContext>;
}
