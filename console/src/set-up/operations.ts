// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** Result of a check by the connection doctor. */
export type CheckState =
  | "FAILED"
  | "NOT_CHECKED"
  | "OK"
  | "WARNING";

/** The system that receives the orders of a branch. */
export type PosKind =
  | "IIKO"
  | "NONE"
  | "SANDBOX";

export interface SetUpBranchesVariables {
}

export interface SetUpBranchesAnswer {
  /** All branches. A key that is limited to branches sees only those. */
  readonly branches: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly {
      /** The id that arguments named branchId take. */
      readonly id: string;
      /** Name of the branch, as guests and operators see it. */
      readonly name: string;
      /** Whether such orders are accepted now. A pause with an end time ends by itself. */
      readonly acceptingDelivery: boolean;
      /** Whether such orders are accepted now. A pause with an end time ends by itself. */
      readonly acceptingPickup: boolean;
      /** How the branch is connected to its POS, and which orders it accepts. For operators of the branch; others get FORBIDDEN. */
      readonly settings: {
        /** The system that receives the branch's orders. */
        readonly pos: PosKind;
        /** The stored POS key; null if there is none yet. */
        readonly credential: {
          /** The key with all but the last four characters masked. */
          readonly masked: string;
        } | null;
      };
    }[];
  };
}

export const SetUpBranches: Operation<SetUpBranchesAnswer, SetUpBranchesVariables> = {
  document: `query SetUpBranches {
  branches(first: 100) {
    nodes {
      id
      name
      acceptingDelivery
      acceptingPickup
      settings {
        pos
        credential {
          masked
        }
      }
    }
  }
}`,
};

export interface DoctorVariables {
  readonly branchId: string;
}

export interface DoctorAnswer {
  /** A branch by its id; null if there is none or your key may not work on it. */
  readonly branch: {
    /** Checks the connection now, which calls the POS about ten times. */
    readonly health: {
      /** All checks of the connection doctor, always in the same order. */
      readonly checks: readonly {
        /** Code of the check: KEY_WORKS, ORGANIZATION_VISIBLE and so on. Every check is always present. */
        readonly code: string;
        /** Result of the check. */
        readonly state: CheckState;
        /** The finding in one sentence. */
        readonly message: string;
        /** What to do, step by step; null if there is nothing to do. */
        readonly fix: string | null;
      }[];
    };
  } | null;
}

export const Doctor: Operation<DoctorAnswer, DoctorVariables> = {
  document: `query Doctor($branchId: ID!) {
  branch(id: $branchId) {
    health {
      checks {
        code
        state
        message
        fix
      }
    }
  }
}`,
};
