import { isDeepStrictEqual } from "node:util";

import { Child } from "../child";
import { type Contestant } from "../rounds";
import { gatewaySettings } from "./gateway-settings";
import { MENU_QUERY } from "./menu-query";
import { BRANCH_ID } from "./seed-menu";

const BODY = JSON.stringify({ query: MENU_QUERY, variables: { branchId: BRANCH_ID } });
const HEADERS = { "content-type": "application/json" };
const BROTLI = { ...HEADERS, "accept-encoding": "br" };
/** Brotli at its best level takes seconds for two megabytes. */
const WELL_COMPRESSED_WITHIN_MS = 60_000;

interface Field {
  readonly contestants: readonly Contestant[];
  readonly bytes: number;
  readonly brotliBytes: number;
  stop(): Promise<void>;
}

/** Starts all contestants, and makes sure that they all give the same answer. */
export async function contest(
  databaseUrl: string,
  { profile }: { profile: boolean },
): Promise<Field> {
  const children: Child[] = [];
  const start = async (file: string, settings: object, execArgv: string[] = []) => {
    const [server, { url }] = await Child.start<{ url: string }>(
      `menu/contestants/${file}`,
      settings,
      execArgv,
    );
    children.push(server);
    return { server, url };
  };
  const flags = profile ? ["--cpu-prof", "--cpu-prof-dir=cpu-profiles"] : [];
  // Contestants that are compared are measured one right after the other, while the machine is in
  // the same condition.
  const servers = {
    gateway: await start("gateway", gatewaySettings(databaseUrl, { MENU_CACHE_MB: "0" }), flags),
    mercurius: await start("mercurius", { databaseUrl }),
    apollo: await start("apollo-defaults", { databaseUrl }),
    relations: await start("typeorm-relations", { databaseUrl }),
    shared: await start("gateway", gatewaySettings(databaseUrl), flags),
  };
  const text = await answerOf(servers.gateway.url);
  for (const [name, { url }] of Object.entries(servers))
    expectSame(name, await answerOf(url), text);
  const body = Buffer.from(text).toString("base64");
  const all = { ...servers, "node:http": await start("static-bytes", { body, encoding: null }) };
  const load = (url: string) => ({ url, method: "POST", headers: HEADERS, body: BODY }) as const;
  const { shared } = servers;
  return {
    contestants: [
      ...Object.entries(all).map(([name, { server, url }]) => ({ name, server, load: load(url) })),
      { name: "shared br", server: shared.server, load: { ...load(shared.url), headers: BROTLI } },
    ],
    bytes: Buffer.byteLength(text),
    brotliBytes: await compressedWell(shared.url, text),
    stop: async () => void (await Promise.all(children.map((child) => child.stop()))),
  };
}

async function ask(url: string, headers: Record<string, string>): Promise<Response> {
  const answer = await fetch(url, { method: "POST", headers, body: BODY });
  if (!answer.ok)
    throw new Error(`${url} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
  return answer;
}

async function answerOf(url: string): Promise<string> {
  return (await ask(url, HEADERS)).text();
}

function expectSame(name: string, answer: string, text: string): void {
  if (!isDeepStrictEqual(JSON.parse(answer), JSON.parse(text)))
    throw new Error(`${name} gives another answer`);
}

/**
 * Sends requests until the gateway has compressed the answer as well as it can; returns the length.
 */
async function compressedWell(url: string, text: string): Promise<number> {
  const deadline = Date.now() + WELL_COMPRESSED_WITHIN_MS;
  const quick = Number((await ask(url, BROTLI)).headers.get("content-length"));
  while (Date.now() < deadline) {
    const answer = await ask(url, BROTLI);
    const length = Number(answer.headers.get("content-length"));
    expectSame("shared br", await answer.text(), text);
    if (length < quick) return length;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("The gateway has not compressed its answer");
}
