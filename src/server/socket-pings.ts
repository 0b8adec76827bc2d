import { type WebSocket } from "ws";

/** Thousands of simultaneous pings, and their answers, would delay events by half a second. */
const PARTS = 16;

/**
 * Pings every open socket once per interval, one part of them at a time, and drops those that did
 * not answer the previous ping.
 */
export class SocketPings {
  private readonly parts = Array.from({ length: PARTS }, () => new Set<WebSocket>());
  private readonly unanswered = new WeakSet<WebSocket>();
  private readonly timer: NodeJS.Timeout;
  /** One function for all sockets; `this` is the socket that answered. */
  private readonly answered: (this: WebSocket) => void;
  private joined = 0;
  private looks = 0;

  /** @param cutOff called for a socket that has not read what was sent to it either */
  constructor(
    intervalMs: number,
    private readonly cutOff: (socket: WebSocket) => void,
  ) {
    const { unanswered } = this;
    this.answered = function () {
      unanswered.delete(this);
    };
    this.timer = setInterval(() => this.pingPart(), intervalMs / PARTS);
  }

  /** Watches until the returned function is called. */
  watch(socket: WebSocket): () => void {
    const part = this.parts[this.joined++ % PARTS];
    part?.add(socket);
    socket.on("pong", this.answered);
    return () => void part?.delete(socket);
  }

  close(): void {
    clearInterval(this.timer);
  }

  private pingPart(): void {
    for (const socket of this.parts[this.looks++ % PARTS] ?? []) this.ping(socket);
  }

  private ping(socket: WebSocket): void {
    if (socket.readyState !== socket.OPEN) return;
    if (!this.unanswered.has(socket)) {
      this.unanswered.add(socket);
      return socket.ping();
    }
    if (socket.bufferedAmount > 0) this.cutOff(socket);
    else socket.terminate();
  }
}
