import { type Outcomes } from "./scope-outcomes";

/** The ids that the table of scopes queries. */
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
  /** Belongs to no caller in particular. */
  readonly jobId: string;
}

/** Phone of the viewer "owner". */
export const OWNER_PHONE = "+79005550103";

/** A root field, its outcome for each viewer, and the document that queries it. */
export type RootRow = readonly [
  name: string,
  outcomes: Outcomes,
  document: (places: Places) => string,
];
