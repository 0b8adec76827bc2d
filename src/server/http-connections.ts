import { type IncomingMessage, type Server as HttpServer, type ServerResponse } from "node:http";
import { type Socket } from "node:net";

import { type FastifyInstance } from "fastify";

import { type RateLimited } from "../errors";
import { AddressCounts } from "../limits/address-counts";
import { clientAddress } from "../limits/client-address";
import { overLimit, overloaded } from "../limits/limit-refusal";
import { type HttpLimits } from "./http-limits";
import { whenOver } from "./when-over";

/** How long a client over a limit may take to send its request and receive the refusal. */
const REFUSED_MS = 3_000;
const COME_BACK_MS = 5_000;
/** The share above the limit that is told of the refusal; further connections are dropped. */
const TOLD = 0.1;

/**
 * Counts open connections per address and in total; behind a proxy, to which all connections
 * belong, it counts requests in progress per address instead. A client over a limit is told so in
 * the answer to its first request and then cut off.
 */
export class HttpConnections {
  private readonly open: AddressCounts;
  private readonly told: AddressCounts;
  private readonly requests: AddressCounts;
  private readonly refused = new WeakMap<Socket, "address" | "all">();
  private readonly entered = new Map<Socket, () => void>();
  private readonly underWay = new WeakMap<Socket, number>();

  constructor(
    private readonly limits: HttpLimits,
    private readonly trustProxy: boolean,
  ) {
    const { connections: inAll, connectionsPerAddress } = limits;
    const perAddress = trustProxy ? inAll : connectionsPerAddress;
    this.open = new AddressCounts({ perAddress, inAll });
    this.told = new AddressCounts({
      perAddress: Math.ceil(perAddress * TOLD),
      inAll: Math.ceil(inAll * TOLD),
    });
    this.requests = new AddressCounts({ perAddress: connectionsPerAddress, inAll: Infinity });
  }

  /** Number of open connections that were not upgraded. */
  get connections(): number {
    return this.open.total;
  }

  guard(fastify: FastifyInstance): void {
    const { server } = fastify;
    server.on("connection", (socket: Socket) => this.enter(socket));
    this.cutOffSleepers(server);
    fastify.addHook("onRequest", (request, reply, proceed) => {
      const { raw } = request;
      const refusal = this.refusalOf(raw);
      if (refusal) {
        reply.header("connection", "close");
        return proceed(refusal);
      }
      this.count(raw, reply.raw, this.trustProxy ? clientAddress(raw, true) : undefined);
      proceed();
    });
  }

  /** Why requests on this connection are refused; undefined if they are not. */
  refusalOf(request: IncomingMessage): RateLimited | undefined {
    const full = this.refused.get(request.socket);
    if (full === "all") return overloaded(COME_BACK_MS);
    const crowded =
      this.trustProxy && this.requests.fullFor(clientAddress(request, true)) !== undefined;
    return full === "address" || crowded ? overLimit("connections", COME_BACK_MS) : undefined;
  }

  /** Called when a connection was upgraded and is counted elsewhere from now on. */
  release(socket: Socket): void {
    this.entered.get(socket)?.();
  }

  private enter(socket: Socket): void {
    const address = clientAddress({ headers: {}, socket }, false);
    const full = this.open.fullFor(address);
    if (full && this.told.fullFor(address)) return void socket.destroy();
    const counts = full ? this.told : this.open;
    if (full) this.refuse(socket, full);
    counts.add(address);
    const leave = () => {
      if (this.entered.delete(socket)) counts.remove(address);
    };
    this.entered.set(socket, leave);
    socket.once("close", leave);
  }

  private refuse(socket: Socket, why: "address" | "all"): void {
    this.refused.set(socket, why);
    const gone = setTimeout(() => socket.destroy(), REFUSED_MS);
    socket.once("close", () => clearTimeout(gone));
  }

  private count(
    request: IncomingMessage,
    response: ServerResponse,
    address: string | undefined,
  ): void {
    const { socket } = request;
    this.underWay.set(socket, (this.underWay.get(socket) ?? 0) + 1);
    if (address !== undefined) this.requests.add(address);
    whenOver(request, response, () => {
      this.underWay.set(socket, (this.underWay.get(socket) ?? 1) - 1);
      if (address !== undefined) this.requests.remove(address);
    });
  }

  /**
   * Nothing has moved on such a connection: its client does not read, or sends no request. Clients
   * that wait for us are left alone.
   */
  private cutOffSleepers(server: HttpServer): void {
    server.setTimeout(this.limits.readTimeoutMs, (socket: Socket) => {
      const waitsForUs = (this.underWay.get(socket) ?? 0) > 0 && socket.writableLength === 0;
      if (!waitsForUs) socket.destroy();
    });
  }
}
