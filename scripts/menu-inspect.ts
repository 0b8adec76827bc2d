import { parseArgs } from "node:util";

import { firstOrganization, normaliseMenu } from "../src/adapters/iiko/menu/menu-detect";
import { type Locale } from "../src/domain/texts/locale";
import { PosContractBroken } from "../src/errors";
import { findMenus, type FoundMenu } from "./menu-inspect/find-menus";
import { menuReport } from "./menu-inspect/menu-report";
import { readRecording } from "./menu-inspect/read-recording";
import { unreadReport } from "./menu-inspect/unread-report";
import { Unreadable } from "./menu-inspect/unreadable";

const USAGE =
  "Usage: npm run menu:inspect -- FILE [--lang ru|en] [--organization ID] [--menu NUMBER]";

interface Wanted {
  readonly file: string;
  readonly locale: Locale;
  /** The organization whose prices to show; undefined means the first one that the menu names. */
  readonly organization: string | undefined;
  /** Which of several menus to show, from 1; undefined means all. */
  readonly menu: number | undefined;
}

/** Reads a recorded iiko menu as the gateway does, and prints the result. */
async function inspect(wanted: Wanted): Promise<string> {
  const { locale, menu } = wanted;
  const menus = findMenus(await readRecording(wanted.file));
  if (menu !== undefined && !menus[menu - 1]) {
    throw new Unreadable({
      ru: `в файле меню: ${menus.length}`,
      en: `the number of menus in it is ${menus.length}`,
    });
  }
  const title = (found: FoundMenu, index: number) =>
    `${{ ru: "Меню", en: "Menu" }[locale]} ${index + 1}/${menus.length} ${found.place}`.trimEnd();
  const reports = menus.map((found, index) =>
    [title(found, index), "", report(found, wanted)].join("\n"),
  );
  return (menu === undefined ? reports : reports.slice(menu - 1, menu)).join("\n\n");
}

function report({ body, source }: FoundMenu, { organization, locale }: Wanted): string {
  try {
    const organizationId = organization ?? firstOrganization(body);
    const menu = menuReport(
      normaliseMenu(body, organizationId, source),
      organizationId ?? null,
      locale,
    );
    return [menu, "", ...unreadReport(body, source, locale)].join("\n");
  } catch (error) {
    if (!(error instanceof PosContractBroken)) throw error;
    throw new Unreadable({
      ru: `меню не читается: ${error.message}`,
      en: `the menu cannot be read: ${error.message}`,
    });
  }
}

/** Returns undefined when the arguments are invalid. */
function wantedBy(args: readonly string[]): Wanted | undefined {
  try {
    const options = {
      lang: { type: "string" },
      organization: { type: "string" },
      menu: { type: "string" },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const { lang = "en", organization } = values;
    const menu = values.menu === undefined ? undefined : Number(values.menu);
    const [file, ...others] = positionals;
    if (
      file === undefined ||
      others.length > 0 ||
      (lang !== "ru" && lang !== "en") ||
      Number.isNaN(menu)
    )
      return undefined;
    return { file, locale: lang, organization, menu };
  } catch {
    return undefined;
  }
}

async function main(args: readonly string[]): Promise<void> {
  const wanted = wantedBy(args);
  if (!wanted) return fail(USAGE);
  try {
    process.stdout.write(`${await inspect(wanted)}\n`);
  } catch (error) {
    const reason =
      error instanceof Unreadable ? error.text[wanted.locale] : String(error).replace(/\s+/g, " ");
    fail(`${wanted.file}: ${reason}`);
  }
}

function fail(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}

// A reader that pipes the report into `head` has read enough.
process.stdout.on("error", () => process.exit());
void main(process.argv.slice(2));
