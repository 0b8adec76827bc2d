import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import { emptyState, type SandboxState } from "./sandbox-state";

/**
 * The sandbox's state and its file. Code that changes `state` must call `changed`; code that
 * answers must await `saved` first.
 */
export class Memory {
  private dirty = false;
  private queued = false;
  private lastWrite: Promise<void> = Promise.resolve();

  private constructor(
    public state: SandboxState,
    private readonly file: string | undefined,
    private readonly log: (line: string) => void,
  ) {}

  /** Reads `file` if it exists; a file of another version is ignored and overwritten. */
  static async open(file: string | undefined, log: (line: string) => void): Promise<Memory> {
    const kept = file === undefined ? undefined : await readState(file);
    return new Memory(kept ?? emptyState(Date.now()), file, log);
  }

  changed(): void {
    this.dirty = true;
    this.saved().catch((error: unknown) => {
      this.log(`state not saved: ${String(error)}`);
    });
  }

  /**
   * Resolves when every change made so far is in the file. Changes made during a write share the
   * next one.
   */
  saved(): Promise<void> {
    const { file } = this;
    if (file === undefined) return Promise.resolve();
    if (this.dirty && !this.queued) {
      this.queued = true;
      this.lastWrite = this.lastWrite
        .catch(() => undefined)
        .then(() => {
          this.queued = false;
          this.dirty = false;
          return writeAtomically(file, JSON.stringify(this.state));
        });
    }
    return this.lastWrite;
  }

  /**
   * Forgets everything except the revision, so that a client's position in the feed of changes
   * stays valid, and the web hook addresses.
   */
  reset(): void {
    const { revision, revisionMarks, webHooks } = this.state;
    this.state = { ...emptyState(Date.now()), revision, revisionMarks, webHooks };
    this.changed();
  }
}

async function readState(file: string): Promise<SandboxState | undefined> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const kept = JSON.parse(text) as SandboxState;
  return kept.version === 1 ? kept : undefined;
}

async function writeAtomically(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}.tmp`;
  await writeFile(unfinished, text);
  await rename(unfinished, file);
}
