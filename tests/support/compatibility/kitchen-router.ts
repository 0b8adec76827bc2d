import { createRequire } from "node:module";
import { join } from "node:path";

import type * as apolloServer from "@apollo/server";
import type * as graphql from "graphql";

import { STAFF, STOCK } from "./other-services";

/** The example's packages: they include a router, and what other services are written with. */
const load = createRequire(join(process.cwd(), "examples", "supergraph", "package.json"));

interface Gateway {
  ApolloGateway: new (options: {
    supergraphSdl: string;
    buildService: (service: { name: string }) => unknown;
  }) => apolloServer.ApolloServerOptionsWithGateway<apolloServer.BaseContext>["gateway"];
  RemoteGraphQLDataSource: new (options: { url: string }) => unknown;
  LocalGraphQLDataSource: new (schema: unknown) => unknown;
}

interface Subgraph {
  buildSubgraphSchema(module: { typeDefs: unknown; resolvers: object }): unknown;
}

const cook = { email: "boris@kitchen.example", name: "Boris", yearsAtWork: 4, dishesInvented: 12 };

interface AskedDish {
  readonly weight: { readonly grams: number; readonly portion: string };
}

const OTHERS = {
  staff: {
    text: STAFF,
    resolvers: { Query: { cooks: () => [cook] }, Cook: { __resolveReference: () => cook } },
  },
  stock: {
    text: STOCK,
    resolvers: {
      Query: { shelves: () => [{ __typename: "ColdShelf", id: "7", place: "left" }] },
      Dish: {
        __resolveReference: (dish: AskedDish) => dish,
        delivery: ({ weight: { grams, portion } }: AskedDish, { street }: { street: string }) => ({
          estimated: `${grams} g, ${portion}, to ${street}`,
        }),
      },
    },
  },
};

/** Apollo Gateway in front of the dish service and two others. */
export class KitchenRouter {
  private constructor(private readonly server: apolloServer.ApolloServer) {}

  static async start(supergraphSdl: string, dishesUrl: string): Promise<KitchenRouter> {
    const packages = load("@apollo/gateway") as Gateway;
    const { ApolloServer } = load("@apollo/server") as typeof apolloServer;
    const subgraph = load("@apollo/subgraph") as Subgraph;
    const { parse } = load("graphql") as typeof graphql;
    const buildService = ({ name }: { name: string }) => {
      if (name !== "staff" && name !== "stock")
        return new packages.RemoteGraphQLDataSource({ url: dishesUrl });
      const { text, resolvers } = OTHERS[name];
      const schema = subgraph.buildSubgraphSchema({ typeDefs: parse(text), resolvers });
      return new packages.LocalGraphQLDataSource(schema);
    };
    const gateway = new packages.ApolloGateway({ supergraphSdl, buildService });
    const server = new ApolloServer({ gateway, stopOnTerminationSignals: false });
    await server.start();
    return new KitchenRouter(server);
  }

  async ask(query: string): Promise<graphql.FormattedExecutionResult> {
    const { body } = await this.server.executeOperation({ query });
    if (body.kind !== "single") throw new Error("It answers in parts");
    // Removes the null prototypes of the objects that executors return.
    return JSON.parse(JSON.stringify(body.singleResult)) as graphql.FormattedExecutionResult;
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}
