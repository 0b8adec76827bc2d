import { type ReactNode } from "react";
import { useWords } from "../language/language";
import { useBranch } from "../session/branch-choice";
import { Panel, type PanelName } from "./panel";

interface Props {
  readonly name: PanelName;
  /** Begins anew when another branch is chosen. */
  readonly of: (props: { branchId: string }) => ReactNode;
}

/** A panel about the branch that was chosen. */
export function BranchPanel({ name, of: Content }: Props) {
  const { session } = useWords();
  const { branchId } = useBranch();
  return (
    <Panel name={name}>
      {branchId === null ? (
        <p className="note">{session.noBranch}</p>
      ) : (
        <Content key={branchId} branchId={branchId} />
      )}
    </Panel>
  );
}
