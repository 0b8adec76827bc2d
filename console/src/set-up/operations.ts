// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** WARNING: it works, and something should be looked at. NOT_CHECKED: nobody could look, as the POS did not answer or an earlier check failed. */
export type CheckState =
  | "FAILED"
  | "NOT_CHECKED"
  | "OK"
  | "WARNING";

/** SANDBOX is the iiko in the box; never in production. */
export type PosKind =
  | "IIKO"
  | "NONE"
  | "SANDBOX";

export interface SetUpBranchesVariables {
}

export interface SetUpBranchesAnswer {
  /** A key that is limited to branches sees those only. */
  readonly branches: {
    readonly nodes: readonly {
      readonly id: string;
      readonly name: string;
      /** Now. A pause that has an end is over by itself. */
      readonly acceptingDelivery: boolean;
      /** Now. A pause that has an end is over by itself. */
      readonly acceptingPickup: boolean;
      readonly settings: {
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
  readonly branch: {
    /** Looks at the connection now: asks the POS about ten things. */
    readonly health: {
      readonly checks: readonly {
        /** KEY_WORKS, ORGANIZATION_VISIBLE, …: every check is there every time. */
        readonly code: string;
        readonly state: CheckState;
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
