import { Button as AriaButton } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";

import { useWords } from "../language/language";
import { Button } from "../parts/button";
import { PauseLengths } from "./acceptance";
import { type Accepting, stateOf, useAccept, type Way } from "./use-accept";

interface Props {
  readonly branch: Accepting;
  readonly onChanged: () => void;
}

const WAYS: readonly Way[] = ["delivery", "pickup"];

/** For small spaces: one button that opens what can be paused and opened. */
export function PauseButton({ branch, onChanged }: Props) {
  const { acceptance: words } = useWords().branches;
  const isAllOpen = branch.acceptingDelivery && branch.acceptingPickup;
  const label = isAllOpen ? words.pause : words.pauseOrOpen;
  return (
    <DialogTrigger>
      <Button small icon="pause" aria-label={`${label}: ${branch.name}`}>
        <span className="word">{label}</span>
      </Button>
      <Popover className="pop pauses" placement="bottom start">
        <Dialog aria-label={words.acceptanceNamed(branch.name)}>
          {({ close }) => (
            <>
              {WAYS.map((way) => (
                <WayOptions key={way} {...{ way, branch, onChanged, close }} />
              ))}
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function WayOptions({ way, branch, onChanged, close }: Props & { way: Way; close: () => void }) {
  const { acceptance: words } = useWords().branches;
  const put = useAccept(branch, way, onChanged);
  if (stateOf(branch, way).isOpen)
    return <PauseLengths {...{ way, branch, close }} onPause={(end) => put(false, end)} />;
  const open = () => {
    close();
    put(true, null);
  };
  return (
    <>
      <h3>{words[way]}</h3>
      <AriaButton className="opt-b" onPress={open}>
        {words.openIt}
      </AriaButton>
    </>
  );
}
