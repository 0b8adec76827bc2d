import { useAnswer } from "../gateway/use-answer";
import { useWords } from "../language/language";
import { FaultNote } from "../parts/fault-note";
import { Room } from "../parts/room";
import { useSession } from "../session/session";
import { BranchDoctor } from "./branch-doctor";
import { SetUpBranches } from "./operations";

const NO_VARIABLES = {};

/** Each branch with its connection to the POS: what works, what does not, and what mends it. */
export function SetUpPanel() {
  return (
    <Room name="branches">
      <Branches />
    </Room>
  );
}

function Branches() {
  const { setUp, session } = useWords();
  const { branches } = useSession();
  const { answer, fault } = useAnswer(SetUpBranches, NO_VARIABLES);
  return (
    <>
      <p>{setUp.lead}</p>
      <FaultNote fault={fault} />
      {branches?.length === 0 && <p className="note">{session.noBranch}</p>}
      <ul className="cards">
        {answer?.branches.nodes.map((branch, _, all) => (
          <BranchDoctor key={branch.id} branch={branch} atOnce={all.length === 1} />
        ))}
      </ul>
    </>
  );
}
