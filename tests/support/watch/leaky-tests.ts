import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";

// Not run on its own: tests/e2e/left-behind.test.ts runs it to see each of these named.
describe("a careless suite", () => {
  beforeAll(() => void setInterval(() => undefined, 4_321));

  it("starts a process", () => void spawn("sleep", ["300"], { stdio: "ignore" }));

  it("starts a process that starts another one", async () => {
    const shell = spawn("sh", ["-c", "sleep 301 & exit 0"], { stdio: "ignore" });
    await once(shell, "exit");
  });

  it("listens and connects", async () => {
    const server = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(server, "listening");
    await once(connect((server.address() as { port: number }).port), "connect");
  });

  it("starts a thread", async () => {
    await once(new Worker("setInterval(() => {}, 1_000)", { eval: true }), "online");
  });

  it("pauses for long", () => void pause(300_000));
});

describe("a careful suite", () => {
  it("ends what it starts", async () => {
    const child = spawn("sleep", ["302"], { stdio: "ignore" });
    child.kill();
    await once(child, "exit");
    const timer = setTimeout(() => undefined, 300_000);
    clearTimeout(timer);
    await pause(1);
  });
});
