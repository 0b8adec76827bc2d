import { KeepAliveClient } from "./keep-alive-client";

export interface Load {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Sends requests on all connections without a pause, each after the previous answer. */
export async function runLoad(load: Load): Promise<LoadResult> {
  const request = requestOf(load);
  const clients = Array.from(
    { length: load.connections },
    () => new KeepAliveClient(new URL(load.url), request),
  );
  const times: number[] = [];
  const start = performance.now();
  const end = start + load.seconds * 1_000;
  try {
    await Promise.all(
      clients.map(async (client) => {
        for (let asked = performance.now(); asked < end; asked = performance.now()) {
          await client.ask();
          times.push(performance.now() - asked);
        }
      }),
    );
  } finally {
    for (const client of clients) client.close();
  }
  const perSecond = (times.length / (performance.now() - start)) * 1_000;
  times.sort((one, other) => one - other);
  return {
    requests: times.length,
    perSecond,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    max: quantile(times, 1),
  };
}

function requestOf({ url, method, headers, body = "" }: Load): Buffer {
  const { host, pathname, search } = new URL(url);
  const bytes = Buffer.from(body);
  const all = {
    host,
    ...headers,
    ...(bytes.length > 0 && { "content-length": String(bytes.length) }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`${method} ${pathname}${search} HTTP/1.1\r\n${lines.join("")}\r\n`),
    bytes,
  ]);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
