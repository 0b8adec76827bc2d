import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { canBeHeard, unlockSound } from "./tones";

const MUTED_MS = 30 * 60 * 1000;
const STORED_MUTE = "console:muted-until";

interface Sound {
  /** locked: the browser waits for a press. */
  readonly state: "on" | "locked" | "muted";
  readonly mutedUntil: number;
  readonly turnOn: () => void;
  /** For half an hour: nobody forgets it for a shift. */
  readonly mute: () => void;
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
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    // Any press will do: the operator need not find the button.
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
    const keep = (until: number) => {
      localStorage.setItem(STORED_MUTE, String(until));
      setMutedUntil(until);
      setNow(Date.now());
    };
    const state = mutedUntil > now ? "muted" : isHeard ? "on" : "locked";
    return {
      state,
      mutedUntil,
      turnOn: () => {
        keep(0);
        void unlockSound().then(setIsHeard);
      },
      mute: () => keep(Date.now() + MUTED_MS),
    } as const;
  }, [isHeard, mutedUntil, now]);
  return <SoundContext value={sound}>{children}</SoundContext>;
}
