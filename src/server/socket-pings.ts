import { type WebSocket } from "ws";

/** Thousands of pings at once, and their answers, would hold up the events of half a second. */
const PARTS = 16;

/**
 * Pings every open socket once in an interval, a part of them at a time, and drops those that have
 * left the ping before unanswered.
 */
export class SocketPings {
  private readonly parts = Array.from({ length: PARTS }, () => new Set<WebSocket>());
  private readonly unanswered = new WeakSet<WebSocket>();
  private readonly timer: NodeJS.Timeout;
  /** One function for all sockets; `this` is the one that has answered. */
  private readonly answered: (this: WebSocket) => void;
  private joined = 0;
  private looks = 0;

  /** @param cutOff called for one that has not taken what was sent to it either */
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

  /** Until the function that it gives is called. */
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
