// How CHANGELOG.md and the files in .changeset are structured and written.

/** In the order in which a release lists them. */
export const KINDS = ["Security", "Added", "Changed", "Deprecated", "Removed", "Fixed"];

/**
 * Returns the entries of a text by heading, each as written: a bullet and the indented lines below
 * it.
 *
 * @returns {Map<string, string[]>}
 * @throws {Error} when a heading is not one of KINDS, or a text is neither a bullet nor below one
 */
export function sectionsOf(text) {
  const sections = new Map();
  let entries;
  for (const line of text.split("\n")) {
    const heading = /^### (.*)$/.exec(line)?.[1];
    if (heading !== undefined) {
      if (!KINDS.includes(heading)) throw new Error(`"${heading}" is none of ${KINDS.join(", ")}`);
      entries = sections.get(heading) ?? [];
      sections.set(heading, entries);
    } else if (line.startsWith("- ") && entries) entries.push(line);
    else if (line.startsWith("  ") && entries?.length) entries.push(`${entries.pop()}\n${line}`);
    else if (line.trim() !== "") throw new Error(`Neither a heading nor a bullet: ${line}`);
  }
  return sections;
}

/**
 * Returns the changelog with a new version below an empty "Unreleased": the previous entries and
 * those of the changesets, with each kind under one heading.
 *
 * @throws {Error} when there is nothing to release, or no "Unreleased"
 */
export function cutChangelog(changelog, changes, { version, today }) {
  const unreleased = "## [Unreleased]\n";
  const start = changelog.indexOf(unreleased);
  if (start < 0) throw new Error("CHANGELOG.md has no [Unreleased]");
  const head = changelog.slice(0, start + unreleased.length);
  const rest = changelog.slice(head.length);
  const end = rest.search(/^## /m);
  const [present, past] = end < 0 ? [rest, ""] : [rest.slice(0, end), rest.slice(end)];
  const all = [sectionsOf(present), ...changes];
  const parts = KINDS.flatMap((kind) => {
    const entries = all.flatMap((sections) => sections.get(kind) ?? []);
    return entries.length === 0 ? [] : [`### ${kind}\n\n${entries.join("\n")}\n`];
  });
  if (parts.length === 0) throw new Error("Nothing waits in .changeset or under [Unreleased]");
  return `${head}\n## [${version}] - ${today}\n\n${parts.join("\n")}\n${past}`;
}
