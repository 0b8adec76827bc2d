import { createClient } from "graphql-sse";

import { TOKEN_HEADER } from "../../src/server/single-connections";
import { eventually } from "../support/eventually";
import { SampleServer, WRONG_TOKEN } from "../support/sample-server";
import { beginOperation, openStream, reserveStream } from "../support/single-connection";

let server: SampleServer;

beforeEach(async () => {
  server = await SampleServer.start({ webSocketLimits: { subscriptionsPerSocket: 2 } });
});

afterEach(async () => {
  await server.running.close();
  expect(server.sample.openSubscriptions).toBe(0);
});

const reserve = () => reserveStream(server);
const open = (token: string) => openStream(server, token);

function begin(
  token: string,
  id: unknown,
  query: string,
  headers?: Record<string, string>,
): Promise<Response> {
  return beginOperation(server, token, { id, query, headers });
}

function end(token: string, id: string): Promise<Response> {
  return fetch(`${server.graphqlUrl}?operationId=${id}`, {
    method: "DELETE",
    headers: { [TOKEN_HEADER]: token },
  });
}

describe("many operations on one event stream", () => {
  it("are answered for the standard graphql-sse client", async () => {
    const client = createClient({ url: server.graphqlUrl, singleConnection: true });
    const all = async (query: string) => {
      const seen: unknown[] = [];
      for await (const result of client.iterate({ query })) seen.push(result);
      return seen;
    };
    const answers = await Promise.all([all("subscription { count(to: 2) }"), all("{ hello }")]);
    expect(answers).toEqual([
      [{ data: { count: 1 } }, { data: { count: 2 } }],
      [{ data: { hello: "hello" } }],
    ]);
    expect(await all("{ nosuch }")).toMatchObject([
      { errors: [{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }] },
    ]);
    client.dispose();
    await eventually(() => server.running.connections() === 0);
  });

  it("carry their ids, and end on their own or when the client says so", async () => {
    const token = await reserve();
    const stream = await open(token);
    expect((await begin(token, "a", "subscription { silence }")).status).toBe(202);
    expect((await begin(token, "b", "mutation { touch }")).status).toBe(202);
    await eventually(() => stream.events.length === 2);
    expect(stream.events).toEqual([
      { event: "next", data: { id: "b", payload: { data: { touch: 1 } } } },
      { event: "complete", data: { id: "b" } },
    ]);
    expect(server.sample.openSubscriptions).toBe(1);
    expect((await end(token, "a")).status).toBe(200);
    await eventually(() => server.sample.openSubscriptions === 0);
    // The id is free again, and names only the new operation.
    expect((await begin(token, "a", "subscription { silence }")).status).toBe(202);
    await eventually(() => server.sample.openSubscriptions === 1);
    await end(token, "a");
    await eventually(() => server.sample.openSubscriptions === 0);
    stream.leave();
    await eventually(() => server.running.connections() === 0);
    expect((await begin(token, "c", "{ hello }")).status).toBe(404);
  });

  it("end with the stream", async () => {
    const token = await reserve();
    const stream = await open(token);
    await begin(token, "a", "subscription { silence }");
    await eventually(() => server.sample.openSubscriptions === 1);
    stream.leave();
    await eventually(
      () => server.sample.openSubscriptions === 0 && server.running.connections() === 0,
    );
  });

  it("are each refused for their own errors", async () => {
    const token = await reserve();
    expect((await begin(token, "a", "{ hello }")).status).toBe(404);
    const stream = await open(token);
    expect((await open(token)).response.statusCode).toBe(409);
    expect((await open("A".repeat(32))).response.statusCode).toBe(404);
    expect((await begin("A".repeat(32), "a", "{ hello }")).status).toBe(404);
    expect((await begin(token, undefined, "{ hello }")).status).toBe(400);
    expect((await begin(token, "x".repeat(201), "{ hello }")).status).toBe(400);
    expect((await begin(token, "a", "{ hello }", { authorization: WRONG_TOKEN })).status).toBe(401);
    expect(
      (
        await begin(token, "a", "mutation { touch }", {
          "content-type": "application/x-www-form-urlencoded",
        })
      ).status,
    ).toBe(415);
    for (const id of ["a", "b"]) await begin(token, id, "subscription { silence }");
    expect((await begin(token, "a", "subscription { silence }")).status).toBe(409);
    const crowded = await begin(token, "c", "subscription { silence }");
    expect([crowded.status, await crowded.text()]).toEqual([
      429,
      expect.stringContaining("TOO_MANY_OPERATIONS"),
    ]);
    expect(stream.events).toEqual([]);
    stream.leave();
  });

  it("are refused in the client's language, with what to do", async () => {
    const headers = { "accept-language": "ru" };
    const told = async (answer: Promise<Response>) =>
      ((await (await answer).json()) as { errors: { message: string }[] }).errors[0]!.message;
    expect(await told(begin("A".repeat(32), "a", "{ hello }", headers))).toMatch(/^Потока .* PUT/);
    expect(await told(fetch(server.graphqlUrl, { method: "DELETE", headers }))).toMatch(
      /DELETE .*x-graphql-event/,
    );
    const token = await reserve();
    const stream = await open(token);
    expect(await told(begin(token, "", "{ hello }", headers))).toMatch(
      /^`extensions\.operationId` должно/,
    );
    for (const id of ["a", "b"]) await begin(token, id, "subscription { silence }");
    expect(await told(begin(token, "a", "{ hello }", headers))).toBe(
      "Операция с этим идентификатором ещё идёт",
    );
    expect(await told(begin(token, "c", "{ hello }", headers))).toBe(
      "Слишком много операций в этом потоке событий",
    );
    const again = fetch(server.graphqlUrl, {
      headers: { ...headers, accept: "text/event-stream", [TOKEN_HEADER]: token },
    });
    expect(await told(again)).toBe("Поток событий с этим ключом уже открыт");
    stream.leave();
  });

  it("count as sockets of their address from the reservation on, and are refused to foreign pages", async () => {
    await reserve();
    expect(server.running.connections()).toBe(1);
    const foreign = await fetch(server.graphqlUrl, {
      method: "PUT",
      headers: { origin: "https://evil.example" },
    });
    expect(foreign.status).toBe(403);
    expect((await fetch(server.graphqlUrl, { method: "DELETE" })).status).toBe(405);
    expect((await fetch(server.graphqlUrl, { method: "PATCH" })).status).toBe(405);
  });
});
