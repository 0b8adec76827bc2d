import { useWords } from "../language/language";
import { Dot } from "../parts/badge";
import { useMoment } from "../parts/use-moment";
import { BusyButton } from "./busy-button";
import { type Kitchen, type Pace } from "./use-busy";

interface Props {
  readonly branch: Kitchen;
  readonly onChanged: () => void;
}

/** Whether orders take longer than usual, and why. */
export function BusyKitchen({ branch, onChanged }: Props) {
  const { busy: words } = useWords().branches;
  const { minutes, busyUntil } = branch.delivery;
  const said = useSlowness(branch.timeZone)(branch.delivery);
  return (
    <div className="row way-state" data-way="kitchen">
      <Dot tone={said === null ? "green" : "amber"} />
      <span>
        <b className="strong">{words.kitchen}</b>{" "}
        <span className="soft">
          {said ?? words.usual}
          {said !== null && minutes !== null && `. ${words.inMinutes(minutes)}`}
        </span>
      </span>
      <BusyButton
        label={busyUntil === null ? words.later : words.change}
        {...{ branch, onChanged }}
      />
    </div>
  );
}

/**
 * Describes how much longer orders take and why (the staff said so, or there are many orders); null
 * when they do not.
 */
export function useSlowness(timeZone: string): (pace: Pace) => string | null {
  const { busy: words } = useWords().branches;
  const moment = useMoment(timeZone, "short");
  return ({ extraMinutes, busyMinutes, busyUntil }) => {
    if (extraMinutes === 0) return null;
    const isSaid = busyUntil !== null && busyMinutes === extraMinutes;
    return isSaid ? words.busy(extraMinutes, moment(busyUntil)) : words.queue(extraMinutes);
  };
}
