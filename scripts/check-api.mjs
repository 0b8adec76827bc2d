// Fails on an API change that breaks clients of the last release, unless that release had already
// deprecated it:
//   node scripts/check-api.mjs [<released SDL> <SDL of today>]
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { BreakingChangeType, buildSchema, findBreakingChanges, getNamedType } from "graphql";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [released = lastRelease(), today = join(root, "schema.graphql")] = process.argv.slice(2);

const before = schemaOf(released);
const broken = findBreakingChanges(before, schemaOf(today)).filter(
  (change) => !wasDeprecated(change),
);
for (const { type, description } of broken) process.stderr.write(`${type}: ${description}\n`);
if (broken.length > 0) {
  process.stderr.write(
    `${broken.length} changes break clients of ${released}. Deprecate in one release, remove in the next.\n`,
  );
  process.exit(1);
}

function lastRelease() {
  const folder = join(root, "releases");
  const versions = readdirSync(folder).filter((name) => name.endsWith(".graphql"));
  const inOrder = versions.sort((one, other) => one.localeCompare(other, "en", { numeric: true }));
  return join(folder, inOrder.at(-1));
}

function schemaOf(file) {
  if (!existsSync(file)) throw new Error(`There is no file ${file}`);
  return buildSchema(readFileSync(file, "utf8"));
}

/**
 * graphql-js describes changes only in prose that begins with the names: `Type.field`, or `A from
 * B`.
 */
function wasDeprecated({ type, description }) {
  switch (type) {
    case BreakingChangeType.FIELD_REMOVED:
      return isDeprecated(fieldOf(/^(\w+)\.(\w+) was removed/.exec(description)));
    case BreakingChangeType.ARG_REMOVED: {
      const [, typeName, fieldName, argument] =
        /^(\w+)\.(\w+) arg (\w+) was removed/.exec(description) ?? [];
      const args = before.getType(typeName)?.getFields()[fieldName]?.args ?? [];
      return isDeprecated(args.find(({ name }) => name === argument));
    }
    case BreakingChangeType.VALUE_REMOVED_FROM_ENUM: {
      const [, value, typeName] = /^(\w+) was removed from enum type (\w+)/.exec(description) ?? [];
      return isDeprecated(before.getType(typeName)?.getValue(value));
    }
    case BreakingChangeType.TYPE_REMOVED: {
      const [typeName] = description.split(" ");
      const places = placesOf(typeName);
      return places.length > 0 && places.every(isDeprecated);
    }
    default:
      return false;
  }
}

function fieldOf(named) {
  return named && before.getType(named[1])?.getFields()[named[2]];
}

function isDeprecated(place) {
  return place?.deprecationReason !== undefined && place.deprecationReason !== null;
}

/** All fields and arguments of the type. */
function placesOf(typeName) {
  const fields = Object.values(before.getTypeMap()).flatMap((type) =>
    Object.values(type.getFields?.() ?? {}),
  );
  const places = fields.flatMap((field) => [field, ...(field.args ?? [])]);
  return places.filter(({ type }) => getNamedType(type).name === typeName);
}
