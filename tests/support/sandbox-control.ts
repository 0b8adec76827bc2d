import { type TillOrder } from "../../sandbox/control/till-order";
import { type PlannedFault } from "../../sandbox/faults/fault";
import { type WalletHold } from "../../sandbox/loyalty/wallet-hold";
import { caughtMail, caughtTelegram } from "./caught-messages";

export const CREATE_PATH = "/api/1/deliveries/create";

export interface LoggedCall {
  readonly at: string;
  readonly path: string;
  readonly durationMs: number | null;
}

/** The remote control of a sandbox, wherever it runs. */
export class SandboxControl {
  constructor(readonly url: string) {}

  /** The orders that the till has, and those that were refused. */
  async orders(): Promise<TillOrder[]> {
    return (await this.send<{ orders: TillOrder[] }>("GET", "orders")).orders;
  }

  /** The orders with this number that the till really has. */
  async inTill(number: string): Promise<TillOrder[]> {
    return (await this.orders()).filter(
      (order) => order.externalNumber === number && order.status !== null,
    );
  }

  /** Every hold of points that was ever made. */
  async holds(): Promise<readonly WalletHold[]> {
    return (await this.send<{ holds: WalletHold[] }>("GET", "holds")).holds;
  }

  async plan(fault: PlannedFault): Promise<void> {
    await this.send("POST", "faults", fault);
  }

  /**
   * Refuses the next order with this body, which may be nested more deeply than JSON.stringify can
   * write.
   */
  async refuseWith(body: string): Promise<void> {
    const fault = `{"path":"${CREATE_PATH}","fault":{"kind":"status","status":400,"body":${body}}}`;
    await fetch(`${this.url}/_sandbox/faults`, { method: "POST", body: fault }).then((answer) =>
      answer.text(),
    );
  }

  /** The faults that are still waiting, and those that occurred and may occur again. */
  async planned(): Promise<readonly { readonly struck: number }[]> {
    return (await this.send<{ faults: { struck: number }[] }>("GET", "faults")).faults;
  }

  async clearFaults(): Promise<void> {
    await this.send("DELETE", "faults");
  }

  async setTill(pace: { speed?: number; paused?: boolean }): Promise<void> {
    await this.send("PUT", "till", pace);
  }

  mail = () => caughtMail(this.url);
  telegram = () => caughtTelegram(this.url);

  /** The calls of one path, oldest first. */
  async calls(path: string): Promise<LoggedCall[]> {
    const { calls } = await this.send<{ calls: LoggedCall[] }>("GET", "calls");
    return calls.filter((call) => call.path === path);
  }

  async send<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}/_sandbox/${path}`, {
      method,
      ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return JSON.parse(text) as T;
  }
}
