import { type CatalogueHeadAnswer } from "./operations";

/** What each part of the room is told. */
export interface TabProps {
  readonly branchId: string;
  readonly head: CatalogueHeadAnswer;
  /** The catalogue or iiko's menu has changed. */
  readonly onChanged: () => void;
}
