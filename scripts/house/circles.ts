import { dirname } from "node:path";

import { type SourceFile } from "./source-tree";

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Files that import each other in a circle, directly or through others. */
export function fileCircles(files: readonly SourceFile[]): string[] {
  return circlesOf(graphOf(files, (path) => path));
}

/** Folders that do the same. A file directly in `src` counts as a room of its own. */
export function folderCircles(files: readonly SourceFile[]): string[] {
  return circlesOf(graphOf(files, roomOf));
}

function roomOf(path: string): string {
  const folder = dirname(path);
  return folder === "src" ? path : folder;
}

function graphOf(files: readonly SourceFile[], nameOf: (path: string) => string): Graph {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    const from = nameOf(path);
    const to = graph.get(from) ?? new Set();
    graph.set(from, to);
    for (const each of imports) if (nameOf(each) !== from) to.add(nameOf(each));
  }
  return graph;
}

/** One line for each group of names that can all reach each other. */
function circlesOf(graph: Graph): string[] {
  const reached = new Map([...graph.keys()].map((name) => [name, reachableFrom(graph, name)]));
  const told = new Set<string>();
  const circles: string[] = [];
  for (const [name, others] of reached) {
    if (told.has(name) || !others.has(name)) continue;
    const circle = [...others].filter((other) => reached.get(other)?.has(name));
    circle.forEach((each) => told.add(each));
    circles.push(circle.sort().join(" ↔ "));
  }
  return circles;
}

function reachableFrom(graph: Graph, start: string): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    for (const next of graph.get(name) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}
