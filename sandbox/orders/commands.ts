import { randomUUID } from "node:crypto";

import { z } from "zod";

import { ApiRefusal } from "../api-refusal";
import { parseRequest } from "../parse-request";
import { type Memory } from "../state/memory";
import { type Switches } from "../switches";
import { type Command, type Mutation } from "./command";

const statusSchema = z.object({ organizationId: z.guid(), correlationId: z.guid() });
/** Minimum number of commands to remember; the oldest are dropped first. */
const KEPT_COMMANDS = 5000;
/** Counting them on every command would cost more than everything else. */
const FORGET_EVERY = 500;

/** Keeps every mutating call under its correlation id, for `commands/status`. */
export class Commands {
  private begun = 0;

  constructor(
    private readonly memory: Memory,
    private readonly switches: Switches,
  ) {}

  begin(
    correlationId: string,
    organizationId: string,
    orderId: string,
    mutation: Mutation | null,
  ): Command {
    const command: Command = {
      organizationId,
      orderId,
      mutation,
      at: Date.now(),
      state: "InProgress",
      message: null,
    };
    this.memory.state.commands[correlationId] = command;
    this.begun += 1;
    if (this.begun % FORGET_EVERY === 0) this.forgetOldest();
    this.memory.changed();
    return command;
  }

  private forgetOldest(): void {
    const { commands } = this.memory.state;
    for (const oldest of Object.keys(commands).slice(0, -KEPT_COMMANDS))
      Reflect.deleteProperty(commands, oldest);
  }

  /**
   * `failure` says why the command failed, or is null when it succeeded. A late success replaces an
   * earlier failure.
   */
  finish(correlationId: string, failure: string | null): void {
    const command = this.memory.state.commands[correlationId];
    if (!command) return;
    command.state = failure === null ? "Success" : "Error";
    command.message = failure;
    this.memory.changed();
  }

  unfinishedMutations(): [correlationId: string, command: Command][] {
    return Object.entries(this.memory.state.commands).filter(
      ([, { state, mutation }]) => state === "InProgress" && mutation !== null,
    );
  }

  /**
   * @throws {ApiRefusal} HTTP 400 for an unknown command or one of another organization, HTTP 410
   *   for one that is too old
   */
  status(body: unknown): object {
    const { organizationId, correlationId } = parseRequest(statusSchema, body);
    const command = this.memory.state.commands[correlationId];
    if (command?.organizationId !== organizationId) {
      throw new ApiRefusal(
        400,
        "PASSED_COMMAND_NOT_FOUND",
        "Command not found in commands storage",
      );
    }
    if (Date.now() - command.at >= this.switches.commandLifetimeSeconds * 1000) {
      throw new ApiRefusal(410, null, "Command is no longer tracked");
    }
    if (command.state !== "Error") return { state: command.state };
    return {
      state: "Error",
      exception: { message: command.message, id: randomUUID() },
      errorReason: null,
    };
  }
}
