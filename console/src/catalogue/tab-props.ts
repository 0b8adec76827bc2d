import { type CatalogueHeadAnswer } from "./operations";

/** What each part of the room receives. */
export interface TabProps {
  readonly branchId: string;
  readonly head: CatalogueHeadAnswer;
  /** Called when the catalogue or iiko's menu has changed. */
  readonly onChanged: () => void;
}
