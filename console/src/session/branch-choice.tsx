import { useWords } from "../language/language";
import { Choice } from "../parts/choice";
import { useFilter } from "../routing/use-filter";
import { useScope } from "./scope";

interface Chosen {
  /** null when the key works for no branch, or nobody is signed in. */
  readonly branchId: string | null;
  readonly choose: (branchId: string) => void;
}

/**
 * The branch shown in rooms that can show only one: the first of the scope until another is chosen.
 */
export function useBranch(): Chosen {
  const { branches } = useScope();
  const [wanted, choose] = useFilter("of");
  const branch = branches.find(({ id }) => id === wanted) ?? branches[0];
  return { branchId: branch?.id ?? null, choose };
}

/** Keeps the chosen branch in links within a room that shows one branch. */
export function useBranchFilter(): Readonly<Record<string, string>> {
  const [of] = useFilter("of");
  return of === "" ? {} : { of };
}

/** Renders nothing when there is nothing to choose. */
export function BranchChoice() {
  const { branches } = useScope();
  const { branchId, choose } = useBranch();
  const { shell } = useWords();
  if (branchId === null || branches.length < 2) return null;
  const among = branches.map(({ id, name }) => ({ value: id, label: name }));
  return <Choice label={shell.branch} value={branchId} among={among} onChoose={choose} />;
}
