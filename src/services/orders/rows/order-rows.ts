import {
  type EntityManager,
  type EntityMetadata,
  type EntityTarget,
  type ObjectLiteral,
} from "typeorm";
import { type ColumnMetadata } from "typeorm/metadata/ColumnMetadata";

import { Batcher } from "../../../domain/concurrency/batcher";
import { prepared } from "../../../ports/prepared";

/** Returns an entity's values under their column names, for statements that take rows as JSON. */
export function toRow<Entity extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Entity>,
  values: Partial<Entity>,
): Record<string, unknown> {
  return rowOf(tx.dataSource.getMetadata(entity).columns, values);
}

/** Returns those values of an entity that belong to these columns, under the columns' names. */
export function rowOf(
  columns: readonly ColumnMetadata[],
  values: ObjectLiteral,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const { propertyName, databaseName } of columns)
    if (Object.hasOwn(values, propertyName)) row[databaseName] = values[propertyName];
  return row;
}

/**
 * Reads rows as entities, for statements that run for every order: TypeORM does not build, and the
 * database does not plan, the same statement each time.
 *
 * @param which the part after the table's name; values are passed as $1 and so on
 */
export function readRows<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Entity>,
  which: string,
  values: unknown[],
): Promise<Entity[]> {
  return rowsOf(manager, entity, (statement) => prepared(`${statement} ${which}`), values);
}

/**
 * The same, but planned each time: for statements that search a table that grows, because one
 * planned while the table was small would go on reading all of it.
 */
export function searchRows<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Entity>,
  which: string,
  values: unknown[],
): Promise<Entity[]> {
  return rowsOf(manager, entity, (statement) => `${statement} ${which}`, values);
}

async function rowsOf<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Entity>,
  completed: (statement: string) => string,
  values: unknown[],
): Promise<Entity[]> {
  const metadata = manager.dataSource.getMetadata(entity);
  const names = metadata.columns.map(({ databaseName }) => databaseName).join();
  const statement = completed(`select ${names} from ${metadata.tableName}`);
  const rows = await manager.query<Record<string, unknown>[]>(statement, values);
  return rows.map((row) => toEntity(manager, metadata, row) as Entity);
}

/**
 * Finds rows by one column, as entities, with statements of `readRows`, or of `searchRows` for a
 * table that grows. Simultaneous requests share one statement. Nothing is cached, but callers may
 * share an entity, so it must not be changed.
 */
export class RowReader<Entity extends ObjectLiteral> {
  private readonly together = new Batcher((values: readonly string[]) => this.read(values));

  constructor(
    private readonly manager: EntityManager,
    private readonly entity: EntityTarget<Entity>,
    private readonly column: string,
    private readonly rows: typeof readRows = readRows,
  ) {}

  find(value: string): Promise<Entity | null> {
    return this.together.ask(value);
  }

  private async read(values: readonly string[]): Promise<(Entity | null)[]> {
    const rows = await this.rows(this.manager, this.entity, `where ${this.column} = any ($1)`, [
      [...new Set(values)],
    ]);
    const metadata = this.manager.dataSource.getMetadata(this.entity);
    const name = metadata.findColumnWithDatabaseName(this.column)?.propertyName ?? "";
    const found = new Map(rows.map((row) => [row[name] as string, row]));
    return values.map((value) => found.get(value) ?? null);
  }
}

function toEntity(
  manager: EntityManager,
  metadata: EntityMetadata,
  row: Record<string, unknown>,
): unknown {
  const { driver } = manager.dataSource;
  const entity = metadata.create() as Record<string, unknown>;
  for (const each of metadata.columns) {
    entity[each.propertyName] = driver.prepareHydratedValue(row[each.databaseName], each);
  }
  return entity;
}
