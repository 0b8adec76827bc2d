import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { Kind, parse, type SelectionSetNode } from "graphql";
import { getMetadataStorage } from "type-graphql";

import { Scope } from "../../src/domain/access/viewer";
import { publicSdl } from "../public-sdl";
import { WITHOUT_ROOM } from "./without-room";

const HEAD = `# What of the API the console does

Written by \`npm run schema\` from the scopes of the schema and the operations in \`console/src\`; do not edit. Every query, mutation
and subscription that needs a key stands here with the rooms that use it, or with the reason why none does. *API, Tasks* are
operations that the room for developers holds ready; what guests may ask, too, is not listed.
`;

const SOURCES = join("console", "src");

/** What a folder of the console is called on the screen, if not by its own name. */
const ROOMS: Readonly<Record<string, string>> = {
  "set-up": "Branches",
  search: "Search, in every room",
  session: "Signing in",
  shell: "Every room",
  calls: "Every room",
};

interface OfficeOperation {
  readonly name: string;
  readonly kind: "query" | "mutation" | "subscription";
  readonly scope: Scope;
}

/** What the console does and for which scopes, and what it does not do. */
export function consoleOperationsPage(): string {
  const places = placesByField();
  const rows = officeOperations().map(({ name, kind, scope }) => {
    const rooms = places.get(name);
    const where = rooms ? [...rooms].sort().join("; ") : `– ${WITHOUT_ROOM[name] ?? ""}`;
    return `| \`${name}\` | ${kind} | ${scope} | ${where.trim()} |`;
  });
  const head = "| Operation | Kind | Scope | Where in the console, or why not |\n|---|---|---|---|";
  return `${HEAD}\n${head}\n${rows.join("\n")}\n`;
}

/** Operations that have neither a room nor a reason, and reasons that are not needed. */
export function consoleOperationFaults(): string[] {
  const places = placesByField();
  const names = new Set(officeOperations().map(({ name }) => name));
  const homeless = [...names].filter((name) => !places.has(name) && !(name in WITHOUT_ROOM));
  const idle = Object.keys(WITHOUT_ROOM).filter((name) => !names.has(name) || places.has(name));
  return [
    ...homeless.map((name) => `${name} is in no room of the console and has no reason`),
    ...idle.map((name) => `${name} has a reason that it does not need`),
  ];
}

/** Root fields that need a key, except deprecated ones. */
function officeOperations(): OfficeOperation[] {
  // Building the schema fills the storage.
  publicSdl();
  const { queries, mutations, subscriptions } = getMetadataStorage();
  const kinds = [
    ["query", queries],
    ["mutation", mutations],
    ["subscription", subscriptions],
  ] as const;
  return kinds.flatMap(([kind, fields]) => {
    const operations = fields.flatMap(({ schemaName: name, roles, deprecationReason }) => {
      const [scope] = (roles ?? []) as Scope[];
      const isOffice = scope === Scope.OPERATOR || scope === Scope.ADMIN;
      return isOffice && deprecationReason === undefined ? [{ name, kind, scope }] : [];
    });
    // The storage holds them in the order in which their modules happened to be loaded.
    return operations.sort((a, b) => (a.name < b.name ? -1 : 1));
  });
}

/** Root field → the rooms whose operations request it. */
function placesByField(): ReadonlyMap<string, ReadonlySet<string>> {
  const places = new Map<string, Set<string>>();
  for (const name of readdirSync(SOURCES, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".graphql")) continue;
    for (const field of rootFields(readFileSync(join(SOURCES, name), "utf8"))) {
      const rooms = places.get(field) ?? new Set();
      places.set(field, rooms.add(roomOf(name)));
    }
  }
  return places;
}

function roomOf(file: string): string {
  const folder = dirname(file).split("/")[0] ?? "";
  if (folder === "tasks") return basename(file) === "operations.graphql" ? "API" : "API, Tasks";
  return ROOMS[folder] ?? `${folder.charAt(0).toUpperCase()}${folder.slice(1)}`;
}

function rootFields(source: string): string[] {
  const selected = ({ selections }: SelectionSetNode) =>
    selections.flatMap((one) => (one.kind === Kind.FIELD ? [one.name.value] : []));
  return parse(source).definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? selected(definition.selectionSet) : [],
  );
}
