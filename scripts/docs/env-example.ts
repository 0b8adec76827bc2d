import { POS } from "../../src/vendors";
import { noteOf, type Setting, settings } from "./settings-table";

export const ENV_EXAMPLE = "deploy/.env.example";

const HEAD = `# The gateway's settings in production. Written by npm run schema from the table in README.md.
# Copy it, fill in what has no # before it, and keep the copy from everybody else: it holds secrets.
# One line a setting, without quotes; systemd and Docker Compose read it as it is.
# A secret: openssl rand -hex 32
`;
/** Each POS's own example: `NAME=value`. */
const TILLS = Object.fromEntries(
  POS.flatMap(({ settings: { variable, example } }) =>
    variable === null ? [] : [[variable, example.slice(variable.length + 1)]],
  ),
);
/** What production requires, with a placeholder to be filled in. */
const TO_FILL_IN: Readonly<Record<string, string>> = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://gateway:PASSWORD@localhost:5432/gateway",
  ...TILLS,
  ADMIN_API_KEY: "",
  CUSTOMER_JWT_SECRET: "",
  ENCRYPTION_KEY: "",
  PUBLIC_URL: "https://orders.example.ru",
  TRUST_PROXY: "true",
  SMTP_URL: "",
  MAIL_FROM: "",
};
const NOT_IN_PRODUCTION = /not used in production$/;

/** The settings of a production gateway, as a file for systemd and Docker Compose. */
export function envExample(): string {
  const shown = settings().filter(({ name }) => !NOT_IN_PRODUCTION.test(noteOf(name).what));
  return [HEAD, ...shown.map(lines)].join("\n");
}

function lines({ name, standard, allowed }: Setting): string {
  const { unset, what } = noteOf(name);
  const facts = [
    plain(what),
    ...(allowed ? [plain(allowed)] : []),
    `unset: ${plain(unset ?? standard ?? "none")}`,
  ];
  const filled = TO_FILL_IN[name];
  const line = filled === undefined ? `#${name}=` : `${name}=${filled}`;
  return `# ${facts.join(" | ")}\n${line}\n`;
}

/** Removes Markdown syntax. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\*\*|`/g, "");
}
