import { once } from "node:events";

import { WebSocket } from "ws";

const PATIENCE_MS = 10_000;

/** A socket that speaks graphql-transport-ws. */
export interface Session {
  readonly socket: WebSocket;
  /** Resolves to "next", or to "error" and the code of the first error. */
  ask(query: string, variables?: object): Promise<string>;
  /** The entire first message about the operation. */
  answer(query: string, variables?: object): Promise<string>;
  close(): void;
}

/** Connects anonymously, or with a credential. */
export async function openSession(url: string, credential?: string): Promise<Session> {
  const socket = new WebSocket(url, "graphql-transport-ws");
  await once(socket, "open", { signal: AbortSignal.timeout(PATIENCE_MS) });
  const payload = credential === undefined ? {} : { authorization: `Bearer ${credential}` };
  socket.send(JSON.stringify({ type: "connection_init", payload }));
  await once(socket, "message", { signal: AbortSignal.timeout(PATIENCE_MS) });
  let asked = 0;
  const answer: Session["answer"] = (query, variables = {}) => {
    const id = String(++asked);
    socket.send(JSON.stringify({ id, type: "subscribe", payload: { query, variables } }));
    return messageAbout(socket, id);
  };
  return {
    socket,
    answer,
    ask: async (query, variables) => summaryOf(await answer(query, variables)),
    close: () => socket.close(1000),
  };
}

/** The code that a socket is closed with after `act`. */
export async function closeCodeAfter(
  url: string,
  act: (socket: WebSocket) => void,
  protocols: string[] = ["graphql-transport-ws"],
): Promise<string> {
  const socket = new WebSocket(url, protocols);
  socket.on("error", () => undefined);
  const closed = once(socket, "close", { signal: AbortSignal.timeout(PATIENCE_MS) });
  socket.once("open", () => act(socket));
  const [code] = (await closed) as [number];
  return String(code);
}

/** The HTTP status with which an upgrade is refused. */
export async function upgradeRefusal(
  url: string,
  headers: Record<string, string>,
): Promise<string> {
  const socket = new WebSocket(url, ["graphql-transport-ws"], { headers });
  socket.on("error", () => undefined);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const refused = once(socket, "unexpected-response", { signal }).then(([, response]) => {
    const { statusCode } = response as { statusCode: number };
    return String(statusCode);
  });
  const opened = once(socket, "open", { signal }).then(() => "opened");
  refused.catch(() => undefined);
  opened.catch(() => undefined);
  const outcome = await Promise.race([refused, opened]);
  socket.terminate();
  return outcome;
}

async function messageAbout(socket: WebSocket, id: string): Promise<string> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  for (;;) {
    const [message] = (await once(socket, "message", { signal })) as [Buffer];
    const text = message.toString();
    if ((JSON.parse(text) as { id?: string }).id === id) return text;
  }
}

function summaryOf(text: string): string {
  const { type } = JSON.parse(text) as { type: string };
  const code = /"code":"(\w+)"/.exec(text)?.[1];
  return code === undefined ? type : `error ${code}`;
}
