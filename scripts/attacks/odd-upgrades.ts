import { type Attack } from "./attack";
import { RawConnection, upgradeRequest } from "./raw-connection";
import { type Target } from "./target";

const PATIENCE_MS = 5_000;

async function statusOf(target: Target, request: string): Promise<string> {
  const connection = new RawConnection(target);
  connection.write(`${request}\r\n`);
  return connection.end(PATIENCE_MS);
}

function upgrade(title: string, expected: string, request: string): Attack {
  return { title, expected, withinMs: PATIENCE_MS, run: (target) => statusOf(target, request) };
}

/**
 * The code with which the gateway closes a socket that was opened by hand and sends these bytes.
 */
function frames(title: string, expected: string, bytes: Buffer): Attack {
  const run = async (target: Target) => {
    const connection = new RawConnection(target);
    connection.write(`${upgradeRequest()}\r\n`);
    for (let tries = 0; tries < 100 && connection.text === ""; tries++) await pause(20);
    connection.write(bytes);
    await pause(500);
    const answer = Buffer.from(connection.text, "latin1");
    connection.leave();
    const close = answer.indexOf(0x88, answer.indexOf("\r\n\r\n"));
    return close < 0 ? "not closed" : String(answer.readUInt16BE(close + 2));
  };
  return { title, expected, withinMs: PATIENCE_MS, run };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A client frame, masked with zeros. @param first its first byte: FIN, reserved bits, opcode */
function frame(first: number, length: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt8(first, 0);
  head.writeUInt8(0x80 | 126, 1);
  head.writeUInt16BE(length, 2);
  return Buffer.concat([head, Buffer.alloc(length, "x")]);
}

const MANY_HEADERS = Array.from({ length: 1_500 }, (_, n) => `X-${n}: yyyyyyyyyy\r\n`).join("");

/** Headers and upgrade requests that no browser sends. */
export const oddUpgrades: readonly Attack[] = [
  upgrade(
    "a header of 20 KB",
    "431",
    `GET /livez HTTP/1.1\r\nHost: x\r\nX: ${"y".repeat(20_000)}\r\n`,
  ),
  upgrade("1,500 headers", "431", `GET /livez HTTP/1.1\r\nHost: x\r\n${MANY_HEADERS}`),
  upgrade(
    "20 KB of X-Forwarded-For",
    "431",
    upgradeRequest("/graphql", { "X-Forwarded-For": "1.1.1.1,".repeat(2_500) }),
  ),
  upgrade(
    "an upgrade with a key that is none",
    "400",
    upgradeRequest("/graphql", { "Sec-WebSocket-Key": "x" }),
  ),
  upgrade("an upgrade to HTTP/2", "400", upgradeRequest("/graphql", { Upgrade: "h2c" })),
  upgrade("an upgrade by POST", "405", upgradeRequest("/graphql", {}, "POST")),
  upgrade("an upgrade somewhere else", "404", upgradeRequest("/livez")),
  upgrade("an upgrade of a path that climbs", "404", upgradeRequest("/graphql/../livez")),
  frames(
    "a message in pieces, over 256 KB",
    "1009",
    Buffer.concat([frame(0x01, 60_000), ...pieces(5)]),
  ),
  frames("a control frame that is too long", "1002", frame(0x89, 1_000)),
  frames("a compressed frame that nobody agreed on", "1002", frame(0xc1, 10)),
  frames("a piece of no message", "1002", frame(0x80, 10)),
];

function pieces(count: number): Buffer[] {
  return Array.from({ length: count }, () => frame(0x00, 60_000));
}
