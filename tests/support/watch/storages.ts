import { AsyncLocalStorage } from "node:async_hooks";

const used = new Set<AsyncLocalStorage<unknown>>();

/** Called once per process: records the storages that are used from now on. */
export function watchStorages(): void {
  const { prototype } = AsyncLocalStorage as { prototype: Record<"run" | "enterWith", Method> };
  for (const name of ["run", "enterWith"] as const) {
    const method = prototype[name];
    prototype[name] = function (...args) {
      used.add(this);
      return method.apply(this, args);
    };
  }
}

type Method = (this: AsyncLocalStorage<unknown>, ...args: unknown[]) => unknown;

/**
 * Node.js visits each storage that was ever used whenever a promise is created. jest-circus creates
 * one storage for each test file: after a hundred files a promise would take thirty times as long.
 */
export function forgetStorages(): void {
  for (const storage of used) storage.disable();
  used.clear();
}
