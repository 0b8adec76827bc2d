// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

export type BranchPage = {
  /** The page's entries, for whoever needs no cursor of each. */
  readonly nodes: readonly {
    /** What arguments named branchId take. */
    readonly id: string;
    /** What guests and operators call the branch. */
    readonly name: string;
    /** IANA zone, for example Europe/Moscow. The POS speaks this zone's wall-clock time. */
    readonly timeZone: string;
  }[];
  /** Where the page stands in the list, and how to get the next one. */
  readonly pageInfo: {
    /** true: there are entries after this page. */
    readonly hasNextPage: boolean;
    /** The cursor of the page's last entry, the `after` of the next page; null: the page is empty. */
    readonly endCursor: string | null;
  };
};

export interface SignInVariables {
}

export interface SignInAnswer {
  /** A key that is limited to branches sees those only. */
  readonly branches: BranchPage;
  /** Orders of the branches the key is for, sorted as `sort` says. */
  readonly orders: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly {
      /** Id of the order for the whole life of it. Staff and guests know the order by its `number`. */
      readonly id: string;
    }[];
  };
}

export const SignIn: Operation<SignInAnswer, SignInVariables> = {
  document: `query SignIn {
  branches(first: 100) {
    ...BranchPage
  }
  orders(first: 1) {
    nodes {
      id
    }
  }
}

fragment BranchPage on BranchConnection {
  nodes {
    id
    name
    timeZone
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`,
};

export interface MoreBranchesVariables {
  readonly after: string;
}

export interface MoreBranchesAnswer {
  /** A key that is limited to branches sees those only. */
  readonly branches: BranchPage;
}

export const MoreBranches: Operation<MoreBranchesAnswer, MoreBranchesVariables> = {
  document: `query MoreBranches($after: String!) {
  branches(first: 100, after: $after) {
    ...BranchPage
  }
}

fragment BranchPage on BranchConnection {
  nodes {
    id
    name
    timeZone
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`,
};
