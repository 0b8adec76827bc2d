import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

import { preset } from "@graphql-codegen/client-preset";
import { codegen } from "@graphql-codegen/core";
import { transform } from "@swc/core";
import { buildSchema, type DocumentNode, parse, print } from "graphql";
import { GraphQLClient } from "graphql-request";
import { createClient } from "graphql-ws";

import { type ClientCase, MUTATION, QUERY, SUBSCRIPTION } from "./client-case";

/** The documents that the preset writes, by name. */
type Documents = Readonly<
  Record<"DishesDocument" | "ChallengeDocument" | "TrackDocument", DocumentNode>
>;

export const codegenClient: ClientCase = {
  name: "GraphQL Code Generator, client preset",
  packages: ["@graphql-codegen/client-preset", "graphql-request"],
  needs: "`schema.graphql` for the generator; its documents go through any client",
  open: async ({ url, webSocketUrl, branchId, token, folder }, { fetch, webSocket }) => {
    const { DishesDocument, ChallengeDocument, TrackDocument } = await generate(folder);
    const client = new GraphQLClient(url, { fetch });
    const sockets = createClient({ url: webSocketUrl, webSocketImpl: webSocket, retryAttempts: 0 });
    return {
      query: () => client.request(DishesDocument, { branchId }),
      mutate: () => client.request(ChallengeDocument, { branchId }),
      subscribe: async () => {
        for await (const { data } of sockets.iterate({
          query: print(TrackDocument),
          variables: { token },
        }))
          return data;
        throw new Error("No event came");
      },
      close: () => sockets.dispose(),
    };
  },
};

/** Generates the types and documents of three operations, and loads the result. */
async function generate(folder: string): Promise<Documents> {
  const schema = buildSchema(await readFile("schema.graphql", "utf8"));
  const documents = [QUERY, MUTATION, SUBSCRIPTION].map((rawSDL, index) => {
    return { location: `operation-${index}.ts`, rawSDL, document: parse(rawSDL) };
  });
  const section = {
    baseOutputDir: "generated/",
    config: {},
    presetConfig: { fragmentMasking: false },
    plugins: [],
    pluginMap: {},
    schema: parse(await readFile("schema.graphql", "utf8")),
    schemaAst: schema,
    documents,
    skipDocumentsValidation: false,
  };
  const files = await preset.buildGeneratesSection(section);
  const file = files.find(({ filename }) => filename.endsWith("graphql.ts"));
  if (!file) throw new Error("The preset has written no documents");
  const written = await codegen({ ...file, documents: [...file.documents] });
  const { code } = await transform(written, {
    jsc: { parser: { syntax: "typescript" } },
    module: { type: "commonjs" },
  });
  const path = join(folder, "documents.cjs");
  await writeFile(path, code);
  return createRequire(path)(path) as Documents;
}
