// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

export interface SignInVariables {
}

export interface SignInAnswer {
  /** A key that is limited to branches sees those only. */
  readonly branches: {
    /** The page's entries, for whoever needs no cursor of each. */
    readonly nodes: readonly {
      /** What arguments named branchId take. */
      readonly id: string;
      /** What guests and operators call the branch. */
      readonly name: string;
    }[];
  };
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
    nodes {
      id
      name
    }
  }
  orders(first: 1) {
    nodes {
      id
    }
  }
}`,
};
