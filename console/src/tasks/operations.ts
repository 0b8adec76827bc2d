// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

export interface TaskExampleVariables {
  readonly branchId: string;
}

export interface TaskExampleAnswer {
  /** A branch by its id; null: there is none, or your key is for others only. */
  readonly branch: {
    /** The headings of the branch's menu, in menu order. */
    readonly sections: {
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly {
        /** Opaque, and never another object's: keep it, compare it, hand it back. */
        readonly id: string;
      }[];
    };
  } | null;
  /** null: never refreshed, or no branch that you operate. */
  readonly posMenu: {
    /** Each product once, however many categories list it. */
    readonly items: {
      /** The page's entries, for whoever needs no cursor of each. */
      readonly nodes: readonly {
        /** As the POS has it: may be missing, no number, or not unique. */
        readonly article: string | null;
      }[];
    };
  } | null;
  /** Orders of the branches the key is for, sorted as `sort` says. */
  readonly orders: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly {
      /** What guest and restaurant call the order. It opens nothing. */
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
