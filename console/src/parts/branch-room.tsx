import { type ReactNode } from "react";
import { useWords } from "../language/language";
import { type Room as RoomName } from "../routing/address";
import { BranchChoice, useBranch } from "../session/branch-choice";
import { Room } from "./room";

interface Props {
  readonly name: RoomName;
  /** Begins anew when another branch is chosen. */
  readonly of: (props: { branchId: string }) => ReactNode;
}

/** A room about one branch. */
export function BranchRoom({ name, of: Content }: Props) {
  const { session } = useWords();
  const { branchId } = useBranch();
  return (
    <Room name={name} aside={<BranchChoice />}>
      {branchId === null ? (
        <p className="note">{session.noBranch}</p>
      ) : (
        <Content key={branchId} branchId={branchId} />
      )}
    </Room>
  );
}
