import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { useMoment } from "../parts/use-moment";
import { useSoundState } from "./sound-provider";

/** Says whether calls can be heard, in amber while they cannot. */
export function SoundButton() {
  const { now: words } = useWords();
  const { state, mutedUntil, turnOn, mute } = useSoundState();
  const moment = useMoment(undefined, "short");
  if (state === "on")
    return <Button look="quiet" icon="sound" aria-label={words.soundOn} onPress={mute} />;
  const said =
    state === "muted" ? words.muted(moment(new Date(mutedUntil).toISOString())) : words.soundOff;
  return (
    <span className="no-sound">
      <Button look="quiet" icon="mute" aria-label={`${said}. ${words.turnOn}`} onPress={turnOn}>
        <span className="desk-only">{words.turnOn}</span>
        <span className="phone-only">{words.soundOff}</span>
      </Button>
    </span>
  );
}
