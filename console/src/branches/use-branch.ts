import { useAnswer } from "../gateway/use-answer";
import { BranchForm } from "./operations";

/** One branch, and the settings that exist. */
export function useBranch(id: string) {
  const { answer, failure, ask, renew } = useAnswer(BranchForm, { id });
  return { answer, failure, ask, renew };
}
