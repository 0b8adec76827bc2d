// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** How a look of the connection doctor came out. */
export type CheckState =
  | "FAILED"
  | "NOT_CHECKED"
  | "OK"
  | "WARNING";

/** Which system the orders of a branch go to. */
export type PosKind =
  | "IIKO"
  | "NONE"
  | "SANDBOX";

export interface SetUpBranchesVariables {
}

export interface SetUpBranchesAnswer {
  /** A key that is limited to branches sees those only. */
  readonly branches: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly {
      /** What arguments named branchId take. */
      readonly id: string;
      /** What guests and operators call the branch. */
      readonly name: string;
      /** Now. A pause that has an end is over by itself. */
      readonly acceptingDelivery: boolean;
      /** Now. A pause that has an end is over by itself. */
      readonly acceptingPickup: boolean;
      /** How the branch is tied to its POS, and what it takes from guests. For operators of the branch, else FORBIDDEN. */
      readonly settings: {
        /** Which system the branch's orders go to. */
        readonly pos: PosKind;
        /** null: no key is stored yet. */
        readonly credential: {
          /** All but the last four characters struck out. */
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
  /** A branch by its id; null: there is none, or your key is for others only. */
  readonly branch: {
    /** Looks at the connection now: asks the POS about ten things. */
    readonly health: {
      /** What the connection doctor has looked at, always in the same order. */
      readonly checks: readonly {
        /** KEY_WORKS, ORGANIZATION_VISIBLE, …: every check is there every time. */
        readonly code: string;
        /** How it stands. */
        readonly state: CheckState;
        /** What was found, in one sentence. */
        readonly message: string;
        /** What to do, step by step; null where there is nothing to do. */
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
