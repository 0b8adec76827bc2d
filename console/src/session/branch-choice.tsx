import { useWords } from "../language/language";
import { Choice } from "../parts/choice";
import { useFilter } from "../routing/use-filter";
import { useScope } from "./scope";

interface Chosen {
  /** null: the key works for no branch, or nobody is signed in. */
  readonly branchId: string | null;
  readonly choose: (branchId: string) => void;
}

/** The one branch that a room shows which can show no more: the first of the scope until chosen. */
export function useBranch(): Chosen {
  const { branches } = useScope();
  const [wanted, choose] = useFilter("of");
  const branch = branches.find(({ id }) => id === wanted) ?? branches[0];
  return { branchId: branch?.id ?? null, choose };
}

/** For links within a room that shows one branch: they stay with it. */
export function useBranchFilter(): Readonly<Record<string, string>> {
  const [of] = useFilter("of");
  return of === "" ? {} : { of };
}

/** Nothing where there is nothing to choose. */
export function BranchChoice() {
  const { branches } = useScope();
  const { branchId, choose } = useBranch();
  const { shell } = useWords();
  if (branchId === null || branches.length < 2) return null;
  const among = branches.map(({ id, name }) => ({ value: id, label: name }));
  return <Choice label={shell.branch} value={branchId} among={among} onChoose={choose} />;
}
