import { type EntityManager, type EntityTarget, type ObjectLiteral } from "typeorm";

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
