import "./branches.css";

import { useAddress } from "../routing/use-address";
import { BranchList } from "./branch-list";
import { BranchPage } from "./branch-page";
import { NewBranchPage } from "./wizard/new-branch-page";
import { SetUpPage } from "./wizard/set-up-page";

/** All branches, one of them, or the steps to a new one. */
export function BranchesRoom() {
  const { rest } = useAddress();
  const [id, part, step] = rest;
  return (
    <section className="room branches" data-panel="branches">
      {id === undefined && <BranchList />}
      {id === "new" && <NewBranchPage />}
      {id !== undefined && id !== "new" && part === "set-up" && (
        <SetUpPage key={id} id={id} step={step} />
      )}
      {id !== undefined && id !== "new" && part !== "set-up" && (
        <BranchPage key={id} id={id} tab={part} />
      )}
    </section>
  );
}
