import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

import { RunningGateway } from "../support/running-gateway";

const ASKED = "{ branches(first: 1) { nodes { id sections(first: 1) { nodes { name } } } } }";

describe("which application asks for which field", () => {
  let running: RunningGateway;

  beforeAll(async () => {
    running = await RunningGateway.start({ CLIENT_NAMES: "website, ios" });
  });
  afterAll(() => running.stop());

  async function ask(name?: string): Promise<void> {
    const headers = {
      "content-type": "application/json",
      ...(name !== undefined && { "apollographql-client-name": name }),
    };
    const body = JSON.stringify({ query: ASKED });
    const answer = await fetch(`${running.gateway.url}/graphql`, { method: "POST", headers, body });
    expect(answer.status).toBe(200);
    await answer.text();
  }

  async function counted(): Promise<string[]> {
    const metrics = await (await fetch(`${running.gateway.url}/metrics`)).text();
    return metrics
      .split("\n")
      .filter((line) => /^gateway_field_uses_total.*Query\.branches/.test(line));
  }

  it("is counted for known names, including shared answers and sockets", async () => {
    // The second request gets the answer of the first.
    for (const name of ["website", "website", undefined, "<script>", "x".repeat(2_000), "website "])
      await ask(name);
    const socket = createClient({
      url: `${running.gateway.url.replace("http", "ws")}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { "apollographql-client-name": "ios" },
    });
    for await (const { data } of socket.iterate({ query: ASKED })) expect(data).toBeTruthy();
    await socket.dispose();
    expect(await counted()).toEqual([
      'gateway_field_uses_total{client="website",field="Query.branches"} 3',
      'gateway_field_uses_total{client="ios",field="Query.branches"} 1',
      'gateway_field_uses_total{client="other",field="Query.branches"} 2',
      'gateway_field_uses_total{client="none",field="Query.branches"} 1',
    ]);
  });
});
