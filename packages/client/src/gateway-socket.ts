import { type EventQueue } from "./event-queue.ts";
import { errorIn, GatewayError } from "./gateway-error.ts";
import { GatewayUnreachable } from "./gateway-unreachable.ts";
import { isObject, parseJson } from "./json.ts";
import { Pulse } from "./pulse.ts";

/** The part of WebSocket that is needed: browsers, React Native, Node 22 and `ws` provide it. */
export interface SocketLike {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: never) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(code?: number, reason?: string): void;
}

export type SocketConstructor = new (url: string, protocol: string) => SocketLike;

export interface Subscription {
  readonly document: string;
  readonly variables: object;
  /** Sent first, because the gateway accepts no headers from browsers. */
  readonly credentials: Record<string, string>;
  /** Called once the credentials are accepted and the subscription has been sent. */
  readonly onOpen: () => void;
}

const ACKNOWLEDGED_WITHIN_MS = 5_000;
const NO_LONGER_NEEDED = 1000;
const FORBIDDEN = 4403;
/** The gateway says that this client does not follow the protocol: reconnecting would not help. */
const OUR_FAULT = [4400, 4401, 4406, 4409, 4429];
const ID = "1";

/**
 * One subscription on a separate socket, using the protocol graphql-transport-ws. Its payloads go
 * into a queue.
 */
export class GatewaySocket {
  private readonly pulse: Pulse;
  private readonly lateness: ReturnType<typeof setTimeout>;
  private acknowledged = false;

  constructor(
    private readonly socket: SocketLike,
    private readonly subscription: Subscription,
    private readonly queue: EventQueue<unknown>,
  ) {
    this.pulse = new Pulse(
      () => this.send({ type: "ping" }),
      () => this.fail(new GatewayUnreachable("The connection is dead")),
    );
    this.lateness = setTimeout(
      () =>
        this.acknowledged ||
        this.fail(new GatewayUnreachable("The gateway did not let us in in time")),
      ACKNOWLEDGED_WITHIN_MS,
    );
    socket.onopen = () => this.send({ type: "connection_init", payload: subscription.credentials });
    socket.onmessage = ({ data }: { data: unknown }) => this.receive(data);
    socket.onclose = ({ code, reason }: { code: number; reason: string }) =>
      this.closed(code, reason);
    // "close" follows and says the same.
    socket.onerror = () => undefined;
  }

  /** Requests a sign of life now; the socket is given up if none arrives soon. */
  check(): void {
    if (this.acknowledged) this.pulse.check();
  }

  close(): void {
    this.pulse.stop();
    clearTimeout(this.lateness);
    this.socket.onmessage = null;
    this.socket.close(NO_LONGER_NEEDED);
    this.queue.end();
  }

  private receive(text: unknown): void {
    this.pulse.heard();
    const message = read(text);
    if (message["type"] === "connection_ack") this.subscribe();
    if (message["type"] === "ping") this.send({ type: "pong" });
    if (message["type"] === "complete") this.queue.end();
    if (message["type"] === "error")
      this.fail(new GatewayError(errorIn({ errors: message["payload"] }) ?? NO_REASON));
    if (message["type"] === "next") this.queue.push(message["payload"]);
  }

  private subscribe(): void {
    this.acknowledged = true;
    const { document, variables, onOpen } = this.subscription;
    this.send({ id: ID, type: "subscribe", payload: { query: document, variables } });
    onOpen();
  }

  private closed(code: number, reason: string): void {
    // Credentials that were valid before may have expired; the next connection shows whether there
    // are new ones.
    const refused = code === FORBIDDEN && !this.acknowledged;
    if (!refused && !OUR_FAULT.includes(code))
      return this.fail(new GatewayUnreachable(`Closed with ${code} ${reason}`));
    const extensions = { code: refused ? "UNAUTHENTICATED" : "BAD_REQUEST" };
    this.fail(
      new GatewayError({ message: reason || "The gateway closed the connection", extensions }),
    );
  }

  private fail(error: Error): void {
    this.queue.fail(error);
    this.close();
  }

  private send(message: object): void {
    try {
      this.socket.send(JSON.stringify(message));
    } catch (cause) {
      this.fail(new GatewayUnreachable("The connection is not open", { cause }));
    }
  }
}

const NO_REASON = { message: "The gateway refused the subscription" };

function read(text: unknown): Record<string, unknown> {
  const message: unknown = typeof text === "string" ? parseJson(text) : undefined;
  return isObject(message) ? message : {};
}
