import { type EntityManager, type EntityMetadata, type EntityTarget, type ObjectLiteral } from "typeorm";

import { prepared } from "../../ports/prepared";

/** Values of an entity under the names of their columns, for statements that take rows as JSON. */
export function toRow<Entity extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Entity>,
  values: Partial<Entity>,
): Record<string, unknown> {
  const { columns } = tx.connection.getMetadata(entity);
  return Object.fromEntries(
    columns
      .filter(({ propertyName }) => Object.hasOwn(values, propertyName))
      .map(({ propertyName, databaseName }) => [databaseName, values[propertyName]]),
  );
}

/**
 * The row in which `column` has this value, as an entity: what runs for every order, without TypeORM building and the database
 * planning the same statement each time.
 */
export async function readRow<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Entity>,
  column: string,
  value: unknown,
): Promise<Entity | null> {
  const metadata = manager.connection.getMetadata(entity);
  const [row] = await manager.query<Record<string, unknown>[]>(selectOf(metadata, column), [value]);
  if (!row) return null;
  const { driver } = manager.connection;
  const found = metadata.create() as Record<string, unknown>;
  for (const each of metadata.columns) {
    found[each.propertyName] = driver.prepareHydratedValue(row[each.databaseName], each);
  }
  return found as unknown as Entity;
}

const selects = new WeakMap<EntityMetadata, Map<string, string>>();

function selectOf(metadata: EntityMetadata, column: string): string {
  const known = selects.get(metadata) ?? new Map<string, string>();
  selects.set(metadata, known);
  const names = metadata.columns.map(({ databaseName }) => databaseName).join();
  const statement = known.get(column) ?? prepared(`select ${names} from ${metadata.tableName} where ${column} = $1`);
  known.set(column, statement);
  return statement;
}
