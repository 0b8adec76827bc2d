import { randomBytes } from "node:crypto";

import { type AppError } from "../errors";
import { AddressCounts } from "../limits/address-counts";
import { overLimit, overloaded } from "../limits/limit-refusal";
import { type ConnectionGate } from "./connection-gate";
import { type EventStream } from "./event-stream";
import { type AnswerSink } from "./streamed-operations";

/** The header with which graphql-sse names the stream that receives the answers. */
export const TOKEN_HEADER = "x-graphql-event-stream-token";
/** Time allowed between reserving a stream and opening it. */
const RESERVED_MS = 10_000;
/**
 * Reservations that an address may have simultaneously: anyone can ask for one, and clients open
 * theirs immediately.
 */
const RESERVED_PER_ADDRESS = 10;
/** By then the process that takes over may be available. */
const COME_BACK_MS = 5_000;
/** Clients number their operations or give them UUIDs. */
const MAX_ID_LENGTH = 200;

const NO_STREAM =
  "No event stream of this token is open here: reserve one with PUT. All requests of a client have to reach the same process";

/** A stream that receives the answers to many operations. */
interface SingleConnection {
  readonly address: string;
  stream?: EventStream;
  readonly operations: Map<string, OperationOnStream>;
  readonly expiry: NodeJS.Timeout;
}

/** Why a request that belongs to a stream is refused. */
export interface StreamRefusal {
  readonly status: 400 | 404 | 409 | 429;
  readonly message: string;
}

/**
 * The streams of graphql-sse's single connection mode: a stream is reserved, opened, and then
 * receives the answers to any number of operations, each sent in its own request. A reservation
 * counts as an open stream.
 */
export class SingleConnections {
  private readonly connections = new Map<string, SingleConnection>();
  private readonly reserved = new AddressCounts({
    perAddress: RESERVED_PER_ADDRESS,
    inAll: Infinity,
  });
  private closing = false;

  constructor(private readonly gate: Pick<ConnectionGate, "enter" | "leave">) {}

  /** The token of a stream that can be opened, or why there is none. */
  reserve(address: string): string | AppError {
    if (this.closing) return overloaded(COME_BACK_MS);
    if (this.reserved.fullFor(address)) return overLimit("streams", RESERVED_MS);
    const token = randomBytes(24).toString("base64url");
    const expiry = setTimeout(() => this.remove(token), RESERVED_MS).unref();
    this.connections.set(token, { address, operations: new Map(), expiry });
    this.gate.enter(address);
    this.reserved.add(address);
    return token;
  }

  /** @param open creates the stream once it is certain that it may be opened */
  open(token: string, open: () => EventStream): EventStream | StreamRefusal {
    const connection = this.connections.get(token);
    if (!connection) return { status: 404, message: NO_STREAM };
    if (connection.stream)
      return { status: 409, message: "The event stream of this token is open already" };
    clearTimeout(connection.expiry);
    this.reserved.remove(connection.address);
    const stream = open();
    connection.stream = stream;
    void stream.closed.then(() => this.remove(token));
    return stream;
  }

  /**
   * The destination of an operation's answers until it is done. @param most operations that a
   * stream may have simultaneously
   */
  begin(token: string, id: unknown, most: number): AnswerSink | StreamRefusal {
    const { stream, operations } = this.connections.get(token) ?? {};
    if (!stream || !operations) return { status: 404, message: NO_STREAM };
    if (typeof id !== "string" || id === "" || id.length > MAX_ID_LENGTH) {
      return {
        status: 400,
        message: "`extensions.operationId` must be a text that is not empty and not long",
      };
    }
    if (operations.has(id)) return { status: 409, message: "An operation of this id is under way" };
    if (operations.size >= most)
      return { status: 429, message: "Too many operations on this event stream" };
    const operation = new OperationOnStream(id, stream, () => operations.delete(id));
    operations.set(id, operation);
    return operation;
  }

  /** Ends an operation. Safe to repeat. */
  end(token: string, id: unknown): StreamRefusal | undefined {
    const connection = this.connections.get(token);
    if (!connection) return { status: 404, message: NO_STREAM };
    connection.operations.get(String(id))?.end();
    return undefined;
  }

  /** Ends the streams; those that are not open yet can no longer be opened. */
  close(): void {
    this.closing = true;
    for (const [token, { stream }] of this.connections) {
      if (stream) stream.end();
      else this.remove(token);
    }
  }

  private remove(token: string): void {
    const connection = this.connections.get(token);
    if (!connection || !this.connections.delete(token)) return;
    clearTimeout(connection.expiry);
    if (!connection.stream) this.reserved.remove(connection.address);
    for (const operation of connection.operations.values()) operation.end();
    this.gate.leave(connection.address);
  }
}

/** The answers to one of a stream's operations. */
class OperationOnStream implements AnswerSink {
  readonly closed: Promise<void>;
  private isOpen = true;
  private close: () => void = () => undefined;

  constructor(
    private readonly id: string,
    readonly connection: EventStream,
    private readonly ended: () => void,
  ) {
    this.closed = new Promise((resolve) => (this.close = resolve));
  }

  /** Browsers do not reconnect to a stream of operations, so events have no id here. */
  next(json: string): void {
    if (this.isOpen)
      this.connection.send("next", `{"id":${JSON.stringify(this.id)},"payload":${json}}`);
  }

  answer(json: string): Promise<void> {
    return this.connection.inTurn(json.length, () => this.next(json));
  }

  complete(): void {
    if (this.isOpen) this.connection.send("complete", JSON.stringify({ id: this.id }));
    this.end();
  }

  end(): void {
    // After that its id may belong to another operation.
    if (!this.isOpen) return;
    this.isOpen = false;
    this.ended();
    this.close();
  }
}

export function isStreamRefusal(value: object): value is StreamRefusal {
  return "status" in value && "message" in value;
}
