import { serverAudits } from "graphql-http";

import { SampleServer } from "../support/sample-server";

let server: SampleServer;

beforeAll(async () => {
  server = await SampleServer.start();
});

afterAll(() => server.running.close());

const withPreflight: typeof fetch = (url, init) =>
  fetch(url, {
    ...init,
    headers: { ...(init?.headers as Record<string, string>), "apollo-require-preflight": "1" },
  });

describe("GraphQL over HTTP conformance", () => {
  const audits = serverAudits({ url: () => server.graphqlUrl, fetchFn: withPreflight });

  it("has all 61 audits", () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => ({ title: `${audit.id} ${audit.name}`, audit })))(
    "$title",
    async ({ audit }) => {
      await expect(audit.fn()).resolves.toMatchObject({ status: "ok" });
    },
  );

  it("passes them without the preflight header, too: GET changes nothing, and no credential is sent automatically", async () => {
    const results = await Promise.all(
      serverAudits({ url: server.graphqlUrl }).map((audit) => audit.fn()),
    );
    expect(results.filter((result) => result.status !== "ok")).toEqual([]);
  });
});
