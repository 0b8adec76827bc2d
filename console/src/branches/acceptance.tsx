import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";

import { useWords } from "../language/language";
import { Dot, type Tone } from "../parts/badge";
import { Button } from "../parts/button";
import { useAge } from "../parts/use-age";
import { useHour, useMoment } from "../parts/use-moment";
import { useNow } from "../shell/use-clock";
import { BusyKitchen } from "./busy-kitchen";
import { type OpenState, type OpenStates } from "./operations";
import { type Accepting, endOf, stateOf, useAccept, type Way } from "./use-accept";

interface Props {
  readonly branch: Accepting & OpenStates;
  readonly onChanged: () => void;
}

/** How long a pause lasts, in minutes; null means until someone opens the branch again. */
const PAUSES = [15, 30, 60, 120, null] as const;

/**
 * Shows whether the branch accepts deliveries and pick-ups, and how fast; pausing takes two
 * presses, opening one.
 */
export function Acceptance({ branch, onChanged }: Props) {
  return (
    <>
      <OneWay way="delivery" {...{ branch, onChanged }} />
      <OneWay way="pickup" {...{ branch, onChanged }} />
      <BusyKitchen {...{ branch, onChanged }} />
    </>
  );
}

function OneWay({ way, branch, onChanged }: Props & { way: Way }) {
  const { acceptance: words } = useWords().branches;
  const moment = useMoment(branch.timeZone, "short");
  const age = useAge();
  const now = useNow(10_000);
  const put = useAccept(branch, way, onChanged);
  const { isOpen, until } = stateOf(branch, way);
  const taking = useTaking(branch.timeZone);
  const tone: Tone = isOpen ? toneOf(branch[way]) : until === null ? "red" : "amber";
  const ends =
    until === null ? words.closed : words.paused(moment(until), age(Date.parse(until) - now));
  return (
    <div className="row way-state" data-way={way}>
      <Dot tone={tone} />
      <span>
        <b className="strong">{words[way]}</b>{" "}
        <span className="soft">{isOpen ? taking(branch[way]) : ends}</span>
      </span>
      {isOpen ? (
        <PauseMenu way={way} branch={branch} onPause={(end) => put(false, end)} />
      ) : (
        <Button
          small
          aria-label={words.openNamed(words[way], branch.name)}
          onPress={() => put(true, null)}
        >
          {words.openIt}
        </Button>
      )}
    </div>
  );
}

function toneOf({ open, closedBecause }: OpenState): Tone {
  if (open) return "green";
  return closedBecause === "TILL_SILENT" ? "amber" : "grey";
}

/** Describes a branch that is not paused: its hours, and whether its till answers. */
function useTaking(timeZone: string): (state: OpenState) => string {
  const { acceptance: words } = useWords().branches;
  const moment = useMoment(timeZone, "short");
  return ({ open, until, opensAt, closedBecause }) => {
    if (closedBecause === "TILL_SILENT") return words.tillSilent;
    if (closedBecause === "HOURS") return words.outsideHours(opensAt && moment(opensAt));
    return open && until !== null ? words.openUntil(moment(until)) : words.open;
  };
}

interface PauseProps {
  readonly way: Way;
  readonly branch: Accepting;
  readonly onPause: (until: string | null) => void;
}

function PauseMenu({ way, branch, onPause }: PauseProps) {
  const { acceptance: words } = useWords().branches;
  return (
    <DialogTrigger>
      <Button small icon="pause" aria-label={words.pauseNamed(words[way], branch.name)}>
        {words.pause}
      </Button>
      <Popover className="pop pauses" placement="bottom start">
        <Dialog aria-label={words.pauseTitle(words[way])}>
          {({ close }) => (
            <PauseLengths way={way} branch={branch} onPause={onPause} close={close} />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** How long the pause lasts: the second press. */
export function PauseLengths({ way, branch, onPause, close }: PauseProps & { close: () => void }) {
  const { acceptance: words } = useWords().branches;
  const hour = useHour(branch.timeZone);
  return (
    <>
      <h3>{words.pauseTitle(words[way])}</h3>
      {PAUSES.map((minutes) => {
        const choose = () => {
          close();
          onPause(minutes === null ? null : endOf(minutes));
        };
        return (
          <AriaButton key={minutes} className="opt-b" onPress={choose}>
            {words.for[minutes ?? "ever"]}
            {minutes !== null && <span className="end">{words.until(hour(endOf(minutes)))}</span>}
          </AriaButton>
        );
      })}
    </>
  );
}
