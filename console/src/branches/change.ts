import { type ChangesAnswer } from "./operations";

export type ChangesPage = NonNullable<ChangesAnswer["branch"]>["changes"];
/** One change of a branch, as the history has it. */
export type Change = ChangesPage["nodes"][number];
