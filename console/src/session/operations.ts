// Written by `npm run schema` from schema.graphql and operations.graphql.
import { type Operation } from "../gateway/operation.ts";

export interface SignInVariables {
}

export interface SignInAnswer {
  /** A key that is limited to branches sees those only. */
  readonly branches: {
    readonly nodes: readonly {
      readonly id: string;
      readonly name: string;
    }[];
  };
  /** Orders of the branches the key is for, sorted as `sort` says. */
  readonly orders: {
    readonly nodes: readonly {
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
