// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

/** What a caller may do. A wider scope includes the narrower ones. */
export type Scope =
  | "ADMIN"
  | "CUSTOMER"
  | "OPERATOR"
  | "PUBLIC";

export type BranchPage = {
  /** The entries of the page without their cursors. */
  readonly nodes: readonly {
    /** The id that arguments named branchId take. */
    readonly id: string;
    /** Name of the branch, as guests and operators see it. */
    readonly name: string;
    /** IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone. */
    readonly timeZone: string;
    /** The company of the branch: Company.id. It never changes. */
    readonly companyId: string;
  }[];
  /** Position of the page in the list, and how to get the next page. */
  readonly pageInfo: {
    /** Whether there are entries after this page. */
    readonly hasNextPage: boolean;
    /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
    readonly endCursor: string | null;
  };
};

export interface SignInVariables {
}

export interface SignInAnswer {
  /** All branches of a company. A key sees those of its company, a key that is limited to branches only those. */
  readonly branches: BranchPage;
  /** Orders of the key's branches, sorted by `sort`. */
  readonly orders: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly {
      /** Id of the order; it never changes. Staff and guests know the order by its `number`. */
      readonly id: string;
    }[];
  };
  /** The API key that this call comes with, so that a form offers what it may do. */
  readonly caller: {
    /** Who uses the key; timelines show it. */
    readonly label: string;
    /** What its holder may do. */
    readonly scope: Scope;
    /** The company of the key: Company.id. null: the key of the platform's administrator, who works for all companies. */
    readonly companyId: string | null;
  } | null;
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
  caller {
    label
    scope
    companyId
  }
}

fragment BranchPage on BranchConnection {
  nodes {
    id
    name
    timeZone
    companyId
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`,
};

export interface CompaniesVariables {
  readonly after?: string | null | undefined;
}

export interface CompaniesAnswer {
  /** The companies, oldest first: all of them for the administrator of the platform (ADMIN_API_KEY), only its own for a key of a company. */
  readonly companies: {
    /** The entries of the page without their cursors. */
    readonly nodes: readonly {
      /** The id that arguments named companyId take. */
      readonly id: string;
      /** Name of the company, as operators see it. */
      readonly name: string;
    }[];
    /** Position of the page in the list, and how to get the next page. */
    readonly pageInfo: {
      /** Whether there are entries after this page. */
      readonly hasNextPage: boolean;
      /** Cursor of the last entry of the page, to be passed as `after` for the next page; null if the page is empty. */
      readonly endCursor: string | null;
    };
  };
}

export const Companies: Operation<CompaniesAnswer, CompaniesVariables> = {
  document: `query Companies($after: String) {
  companies(first: 100, after: $after) {
    nodes {
      id
      name
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
};

export interface MoreBranchesVariables {
  readonly after: string;
}

export interface MoreBranchesAnswer {
  /** All branches of a company. A key sees those of its company, a key that is limited to branches only those. */
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
    companyId
  }
  pageInfo {
    hasNextPage
    endCursor
  }
}`,
};
