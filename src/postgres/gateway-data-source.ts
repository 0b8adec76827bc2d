import {
  DataSource,
  type EntityManager,
  type ObjectLiteral,
  type QueryRunner,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
  type ReplicationMode,
} from "typeorm";
import { type PostgresDriver } from "typeorm/driver/postgres/PostgresDriver";

import { unavailable } from "./broken-off";
import { GatewayQueryRunner } from "./gateway-query-runner";
import { type PostgresLimits } from "./limits";
import { PostgresPool } from "./postgres-pool";

/** Returns the TypeORM options that make it use our pool. */
export function poolOptions(limits: PostgresLimits) {
  return { driver: { Pool: PostgresPool }, extra: { limits }, connectTimeoutMS: limits.connectMs };
}

type IsolationLevel = Parameters<DataSource["transaction"]>[0];
type Work<T> = (tx: EntityManager) => Promise<T>;

/** TypeORM's data source, with our query runner. */
export class GatewayDataSource extends DataSource {
  override createQueryRunner(mode: ReplicationMode = "master"): QueryRunner {
    const runner = new GatewayQueryRunner(this.driver as PostgresDriver, mode);
    return Object.assign(runner, { manager: this.createEntityManager(runner) });
  }

  override async query<T>(
    sql: string,
    parameters?: unknown[] | ObjectLiteral,
    runner?: QueryRunner,
  ): Promise<T> {
    try {
      return await super.query<T>(sql, parameters, runner);
    } catch (error) {
      throw isOver(error) ? unavailable(error) : error;
    }
  }

  /** @throws {DatabaseUnavailable} if its connection broke off */
  override transaction<T>(work: Work<T>): Promise<T>;
  override transaction<T>(level: IsolationLevel, work: Work<T>): Promise<T>;
  override async transaction<T>(first: IsolationLevel | Work<T>, second?: Work<T>): Promise<T> {
    try {
      return await (typeof first === "string"
        ? super.transaction(first, second as Work<T>)
        : super.transaction(first));
    } catch (error) {
      throw isOver(error) ? unavailable(error) : error;
    }
  }
}

/**
 * TypeORM releases a runner whose connection breaks off, and checks that before it asks the runner.
 */
function isOver(error: unknown): boolean {
  return (
    error instanceof QueryRunnerAlreadyReleasedError ||
    error instanceof QueryRunnerProviderAlreadyReleasedError
  );
}
