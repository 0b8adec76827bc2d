import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

import { createClient } from "graphql-ws";
import {
  commitMutation,
  type ConcreteRequest,
  Environment,
  type FetchFunction,
  fetchQuery,
  type GraphQLResponse,
  Network,
  Observable,
  RecordSource,
  requestSubscription,
  Store,
  type SubscribeFunction,
} from "relay-runtime";

import { type ClientCase, type ClientPlace, type OpenClient, type Traffic } from "./client-case";

/**
 * As an application writes it; the compiler makes one artifact of each operation, and
 * `dishRefetchQuery` of the fragment.
 */
const SOURCE = `
graphql\`query dishQuery($branchId: ID!) { products(branchId: $branchId, first: 1) { nodes { id ...dish_product } } }\`;
graphql\`fragment dish_product on Product @refetchable(queryName: "dishRefetchQuery") { id name }\`;
graphql\`mutation dishMutation($branchId: ID!) { createOrderChallenge(branchId: $branchId) { challenge { bits } } }\`;
graphql\`subscription dishSubscription($token: String!) { trackOrder(token: $token) { id cursor summary } }\`;
`;

type ArtifactName = "dishQuery" | "dishRefetchQuery" | "dishMutation" | "dishSubscription";

export const relayClient: ClientCase = {
  name: "Relay, `@refetchable` too",
  packages: ["relay-runtime", "relay-compiler", "graphql-ws"],
  needs: "`schema.graphql` for the compiler; a network of `fetch` and graphql-ws",
  open: async (place, traffic) => {
    const artifact = await compile(place.folder);
    const sockets = createClient({
      url: place.webSocketUrl,
      webSocketImpl: traffic.webSocket,
      retryAttempts: 0,
    });
    const network = Network.create(fetching(place, traffic), subscribing(sockets));
    const environment = new Environment({ network, store: new Store(new RecordSource()) });
    return { ...clientOf(environment, artifact, place), close: () => sockets.dispose() };
  },
};

/** Runs the compiler in a folder. */
async function compile(folder: string): Promise<(name: ArtifactName) => ConcreteRequest> {
  const source = join(folder, "relay");
  await mkdir(source, { recursive: true });
  await writeFile(join(source, "dish.js"), SOURCE);
  const settings = { src: source, schema: resolve("schema.graphql"), language: "javascript" };
  await writeFile(join(folder, "relay.config.json"), JSON.stringify(settings));
  const compiler = require.resolve("relay-compiler/cli.js");
  await promisify(execFile)(process.execPath, [compiler, join(folder, "relay.config.json")], {
    cwd: folder,
  });
  const load = createRequire(join(source, "dish.js"));
  return (name) => load(`./__generated__/${name}.graphql.js`) as ConcreteRequest;
}

function fetching({ url }: ClientPlace, traffic: Traffic): FetchFunction {
  return async ({ text }, variables) => {
    const answer = await traffic.fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: text, variables }),
    });
    return (await answer.json()) as GraphQLResponse;
  };
}

function subscribing(sockets: ReturnType<typeof createClient>): SubscribeFunction {
  return ({ text }, variables) =>
    Observable.create((sink) => sockets.subscribe({ query: text ?? "", variables }, sink as never));
}

function clientOf(
  environment: Environment,
  artifact: (name: ArtifactName) => ConcreteRequest,
  { branchId, token }: ClientPlace,
): OpenClient {
  const read = (name: ArtifactName, variables: object) =>
    fetchQuery(
      environment,
      artifact(name),
      { ...variables },
      { fetchPolicy: "network-only" },
    ).toPromise();
  return {
    /** Like a component that shows a dish again: it refetches the dish by its id. */
    query: async () => {
      const found = (await read("dishQuery", { branchId })) as {
        products: { nodes: { id: string }[] };
      };
      const [dish] = found.products.nodes;
      await read("dishRefetchQuery", { id: dish?.id });
      const { name } = environment
        .getStore()
        .getSource()
        .get(dish?.id ?? "") as { name?: unknown };
      return { products: { nodes: [{ ...dish, name }] } };
    },
    mutate: () =>
      new Promise((done, failed) => {
        const mutation = artifact("dishMutation");
        commitMutation(environment, {
          mutation,
          variables: { branchId },
          onCompleted: done,
          onError: failed,
        });
      }),
    subscribe: () =>
      new Promise((done, failed) => {
        const subscription = artifact("dishSubscription");
        const following = requestSubscription(environment, {
          subscription,
          variables: { token },
          onError: failed,
          onNext: (event) => {
            setImmediate(() => following.dispose());
            done(event);
          },
        });
      }),
  };
}
