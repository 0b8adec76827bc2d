import { createServer, type Server } from "node:http";
import { type AddressInfo } from "node:net";

import { eventually } from "../support/eventually";
import { KillableGateway } from "../support/killable-gateway";

interface Received {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
}

interface OtlpBody {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly Received[] }[];
  }[];
}

describe("with a trace collector, an order's way", () => {
  const bodies: string[] = [];
  let collector: Server;
  /** A separate process, because the exporter imports in a way that Jest does not support. */
  let gateway: KillableGateway;

  beforeAll(async () => {
    collector = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on("data", (part: Buffer) => parts.push(part));
      request.on("end", () => {
        if (request.url === "/v1/traces") bodies.push(Buffer.concat(parts).toString("utf8"));
        response.end("{}");
      });
    });
    await new Promise<void>((resolve) => collector.listen(0, "127.0.0.1", resolve));
    const { port } = collector.address() as AddressInfo;
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}/`,
      OTEL_BSP_SCHEDULE_DELAY: "100",
    };
    gateway = await KillableGateway.start("50", env);
  });

  afterAll(async () => {
    await gateway?.stop();
    collector.close();
  });

  function spans(): Received[] {
    const all = bodies
      .map((body) => JSON.parse(body) as OtlpBody)
      .flatMap(({ resourceSpans }) => resourceSpans);
    return all.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans));
  }

  it("is a single trace from the mutation to the call of iiko, without personal data", async () => {
    const storefront = await gateway.storefront();
    const { id } = await storefront.order();
    const traceId = id.replaceAll("-", "");
    const own = () => spans().filter((span) => span.traceId === traceId);
    const call = await eventually(() =>
      own().find(({ name }) => name === "POST /api/1/deliveries/create"),
    );
    await eventually(() => own().some(({ name }) => name === "createOrder"));
    const send = await eventually(() => own().find(({ name }) => name === "send-order"));
    expect(call.parentSpanId).toBe(send.spanId);
    expect(bodies.join("")).not.toMatch(/79990000009|Гость/);
  });
});
