import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A copy of the sources that may be changed. Paths are relative to its root. */
export interface TreeCopy extends Disposable {
  readonly root: string;
  /** The folder that was copied. */
  readonly original: string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** The files of the original that differ here. */
  changed(): string[];
}

/** Copies the files that git tracks or would track; packages are shared with the original. */
export function copyOfTree(original: string): TreeCopy {
  const root = mkdtempSync(join(tmpdir(), "rehearsal-"));
  const listed = execFileSync("git", ["ls-files", "-z", "-co", "--exclude-standard"], {
    cwd: original,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  const paths = listed.split("\0").filter((each) => each && existsSync(join(original, each)));
  for (const path of paths) cpSync(join(original, path), join(root, path));
  for (const path of ["node_modules", "packages/client/dist"])
    if (existsSync(join(original, path))) symlinkSync(join(original, path), join(root, path));
  return {
    root,
    original,
    read: (path) => readFileSync(join(root, path), "utf8"),
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    changed: () =>
      paths.filter((path) => {
        const [one, other] = [original, root].map((tree) => readFileSync(join(tree, path)));
        return !one?.equals(other ?? Buffer.of());
      }),
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
