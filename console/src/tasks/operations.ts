// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

export interface TaskExampleVariables {
  readonly branchId: string;
}

export interface TaskExampleAnswer {
  /** A branch by its id; null if there is none or your key may not work on it. */
  readonly branch: {
    /** The sections of the branch's menu, in menu order. */
    readonly sections: {
      /** The entries of the page without their cursors. */
      readonly nodes: readonly {
        /** Opaque and globally unique: store it, compare it, pass it back. */
        readonly id: string;
      }[];
    };
  } | null;
  /** The POS menu of a branch; null if it was never refreshed or you may not work on the branch. */
  readonly posMenu: {
    /** Products of the menu. Each product appears once, even if several categories list it. */
    readonly items: {
      /** The entries of the page without their cursors. */
      readonly nodes: readonly {
        /** Article in the POS. It may be missing, not numeric or not unique. */
        readonly article: string | null;
      }[];
    };
  } | null;
  /** Orders of the key's branches, sorted by `sort`. */
  readonly orders: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly {
      /** The number by which guest and restaurant know the order; no other order of the company has it. It grants no access. */
      readonly number: string;
    }[];
  };
}

export const TaskExample: Operation<TaskExampleAnswer, TaskExampleVariables> = {
  document: `query TaskExample($branchId: ID!) {
  branch(id: $branchId) {
    sections(first: 1) {
      nodes {
        id
      }
    }
  }
  posMenu(branchId: $branchId) {
    items(first: 5) {
      nodes {
        article
      }
    }
  }
  orders(filter: {branchIds: [$branchId]}, first: 1) {
    nodes {
      number
    }
  }
}`,
};
