import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";

import { useWords } from "../language/language";
import { Dot } from "../parts/badge";
import { Icon } from "../parts/icon";
import { useScope } from "../session/scope";
import { useSession } from "../session/session";
import { useConnection } from "./connection";
import { useClock } from "./use-clock";

/** Whose orders are on the screen: all branches, or a chosen few. */
export function BranchSwitcher() {
  const { shell } = useWords();
  const { branches, isAll } = useScope();
  const { isLive } = useConnection();
  const [first] = branches;
  if (!first) return <span className="place">{shell.brand}</span>;
  const isOne = branches.length === 1;
  const name = isAll && !isOne ? shell.allBranches : first.name;
  return (
    <DialogTrigger>
      <Button className="place">
        <Dot tone={isLive ? "green" : "grey"} isLive={isLive} />
        <span>
          <span className="vh">{shell.branches}: </span>
          <b>{name}</b>
          <small>
            <Clocks timeZone={first.timeZone} />
            {!isAll && !isOne && ` · ${shell.andMore(branches.length - 1)}`}
          </small>
        </span>
        <Icon name="down" small />
      </Button>
      <Popover className="pop branches" placement="bottom start">
        <Dialog aria-label={shell.branches}>
          <BranchTicks />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The restaurant's clock, and the operator's own where it differs. */
function Clocks({ timeZone }: { timeZone: string }) {
  const { shell } = useWords();
  const there = useClock(timeZone);
  const here = useClock(undefined);
  return <>{there === here ? there : shell.clocks(there, here)}</>;
}

function BranchSearch(props: { sought: string; onSeek: (sought: string) => void }) {
  const { shell } = useWords();
  return (
    <input
      className="inp"
      type="search"
      aria-label={shell.findBranch}
      placeholder={shell.findBranch}
      value={props.sought}
      onChange={({ target }) => props.onSeek(target.value)}
    />
  );
}

function BranchTicks() {
  const { shell } = useWords();
  const { branches: all } = useSession();
  const { branches, isAll, choose } = useScope();
  const [sought, setSought] = useState("");
  const chosen = new Set(isAll ? [] : branches.map(({ id }) => id));
  const toggle = (id: string) => {
    if (!chosen.delete(id)) chosen.add(id);
    choose([...chosen]);
  };
  const found = (all ?? []).filter(({ name }) =>
    name.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  return (
    <>
      {(all?.length ?? 0) > 8 && <BranchSearch sought={sought} onSeek={setSought} />}
      <div className="ticks">
        <label className="opt-b">
          <input className="tick" type="checkbox" checked={isAll} onChange={() => choose([])} />
          {shell.allBranches}
        </label>
        {found.map(({ id, name }) => (
          <label key={id} className="opt-b">
            <input
              className="tick"
              type="checkbox"
              checked={chosen.has(id)}
              onChange={() => toggle(id)}
            />
            {name}
          </label>
        ))}
      </div>
    </>
  );
}
