import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";

import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { useMoment } from "../parts/use-moment";
import { useSoundState } from "./sound-provider";

/** Shows whether calls can be heard; amber while they cannot. */
export function SoundButton() {
  const { now: words } = useWords();
  const { state, mutedUntil, isForShift, turnOn } = useSoundState();
  const moment = useMoment(undefined, "short");
  if (state === "on") return <MuteMenu />;
  const until = () => words.muted(moment(new Date(mutedUntil).toISOString()));
  const said = state === "locked" ? words.soundOff : isForShift ? words.mutedForShift : until();
  return (
    <span className="no-sound">
      <Button look="quiet" icon="mute" aria-label={`${said}. ${words.turnOn}`} onPress={turnOn}>
        <span className="desk-only">{words.turnOn}</span>
        <span className="phone-only">{words.soundOff}</span>
      </Button>
    </span>
  );
}

/**
 * Mutes for half an hour or until the operator's shift ends, so that it is never forgotten for
 * longer.
 */
function MuteMenu() {
  const { now: words } = useWords();
  const { mute } = useSoundState();
  return (
    <DialogTrigger>
      <Button look="quiet" icon="sound" aria-label={words.soundOn} />
      <Popover className="pop pauses" placement="bottom end">
        <Dialog aria-label={words.muteTitle}>
          <h3>{words.muteTitle}</h3>
          <AriaButton className="opt-b" onPress={() => mute("briefly")}>
            {words.muteBriefly}
          </AriaButton>
          <AriaButton className="opt-b" onPress={() => mute("shift")}>
            {words.muteForShift}
          </AriaButton>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
