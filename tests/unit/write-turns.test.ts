import { Writable } from "node:stream";

import { WriteTurns } from "../../src/server/write-turns";

const endOfTurn = () => new Promise((resolve) => setImmediate(resolve));

/** What was written in each call. */
class Recorder extends Writable {
  readonly calls: string[] = [];

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.calls.push(chunk.toString());
    done();
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.calls.push(chunks.map(({ chunk }) => chunk.toString()).join(""));
    done();
  }
}

describe("Turns of the event loop", () => {
  it("have distinct ids that stay the same however often they are read", async () => {
    const turns = new WriteTurns();
    const first = turns.current;
    await Promise.resolve();
    expect(turns.current).toBe(first);
    await endOfTurn();
    expect(turns.current).not.toBe(first);
  });

  it("end with a single write of everything written to a stream since it was gathered", async () => {
    const turns = new WriteTurns();
    const stream = new Recorder();
    stream.write("a");
    expect(turns.current).toBeDefined();
    turns.gather(stream);
    stream.write("b");
    turns.gather(stream);
    stream.write("c");
    expect(stream.calls).toEqual(["a"]);
    expect(stream.writableLength).toBe(2);
    await endOfTurn();
    expect(stream.calls).toEqual(["a", "bc"]);
    stream.write("d");
    expect(stream.calls).toEqual(["a", "bc", "d"]);
  });

  it("flush what was gathered before a stream ended", async () => {
    const turns = new WriteTurns();
    const stream = new Recorder();
    expect(turns.current).toBeDefined();
    turns.gather(stream);
    stream.write("last");
    stream.end();
    await endOfTurn();
    expect(stream.calls).toEqual(["last"]);
  });
});
