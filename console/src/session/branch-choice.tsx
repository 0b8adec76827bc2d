import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useWords } from "../language/language";
import { Choice } from "../parts/choice";
import { useSession } from "./session";

interface Chosen {
  /** null: the key works for no branch, or nobody is signed in. */
  readonly branchId: string | null;
  readonly choose: (branchId: string) => void;
}

const BranchContext = createContext<Chosen | null>(null);

/** The branch that all panels show. */
export function useBranch(): Chosen {
  const chosen = useContext(BranchContext);
  if (!chosen) throw new Error("There is no branch here");
  return chosen;
}

export function BranchProvider({ children }: { children: ReactNode }) {
  const { branches } = useSession();
  const [wanted, setWanted] = useState<string>();
  const chosen = useMemo(() => {
    const branch = branches?.find(({ id }) => id === wanted) ?? branches?.[0];
    return { branchId: branch?.id ?? null, choose: setWanted };
  }, [branches, wanted]);
  return <BranchContext value={chosen}>{children}</BranchContext>;
}

export function BranchChoice() {
  const { branches } = useSession();
  const { branchId, choose } = useBranch();
  const { bar } = useWords();
  if (!branches || branchId === null) return null;
  const among = branches.map(({ id, name }) => ({ value: id, label: name }));
  return <Choice label={bar.branch} value={branchId} among={among} onChoose={choose} />;
}
