import { readFileSync } from "node:fs";

import { type ClientCase } from "./client-case";

/** The result of one client. */
export interface ClientRow {
  readonly client: ClientCase;
  readonly query: string;
  readonly mutation: string;
  readonly subscription: string;
  readonly headers: readonly string[];
}

const BLOCK = /(?<=<!-- clients -->\n)[^]*?(?=<!-- \/clients -->)/;

export function withClientsTable(page: string, rows: readonly ClientRow[]): string {
  if (!BLOCK.test(page)) throw new Error("The page has no place for the table of clients");
  return page.replace(BLOCK, () => tableOf(rows));
}

function tableOf(rows: readonly ClientRow[]): string {
  const head = ["Client", "Query", "Mutation", "Subscription", "Headers of its own", "Needs"];
  const lines = rows.map(({ client, query, mutation, subscription, headers }) => [
    `${client.name} (${client.packages.map(withVersion).join(", ")})`,
    ...[query, mutation, subscription],
    headers.map((name) => `\`${name}\``).join(", ") || "none",
    client.needs,
  ]);
  const all = [head, head.map(() => "---"), ...lines];
  return all
    .map((cells) => `| ${cells.join(" | ")} |\n`)
    .join("")
    .replace(/\| ---/g, "|---")
    .replaceAll("--- |", "---|");
}

function withVersion(name: string): string {
  const { devDependencies, dependencies } = JSON.parse(
    readFileSync("package.json", "utf8"),
  ) as Record<string, Record<string, string>>;
  return `${name} ${devDependencies?.[name] ?? dependencies?.[name]}`;
}
