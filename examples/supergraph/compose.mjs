import { composeServices } from "@apollo/composition";
import { parse } from "graphql";

/** Asks each service for its subgraph, and composes one graph from them. */
export async function compose(services) {
  const subgraphs = await Promise.all(
    services.map(async ({ name, url, headers = {} }) => {
      const sdl = await sdlOf(url, headers);
      return { name, url, typeDefs: parse(sdl) };
    }),
  );
  const { errors = [], hints = [], supergraphSdl } = composeServices(subgraphs);
  for (const hint of hints) console.warn(String(hint));
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  return supergraphSdl;
}

async function sdlOf(url, headers) {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query: "{ _service { sdl } }" }),
  });
  const { data, errors } = await response.json();
  if (!data?._service) throw new Error(`${url} tells no schema: ${JSON.stringify(errors)}`);
  return data._service.sdl;
}
