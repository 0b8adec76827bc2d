import { createServer } from "node:http";
import { type AddressInfo } from "node:net";

export interface MetricsListener {
  /** 0 was asked for: any free one. */
  readonly port: number;
  close(): Promise<void>;
}

/** Serves `/metrics` and nothing else on an address of its own, to everybody who reaches it. */
export async function listenForMetrics(
  address: { readonly host: string; readonly port: number },
  metrics: () => Promise<{ contentType: string; body: string }>,
): Promise<MetricsListener> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    metrics().then(
      ({ contentType, body }) => response.writeHead(200, { "content-type": contentType }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(address.port, address.host, resolve);
  });
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port: (server.address() as AddressInfo).port, close };
}
