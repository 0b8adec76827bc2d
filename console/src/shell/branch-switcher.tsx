import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";

import { useWords } from "../language/language";
import { Dot } from "../parts/badge";
import { Icon } from "../parts/icon";
import { CompanyChoice } from "../session/company-choice";
import { useScope } from "../session/scope";
import { useConnection } from "./connection";
import { useClock } from "./use-clock";

/** Chooses whose orders are on the screen: those of all branches, or of a few. */
export function BranchSwitcher() {
  const { shell } = useWords();
  const { branches, offered, companies, company } = useScope();
  const { isLive } = useConnection();
  const [first] = branches;
  if (!first && companies.length < 2) return <span className="place">{shell.brand}</span>;
  const isOne = branches.length === 1;
  const isWhole = branches.length === offered.length;
  const all = company?.name ?? shell.allBranches;
  const name = isWhole && !isOne ? all : first?.name;
  return (
    <DialogTrigger>
      <Button className="place">
        <Dot tone={isLive ? "green" : "grey"} isLive={isLive} />
        <span>
          <span className="vh">{shell.branches}: </span>
          <b>{name}</b>
          <small>
            {first && <Clocks timeZone={first.timeZone} />}
            {!isWhole && !isOne && ` · ${shell.andMore(branches.length - 1)}`}
          </small>
        </span>
        <Icon name="down" small />
      </Button>
      <Popover className="pop branches" placement="bottom start">
        <Dialog aria-label={shell.branches}>
          <Companies />
          <BranchTicks />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The restaurant's clock, and the operator's own if it differs. */
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

function Companies() {
  const { shell } = useWords();
  const { company, chooseCompany } = useScope();
  return (
    <CompanyChoice
      companyId={company?.id ?? ""}
      onChoose={chooseCompany}
      none={shell.allCompanies}
    />
  );
}

function BranchTicks() {
  const { shell } = useWords();
  const { branches, offered, choose } = useScope();
  const [sought, setSought] = useState("");
  const isWhole = branches.length === offered.length;
  const chosen = new Set(isWhole ? [] : branches.map(({ id }) => id));
  const toggle = (id: string) => {
    if (!chosen.delete(id)) chosen.add(id);
    choose([...chosen]);
  };
  const found = offered.filter(({ name }) =>
    name.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  return (
    <>
      {offered.length > 8 && <BranchSearch sought={sought} onSeek={setSought} />}
      <div className="ticks">
        <label className="opt-b">
          <input className="tick" type="checkbox" checked={isWhole} onChange={() => choose([])} />
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
