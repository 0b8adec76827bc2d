import { type ChangesAnswer } from "./operations";

export type ChangesPage = NonNullable<ChangesAnswer["branch"]>["changes"];
/** One change to a branch, as recorded in its history. */
export type Change = ChangesPage["nodes"][number];
