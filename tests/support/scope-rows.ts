import { type Outcomes } from "./scope-outcomes";

/** Of whom and what the table of scopes asks. */
export interface Places {
  readonly branchId: string;
  readonly orderId: string;
  readonly orderKey: string;
  readonly token: string;
  readonly planId: string;
  readonly branchesPlanId: string;
  readonly sectionId: string;
  readonly promotionId: string;
  readonly organizationId: string;
  /** Of nobody in particular. */
  readonly jobId: string;
}

/** Of the viewer "owner". */
export const OWNER_PHONE = "+79005550103";

/** A root field, what comes of it for each viewer, and how it is asked for. */
export type RootRow = readonly [
  name: string,
  outcomes: Outcomes,
  document: (places: Places) => string,
];
