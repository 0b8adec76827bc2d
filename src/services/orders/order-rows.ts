import { type EntityManager, type EntityMetadata, type EntityTarget, type ObjectLiteral } from "typeorm";

import { Together } from "../../domain/together";
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
 * Finds rows by one column, as entities: what runs for every order, without TypeORM building and the database planning the same
 * statement each time. Those asked for at the same time come by one statement; nothing is kept, but askers may share an
 * entity, so nobody changes it.
 */
export class RowReader<Entity extends ObjectLiteral> {
  private readonly together = new Together((values: readonly string[]) => this.read(values));
  private statement: string | undefined;

  constructor(
    private readonly manager: EntityManager,
    private readonly entity: EntityTarget<Entity>,
    private readonly column: string,
  ) {}

  find(value: string): Promise<Entity | null> {
    return this.together.ask(value);
  }

  private async read(values: readonly string[]): Promise<(Entity | null)[]> {
    const metadata = this.manager.connection.getMetadata(this.entity);
    this.statement ??= selectOf(metadata, this.column);
    const rows = await this.manager.query<Record<string, unknown>[]>(this.statement, [[...new Set(values)]]);
    const found = new Map(rows.map((row) => [row[this.column], this.toEntity(row, metadata)]));
    return values.map((value) => found.get(value) ?? null);
  }

  private toEntity(row: Record<string, unknown>, metadata: EntityMetadata): Entity {
    const { driver } = this.manager.connection;
    const entity = metadata.create() as Record<string, unknown>;
    for (const each of metadata.columns) {
      entity[each.propertyName] = driver.prepareHydratedValue(row[each.databaseName], each);
    }
    return entity as unknown as Entity;
  }
}

function selectOf({ columns, tableName }: EntityMetadata, column: string): string {
  const names = columns.map(({ databaseName }) => databaseName).join();
  return prepared(`select ${names} from ${tableName} where ${column} = any ($1)`);
}
