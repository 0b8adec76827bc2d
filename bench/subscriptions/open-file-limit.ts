import { readFileSync } from "node:fs";

/**
 * How many files and sockets a process may have open here; Node raises its own limit to that
 * number.
 */
export function openFileLimit(): number {
  const [, hard] =
    /^Max open files\s+\S+\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8")) ?? [];
  if (hard === undefined) throw new Error("The system does not tell how many files may be open");
  return Number(hard);
}

/** How many connections a client may have to one port. */
export function localPorts(): number {
  const [first = NaN, last = NaN] = readFileSync("/proc/sys/net/ipv4/ip_local_port_range", "utf8")
    .trim()
    .split(/\s+/)
    .map(Number);
  return last - first + 1;
}
